"""The days on which results are measured."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from functools import lru_cache


@lru_cache(maxsize=1 << 16)  # a city enrols thousands on the same days
def anniversary(enrolled_on: date, months: int) -> date:
    """The day a round falls due; 29 February falls on the 28th where there is no 29th."""
    year, month = divmod(enrolled_on.year * 12 + enrolled_on.month - 1 + months, 12)
    return date(year, month + 1, min(enrolled_on.day, monthrange(year, month + 1)[1]))
