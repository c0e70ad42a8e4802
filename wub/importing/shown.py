"""The sheets of an import in words: what each is, which columns were understood, and what to mind. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from imports.problems import MEANINGS
from models import ImportRun
from models.vocabulary import N_, ImportKind
from wub.importing.registry import list_kind

KINDS = {
    **{kind.value: kind.label for kind in ImportKind},
    "aggregate": N_("Rekapitulasi"),
    "other": N_("Lembar lain"),
}
WHY = {
    "aggregate": N_(
        "Ini rekapitulasi (jumlah per wilayah atau jenis), bukan daftar orang: tidak ada peserta."
    ),
    "other": N_("Di lembar ini tidak ada daftar orang yang dikenali: tidak ada peserta yang dapat dibuat."),
}


@dataclass(frozen=True)
class ColumnShown:
    letter: str
    heading: str
    label: str
    certain: bool


@dataclass(frozen=True)
class SheetShown:
    name: str
    kind: str
    is_list: bool  # of the kind that was asked for
    kind_label: str
    why: str | None  # a sentence where nobody can come of it
    hidden: bool
    year: int | None
    data_rows: int
    accepted: int
    repeated: int
    held: int
    rejected: int
    columns: list[ColumnShown]
    unknown: list[tuple[str, str]]
    missing: list[str]
    problems: list[tuple[str, str]]  # sentence, what was said


def sheets_of(run: ImportRun) -> list[SheetShown]:
    labels = {column.field: column.label for column in list_kind(run.kind).columns}
    return [_sheet(about, run.kind, labels) for about in run.sheets["read"]]


def _sheet(about: dict[str, Any], asked: ImportKind, labels: dict[str, str]) -> SheetShown:
    return SheetShown(
        name=about["sheet"],
        kind=about["kind"],
        is_list=about["kind"] == asked.value,
        kind_label=KINDS[about["kind"]],
        why=WHY.get(about["kind"]),
        hidden=about["hidden"],
        year=about["year"],
        data_rows=about["data_rows"],
        accepted=about["accepted"],
        repeated=about["repeated"],
        held=about["held"],
        rejected=about["rejected"],
        columns=[
            ColumnShown(letter, heading, labels[field], confidence >= 1)
            for letter, heading, field, confidence in about["columns"]
        ],
        unknown=[(letter, heading) for letter, heading in about["unknown"]],
        missing=[labels[field] for field in about["missing"]],
        problems=[
            (MEANINGS[one["code"]].sentence, one["said"])
            for one in about["problems"]
            if one["code"] not in SHOWN_APART
        ],
    )


# Told by the table of columns or by the kind of the sheet.
SHOWN_APART = frozenset({"unknown_heading", "missing_heading", "near_heading", "aggregate", "no_header"})
