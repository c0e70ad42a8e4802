"""Small lists of the other kinds, and the steps from bytes to register."""

from __future__ import annotations

from datetime import date
from typing import Any

import sqlalchemy as sa

from imports import Kind
from models import Account, Agency, ImportRun, StagedRow
from models.base import db
from models.vocabulary import ImportKind
from tests.imports.workbooks import workbook
from wub import unit_of_work
from wub.importing.actions import ImportDraft, commit, stage
from wub.importing.planning import Intake

TODAY = date(2026, 11, 24)


def sheet(header: str, *rows: list[Any], title: str = "Lembar1") -> bytes:
    """`header`: headings apart by "|"."""
    return workbook(header.split("|"), *rows, title=title)


def staged_as(kind: Kind, data: bytes, agency: Agency, by: Account | None = None) -> ImportRun:
    intake = Intake(agency, None, by)
    draft = ImportDraft("daftar.xlsx", data, intake, kind=ImportKind(kind.value))
    with unit_of_work.writing():
        return stage(draft, by=by)


def brought_in(kind: Kind, data: bytes, agency: Agency, by: Account | None = None) -> ImportRun:
    """And what the preview said of every row is what became of it."""
    with unit_of_work.writing():
        run = staged_as(kind, data, agency, by)
        seen = outcomes(run), problems_of(run)
        commit(run, version=None, by=by)
    assert (outcomes(run), problems_of(run)) == seen
    return run


def outcomes(run: ImportRun) -> dict[str, int]:
    """Only those that happened; they add up to all rows."""
    words = ("accepted", "repeated", "held", "rejected")
    assert sum(run.counts[word] for word in words) == sum(one["data_rows"] for one in run.sheets["read"])
    return {word: run.counts[word] for word in words if run.counts[word]}


def problems_of(run: ImportRun) -> dict[int, list[str]]:
    """Row number → codes, of the rows that have any."""
    rows = db.session.scalars(sa.select(StagedRow).where(StagedRow.import_run_id == run.id))
    found = {row.row_number: [code for _column, code, *_rest in row.problems["list"]] for row in rows}
    return {number: codes for number, codes in sorted(found.items()) if codes}
