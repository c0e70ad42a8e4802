"""Rupiah in every spelling of the old lists: whole rupiah as an integer, or unknown.

What names no single amount (a range, "more than", an amount a day) is asked about, never averaged or taken.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from math import isfinite

from imports.cells import Read
from imports.cells.spelled import spelled_number
from imports.cells.text import is_blank
from imports.grid import Cell, Formula

LARGEST = 10**13
SMALLEST = 1_000  # nobody sells for less in a month: such a figure was meant in thousands or millions
DOUBTED = 10**9  # in a column of thousands: perhaps somebody wrote whole rupiah
_WORDS = {
    "": 0, "rb": 1_000, "ribu": 1_000, "rbu": 1_000, "k": 1_000,
    "jt": 1_000_000, "juta": 1_000_000, "jta": 1_000_000, "jeti": 1_000_000,
    "m": 1_000_000_000, "miliar": 1_000_000_000, "milyar": 1_000_000_000, "mlyr": 1_000_000_000,
}  # fmt: skip
_ABOUT = re.compile(r"(?:±|\+/-|\+-|kurang lebih|sekitar|kira-?kira|kisaran|lbh krg|\bca\.?|~)\s*")
_BOUND = re.compile(
    r"(?:[<>≤≥]=?|(?:kurang|lebih) dari|di ?(?:atas|bawah)|min(?:imal)?\b\.?|maks?(?:imal)?\b\.?"
    r"|paling (?:sedikit|banyak)|sampai|hingga|s/d)\s*"
)
_PERIOD = re.compile(r"\s*(?:/|\bper\b|\bper(?=[a-z]))\s*(bulan|bln|bl|hari|hr|minggu|mgg|tahun|thn|th)\b\.?")
_MONTHLY = ("bulan", "bln", "bl")
_RANGE = re.compile(r"\s*(?:[-–—]|\bs\s*[/.]?\s*d\b\.?|\bsampai\b|\bhingga\b)\s*")
_PIECE = re.compile(
    r"(?P<digits>[0-9]{1,3}(?: [0-9]{3})+(?![0-9])|[0-9]+(?:[.,][0-9]+)*)\s*(?P<word>[a-z]*)\.?\s*"
)
_CURRENCY = re.compile(r"^(?:rp|idr)\b\.?\s*|^rp\.?\s*(?=[0-9-])|\s*\brupiah$")
_ENDING = re.compile(r"[.,]?\s*[-–]+$|[.,]$|[\s-]+an$")
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:([.,])[0-9]{3})(?:\1[0-9]{3})*")
_NOTHING_AFTER_RP = re.compile(r"(?:rp|idr)?[\s.,:–-]*")
_UNIT = re.compile(
    r"(?P<millions>(?<![0-9])(?<![0-9]\s)\b(?:jutaan|juta|jt)\b|rp\.?\s*[.,]?\s*\(?'?0{3}[.,]0{3}\b"
    r"|(?<![0-9.,])0{3}[.,]0{3}\b|x\s*(?:rp\.?\s*)?1[.,]?000[.,]?000\b)"
    r"|(?P<thousands>rp\.?\s*[.,]?\s*\(?'?0{3}\b|\(\s*[.,']?0{3}(?:[.,]-)?\s*\)|(?<![0-9])'0{3}\b"
    r"|(?<![0-9])(?<![0-9]\s)\bribu(?:an)?\b|x\s*(?:rp\.?\s*)?1[.,]?000\b)",
    re.IGNORECASE,
)
_BLANK: Read[int] = (None, ())
_UNREADABLE: Read[int] = (None, (("money_unreadable", ""),))


def unit_of(heading: str) -> int:
    """1000 for "Nilai (Rp.000)" or "dalam ribuan", 1,000,000 for "juta" or "Rp.000.000", else 1."""
    found = _UNIT.search(heading)
    if not found:
        return 1
    return 1_000_000 if found["millions"] else 1_000


def read_money(cell: Cell, unit: int = 1) -> Read[int]:
    if isinstance(cell, float):
        if not isfinite(cell):
            return _UNREADABLE
        return _bounded(int(cell) * unit if cell.is_integer() else round(Decimal(repr(cell)) * unit), unit)
    if isinstance(cell, Formula):
        return None, (("formula", ""),)
    if isinstance(cell, str):
        return _BLANK if is_blank(cell) else _from_text(cell, unit)
    return _UNREADABLE


@lru_cache(maxsize=50_000)
def _from_text(said: str, unit: int) -> Read[int]:
    text = " ".join(said.replace("'", "").lower().split())
    if _NOTHING_AFTER_RP.fullmatch(text):
        return _BLANK
    if (text.startswith("-") or re.match(r"(?:rp|idr)\.?\s*-\s*[0-9]", text)) or re.fullmatch(
        r"\([0-9.,]+\)", text
    ):
        return None, (("money_negative", ""),)
    if period := _PERIOD.search(text):
        if period[1] not in _MONTHLY:
            return None, (("money_period", ""),)
        text = (text[: period.start()] + " " + text[period.end() :]).strip()
    text = _ABOUT.sub("", text)
    if bound := _BOUND.match(text):
        limit = _amount(text[bound.end() :], unit)
        return _UNREADABLE if limit is None else (None, (("money_bound", _shown(limit)),))
    amount = _amount(text, unit)
    if amount is not None:
        return _bounded(amount, unit)
    return _between(text, unit) or _UNREADABLE


def _between(text: str, unit: int) -> Read[int] | None:
    """ "2-3 juta": both ends are told, neither is taken."""
    parts = _RANGE.split(text)
    if len(parts) != 2:
        return None
    high = _amount(parts[1], unit)
    low = _amount(parts[0], unit)
    ending = re.search(r"[a-z]+[\s-]*(?:an)?$", parts[1])
    if ending and not re.search(r"[a-z]$", parts[0]):
        low = _amount(f"{parts[0]} {ending[0]}", unit)
    if low is None or high is None:
        return None
    return None, (("money_range", f"{_shown(low)} – {_shown(high)}"),)


def _amount(text: str, unit: int) -> int | None:
    """One amount: digits, or words, or "1 juta 500 ribu"; None when it is not plainly one."""
    text = _CURRENCY.sub("", text.strip())
    text = _ENDING.sub("", _ENDING.sub("", text)).strip()
    total, largest, at = Decimal(0), 0, 0
    while at < len(text):
        found = _PIECE.match(text, at)
        if not found or (at and not largest):
            return spelled_number(text) if not at else None
        word = found["word"] if found["word"] in _WORDS else found["word"].removesuffix("an")
        factor = _WORDS.get(word)
        number = _number(found["digits"].replace(" ", ""), factor or 0)
        if factor is None or number is None or (at and not 0 < factor < largest):
            return None
        total, largest, at = total + number * (factor or unit), factor, found.end()
    return round(total) if text else None


def _number(digits: str, word: int) -> Decimal | None:
    """1.500.000 and 1,500,000 are thousands; 1,5 and 1.5 decimals; 1,500 with "jt" beside it is 1.5.

    "1.500 ribu" may mean either, so it is no number.
    """
    if word == _WORDS["ribu"] and _THOUSANDS.fullmatch(digits):
        return None
    if _THOUSANDS.fullmatch(digits) and not (word and len(digits) <= 7 and _one_sign(digits)):
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


def _bounded(amount: int, unit: int) -> Read[int]:
    if amount < 0:
        return None, (("money_negative", ""),)
    if amount > LARGEST:
        return None, (("money_too_large", ""),)
    if 0 < amount < SMALLEST:
        return None, (("money_small", ""),)
    if unit > 1 and amount >= DOUBTED:
        return amount, (("money_unit_doubt", _shown(amount)),)
    return amount, ()


def _shown(amount: int) -> str:
    return f"Rp{amount:,}".replace(",", ".")
