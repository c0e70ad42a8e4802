"""Text at the door: one normal form, nothing invisible, bounded length; and the keys for comparing."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime
from functools import lru_cache

from imports.cells import Read
from imports.grid import Cell, Formula

# What people write for "nothing here". A zero is a number and does not belong to this list.
_NOTHING = frozenset(
    ("-", "--", "---", "–", "—", ".", "..", "...", "n/a", "na", "#n/a", "null", "nihil", "kosong")
).union(("tidak ada", "tdk ada", "blm ada", "belum ada", "tak terdefinisi"))
_LONGEST_NOTHING = max(map(len, _NOTHING))
_SPACES = re.compile(r"\s+")
_ERRORS = frozenset({"#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#N/A"})
_NOT_WORDS = re.compile(r"[^0-9a-z]+")
_BLANK: Read[str] = (None, ())


def clean(text: str) -> str:
    """NFC, single spaces, no control, bidirectional or other invisible characters."""
    if text.isprintable() and text.isascii():
        return " ".join(text.split()) if "  " in text else text.strip()
    text = unicodedata.normalize("NFC", text)
    kept = [c if unicodedata.category(c)[0] != "C" else " " if c in "\t\r\n" else "" for c in text]
    return _SPACES.sub(" ", "".join(kept)).strip()


def is_blank(cell: Cell) -> bool:
    """Empty, only blanks (also non-breaking ones) or a sign for nothing."""
    if type(cell) is not str:  # a Formula is no blank either
        return False
    text = cell.strip()
    return not text or (len(text) <= _LONGEST_NOTHING and text.lower() in _NOTHING)


def as_text(cell: Cell) -> str:
    """A number without its ".0", a day as 2018-03-09."""
    if isinstance(cell, str):
        return clean(cell)
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 2**53 else repr(cell)
    if isinstance(cell, datetime):
        return cell.isoformat(" ", "minutes")
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell)


def read_text(cell: Cell, longest: int = 200) -> Read[str]:
    if is_blank(cell):
        return _BLANK
    if isinstance(cell, Formula) or (isinstance(cell, str) and cell[0] == "#" and cell in _ERRORS):
        return None, (("formula", ""),)
    text = as_text(cell)
    if len(text) > longest:
        return text[:longest].rstrip(), (("too_long", str(longest)),)
    return (text or None), ()


@lru_cache(maxsize=20_000)
def key(text: str) -> str:
    """For comparing: lower case, no accents, every run of other signs one space."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
    return _NOT_WORDS.sub(" ", text.lower()).strip()
