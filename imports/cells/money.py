"""Rupiah in every spelling of the old lists: whole rupiah as an integer, or unknown."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from imports.cells import Read
from imports.cells.text import is_blank
from imports.grid import Cell, Formula

LARGEST = 10**13
_WORDS = {
    "": 0, "rb": 1_000, "ribu": 1_000, "rbu": 1_000, "k": 1_000,
    "jt": 1_000_000, "juta": 1_000_000, "jta": 1_000_000, "jeti": 1_000_000,
    "m": 1_000_000_000, "miliar": 1_000_000_000, "milyar": 1_000_000_000, "mlyr": 1_000_000_000,
}  # fmt: skip
_AMOUNT = re.compile(
    r"(?:±|\+/-|\+-|kurang lebih|sekitar|kira-?kira|kisaran|lbh krg|\bca\.?|~|>|<)?\s*"
    r"(?:rp\.?|idr)?\s*(?P<sign>-)?\s*(?P<digits>[0-9][0-9.,]*?)\s*(?P<word>[a-z]*)\s*[.,]?-?"
    r"(?:\s*(?:/|per)\s*(?:bulan|bln|bl))?\s*(?:rupiah)?\s*"
)
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:([.,])[0-9]{3})(?:\1[0-9]{3})*")
_UNIT = re.compile(
    r"(rp\.?\s*[.,]?\s*0{3}\b|ribu(?:an)?\b|x\s*1[.,]?000\b)|((?:juta(?:an)?|\bjt)\b)", re.IGNORECASE
)
_BLANK: Read[int] = (None, ())


def unit_of(heading: str) -> int:
    """1000 for "Nilai (Rp.000)" or "dalam ribuan", 1,000,000 for "juta", else 1."""
    found = _UNIT.search(heading)
    if not found:
        return 1
    return 1_000 if found.group(1) else 1_000_000


def read_money(cell: Cell, unit: int = 1) -> Read[int]:
    if isinstance(cell, float):
        return _bounded(int(cell) * unit if cell.is_integer() else round(Decimal(repr(cell)) * unit))
    if isinstance(cell, Formula):
        return None, (("formula", ""),)
    if isinstance(cell, str):
        return _BLANK if is_blank(cell) else _from_text(cell, unit)
    return None, (("money_unreadable", ""),)


@lru_cache(maxsize=50_000)
def _from_text(said: str, unit: int) -> Read[int]:
    text = " ".join(said.replace("'", "").lower().split())
    found = _AMOUNT.fullmatch(text)
    if not found:
        return None, (("money_unreadable", ""),)
    word = found["word"].removesuffix("an") if found["word"] not in _WORDS else found["word"]
    if word in ("rupiah", "rp"):
        word = ""
    factor = _WORDS.get(word)
    number = _number(found["digits"].rstrip(".,"), with_word=bool(factor))
    if factor is None or number is None:
        return None, (("money_unreadable", ""),)
    amount = round(number * (factor or unit))
    return _bounded(-amount if found["sign"] else amount)


def _number(digits: str, *, with_word: bool) -> Decimal | None:
    """1.500.000 and 1,500,000 are thousands; 1,5 and 1.5 decimals; 1,500 with "jt" beside it is 1.5."""
    if _THOUSANDS.fullmatch(digits) and not (with_word and len(digits) <= 7 and _one_sign(digits)):
        return Decimal(re.sub(r"[.,]", "", digits))
    last = max(digits.rfind("."), digits.rfind(","))
    if last < 0:
        return Decimal(digits)
    whole, decimals = digits[:last], digits[last + 1 :]
    if re.search(r"[.,]", whole):
        if not _THOUSANDS.fullmatch(whole) or digits[last] in whole:
            return None
        whole = re.sub(r"[.,]", "", whole)
    return Decimal(f"{whole}.{decimals}") if decimals else Decimal(whole)


def _one_sign(digits: str) -> bool:
    return digits.count(".") + digits.count(",") == 1


def _bounded(amount: int) -> Read[int]:
    if amount < 0:
        return None, (("money_negative", ""),)
    if amount > LARGEST:
        return None, (("money_too_large", ""),)
    return amount, ()
