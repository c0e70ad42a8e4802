"""How people write whole numbers and rupiah, and how they are shown back."""

from __future__ import annotations

import re

from imports.cells.money import read_money

_GROUPED = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*")
_NO_CENTS = re.compile(r"[.,]0{1,2}$|,-{1,2}$|\.-$")
_SPOKEN = re.compile(r"\d\s*(?:rb|ribu|jt|juta)\b", re.IGNORECASE)
_RUPIAH = re.compile(r"^(?:rp|idr)\.?\s*", re.IGNORECASE)


class Unreadable(ValueError):
    """Not a whole number in any spelling that means only one thing."""


def read_whole(text: str) -> int | None:
    """1.500.000, 1,500,000 or 1500000; None for blank. Anything that could mean two things is refused."""
    said = "".join(text.split())
    if not said:
        return None
    sign, digits = (-1, said[1:]) if said[0] in "-−" else (1, said)
    if _GROUPED.fullmatch(digits):
        digits = digits.replace(".", "").replace(",", "")
    if not digits.isascii() or not digits.isdigit() or len(digits) > 18:
        raise Unreadable(text)
    return sign * int(digits)


def read_rupiah(text: str) -> int | None:
    """Rp 1.500.000 · 1.500.000,00 · 1.500.000,- ; 1,5 juta is refused: accounts are kept to the rupiah."""
    said = text.strip()
    sign = ""
    if said[:1] in ("-", "−"):
        sign, said = "-", said[1:].strip()
    said = _RUPIAH.sub("", said)
    whole = _NO_CENTS.sub("", said)
    return read_whole(sign + whole) if said else None


def read_spoken_rupiah(text: str) -> int | None:
    """As people tell their sales: `1,5 jt` and `750 rb`, too, by the same rules as in lists."""
    if not _SPOKEN.search(text):
        return read_rupiah(text)
    value, faults = read_money(text)
    if value is None or faults:
        raise Unreadable(text)
    return value


def grouped(value: int | None) -> str:
    """1500000 → 1.500.000"""
    return "" if value is None else f"{value:,}".replace(",", ".")
