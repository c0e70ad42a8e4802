"""A plain table on a sheet: one heading row, one row a thing, numbers as numbers; and a title above it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from wub.reports.workbook import style
from wub.reports.workbook.style import TEAL, put

NOT_KNOWN = "belum diketahui"
NOTHING = "belum ada"


class Column(NamedTuple):
    heading: str
    width: float
    looks: str | None = None  # number format; None is text


def sheet_of_tables(
    sheet: Worksheet, title: str, below: str, columns: Sequence[Column], footer: str, *, landscape: bool
) -> None:
    """Title, widths and print set-up; the tables come after."""
    style.title(sheet, title, below)
    style.widths(sheet, [column.width for column in columns])
    sheet.freeze_panes = "B4"
    last = get_column_letter(len(columns))
    style.paper(sheet, f"A1:{last}400", footer, landscape=landscape)


def table(
    sheet: Worksheet, row: int, name: str, columns: Sequence[Column], rows: Iterable[Sequence[Any]]
) -> int:
    """Gives back the next free row. None in a column of numbers says that it is not known."""
    put(sheet, f"A{row}", name, size=12, bold=True, colour=TEAL)
    style.headings(sheet, row + 1, [column.heading for column in columns], height=34)
    at = row + 2
    for values in rows:
        for number, (column, value) in enumerate(zip(columns, values, strict=True), start=1):
            _cell(sheet, f"{get_column_letter(number)}{at}", column, value)
        at += 1
    if at == row + 2:
        put(sheet, f"A{at}", NOTHING, colour=style.QUIET)
        at += 1
    return at + 1


def note(sheet: Worksheet, row: int, text: str) -> int:
    put(sheet, f"A{row}", text, size=9, colour=style.QUIET)
    return row + 1


def end(sheet: Worksheet, columns: int, row: int) -> None:
    """The print area ends where the sheet does."""
    sheet.print_area = f"A1:{get_column_letter(columns)}{row}"


def _cell(sheet: Worksheet, place: str, column: Column, value: Any) -> None:
    if column.looks is None:
        put(sheet, place, value, line=True)
    elif value is None:
        put(sheet, place, NOT_KNOWN, line=True, across="right", size=8, colour=style.QUIET)
    else:
        put(sheet, place, value, format=column.looks, line=True, across="right")
