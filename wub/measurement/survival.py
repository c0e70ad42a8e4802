"""I3: the share of businesses still running after so many months (Kaplan-Meier), with its bounds.

The curve takes those who were lost to be like the others. They probably are not, because closed businesses
are harder to find: so it is never shown without the bounds that take them all as closed, or all as running.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile
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
    lives: tuple[Life, ...]
    steps: tuple[Step, ...]

    def at(self, month: float) -> Step:
        """The last step up to that month."""
        return max((step for step in self.steps if step.month <= month), key=_month, default=START)

    def at_risk(self, month: float) -> int:
        return sum(life.months >= month for life in self.lives)

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


def kaplan_meier(lives: Iterable[Life]) -> Curve:
    """Closures of a month come before those last seen in it."""
    watched = tuple(lives)
    closures = Counter(life.months for life in watched if life.closed)
    leaving = Counter(life.months for life in watched)
    steps: list[Step] = []
    at_risk, survival, greenwood = len(watched), 1.0, 0.0
    for month in sorted(leaving):
        closed = closures[month]
        if closed:
            survival *= 1 - closed / at_risk
            greenwood += closed / (at_risk * (at_risk - closed)) if at_risk > closed else 0.0
            steps.append(Step(month, at_risk, closed, survival, survival * sqrt(greenwood)))
        at_risk -= leaving[month]
    return Curve(watched, tuple(steps))


def bounds(lives: Sequence[Life], month: float) -> Counts:
    """Running, closed, or lost before that month: what the worst and the best case are made of."""
    closed = sum(life.closed and life.months <= month for life in lives)
    running = sum(life.months > month or (life.months == month and not life.closed) for life in lives)
    return Counts(running, closed, len(lives) - closed - running)


def _month(step: Step) -> float:
    return step.month
