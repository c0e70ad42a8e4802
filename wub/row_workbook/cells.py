"""Rows as the XML of a sheet: text stays text whatever it begins with, numbers and days stay such."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, NamedTuple

from wub.row_workbook.columns import Column, Kind

STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_DAY_ZERO = date(1899, 12, 30).toordinal()
_LONGEST = 32767  # what a cell may hold

MakeCell = Callable[[Any], str]


class Styles(NamedTuple):
    """Numbers of the looks in the workbook's own list."""

    text: int
    quoted: int  # text that begins like a formula, and is shown as text after an edit too
    number: int
    day: int


class Known(dict[Any, str]):
    """Cells of values that come again and again."""

    def __init__(self, make: MakeCell) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, value: Any) -> str:
        cell = self[value] = self._make(value)
        return cell


def makers(columns: Sequence[Column], styles: Styles) -> list[MakeCell]:
    found = []
    for column in columns:
        make = _maker(column, styles)
        found.append(Known(make).__getitem__ if column.repeats else make)
    return found


def rows_xml(rows: Sequence[Sequence[Any]], make: Sequence[MakeCell]) -> bytes:
    """Column by column, because that leaves the loops to the interpreter's own C."""
    if not rows:
        return b""
    columns = [map(one, values) for one, values in zip(make, zip(*rows, strict=True), strict=True)]
    lines = map("".join, zip(*columns, strict=True))
    return f"<row>{'</row><row>'.join(lines)}</row>".encode()


def _maker(column: Column, styles: Styles) -> MakeCell:
    plain, quoted = (f'<c t="inlineStr" s="{style}"><is><t>' for style in styles[:2])
    number, day = (f'<c s="{style}"><v>' for style in styles[2:])
    if column.kind is Kind.YEAR:  # without a point between its digits
        number = f'<c s="{styles.text}"><v>'
    absent = f"{plain}{_clean(column.absent)}</t></is></c>"
    tell = column.tell

    def text(value: Any) -> str:
        said = value if tell is None or value is None else tell(value)
        if said is None or said == "":
            return absent
        if not said.isprintable() or "&" in said or "<" in said or len(said) > _LONGEST:
            said = _clean(said)
        return f"{quoted if said.startswith(STARTS_A_FORMULA) else plain}{said}</t></is></c>"

    def whole(value: Any) -> str:
        said = value if tell is None or value is None else tell(value)
        return absent if said is None else f"{number}{said}</v></c>"

    def on(value: Any) -> str:
        return absent if value is None else f"{day}{value.toordinal() - _DAY_ZERO}</v></c>"

    return {Kind.TEXT: text, Kind.NUMBER: whole, Kind.YEAR: whole, Kind.DAY: on}[column.kind]


def _clean(text: str) -> str:
    return _NOT_IN_XML.sub("", text)[:_LONGEST].translate(_ESCAPES)
