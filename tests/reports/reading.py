"""Reads the page and the workbook as a person would: rows by name, cells by heading."""

from __future__ import annotations

from html.parser import HTMLParser
from io import BytesIO

from openpyxl import load_workbook


class _Page(HTMLParser):
    def __init__(self):
        super().__init__()
        self.rows, self.links, self.cell, self.quiet = [], [], None, 0

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if tag == "tr":
            self.rows.append({})
        elif tag == "td":
            self.cell = attributes.get("data-label")
            self.rows[-1][self.cell] = ""
        elif tag == "svg":
            self.quiet += 1
        elif tag == "a":
            self.links.append(attributes.get("href", ""))

    def handle_endtag(self, tag):
        if tag == "td":
            self.cell = None
        elif tag == "svg":
            self.quiet -= 1

    def handle_data(self, text):
        if self.cell and not self.quiet:
            self.rows[-1][self.cell] += text


def page(html: str) -> tuple[list[dict[str, str]], list[str]]:
    """Rows of all tables (heading → words), and all addresses."""
    reader = _Page()
    reader.feed(html)
    rows = [{label: " ".join(text.split()) for label, text in row.items()} for row in reader.rows if row]
    return rows, reader.links


def workbook(content: bytes):
    return load_workbook(BytesIO(content))


def sheet_rows(sheet, heading_row: int = 4) -> list[dict[str, object]]:
    headings = [cell.value for cell in sheet[heading_row]]
    rows = sheet.iter_rows(min_row=heading_row + 1, values_only=True)
    return [dict(zip(headings, row, strict=True)) for row in rows if row[0]]
