"""Who put which cell right, for the workbook that goes back to the officer."""

from __future__ import annotations

import sqlalchemy as sa

from imports import Workbook
from imports.cells.text import as_text
from imports.corrections import Corrected
from imports.grid import Sheet, column_position
from models import Account, CellCorrection, ImportRun
from models.base import db
from wub import clock


def notes_on(run: ImportRun, original: Workbook) -> dict[tuple[str, int, str], Corrected]:
    """(sheet, row, column letter) → what the file said there, by whom it was changed and when."""
    sheets = {sheet.name: sheet for sheet in original.sheets}
    query = (
        sa.select(
            CellCorrection.sheet,
            CellCorrection.row_number,
            CellCorrection.letter,
            CellCorrection.updated_at,
            Account.name,
        )
        .outerjoin(Account, Account.id == CellCorrection.by_id)
        .where(CellCorrection.import_run_id == run.id)
    )
    return {
        (name, number, letter): Corrected(_said(sheets[name], number, letter), by or "", clock.day_of(at))
        for name, number, letter, at, by in db.session.execute(query)
        if name in sheets
    }


def _said(sheet: Sheet, number: int, letter: str) -> str:
    at, position = number - sheet.first_row, column_position(letter)
    row = sheet.rows[at] if 0 <= at < len(sheet.rows) else []
    return as_text(row[position]) if position < len(row) else ""
