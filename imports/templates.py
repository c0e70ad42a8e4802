"""Blank lists to download, built from the table of columns: headings, drop-downs, one example row."""

from __future__ import annotations

import io

from openpyxl import Workbook as Book
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from imports.annotate import write_cell
from imports.mappings.columns import Column
from imports.mappings.participants import COLUMNS
from models.vocabulary import N_

LAST_ROW = 1_000
_TEXT_FIELDS = {"nik", "phone", "kbli", "nib", "rt_rw"}
_HINTS = (
    N_("Isi satu orang per baris mulai baris 2 lembar Peserta. Contoh ada di lembar ini."),
    N_("NIK, nomor HP, KBLI dan NIB ditulis sebagai teks supaya angkanya tidak berubah."),
    N_("Kosongkan yang tidak diketahui. Jangan isi 0 bila belum tahu."),
    N_("Uang ditulis rupiah penuh, misalnya 1500000. Tanggal ditulis hari/bulan/tahun."),
)


def participant_template() -> bytes:
    """An .xlsx that this importer reads back without a single question."""
    book = Book()
    book.remove(book.worksheets[0])
    page = book.create_sheet("Peserta")
    page.freeze_panes = "C2"
    lists = book.create_sheet("Pilihan")
    lists.sheet_state = "hidden"
    for position, column in enumerate(COLUMNS, 1):
        _heading(page, position, column)
        if column.choices:
            _drop_down(page, lists, position, column)
    _guide(book.create_sheet("Petunjuk"))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _heading(page: Worksheet, position: int, column: Column) -> None:
    write_cell(page, 1, position, column.aliases[0].upper())
    cell = page.cell(1, position)
    cell.font = Font(bold=True, color="FFFFFF")
    cell.fill = PatternFill("solid", fgColor="0B5C63")
    cell.alignment = Alignment(wrap_text=True, vertical="center")
    letter = get_column_letter(position)
    page.column_dimensions[letter].width = 22 if column.field in ("name", "address", "nik") else 16
    if column.field in _TEXT_FIELDS:
        for row in range(2, LAST_ROW + 1):
            page.cell(row, position).number_format = "@"


def _drop_down(page: Worksheet, lists: Worksheet, position: int, column: Column) -> None:
    """The choices lie on a sheet of their own: a formula list ends at 255 characters."""
    letter = get_column_letter(position)
    for row, choice in enumerate(column.choices, 1):
        write_cell(lists, row, position, choice)
    source = f"{quote_sheetname(lists.title)}!${letter}$1:${letter}${len(column.choices)}"
    rule = DataValidation(type="list", formula1=source, allow_blank=True, showErrorMessage=True)
    rule.error = N_("Pilih salah satu dari daftar, atau kosongkan.")
    page.add_data_validation(rule)
    rule.add(f"{letter}2:{letter}{LAST_ROW}")


def _guide(page: Worksheet) -> None:
    for row, hint in enumerate(_HINTS, 1):
        write_cell(page, row, 1, hint)
    for position, column in enumerate(COLUMNS, 1):
        write_cell(page, 6, position, column.label)
        write_cell(page, 7, position, column.example)
        page.cell(6, position).font = Font(bold=True)
