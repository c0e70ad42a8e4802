"""The mayor's workbook: one standing in twelve sheets, no macro, no person, no NIK."""

from __future__ import annotations

from collections.abc import Callable

from flask_babel import force_locale
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from wub.pages.filters import tanggal
from wub.reports.standing import Standing
from wub.reports.workbook import (
    areas_sheet,
    claims_sheet,
    cohorts_sheet,
    data_quality_sheet,
    mentoring_sheet,
    notes_sheet,
    numbers_sheet,
    summary_sheet,
    support_sheets,
    targets_sheet,
)
from wub.reports.workbook.same_bytes import saved

Writer = Callable[[Worksheet, Standing, str], None]

AFTER_THE_SUMMARY: tuple[tuple[str, Writer], ...] = (
    ("Angka vs Hasil", numbers_sheet.write),
    ("Kohort", cohorts_sheet.write),
    ("Target dan Capaian", targets_sheet.write),
    ("Wilayah", areas_sheet.write),
    ("Pendampingan", mentoring_sheet.write),
    ("Pameran", support_sheets.exhibitions),
    ("Bapak Angkat CSR", support_sheets.patrons),
    ("Biaya", support_sheets.costs),
    ("Mutu Data", data_quality_sheet.write),
    ("Klaim Lama", claims_sheet.write),
    ("Catatan dan Definisi", notes_sheet.write),
)
SHEETS = ("Ringkasan", *(name for name, _write in AFTER_THE_SUMMARY))


def summary(standing: Standing, before: Standing | None = None) -> bytes:
    """Always in Indonesian: it goes to the city's secretariat, whatever language its maker reads.

    `before`: the frozen day that the changes on the first sheet are told against.
    """
    with force_locale("id"):
        book = Workbook()
        book.remove(book["Sheet"])
        footer = _footer(standing)
        summary_sheet.write(book.create_sheet("Ringkasan"), standing, before, footer)
        for name, write in AFTER_THE_SUMMARY:
            write(book.create_sheet(name), standing, footer)
        book.properties.title = f"Ringkasan Wira Usaha Baru {standing.as_of.isoformat()}"
        book.properties.creator = "WUB Kota Banjarmasin"
        return saved(book, standing.made_at.replace(tzinfo=None, microsecond=0))


def file_name(standing: Standing) -> str:
    frozen = standing.frozen
    named = f"-potret-{frozen.id}" if frozen else ""
    return f"wub-ringkasan-{standing.as_of.isoformat()}{named}.xlsx"


def _footer(standing: Standing) -> str:
    frozen = standing.frozen
    named = f" – potret {frozen.id}, {frozen.rows_hash[:12]}" if frozen else ""
    return f"WUB Banjarmasin – data sampai {tanggal(standing.as_of)}{named}"
