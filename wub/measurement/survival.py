"""I3: the share of businesses still running after so many months (Kaplan-Meier), with its bounds.

The curve takes those who were lost to be like the others. They probably are not, because closed businesses
are harder to find: so it is never shown without the bounds that take them all as closed, or all as running.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, takewhile
from math import exp, log, sqrt
from typing import NamedTuple

from wub.measurement.intervals import Z_95, Interval
from wub.measurement.rates import Counts

FEWEST_AT_RISK = 5


class Life(NamedTuple):
    """Months under observation; they end with a closure, or only with the last time it was seen alive."""

    months: float
    closed: bool


@dataclass(frozen=True)
class Step:
    """The curve just after a month in which businesses closed."""

    month: float
    at_risk: int
    closures: int
    survival: float
    error: float  # Greenwood's standard error

    @property
    def interval(self) -> Interval | None:
        """95 % by the log of minus the log, which stays inside 0 to 1; none where nobody survives."""
        if not 0 < self.survival < 1:
            return None
        spread = Z_95 * self.error / (self.survival * abs(log(self.survival)))
        return Interval(self.survival ** exp(spread), self.survival ** exp(-spread))


START = Step(month=0, at_risk=0, closures=0, survival=1.0, error=0.0)


@dataclass(frozen=True)
class Curve:
    lives: Mapping[Life, int]  # how many there are of each
    steps: tuple[Step, ...]

    def at(self, month: float) -> Step:
        """The last step up to that month."""
        return max((step for step in self.steps if step.month <= month), key=_month, default=START)

    def at_risk(self, month: float) -> int:
        months, left_before = self._left
        place = bisect_left(months, month)
        return left_before[-1] - left_before[place]

    def shown_at(self, month: float) -> bool:
        """Under five at risk one closure would move the curve by a fifth and more: it stops before."""
        return self.at_risk(month) >= FEWEST_AT_RISK

    @property
    def shown(self) -> list[Step]:
        return list(takewhile(lambda step: step.at_risk >= FEWEST_AT_RISK, self.steps))

    @property
    def median(self) -> float | None:
        """The month by which half have closed, if it has come to that."""
        return next((step.month for step in self.steps if step.survival <= 0.5), None)

    @cached_property
    def _left(self) -> tuple[list[float], list[int]]:
        """The months in which somebody left, and how many had left before each; then everybody."""
        leaving = _by_month(self.lives)
        months = sorted(leaving)
        return months, list(accumulate((leaving[month] for month in months), initial=0))


def kaplan_meier(lives: Iterable[Life] | Mapping[Life, int]) -> Curve:
    """Closures of a month come before those last seen in it."""
    watched = Counter(lives)
    closures = _by_month({life: people for life, people in watched.items() if life.closed})
    leaving = _by_month(watched)
    steps: list[Step] = []
    at_risk, survival, greenwood = watched.total(), 1.0, 0.0
    for month in sorted(leaving):
        closed = closures[month]
        if closed:
            survival *= 1 - closed / at_risk
            greenwood += closed / (at_risk * (at_risk - closed)) if at_risk > closed else 0.0
            steps.append(Step(month, at_risk, closed, survival, survival * sqrt(greenwood)))
        at_risk -= leaving[month]
    return Curve(watched, tuple(steps))


def bounds(lives: Iterable[Life] | Mapping[Life, int], month: float) -> Counts:
    """Running, closed, or lost before that month: what the worst and the best case are made of."""
    watched = Counter(lives)
    closed = sum(people for life, people in watched.items() if life.closed and life.months <= month)
    running = sum(people for life, people in watched.items() if _runs_on(life, month))
    return Counts(running, closed, watched.total() - closed - running)


def _runs_on(life: Life, month: float) -> bool:
    return life.months > month or (life.months == month and not life.closed)


def _by_month(lives: Mapping[Life, int]) -> Counter[float]:
    found: Counter[float] = Counter()
    for life, people in lives.items():
        found[life.months] += people
    return found


def _month(step: Step) -> float:
    return step.month
