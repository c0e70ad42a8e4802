"""How the workbook looks, and the one way in which text, numbers and totals get into a cell."""

from __future__ import annotations

import re
from copy import copy
from datetime import date
from typing import Any
from weakref import WeakKeyDictionary

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.formatting.rule import DataBar, FormatObject, Rule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.header_footer import _HeaderFooterPart as HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from wub.measurement.verdict import Verdict
from wub.row_workbook.cells import STARTS_A_FORMULA

TEAL = "0B5563"
INK = "1F2933"
QUIET = "5B6770"
RULE = "C9D1D6"
GROUND = "EEF3F4"
PROVED, OPEN, REST = "0072B2", "E69F00", "D9DEE2"  # Okabe-Ito, told apart in grey as well

PROVED_PALE, OPEN_PALE = "8FC1DE", "F5D58F"  # behind figures

# [$-421] is Indonesian: 2.746 and 41,0 % where the reader's program honours it.
PEOPLE = "[$-421]#,##0"
SHARE = "[$-421]0.0%"
DAY = "[$-421]d mmmm yyyy"

FONT = "Calibri"
VERDICT_LOOK = {
    Verdict.REACHED: ("D5EFE6", "00533C"),
    Verdict.MISSED: ("FBE3D3", "7A2E00"),
    Verdict.UNDECIDED: ("FFF1CC", "6B4A00"),
    Verdict.FEW: ("E7EAED", "3A444C"),
}
NOT_IN_A_CELL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def put(sheet: Worksheet, place: str, value: str | int | float | date | None, **look: Any) -> Cell:
    """Writes a value; text stays text, whatever it begins with."""
    cell: Cell = sheet[place]
    if isinstance(value, str):
        cell.value = NOT_IN_A_CELL.sub("", value)
        cell.data_type = "s"
        cell.quotePrefix = value.startswith(STARTS_A_FORMULA)
    else:
        cell.value = value
    return dress(cell, **look)


def total(sheet: Worksheet, place: str, first: str, last: str, **look: Any) -> Cell:
    """A live sum, so that a reader can check it; the only formulas there are."""
    cell: Cell = sheet[place]
    cell.value = f"=SUM({first}:{last})"
    return dress(cell, **look)


def dress(cell: Cell, **look: Any) -> Cell:
    """Thousands of cells look alike: what that is made of is looked up once in each workbook."""
    styled: Any = cell
    looks = _looks.setdefault(styled.parent.parent, {})
    before = bytes(styled._style or ())  # a day, and text that begins like a formula, have set something
    key = before, *sorted(look.items())
    if key in looks:
        styled._style = copy(looks[key])
    else:
        _dress(cell, **look)
        looks[key] = copy(styled._style)
    return cell


def _dress(
    cell: Cell,
    *,
    size: float = 10,
    bold: bool = False,
    colour: str = INK,
    format: str | None = None,  # noqa: A002  openpyxl's own word is number_format
    across: str = "general",
    wrap: bool = False,
    ground: str | None = None,
    line: bool = False,
    upright: str = "center",
) -> None:
    cell.font = Font(name=FONT, size=size, bold=bold, color=colour)
    cell.alignment = Alignment(horizontal=across, vertical=upright, wrap_text=wrap)
    if format:
        cell.number_format = format
    if ground:
        cell.fill = PatternFill("solid", fgColor=ground)
    if line:
        cell.border = Border(bottom=Side(style="thin", color=RULE))


_looks: WeakKeyDictionary[Workbook, dict[Any, Any]] = WeakKeyDictionary()


def title(sheet: Worksheet, text: str, below: str) -> None:
    put(sheet, "A1", text, size=18, bold=True, colour=TEAL)
    put(sheet, "A2", below, colour=QUIET)
    sheet.row_dimensions[1].height = 28
    sheet.row_dimensions[2].height = 18


def headings(sheet: Worksheet, row: int, texts: list[str], height: float = 32) -> None:
    for column, text in enumerate(texts, start=1):
        place = f"{get_column_letter(column)}{row}"
        across = "left" if column == 1 else "center"
        put(sheet, place, text, bold=True, colour="FFFFFF", ground=TEAL, wrap=True, across=across)
    sheet.row_dimensions[row].height = height


def widths(sheet: Worksheet, sizes: list[float]) -> None:
    for column, size in enumerate(sizes, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = size


def paper(sheet: Worksheet, area: str, footer: str, *, landscape: bool, repeat: str | None = None) -> None:
    """A4, as wide as the page, with the date on every page."""
    sheet.print_area = area
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_options.horizontalCentered = True
    margins = sheet.page_margins
    margins.left = margins.right = 0.5
    margins.top, margins.bottom = 0.55, 0.65
    sheet.oddFooter = HeaderFooterItem(
        left=HeaderFooterPart(footer, size=8), right=HeaderFooterPart("&A – &P/&N", size=8)
    )
    if repeat:
        sheet.print_title_rows = repeat
    sheet.sheet_view.showGridLines = False


def colour_verdicts(sheet: Worksheet, cells: str, words: dict[Verdict, str]) -> None:
    """Colour follows the word in the cell, so neither ever stands without the other."""
    first = cells.split(":")[0]
    for verdict, word in words.items():
        ground, ink = VERDICT_LOOK[verdict]
        look = DifferentialStyle(fill=PatternFill("solid", bgColor=ground), font=Font(color=ink, bold=True))
        rule = Rule("expression", dxf=look, formula=[f'${first}="{word}"'])
        sheet.conditional_formatting.add(cells, rule)


def bars(sheet: Worksheet, cells: str, colour: str) -> None:
    """A bar behind each share, on the one scale of nothing to everybody."""
    ends = [FormatObject("num", 0), FormatObject("num", 1)]
    bar = DataBar(cfvo=ends, color=f"FF{colour}", showValue=True)
    sheet.conditional_formatting.add(cells, Rule("dataBar", dataBar=bar))
