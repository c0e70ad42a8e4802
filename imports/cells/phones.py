"""Phone numbers to +62 form; a cell often holds two, and Excel often took the leading zero."""

from __future__ import annotations

import re

from imports.cells import Read
from imports.cells.text import as_text, is_blank
from imports.grid import Cell, Formula

_APART = re.compile(r"[/;,\n|&]+|\b(?:dan|atau|dn)\b", re.IGNORECASE)
_PLAIN = re.compile(r"08[0-9]{8,11}")
_SIGNS = re.compile(r"[\s.\-()'\"`‘’+ ​]+")
_WORDS = re.compile(r"^(?:(?:hp|wa|telp?|telepon|tlp|fax|no|rumah|rmh|kantor)\b[.:\s]*)+", re.IGNORECASE)
_BESIDE = re.compile(r"\([^0-9()]*\)|(?<=[0-9])\s+[a-z][^0-9]*$", re.IGNORECASE)
_MOBILE = re.compile(r"(?<![0-9A-Za-z])(?:\+?62[\s.-]*|0)8(?:[\s.-]?[0-9]){8,11}(?![0-9A-Za-z])")
_BLANK: Read[tuple[str, ...]] = (None, ())


def read_phones(cell: Cell) -> Read[tuple[str, ...]]:
    """All numbers of a cell, mobile ones first, each as +62…; what is left unread is a trouble."""
    if isinstance(cell, str) and _PLAIN.fullmatch(cell):
        return ("+62" + cell[1:],), ()
    if isinstance(cell, Formula):
        return None, (("formula", ""),)
    if is_blank(cell) or cell == 0:
        return _BLANK
    pieces = _APART.split(cell) if isinstance(cell, str) else [as_text(cell)]
    numbers, troubles = [], []
    for piece in pieces:
        if is_blank(piece):
            continue
        found = _read_piece(piece)
        if found is None:
            troubles.append(("phone_unreadable", ""))
        else:
            numbers += [number for number in found if number not in numbers]
    if isinstance(cell, float) and cell % 1000 == 0:
        troubles.append(("phone_suspicious", ""))
    numbers.sort(key=lambda number: not number.startswith("+628"))
    return (tuple(numbers) or None), tuple(dict.fromkeys(troubles))


def _read_piece(piece: str) -> list[str] | None:
    """One number, or several written one after the other; None when digits would be left over."""
    bare = _WORDS.sub("", _BESIDE.sub("", piece.strip()).strip())
    digits = _SIGNS.sub("", bare)
    if not digits:
        return []
    foreign = bare.startswith("+") and not digits.startswith("62")
    number = None if foreign else international(digits)
    if number is not None:
        return [number]
    several = _MOBILE.findall(piece)
    if not several or re.search(r"[0-9]", _MOBILE.sub(" ", piece)):
        return None
    return [one for text in several if (one := international(_SIGNS.sub("", text)))]


def international(digits: str) -> str | None:
    """08…, 628…, 8… (lost zero) and area codes as +62…; None unless it has 9 to 13 digits in local form."""
    if not digits.isascii() or not digits.isdigit():
        return None
    if digits.startswith("0062"):
        digits = digits[4:]
    elif digits.startswith("62") and len(digits) > 10:
        digits = digits[2:]
    national = digits.lstrip("0")
    shortest = 9 if national.startswith("8") else 8
    return "+62" + national if shortest <= len(national) <= 12 else None
