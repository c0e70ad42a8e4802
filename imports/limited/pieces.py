"""Cuts the large sheets of an .xlsx, so that the parser holds one piece of its rows at a time.

The parser unfolds a whole sheet before it hands out the first row: 200 MB for two million cells. So each
piece becomes a sheet of its own, in a copy of the workbook. Cut is only where that is beyond doubt: between
rows with plain tags, before one that says its number. What cannot be cut so is read whole, as it came.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import TypeAlias

from imports.limited.parts import Archive

PIECE = 1 << 22  # bytes of XML: four thousand rows of twenty cells
_BOOK, _RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_LAST_SHEET, _LAST_RELATION = b"</sheets>", b"</Relationships>"
_SHEET = b'<sheet name="%b" sheetId="1" r:id="%b"/>'
_RELATION = b"""<Relationship Id="%b" Target="/xl/%b.xml" Type="%b"/>"""
_KIND = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
_PARSED = ("xl/", "_rels/", "[content_types].xml")
_ROW = re.compile(rb"<row[\s>]")
_NUMBERED_ROW = re.compile(rb'<row\s(?:[^>]*?\s)?r="[0-9]{1,7}"')
_END = b"</sheetData></worksheet>"
_UNSURE = (b"</sheetData", b"<!", b"<?")  # no more rows after this, or nothing that is surely one

Watch: TypeAlias = Callable[[bytes], None]


def to_be_cut(archive: Archive, sheets: Iterable[str]) -> set[str]:
    """The large ones of these parts; none where the workbook's directory cannot take further sheets."""
    large = {part for part in sheets if archive.sizes[part] > PIECE}
    lists = large and (archive.read(_BOOK).count(_LAST_SHEET), archive.read(_RELATIONS).count(_LAST_RELATION))
    return large if lists == (1, 1) else set()


def cut(archive: Archive, large: dict[str, Watch]) -> tuple[io.BytesIO, dict[str, list[int]]]:
    """A copy of the workbook, and sheet part → places of its further pieces, behind all sheets there were.

    `large`: the parts to be cut, each with somebody who is shown all of it on the way.
    """
    book, relations = archive.read(_BOOK), archive.read(_RELATIONS)
    prefix = b"potongan"
    while any(prefix in said for said in (book, relations, *map(str.encode, archive.names))):
        prefix += b"-"
    names: list[bytes] = []
    further: dict[str, list[int]] = {}
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as copy:
        for part in archive.names:
            if part in large:
                begun = len(names)
                _cut_sheet(copy, part, _shown(archive, part, large[part]), prefix, names)
                further[part] = list(range(begun, len(names)))
            elif part not in (_BOOK, _RELATIONS) and part.lower().startswith(_PARSED):
                _write(copy, part, archive.chunks(part))
        sheets = b"".join(_SHEET % (name, name) for name in names)
        _write(copy, _BOOK, [book.replace(_LAST_SHEET, sheets + _LAST_SHEET)])
        entries = b"".join(_RELATION % (name, name, _KIND) for name in names)
        _write(copy, _RELATIONS, [relations.replace(_LAST_RELATION, entries + _LAST_RELATION)])
    made.seek(0)
    return made, further


def _cut_sheet(
    copy: zipfile.ZipFile, part: str, blocks: Iterator[bytes], prefix: bytes, names: list[bytes]
) -> None:
    """Each piece begins as the sheet does, the last ends as it does; `names` learns all but the first."""
    first = next(blocks, b"")
    head = _head(first)
    rows, size, sure = first[len(head) :], 0, bool(head)
    target = copy.open(part, "w")
    target.write(head)
    for block in chain((rows,), blocks):
        if sure and size >= PIECE and _NUMBERED_ROW.match(block):
            target.write(_END)
            target.close()
            names.append(b"%b%d" % (prefix, len(names)))
            target = copy.open(f"xl/{names[-1].decode()}.xml", "w")
            target.write(head)
            size = 0
        target.write(block)
        size += len(block)
        sure = sure and not any(word in block for word in _UNSURE)
    target.close()


def _head(first: bytes) -> bytes:
    """All before the first row; nothing where the sheet does not begin as office programs write it."""
    row = _ROW.search(first)
    head = first[: row.start()] if row else b""
    plain = head.endswith(b"<sheetData>") and head.count(b"<worksheet") == 1 and b"<!" not in head
    return head if plain else b""


def _shown(archive: Archive, part: str, watch: Watch) -> Iterator[bytes]:
    for block in archive.blocks(part):
        watch(block)
        yield block


def _write(copy: zipfile.ZipFile, part: str, xml: Iterable[bytes]) -> None:
    with copy.open(part, "w") as target:
        for some in xml:
            target.write(some)
