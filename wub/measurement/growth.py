"""I4: sales now against sales then, in the prices of then; never a mean of ratios, nor without the closed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property
from math import inf
from typing import NamedTuple

from models.vocabulary import N_, Code, Sector, Status
from wub.measurement.checkups import Finding
from wub.measurement.medians import at, median
from wub.measurement.prices import Prices
from wub.measurement.rates import Counts
from wub.measurement.seasons import comparable, month_sold


@dataclass(frozen=True)
class Rule:
    """The parameters of a version of I4."""

    month: int = 12
    window_days: int = 60
    rise_percent: int = 10

    @property
    def rise(self) -> Fraction:
        return Fraction(self.rise_percent, 100)


class Why(Code):
    """How two sales are compared, or why they cannot be."""

    SAME_MONTH = "bulan_sama", N_("Bulan yang sama")
    SAME_SEASON = "musim_sama", N_("Musim yang sama")
    TYPICAL = "bulan_biasa", N_("Bulan biasa")
    CLOSED = "tutup_nol", N_("Usaha tidak berjalan: penjualan nol")
    NO_BASELINE = "tanpa_data_dasar", N_("Penjualan awal belum diketahui")
    NOT_KNOWN_NOW = "tanpa_data_kini", N_("Penjualan kini belum diketahui")
    MONTHS_DIFFER = "bulan_tidak_sebanding", N_("Bulannya tidak sebanding")
    NO_INDEX = "tanpa_ihk", N_("IHK bulan itu belum dicatat")


class Sold(NamedTuple):
    """Sales of one kind (a month, a typical month, a season) at both times."""

    base: int | None
    now: int | None
    base_month: date | None
    month: date | None
    why: Why


class Change(NamedTuple):
    base: int
    now: int
    then_index: Fraction
    now_index: Fraction

    def __hash__(self) -> int:
        return hash((self.base, self.now))  # hashing fractions takes as long as all the rest

    @property
    def ratio(self) -> Fraction:
        """-1 where nothing is sold any more; only for a base above nothing."""
        return Fraction(*self.parts_of_ratio)

    @property
    def parts_of_ratio(self) -> tuple[int, int]:
        """Numerator and denominator as they come: quickly compared, and divided as exactly."""
        then, now = self.then_index, self.now_index
        base = self.base * then.denominator * now.numerator
        return self.now * then.numerator * now.denominator - base, base


@dataclass(frozen=True)
class Growth:
    """`from_nothing`: the base was 0, which is no ratio: their gain is told in rupiah."""

    changes: Mapping[Change, int]  # how many there are of each
    from_nothing: Mapping[Change, int]
    unknown: int
    rise: Fraction

    @property
    def compared(self) -> int:
        return sum(self.changes.values())

    @property
    def median(self) -> float | None:
        if not self.changes:
            return None
        every = self.compared
        return float((self._exactly((every - 1) // 2) + self._exactly(every // 2)) / 2)

    @property
    def worst_median(self) -> float | None:
        """Everybody unknown counted as closed."""
        return median([(-1.0, self.unknown), *self._ratios])

    @property
    def best_median(self) -> float | None:
        """Everybody unknown counted as risen without limit; None where that leaves the median open."""
        middle = median([*self._ratios, (inf, self.unknown)])
        return None if middle is None or middle == inf else middle

    @property
    def rising(self) -> Counts:
        risen = sum(people for change, people in self.changes.items() if rises(change, self.rise))
        return Counts(risen, self.compared - risen, self.unknown)

    @property
    def base_total(self) -> int:
        return sum(change.base * people for change, people in self.changes.items())

    @property
    def now_total(self) -> int:
        return sum(change.now * people for change, people in self.changes.items())

    @property
    def real_total(self) -> float:
        return _real(self.changes)

    @property
    def pooled(self) -> float | None:
        """The change of all sales together: large businesses weigh as much as they sell."""
        return self.real_total / self.base_total - 1 if self.base_total else None

    @property
    def gained_from_nothing(self) -> float:
        return _real(self.from_nothing)

    @cached_property
    def _ratios(self) -> list[tuple[float, int]]:
        """The smallest first."""
        found: Counter[float] = Counter()
        for change, people in self.changes.items():
            found[_rounded(change)] += people
        return sorted(found.items())

    def _exactly(self, place: int) -> Fraction:
        """The ratio at a place in their order; the few that round alike are told apart exactly."""
        near = at(self._ratios, place)
        before = sum(people for ratio, people in self._ratios if ratio < near)
        alike = [
            (change.ratio, people) for change, people in self.changes.items() if _rounded(change) == near
        ]
        ordered = [ratio for ratio, people in sorted(alike) for _one in range(people)]
        return ordered[place - before]


def growth(people: Iterable[Change | None] | Mapping[Change | None, int], rule: Rule) -> Growth:
    """None stands for a person whose sales are not known at both times."""
    every = Counter(people)
    known = {one: number for one, number in every.items() if one is not None}
    return Growth(
        {one: number for one, number in known.items() if one.base},
        {one: number for one, number in known.items() if not one.base},
        every[None],
        rule.rise,
    )


def rises(change: Change, rise: Fraction) -> bool:
    numerator, denominator = change.parts_of_ratio
    return numerator * rise.denominator >= rise.numerator * denominator


def _rounded(change: Change) -> float:
    numerator, denominator = change.parts_of_ratio
    return numerator / denominator


def _real(changes: Mapping[Change, int]) -> float:
    """What is sold now in the prices of then, rounded once: exact sums for each pair of months."""
    sums: Counter[tuple[Fraction, Fraction]] = Counter()
    for change, people in changes.items():
        sums[change.then_index, change.now_index] += change.now * people
    return float(sum(now * then_index / now_index for (then_index, now_index), now in sums.items()))


def sold(base: Finding | None, now: Finding | None, sector: Sector) -> Sold:
    """The best comparison that both checkups allow."""
    if base is None or not base.says_something or base.reconstructed:
        return Sold(None, None, None, None, Why.NO_BASELINE)
    then = month_sold(base.as_of)
    if now is not None and now.says_something and now.sells_nothing:
        worth = _first(base.sales_last_month, base.sales_typical_month, base.sales_last_season)
        return Sold(worth, 0, then, month_sold(now.as_of), Why.NO_BASELINE if worth is None else Why.CLOSED)
    if now is None or not now.says_something or now.reconstructed:
        return Sold(base.sales_last_month, None, then, None, Why.NOT_KNOWN_NOW)
    later = month_sold(now.as_of)
    for why, before, after in _comparisons(base, now, comparable(then, later, sector)):
        if before is not None and after is not None:
            return Sold(before, after, then, later, why)
    return Sold(base.sales_last_month, now.sales_last_month, then, later, _why_not(base, now))


def change(found: Sold, prices: Prices) -> Change | None:
    """In constant rupiah; a closed business needs no index, for nothing is nothing in all prices."""
    if found.why not in COMPARED or found.base is None or found.now is None:
        return None
    if found.now == 0:
        return Change(found.base, 0, Fraction(1), Fraction(1))
    if found.base_month is None or found.month is None:
        return None
    index = prices.pair(found.base_month, found.month)
    return None if index is None else Change(found.base, found.now, *index)


COMPARED = frozenset({Why.SAME_MONTH, Why.SAME_SEASON, Why.TYPICAL, Why.CLOSED})


def _comparisons(base: Finding, now: Finding, same_month: bool) -> list[tuple[Why, int | None, int | None]]:
    season = (Why.SAME_SEASON, base.sales_last_season, now.sales_last_season)
    typical = (Why.TYPICAL, base.sales_typical_month, now.sales_typical_month)
    month = (Why.SAME_MONTH, base.sales_last_month, now.sales_last_month)
    first = [season] if now.status is Status.SEASONAL else []
    return [*first, *([month] if same_month else []), typical]


def _why_not(base: Finding, now: Finding) -> Why:
    if _first(base.sales_last_month, base.sales_typical_month, base.sales_last_season) is None:
        return Why.NO_BASELINE
    if _first(now.sales_last_month, now.sales_typical_month, now.sales_last_season) is None:
        return Why.NOT_KNOWN_NOW
    return Why.MONTHS_DIFFER


def _first(*values: int | None) -> int | None:
    return next((value for value in values if value is not None), None)
