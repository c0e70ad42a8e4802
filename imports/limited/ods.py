"""What an .ods says beside its cells. Its repeated rows and cells are judged before anybody unfolds them."""

from __future__ import annotations

import io
from functools import partial
from typing import Any
from xml.etree import ElementTree  # a DOCTYPE is refused before anything is parsed, so there are no entities

from imports.limited.facts import Facts, Refused, SheetFacts, nothing_lost
from imports.limited.parts import Archive, inspect

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_CELLS = (TABLE + "table-cell", TABLE + "covered-table-cell")


def look(data: bytes, max_rows: int, max_columns: int) -> Facts:
    archive = Archive(data)
    inspect(archive)
    if "META-INF/manifest.xml" in archive.names and b"encryption-data" in archive.read(
        "META-INF/manifest.xml"
    ):
        raise Refused("encrypted")
    facts = Facts()
    walk = _Walk(facts, max_rows, max_columns)
    try:
        for event, node in ElementTree.iterparse(  # noqa: S314
            io.BytesIO(archive.read("content.xml")), events=("start", "end")
        ):
            walk.take(event, node)
    except ElementTree.ParseError:
        raise Refused("damaged") from None
    return facts


class _Walk:
    def __init__(self, facts: Facts, max_rows: int, max_columns: int) -> None:
        self.facts, self.max_rows, self.max_columns = facts, max_rows, max_columns
        self.sheet = SheetFacts()
        self.valued: set[int] = set()
        self.row = self.column = 0
        self.has_value = False

    def take(self, event: str, node: Any) -> None:
        if event == "start":
            if node.tag == TABLE + "table":
                self._begin(node)
            elif node.tag == TABLE + "table-row":
                self.column, self.has_value = 0, False
        elif node.tag in _CELLS:
            self._end_cell(node)
        elif node.tag == TABLE + "table-row":
            self._end_row(node)
        elif node.tag == TABLE + "null-date":
            self.facts.since_1904 = node.get(TABLE + "date-value", "").startswith("1904")
        elif node.tag == TABLE + "table-column":
            self._end_column(node)

    def _begin(self, node: Any) -> None:
        self.sheet, self.valued, self.row, self.column = SheetFacts(), set(), 0, 0
        self.sheet.check = partial(nothing_lost, self.valued)
        self.facts.sheets[node.get(TABLE + "name", "")] = self.sheet

    def _end_column(self, node: Any) -> None:
        times = _times(node, "number-columns-repeated")
        if _hidden(node):
            self.sheet.hidden_columns += range(self.column, self.column + min(times, self.max_columns))
        self.column += times

    def _end_cell(self, node: Any) -> None:
        times = _times(node, "number-columns-repeated")
        valued = _valued(node)
        if valued and self.column + times > self.max_columns:
            raise Refused("too_many_columns")
        wide, high = _times(node, "number-columns-spanned"), _times(node, "number-rows-spanned")
        if wide > 1 or high > 1:
            top = self.row + 1
            self.sheet.merged.append((top, self.column, top + high - 1, self.column + wide - 1))
        self.has_value = self.has_value or valued
        self.column += times
        node.clear()

    def _end_row(self, node: Any) -> None:
        times = _times(node, "number-rows-repeated")
        if self.has_value:
            if self.row + times > self.max_rows:
                raise Refused("too_many_rows")
            self.valued.update(range(self.row + 1, self.row + times + 1))
            if _hidden(node):
                self.sheet.hidden_rows += range(self.row + 1, self.row + times + 1)
        self.row += times
        node.clear()


def _valued(cell: Any) -> bool:
    kind = cell.get(OFFICE + "value-type")
    if kind and kind != "string":
        return True
    return bool("".join(cell.itertext()).strip())


def _times(node: Any, attribute: str) -> int:
    said = node.get(TABLE + attribute, "1")
    return int(said) if said.isascii() and said.isdigit() and len(said) < 10 else 1


def _hidden(node: Any) -> bool:
    return str(node.get(TABLE + "visibility", "visible")) != "visible"
