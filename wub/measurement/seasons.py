"""Which two months may be compared: the same of the calendar, or at the same distance from Ramadan."""

from __future__ import annotations

from datetime import date, timedelta

from models.vocabulary import Sector

# Their sales follow Ramadan and Idulfitri, which move by eleven days a year.
BY_THE_MOON = frozenset({Sector.FOOD, Sector.FASHION})
RAMADAN = 9
EPOCH = date(622, 7, 19).toordinal()  # 1 Muharram 1 in the Gregorian calendar
CYCLE_DAYS, CYCLE_YEARS = 10_631, 30


def month_sold(as_of: date) -> date:
    """The last full month before a checkup, by its first day."""
    return (as_of.replace(day=1) - timedelta(days=1)).replace(day=1)


def comparable(base_month: date, month: date, sector: Sector) -> bool:
    if sector in BY_THE_MOON:
        return lunar_month(_middle(base_month)) == lunar_month(_middle(month))
    return base_month.month == month.month


def lunar_month(day: date) -> int:
    """1 Muharram … 9 Ramadan … 12, by the tabular calendar; a day or two off the sighted moon."""
    since = day.toordinal() - EPOCH
    rest = since % CYCLE_DAYS
    year = (CYCLE_YEARS * rest + 10_646) // CYCLE_DAYS
    return min(12, (rest - _days_before(year)) * 2 // 59 + 1)


def _days_before(year: int) -> int:
    """Days of a cycle before one of its years: 354 each, and eleven leap days in thirty years."""
    return 354 * (year - 1) + (3 + 11 * year) // CYCLE_YEARS


def _middle(month: date) -> date:
    return month.replace(day=15)
