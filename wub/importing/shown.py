"""The sheets of an import in words: what each is, which columns were understood, and what to mind. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _

from imports.problems import MEANINGS
from models import ImportRun
from models.vocabulary import N_, ImportKind, RowGroup
from wub import clock
from wub.importing import queries
from wub.importing.reading import places
from wub.importing.registry import list_kind
from wub.importing.watching import Progress, board

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
WHY_NO_LIST = {
    "aggregate": N_("Ini rekapitulasi, bukan daftar baris demi baris: tidak ada yang diambil."),
    "other": N_("Judul kolom lembar ini bukan dari jenis daftar yang dipilih."),
}


@dataclass(frozen=True)
class ColumnShown:
    letter: str
    heading: str
    label: str
    certain: bool
    remembered: bool


@dataclass(frozen=True)
class SheetShown:
    name: str
    taken: bool
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
        taken=about.get("taken", True),
        kind=about["kind"],
        is_list=about["kind"] == asked.value,
        kind_label=KINDS[about["kind"]],
        why=(WHY if asked is ImportKind.PARTICIPANTS else WHY_NO_LIST).get(about["kind"]),
        hidden=about["hidden"],
        year=about["year"],
        data_rows=about["data_rows"],
        accepted=about["accepted"],
        repeated=about["repeated"],
        held=about["held"],
        rejected=about["rejected"],
        columns=[
            ColumnShown(
                letter, heading, labels[field], confidence >= 1, letter in about.get("remembered", ())
            )
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


GAVE_UP = N_(
    "Terjadi gangguan, jadi pekerjaan ini berhenti. Tidak ada yang berubah di register; coba sekali lagi."
)


def progress_of(run: ImportRun) -> Progress:
    """How far the worker is; a run that nobody has begun waits, in a row with others or for a worker."""
    told = board().look(run.id) if run.claimed_by else None
    since = clock.now() if queries.others_at_work(run, board()) else run.updated_at
    return told or Progress("mulai", 0, 0, since)


def problems_of(run: ImportRun) -> dict[str, str]:
    """Codes of the problems that rows have → what each means and how many rows have it."""
    return {
        code: f"{_(MEANINGS[code].sentence)} ({number})"
        for code, number in sorted(run.counts.get("codes", {}).items(), key=lambda pair: -pair[1])
    }


def groups_of(run: ImportRun) -> list[tuple[RowGroup, int]]:
    """Groups that have rows, and how many: together all rows."""
    counted = run.counts.get("groups", {})
    return [(group, counted[group.value]) for group in RowGroup if counted.get(group.value)]


def looks_like(run: ImportRun) -> str | None:
    """The kind of list that the sheets seem to be, when it is another than was asked for."""
    seen = {about["kind"] for about in run.sheets["read"]}
    other = [kind for kind in ImportKind if kind.value in seen and kind is not run.kind]
    return other[0].label if len(other) == 1 and run.kind.value not in seen else None


def suggested(run: ImportRun) -> dict[str, list[str]]:
    """Field → words that may stand there, offered while typing."""
    offered = {one.field: list(one.choices) for one in list_kind(run.kind).columns if one.choices}
    known = places()
    offered["kelurahan"] = sorted(place.name for place in known.by_name.values())
    offered["kecamatan"] = sorted({name for _code, name in known.districts.values()})
    return offered


# Told by the table of columns or by the kind of the sheet.
SHOWN_APART = frozenset({"unknown_heading", "missing_heading", "near_heading", "aggregate", "no_header"})
