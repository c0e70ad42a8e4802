"""Whether two names can be one person's: pure comparison, tolerant of order, titles and spelling."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

ALIKE = 75  # of 100; "Siti Rahmah" and "St. Rahmah" pass, two different people do not
_TITLES = re.compile(
    r"\b(?:hj?|haji|hajjah|ir|dr|drs|dra|s\.?\w{1,4}|bpk|bapak|ibu|tn|ny)\b\.?", re.IGNORECASE
)
_SIGNS = re.compile(r"[^\w\s]")


def same_name(one: str, other: str) -> bool:
    """Symmetric. Blank names are nobody's."""
    left, right = _plain(one), _plain(other)
    return bool(left and right) and fuzz.token_set_ratio(left, right) >= ALIKE


def _plain(name: str) -> str:
    lower = name.casefold()
    return " ".join(_SIGNS.sub(" ", _TITLES.sub(" ", lower)).split()) or " ".join(
        _SIGNS.sub(" ", lower).split()
    )
