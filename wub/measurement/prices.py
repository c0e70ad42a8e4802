"""Rupiah of one month in the prices of another (IHK)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple


class Price(NamedTuple):
    period: date  # first day of the month, or of the year
    monthly: bool
    base_year: int
    place: str
    value: Decimal


class Prices:
    """The series of a place; a monthly figure goes before the year's, and two base years never mix."""

    def __init__(self, known: Iterable[Price] = ()) -> None:
        self._series: dict[tuple[bool, int, str], dict[date, Fraction]] = {}
        for price in known:
            series = self._series.setdefault((price.monthly, price.base_year, price.place), {})
            series[price.period] = Fraction(price.value)
        self._in_order = sorted(self._series, key=lambda key: (not key[0], -key[1], key[2]))
        self._pairs: dict[tuple[date, date], tuple[Fraction, Fraction] | None] = {}

    def pair(self, base_month: date, month: date) -> tuple[Fraction, Fraction] | None:
        """The index of both months from one series: monthly first, the newest base year first."""
        if (base_month, month) not in self._pairs:
            self._pairs[base_month, month] = self._found(base_month, month)
        return self._pairs[base_month, month]

    def _found(self, base_month: date, month: date) -> tuple[Fraction, Fraction] | None:
        for key in self._in_order:
            then, now = (self._series[key].get(_period(day, key[0])) for day in (base_month, month))
            if then is not None and now is not None:
                return then, now
        return None


def _period(day: date, monthly: bool) -> date:
    return day.replace(day=1) if monthly else day.replace(month=1, day=1)
