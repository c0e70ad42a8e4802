"""Cells put right by a person: the list is judged as if they stood in the file, which stays as it came."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias

from imports.grid import Row, Sheet, column_position
from imports.packed import PackedRows
from imports.workbook import Workbook

# Sheet → row number of the file → column letter → what was typed.
Corrections: TypeAlias = Mapping[str, Mapping[int, Mapping[str, str]]]


@dataclass(frozen=True)
class Corrected:
    """A cell that was put right in the preview: what the file said there, by whom it was changed and when."""

    was: str
    by: str
    on: date


def corrected(book: Workbook, corrections: Corrections) -> Workbook:
    """The same workbook with other cells; sheets without a correction are the very same."""
    if not corrections:
        return book
    sheets = (_corrected(sheet, corrections.get(sheet.name, {})) for sheet in book.sheets)
    return replace(book, sheets=tuple(sheets))


def _corrected(sheet: Sheet, by_row: Mapping[int, Mapping[str, str]]) -> Sheet:
    if not by_row:
        return sheet
    rows = list(sheet.rows)
    for number, cells in by_row.items():
        at = number - sheet.first_row
        if 0 <= at < len(rows):
            rows[at] = _row(rows[at], cells)
    return replace(sheet, rows=PackedRows(rows))


def _row(row: Row, cells: Mapping[str, str]) -> Row:
    changed = {column_position(letter): text for letter, text in cells.items()}
    width = max(len(row), *(position + 1 for position in changed))
    return [changed.get(position, row[position] if position < len(row) else "") for position in range(width)]
