"""A reading with what the register said of its rows: for a command's answer and the list with notes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

import sqlalchemy as sa

from imports import ImportReading, Outcome, Problem, RowReading
from imports.problems import merged
from models import ImportRun, StagedRow
from models.base import db
from wub.importing.kinds import At
from wub.importing.plan import Plan


def told_by(plan: Plan, reading: ImportReading) -> ImportReading:
    return _with(reading, {one.at: row for one, row in plan.judged()})


def as_kept(run: ImportRun, reading: ImportReading) -> ImportReading:
    """Outcomes and problems as the preview or the result shows them, whatever the register says by now."""
    columns = (StagedRow.sheet, StagedRow.row_number, StagedRow.outcome, StagedRow.problems)
    kept = db.session.execute(sa.select(*columns).where(StagedRow.import_run_id == run.id)).all()
    read = {(sheet.sheet, row.row): row for sheet in reading.sheets for row in sheet.rows}
    rows = {
        (sheet, number): replace(
            read[sheet, number],
            outcome=Outcome(outcome.value),
            problems=tuple(Problem(number, *said) for said in problems["list"]),
        )
        for sheet, number, outcome, problems in kept
        if (sheet, number) in read
    }
    return _with(reading, rows)


def _with(reading: ImportReading, rows: Mapping[At, RowReading]) -> ImportReading:
    sheets = []
    for sheet in reading.sheets:
        new = tuple(rows.get((sheet.sheet, row.row), row) for row in sheet.rows)
        about = [problem for problem in sheet.problems if problem.row == 0]
        problems = merged([*about, *(problem for row in new for problem in row.problems)])
        counts: Counter[str] = Counter(row.outcome for row in new)
        sheets.append(replace(sheet, rows=new, problems=problems, counts=counts))
    return replace(reading, sheets=tuple(sheets))
