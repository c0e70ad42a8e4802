"""Which days a rhythm freezes, and when: the end of a period, a week later, when its reports are in.

A week, because an entry counts as on time up to seven days after what it tells (I10).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from models.vocabulary import Rhythm
from wub.clock import WITA

DAYS_TO_REPORT = 7
LAST_MONTHS = {Rhythm.MONTHLY: range(1, 13), Rhythm.QUARTERLY: (3, 6, 9, 12), Rhythm.NEVER: ()}


class Due(NamedTuple):
    """The last day of a period, and the first instant that is too late to be in its snapshot."""

    as_of: date
    known_until: datetime


def due(rhythm: Rhythm, since: date, today: date) -> Iterator[Due]:
    """Every period that ended since and whose week of reports is over: perhaps late, but none is lost."""
    year, month = since.year, since.month
    while (year, month) <= (today.year, today.month):
        following = date(year + month // 12, month % 12 + 1, 1)
        ends_on, freezes_on = following - timedelta(days=1), following + timedelta(days=DAYS_TO_REPORT)
        if month in LAST_MONTHS[rhythm] and ends_on >= since and freezes_on <= today:
            yield Due(ends_on, datetime.combine(freezes_on, time(), WITA))
        year, month = following.year, following.month


def name_of(rhythm: Rhythm, as_of: date) -> str:
    if rhythm is Rhythm.QUARTERLY:
        return f"Triwulan {(as_of.month + 2) // 3} {as_of.year}"
    return f"Bulan {as_of.month:02} {as_of.year}"
