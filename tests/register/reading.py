"""The workbook that people take away, read as a spreadsheet reads it."""

from __future__ import annotations

from io import BytesIO

from openpyxl import load_workbook


def rows_of(answer, sheet="Peserta"):
    """Every row as heading and value."""
    first, *rows = load_workbook(BytesIO(answer.get_data()))[sheet].iter_rows(values_only=True)
    return [dict(zip(first, row, strict=True)) for row in rows]
