"""The workbook around the rows, by openpyxl: first sheet and chart, looks, choices, filter."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from zipfile import ZipFile

from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from wub.row_workbook.cells import Styles
from wub.row_workbook.columns import Column, Summary

TEAL, INK, QUIET, RULE = "0B5563", "1F2933", "5B6770", "C9D1D6"
SUMMARY, CHOICES = "Ringkasan", "Pilihan"
BEFORE_THE_ROWS = 2  # sheets
END_OF_ROWS = b"</sheetData>"


class Frame:
    """A finished workbook whose row sheets hold their heading only."""

    def __init__(self, columns: Sequence[Column], name: str, summary: Summary, rows: Sequence[int]) -> None:
        book = Workbook()
        book.remove(book["Sheet"])
        first = book.create_sheet(SUMMARY)
        choices = book.create_sheet(CHOICES)
        choices.sheet_state = "hidden"
        ranges = _list_choices(choices, columns)
        for number, length in enumerate(rows, start=1):
            sheet = book.create_sheet(name if number == 1 else f"{name} {number}")
            self.styles = _styles(sheet)
            _head(sheet, columns, length, ranges)
        _summarise(first, summary)  # last: the looks of the rows keep their numbers whatever it says
        book.properties.title, book.properties.creator = summary.title, "WUB Kota Banjarmasin"
        file = BytesIO()
        book.save(file)
        self._archive = ZipFile(file)
        self._row_sheets = {row_sheet(number) for number in range(len(rows))}

    def around(self, number: int) -> tuple[bytes, bytes]:
        """What stands before and after the rows of a sheet."""
        before, after = self._archive.read(row_sheet(number)).split(END_OF_ROWS)
        return before, END_OF_ROWS + after

    def others(self) -> list[tuple[str, bytes]]:
        """Every part that is not a sheet of rows."""
        return [
            (part, self._archive.read(part))
            for part in self._archive.namelist()
            if part not in self._row_sheets
        ]


def row_sheet(number: int) -> str:
    return f"xl/worksheets/sheet{number + BEFORE_THE_ROWS + 1}.xml"


def _styles(sheet: Worksheet) -> Styles:
    """Looks are registered by a cell that wears them; the cells themselves go."""
    cells = [sheet.cell(2, column) for column in range(1, 5)]
    for cell in cells:
        cell.font = Font(name="Calibri", size=10, color=INK)
        cell.alignment = Alignment(horizontal="left", vertical="top")
    cells[2].alignment = Alignment(horizontal="right", vertical="top")
    cells[1].quotePrefix = True
    cells[2].number_format = "[$-421]#,##0"
    cells[3].number_format = "[$-421]dd/mm/yyyy"
    styles = Styles(*(cell.style_id for cell in cells))
    sheet.delete_rows(2)
    return styles


def _head(sheet: Worksheet, columns: Sequence[Column], length: int, ranges: dict[str, str]) -> None:
    for number, column in enumerate(columns, start=1):
        letter = get_column_letter(number)
        cell = sheet.cell(1, number, column.heading)
        cell.font = Font(name="Calibri", size=10, bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", fgColor=TEAL)
        cell.alignment = Alignment(vertical="center", wrap_text=True)
        _ = cell.style_id  # registers the look now; else it would be numbered when the file is written
        sheet.column_dimensions[letter].width = column.width
        if column.heading in ranges and length:
            allowed = DataValidation(type="list", formula1=ranges[column.heading], allow_blank=True)
            allowed.errorTitle, allowed.error = column.heading, "Pilih salah satu dari daftar."
            allowed.add(f"{letter}2:{letter}{length + 1}")
            sheet.add_data_validation(allowed)
    sheet.row_dimensions[1].height = 30
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{length + 1}"
    sheet.sheet_view.showGridLines = False
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 2, 0  # twenty columns are too many for one
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"


def _list_choices(sheet: Worksheet, columns: Sequence[Column]) -> dict[str, str]:
    ranges = {}
    for number, column in enumerate((one for one in columns if one.choices), start=1):
        letter = get_column_letter(number)
        for row, word in enumerate((column.heading, *column.choices), start=1):
            sheet.cell(row, number, word)
        ranges[column.heading] = f"{CHOICES}!${letter}$2:${letter}${len(column.choices) + 1}"
    return ranges


def _summarise(sheet: Worksheet, summary: Summary) -> None:
    sheet.sheet_view.showGridLines = False
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 26, 72
    sheet["A1"].value, sheet["A1"].font = summary.title, Font(name="Calibri", size=18, bold=True, color=TEAL)
    row = 2
    for row, (label, value) in enumerate(summary.facts, start=3):
        _line(sheet, row, label, value)
    head = row + 2
    for column, text in enumerate((summary.heading, "Baris"), start=1):
        cell = sheet.cell(head, column, text)
        cell.font = Font(name="Calibri", size=10, bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", fgColor=TEAL)
    for row, (label, number) in enumerate(summary.counts, start=head + 1):
        _line(sheet, row, label, number)
    if summary.counts:
        sheet.add_chart(_chart(sheet, summary, head, row), f"A{row + 2}")
    sheet.page_setup.paperSize, sheet.page_setup.fitToHeight = sheet.PAPERSIZE_A4, 1
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _line(sheet: Worksheet, row: int, label: str, value: str | int) -> None:
    for column, said in enumerate((label, value), start=1):
        cell = sheet.cell(row, column, said)
        if isinstance(said, str):
            cell.data_type = "s"
        cell.font = Font(name="Calibri", size=10, color=INK if column == 2 else QUIET)
        cell.border = Border(bottom=Side(style="thin", color=RULE))
        cell.alignment = Alignment(horizontal="left", vertical="top", wrap_text=True)
        cell.number_format = "[$-421]#,##0"


def _chart(sheet: Worksheet, summary: Summary, head: int, last: int) -> BarChart:
    chart = BarChart()
    chart.type, chart.style, chart.legend = "bar", 10, None
    chart.title = f"Baris menurut {summary.heading}"
    chart.add_data(Reference(sheet, min_col=2, min_row=head, max_row=last), titles_from_data=True)
    chart.set_categories(Reference(sheet, min_col=1, min_row=head + 1, max_row=last))
    chart.series[0].graphicalProperties.solidFill = "0072B2"
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.x_axis.scaling.orientation = "maxMin"
    chart.gapWidth, chart.width, chart.height = 60, 16, 4 + 0.7 * len(summary.counts)
    return chart
