"""The summary workbook for the mayor's office: four sheets, no macro, no person, no NIK."""

from __future__ import annotations

from datetime import date
from io import BytesIO

from flask_babel import force_locale
from openpyxl import Workbook

from wub.pages.filters import tanggal
from wub.reports.report import Report
from wub.reports.workbook import notes_sheet, numbers_sheet, summary_sheet, targets_sheet

SHEETS = ("Ringkasan", "Angka vs Hasil", "Target dan Capaian", "Catatan dan Definisi")


def summary(report: Report) -> bytes:
    """Always in Indonesian: it goes to the city's secretariat, whatever language its maker reads."""
    with force_locale("id"):
        book = Workbook()
        footer = f"WUB Banjarmasin – data sampai {tanggal(report.as_of)}"
        book.remove(book["Sheet"])
        first, numbers, targets, notes = (book.create_sheet(name) for name in SHEETS)
        summary_sheet.write(first, report, footer)
        numbers_sheet.write(numbers, report, footer)
        targets_sheet.write(targets, report, footer)
        notes_sheet.write(notes, report, footer)
        book.properties.title = f"Ringkasan Wira Usaha Baru {report.as_of.isoformat()}"
        book.properties.creator = "WUB Kota Banjarmasin"
        file = BytesIO()
        book.save(file)
    return file.getvalue()


def file_name(as_of: date) -> str:
    return f"wub-ringkasan-{as_of.isoformat()}.xlsx"
