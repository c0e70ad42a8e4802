"""What an .xls says beside its cells: the records of its workbook stream, walked once."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from functools import partial

from imports.limited.compound import stream
from imports.limited.facts import Facts, Refused, SheetFacts, nothing_lost

_BOF, _EOF, _FILEPASS, _DATEMODE, _BOUNDSHEET = 0x809, 0x0A, 0x2F, 0x22, 0x85
_ROW, _COLINFO = 0x208, 0x7D
_NUMBERS = (0x203, 0x27E, 0xBD)  # NUMBER, RK, MULRK: certainly values; texts may be blank
_HIDDEN_ROW, _HIDDEN_COLUMN = 0x20, 0x01


def look(data: bytes) -> Facts:
    """Empty facts for what cannot be walked: the parser of the cells judges whether it is a workbook."""
    facts = Facts()
    book = stream(data, ("workbook", "book"))
    if book is None:
        return facts
    try:
        for name, start in _globals(book, facts):
            facts.sheets[name] = _sheet(book, start)
    except (struct.error, IndexError, UnicodeDecodeError):
        return facts
    return facts


def _globals(book: bytes, facts: Facts) -> list[tuple[str, int]]:
    sheets = []
    for kind, body in _records(book, 0):
        if kind == _FILEPASS:
            raise Refused("encrypted")
        if kind == _DATEMODE:
            facts.since_1904 = body[:1] == b"\x01"
        elif kind == _BOUNDSHEET:
            (start,) = struct.unpack_from("<I", body)
            length, wide = body[6], body[7]
            text = body[8 : 8 + length * (2 if wide & 1 else 1)]
            sheets.append((text.decode("utf-16-le" if wide & 1 else "latin-1"), start))
    return sheets


def _sheet(book: bytes, start: int) -> SheetFacts:
    about = SheetFacts()
    rows: set[int] = set()
    for kind, body in _records(book, start):
        if kind in _NUMBERS:
            rows.add(struct.unpack_from("<H", body)[0] + 1)
        elif kind == _ROW:
            if len(body) >= 14 and body[12] & _HIDDEN_ROW:
                about.hidden_rows.append(struct.unpack_from("<H", body)[0] + 1)
        elif kind == _COLINFO:
            first, last, _width, _style, flags = struct.unpack_from("<5H", body)
            if flags & _HIDDEN_COLUMN:
                about.hidden_columns += range(first, min(last, 255) + 1)
    about.check = partial(nothing_lost, rows)
    return about


def _records(book: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """Of one stretch from its BOF to its EOF; those of a chart inside it are passed over."""
    depth = 0
    while at + 4 <= len(book):
        kind, length = struct.unpack_from("<HH", book, at)
        if kind == _BOF:
            depth += 1
        elif kind == _EOF:
            depth -= 1
            if depth <= 0:
                return
        elif depth == 1:
            yield kind, book[at + 4 : at + 4 + length]
        at += 4 + length
