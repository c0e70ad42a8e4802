"""The columns of a sheet for matching: heading, first values, and the field each is taken as."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from imports.grid import column_position
from models import ImportRun, StagedRow
from models.base import db
from models.nik import mask_nik
from wub.importing.row_queries import kept_of

SAMPLES = 3
LOOKED_AT = 60  # rows, until each column has its samples
LONGEST = 60


@dataclass(frozen=True)
class FileColumn:
    letter: str
    heading: str
    field: str  # "" is not taken
    certain: bool
    remembered: bool
    samples: list[str]


def sheet_of(run: ImportRun, name: str) -> dict[str, Any] | None:
    return next((about for about in run.sheets["read"] if about["sheet"] == name), None)


def columns_of(run: ImportRun, about: dict[str, Any]) -> list[FileColumn]:
    cells = _first_cells(run, about["sheet"])
    taken = [(letter, heading, field, sure >= 1) for letter, heading, field, sure in about["columns"]]
    others = [(letter, heading, "", True) for letter, heading in about["unknown"]]
    return [
        FileColumn(
            letter,
            heading,
            field,
            sure,
            letter in about.get("remembered", ()),
            _samples(cells, letter, field),
        )
        for letter, heading, field, sure in sorted([*taken, *others], key=lambda one: column_position(one[0]))
    ]


def _samples(rows: list[list[str]], letter: str, field: str) -> list[str]:
    at = column_position(letter)
    said = list(dict.fromkeys(row[at] for row in rows if at < len(row) and row[at]))[:SAMPLES]
    return [mask_nik(text) if _looks_like_nik(text, field) else text[:LONGEST] for text in said]


def _looks_like_nik(text: str, field: str) -> bool:
    return field == "nik" or sum(character.isdigit() for character in text) >= 14


def _first_cells(run: ImportRun, sheet: str) -> list[list[str]]:
    query = (
        sa.select(StagedRow.values_sealed)
        .where(StagedRow.import_run_id == run.id, StagedRow.sheet == sheet)
        .order_by(StagedRow.id)
        .limit(LOOKED_AT)
    )
    return [kept_of(run, values).get("cells", []) for values in db.session.scalars(query)]
