"""Lists as .xls and .ods: the one by xlwt, the other written by hand."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import date
from typing import Any
from xml.sax.saxutils import escape

import xlwt

OPEN = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3"><office:body>'
    "<office:spreadsheet>"
)
CLOSE = "</office:spreadsheet></office:body></office:document-content>"


def xls(
    *rows: Sequence[Any], hidden: Sequence[int] = (), since_1904: bool = False, title: str = "WUB 2018"
) -> bytes:
    """`hidden`: row numbers as in the file."""
    book = xlwt.Workbook()
    book.dates_1904 = since_1904
    page = book.add_sheet(title)
    day = xlwt.easyxf(num_format_str="DD/MM/YYYY")
    for at, row in enumerate(rows):
        for column, value in enumerate(row):
            if value is not None:
                page.write(at, column, value, *([day] if isinstance(value, date) else []))
        page.row(at).hidden = at + 1 in hidden
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def ods(*rows: Sequence[Any] | str, title: str = "WUB 2018", before: str = "", manifest: str = "") -> bytes:
    """A row that is text already is taken as it stands."""
    lines = "".join(row if isinstance(row, str) else ods_row(row) for row in rows)
    content = f'{OPEN}{before}<table:table table:name="{title}">{lines}</table:table>{CLOSE}'
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", f"<manifest>{manifest}</manifest>")
    return file.getvalue()


def ods_row(cells: Sequence[Any], attributes: str = "") -> str:
    return f"<table:table-row {attributes}>{''.join(map(_ods_cell, cells))}</table:table-row>"


def _ods_cell(value: Any) -> str:
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, date):
        kind = f'office:value-type="date" office:date-value="{value.isoformat()}"'
    elif isinstance(value, int | float):
        kind = f'office:value-type="float" office:value="{value}"'
    else:
        kind = 'office:value-type="string"'
    return f"<table:table-cell {kind}><text:p>{escape(str(value))}</text:p></table:table-cell>"
