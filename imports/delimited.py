"""Delimited text (.csv) as a sheet: finds the encoding and the separator that were used."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter

from imports.grid import Cell, Row, Sheet
from imports.packed import PackedRows
from imports.refusals import FileRefused

SHEET_NAME = "csv"
_LONGEST_FIELD = 100_000
_AS_TEXT = re.compile(r'="([^"]*)"')


def read_delimited(data: bytes) -> Sheet:
    """One sheet. A row is a record, so a line break inside quotes does not move the rows below it."""
    text = decode(data)
    first, _, rest = text.partition("\n")
    if first.lower().startswith("sep=") and len(first.strip()) == 5:
        separator, text = first[4], "\n" + rest  # Excel's own hint; the line stays counted
    else:
        separator = find_separator(text)
    rows = _records(text, separator)
    _refuse_swallowed_rows(rows, text, separator)
    if '="' in text:
        rows = [[_typed(cell) for cell in row] for row in rows]
    for row in rows:
        while row and row[-1] == "":
            row.pop()
    while rows and not rows[-1]:
        rows.pop()
    return Sheet(SHEET_NAME, PackedRows(rows), width=max(map(len, rows), default=0))


def _records(text: str, separator: str, *, strict: bool = False) -> list[Row]:
    try:
        csv.field_size_limit(_LONGEST_FIELD)
        return [
            list(one) for one in csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=strict)
        ]
    except csv.Error:
        raise FileRefused("open_quote" if strict else "damaged") from None


def _refuse_swallowed_rows(rows: list[Row], text: str, separator: str) -> None:
    """A quote that nobody closed takes the rows below it into one cell: people would be lost in silence.

    Told by a line inside a cell that has the separators of a whole row, or by quotes that do not pair.
    """
    if not any("\n" in str(cell) for row in rows for cell in row):
        return
    usual = Counter(len(row) for row in rows if len(row) > 2)
    width = usual.most_common(1)[0][0] if usual else 0
    for row in rows:
        for cell in row:
            lines = str(cell).split("\n")[1:]
            if width and any(line.count(separator) >= width - 1 for line in lines):
                raise FileRefused("open_quote")
    _records(text, separator, strict=True)


def _typed(cell: Cell) -> Cell:
    """="0812…" is how other programs keep the digits of a number in front of Excel."""
    if isinstance(cell, str) and (found := _AS_TEXT.fullmatch(cell)):
        return found[1]
    return cell


def decode(data: bytes) -> str:
    """Byte order mark, UTF-16 without one, UTF-8, else Windows-1252 as Excel in Indonesia saves it."""
    if data.startswith(codecs.BOM_UTF8):
        return _strict(data, "utf-8-sig")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _strict(data, "utf-16")
    start = data[:4096]
    if start.count(0) > len(start) // 4:
        return _strict(data, "utf-16-le" if start[1::2].count(0) > start[::2].count(0) else "utf-16-be")
    if b"\x00" in data:
        raise FileRefused("not_a_workbook")
    if sum(byte < 9 or 13 < byte < 32 for byte in start) > len(start) // 50:
        raise FileRefused("not_a_workbook")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def find_separator(text: str) -> str:
    """The one that cuts most of the first lines into the same number of fields."""
    lines = [line for line in text[:50_000].splitlines()[:60] if line.strip()]
    best, best_score = ",", 0.0
    for separator in (",", ";", "\t"):
        counts = Counter(_outside_quotes(line).count(separator) for line in lines)
        score = max((times * (fields**0.5) for fields, times in counts.items() if fields), default=0.0)
        if score > best_score:
            best, best_score = separator, score
    return best


def _outside_quotes(line: str) -> str:
    return "".join(line.split('"')[::2])


def _strict(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise FileRefused("damaged") from None
    if "\x00" in text:
        raise FileRefused("not_a_workbook")
    return text
