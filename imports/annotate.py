"""The officer's own list back, with a note in every faulty cell and one sheet that lists all problems.

Built anew from the cells that were read, never by opening the upload with openpyxl: a stray far cell or one
merged range over the whole sheet would take all memory there.
"""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Mapping

from openpyxl import Workbook as Book
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from imports.corrections import Corrected
from imports.grid import Cell, column_position
from imports.overview import NAME, ORIGIN, OVERVIEW_COLUMNS
from imports.problems import Problem, Weight
from imports.reading import ImportReading, Outcome, SheetReading
from imports.workbook import Workbook

_FILLS = {
    Weight.REJECTED: PatternFill("solid", fgColor="F4C7C3"),
    Weight.HELD: PatternFill("solid", fgColor="FCE8B2"),
    Weight.WARNING: PatternFill("solid", fgColor="FFF6D6"),
}
_CORRECTED = PatternFill("solid", fgColor="CFE8CF")
_BOLD = Font(bold=True)


def annotate(
    book: Workbook,
    reading: ImportReading,
    *,
    only_faulty: bool = False,
    corrections: Mapping[tuple[str, int, str], Corrected] | None = None,
    origin: int | None = None,
) -> bytes:
    """`only_faulty` keeps the header and the held and rejected rows: fix them and upload that file again.

    `book` has the corrected cells; `corrections` (sheet, row, column letter) adds what stood there before.
    `origin`: number of the import, so that the file is recognised when it comes back.
    """
    out = Book()
    out.remove(out.worksheets[0])
    overview = out.create_sheet(NAME)
    _list_problems(overview, reading)
    if origin is not None:
        write_cell(overview, 1, len(OVERVIEW_COLUMNS) + 1, f"{ORIGIN}{origin}")
    for sheet in reading.sheets:
        _copy_sheet(out, book, sheet, corrections or {}, only_faulty=only_faulty)
    file = io.BytesIO()
    out.save(file)
    return file.getvalue()


def write_cell(page: Worksheet, row: int, column: int, value: Cell | int | None) -> None:
    """Text stays text: openpyxl would make a formula of anything that begins with "="."""
    if value is None or value == "":
        return
    cell = page.cell(row, column)
    if isinstance(value, str):
        cell.value = _writable(value)
        cell.data_type = "s"
    else:
        cell.value = value


def _list_problems(page: Worksheet, reading: ImportReading) -> None:
    for column, (title, width) in enumerate(OVERVIEW_COLUMNS, 1):
        write_cell(page, 1, column, title)
        page.cell(1, column).font = _BOLD
        page.column_dimensions[get_column_letter(column)].width = width
    page.freeze_panes = "A2"
    line = 2
    for sheet in reading.sheets:
        for problem in sheet.problems:
            others = ", ".join(map(str, problem.also[:20])) + (" …" if len(problem.also) > 20 else "")
            values = (sheet.sheet, problem.row or None, problem.column, problem.said, problem.sentence)
            for column, value in enumerate((*values, problem.hint, others), 1):
                write_cell(page, line, column, value)
            line += 1


def _copy_sheet(
    out: Book,
    book: Workbook,
    reading: SheetReading,
    corrections: Mapping[tuple[str, int, str], Corrected],
    *,
    only_faulty: bool,
) -> None:
    source = book.sheet(reading.sheet)
    page = out.create_sheet(reading.sheet)
    faults: dict[int, list[Problem]] = defaultdict(list)
    kept = set(reading.header_rows)
    for row in reading.rows:
        faults[row.row] = list(row.problems)
        if row.outcome in (Outcome.HELD, Outcome.REJECTED):
            kept.add(row.row)
    changed: dict[int, list[str]] = defaultdict(list)
    for name, number, letter in corrections:
        if name == reading.sheet:
            changed[number].append(letter)
    line = 0
    for at, cells in enumerate(source.rows):
        number = source.number(at)
        if only_faulty and number not in kept:
            continue
        line = line + 1 if only_faulty else number
        for position, value in enumerate(cells, 1):
            write_cell(page, line, position, value)
        _note(page, line, faults.get(number, []))
        for letter in changed.get(number, ()):
            _tell_correction(page, line, letter, corrections[reading.sheet, number, letter])


def _note(page: Worksheet, line: int, problems: list[Problem]) -> None:
    by_column: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        by_column[problem.column or "A"].append(problem)
    for letter, found in by_column.items():
        cell = page.cell(line, column_position(letter) + 1)
        heaviest = next(weight for weight in _FILLS if any(problem.weight is weight for problem in found))
        cell.fill = _FILLS[heaviest]
        text = "\n".join(f"{p.sentence} ({p.hint})" if p.hint else p.sentence for p in found)
        cell.comment = Comment(_writable(text), "WUB", width=320, height=120)


def _tell_correction(page: Worksheet, line: int, letter: str, told: Corrected) -> None:
    """Both: the new value in the cell, the old one in its note, above what is still wrong."""
    cell = page.cell(line, column_position(letter) + 1)
    still = f"\n{cell.comment.text}" if cell.comment else ""
    text = f"Semula: {told.was or '(kosong)'}. Diperbaiki oleh {told.by}, {told.on:%d/%m/%Y}.{still}"
    if not still:
        cell.fill = _CORRECTED
    cell.comment = Comment(_writable(text), "WUB", width=320, height=120)


def _writable(text: str) -> str:
    return ILLEGAL_CHARACTERS_RE.sub("", text).encode("utf-8", "ignore").decode()
