"""Blank lists to download, built from the table of columns: headings, drop-downs, example rows, a guide."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

from openpyxl import Workbook as Book
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from imports.annotate import write_cell
from imports.cells.text import key
from imports.kinds import Kind
from imports.mappings.all import MAPPINGS
from imports.mappings.choosing import EXAMPLE_MARK, known_money
from imports.mappings.columns import Column, ListMapping, day, money, past_day
from imports.tables import GUIDES
from models.vocabulary import N_

LAST_ROW = 1_000
_TEXT_FIELDS = {
    "nik",
    "phone",
    "contact_phone",
    "kbli",
    "nib",
    "npwp",
    "rt_rw",
    "activity_code",
    "hours",
    "ends_at",
}
_WIDE = {"name", "address", "nik", "partner", "exhibition", "activity_name", "problem", "advice", "indicator"}
_EVERYWHERE = (
    N_("Baris yang kolom pertamanya berisi CONTOH hanya contoh: tidak pernah diimpor, boleh dihapus."),
    N_("NIK, nomor HP dan kode ditulis sebagai teks supaya angkanya tidak berubah."),
    N_("Kosongkan yang tidak diketahui. Jangan isi 0 bila belum tahu."),
    N_("Uang ditulis rupiah penuh, misalnya 1500000. Tanggal ditulis hari/bulan/tahun."),
)
_WANTED = N_("wajib")
_COLUMNS = (N_("Kolom"), N_("Wajib"), N_("Contoh"), N_("Pilihan"))
_HEADING = PatternFill("solid", fgColor="0B5C63")
_OPTIONAL = PatternFill("solid", fgColor="4B7F84")
_EXAMPLE = PatternFill("solid", fgColor="EEF3F3")
_LINE = Border(bottom=Side("thin", color="D5DEDE"))


def template(kind: Kind) -> bytes:
    """An .xlsx that this importer reads back without a single question; its example rows are no data."""
    mapping = MAPPINGS[kind]
    book = Book()
    book.remove(book.worksheets[0])
    page = book.create_sheet(mapping.page)
    page.freeze_panes = "C2"
    page.row_dimensions[1].height = 32
    lists = book.create_sheet("Pilihan")
    lists.sheet_state = "hidden"
    write_cell(lists, 1, 1, GUIDES[1])
    for position, column in enumerate(mapping.columns, 1):
        _heading(page, position, column, required=_is_required(column, mapping))
        if column.choices and not column.several:
            _drop_down(page, lists, position, column)
    _examples(page, mapping)
    page.page_setup.orientation, page.print_title_rows = "landscape", "1:1"
    _guide(book.create_sheet("Petunjuk"), mapping)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def participant_template() -> bytes:
    return template(Kind.PARTICIPANTS)


def examples_of(mapping: ListMapping) -> tuple[dict[str, str | int | date], ...]:
    """Those of the table, or one made of the examples of its columns; each marked as an example."""
    single = {column.field: column.example for column in mapping.columns if column.example not in (None, "")}
    made = mapping.examples or ({name: value for name, value in single.items() if value is not None},)
    return tuple(example | {"number": EXAMPLE_MARK} for example in made)


def _font(**said: Any) -> Font:
    return Font(name="Calibri", **({"size": 11} | said))


def heading_of(column: Column) -> str:
    """The label where it is a known spelling, else the first of those."""
    known = key(column.label) in column.aliases
    return (column.label if known else column.aliases[0]).upper()


def _is_required(column: Column, mapping: ListMapping) -> bool:
    return any(column.field in wanted.split("|") for wanted in mapping.required)


def _heading(page: Worksheet, position: int, column: Column, *, required: bool) -> None:
    write_cell(page, 1, position, heading_of(column))
    cell = page.cell(1, position)
    cell.font = _font(bold=True, color="FFFFFF")
    cell.fill = _HEADING if required else _OPTIONAL
    cell.alignment = Alignment(wrap_text=True, vertical="center")
    letter = get_column_letter(position)
    page.column_dimensions[letter].width = 9 if column.field == "number" else _width(column)
    number_format = _format(column)
    if number_format:
        for row in range(2, LAST_ROW + 1):
            page.cell(row, position).number_format = number_format


def _width(column: Column) -> int:
    return 26 if column.field in _WIDE else 17


def _format(column: Column) -> str | None:
    if column.field in _TEXT_FIELDS:
        return "@"
    if column.reader in (day, past_day):
        return "dd/mm/yyyy"
    return "#,##0" if column.reader in (money, known_money) else None


def _drop_down(page: Worksheet, lists: Worksheet, position: int, column: Column) -> None:
    """The choices lie on a sheet of their own: a formula list ends at 255 characters."""
    letter = get_column_letter(position)
    for row, choice in enumerate(column.choices, 2):
        write_cell(lists, row, position, choice)
    source = f"{quote_sheetname(lists.title)}!${letter}$2:${letter}${len(column.choices) + 1}"
    rule = DataValidation(type="list", formula1=source, allow_blank=True, showErrorMessage=True)
    rule.error = N_("Pilih salah satu dari daftar, atau kosongkan.")
    page.add_data_validation(rule)
    rule.add(f"{letter}2:{letter}{LAST_ROW}")


def _examples(page: Worksheet, mapping: ListMapping) -> None:
    for row, example in enumerate(examples_of(mapping), 2):
        for position, column in enumerate(mapping.columns, 1):
            write_cell(page, row, position, example.get(column.field))
            cell = page.cell(row, position)
            cell.font, cell.fill = _font(italic=True, color="5A6B6D"), _EXAMPLE
            cell.alignment = Alignment(horizontal="left")
            cell.number_format = _format(column) or "General"  # openpyxl gives a day a form of its own


def _guide(page: Worksheet, mapping: ListMapping) -> None:
    """What to know before filling it in, then every column with an example and its choices."""
    write_cell(page, 1, 1, GUIDES[0])
    page.cell(1, 1).font = _font(color="5A6B6D")
    write_cell(page, 2, 1, mapping.label)
    page.cell(2, 1).font = _font(bold=True, size=14, color="0B5C63")
    line = 3
    for hint in (*mapping.guide, *_EVERYWHERE, mapping.same):
        line += 1
        write_cell(page, line, 1, f"•  {hint}")
        page.merge_cells(start_row=line, start_column=1, end_row=line, end_column=4)
        page.cell(line, 1).font = _font()
        page.cell(line, 1).alignment = Alignment(wrap_text=True, vertical="center")
        page.row_dimensions[line].height = 32 if len(hint) > 140 else 17
    line += 2
    example = examples_of(mapping)[0]
    for position, title in enumerate(_COLUMNS, 1):
        write_cell(page, line, position, title)
        cell = page.cell(line, position)
        cell.font, cell.fill = _font(bold=True, color="FFFFFF"), _HEADING
    for column in mapping.columns[1:]:
        line += 1
        wanted = _WANTED if _is_required(column, mapping) else None
        shown = example.get(column.field)
        shown = f"{shown:%d/%m/%Y}" if isinstance(shown, date) else shown
        choices = ", ".join(column.choices)
        page.row_dimensions[line].height = 16 * (1 + len(choices) // 90)
        for position, value in enumerate((column.label, wanted, shown, choices), 1):
            write_cell(page, line, position, value)
            cell = page.cell(line, position)
            cell.border, cell.font = _LINE, _font()
            cell.alignment = Alignment(wrap_text=True, vertical="top", horizontal="left")
    for letter, width in zip("ABCD", (30, 10, 34, 70), strict=True):
        page.column_dimensions[letter].width = width
    page.page_setup.orientation, page.page_setup.fitToHeight = "landscape", 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
