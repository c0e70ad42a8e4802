"""Whether what somebody else found agrees with what was found first. Pure; feeds I10."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from models.vocabulary import Status
from wub.measurement.intervals import Interval, wilson

NEAR = Fraction(20, 100)


class Pair(NamedTuple):
    """A drawn checkup and its re-check; None where there is none (yet), or where a number is unknown."""

    status: Status
    again: Status | None = None
    sales: int | None = None
    sales_again: int | None = None

    @property
    def same_status(self) -> bool | None:
        return None if self.again is None else self.status is self.again

    @property
    def near_sales(self) -> bool | None:
        """The second within a fifth of the first."""
        if self.again is None or self.sales is None or self.sales_again is None:
            return None
        return abs(self.sales_again - self.sales) <= NEAR * self.sales


@dataclass(frozen=True)
class Agreement:
    """`same` of `known` agreed; of `drawn` the others could not be told."""

    drawn: int
    known: int
    same: int

    @property
    def interval(self) -> Interval | None:
        return wilson(self.same, self.known) if self.known else None

    @property
    def worst(self) -> Fraction | None:
        """Everything open counted as different."""
        return Fraction(self.same, self.drawn) if self.drawn else None

    @property
    def best(self) -> Fraction | None:
        return Fraction(self.same + self.drawn - self.known, self.drawn) if self.drawn else None


def of_status(pairs: Iterable[Pair]) -> Agreement:
    return _agreement(pair.same_status for pair in pairs)


def of_sales(pairs: Iterable[Pair]) -> Agreement:
    """Only where the first checkup knew the sales: what it did not say cannot be repeated."""
    return _agreement(pair.near_sales for pair in pairs if pair.sales is not None)


def by_first_status(pairs: Iterable[Pair]) -> dict[Status, Agreement]:
    every = list(pairs)
    found = sorted({pair.status for pair in every}, key=list(Status).index)
    return {status: of_status(pair for pair in every if pair.status is status) for status in found}


def _agreement(answers: Iterable[bool | None]) -> Agreement:
    every = list(answers)
    known = [answer for answer in every if answer is not None]
    return Agreement(len(every), len(known), sum(known))
