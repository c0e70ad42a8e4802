"""I14: consultants side by side without a ranking: is a result further off than chance and case mix explain?

Unknown results stay failures here, and coverage has a funnel of its own: nobody gains by losing failures.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import erfc, exp, fsum, lgamma, log, sqrt

from models.vocabulary import N_, Code
from wub.measurement.binomial import Limits, limits

FEWEST_CASES = 10
LOOK, REVIEW = 0.95, 0.998
TOO_VARIED = 0.05  # below this chance the funnel's own assumption is wrong, and its limits are not used


@dataclass(frozen=True)
class Rule:
    """The parameters of a version of I14: whoever mentored when the month fell due made the case."""

    month: int = 12


class Zone(Code):
    WITHIN = "dalam_batas", N_("Dalam batas kebetulan")
    LOOK = "perlu_ditinjau", N_("Perlu ditinjau")
    REVIEW = "perlu_dibicarakan", N_("Perlu dibicarakan dalam peninjauan")
    FEW = "kasus_sedikit", N_("Kurang dari 10 kasus")


@dataclass(frozen=True)
class Caseload:
    """One consultant's cases by group (sector): how many, and how many of them count."""

    whose: int
    cases: Mapping[str, int]
    successes: Mapping[str, int] = field(default_factory=dict)

    @property
    def n(self) -> int:
        return sum(self.cases.values())

    @property
    def observed(self) -> int:
        return sum(self.successes.values())


@dataclass(frozen=True)
class Point:
    """`expected`: successes if each group of these cases did as well as in the whole city."""

    whose: int
    n: int
    observed: int
    expected: float
    city_rate: float

    @property
    def ratio(self) -> float | None:
        return self.observed / self.expected if self.expected else None

    @property
    def adjusted(self) -> float | None:
        """The rate these results would be in a caseload made up like the city's."""
        return None if self.ratio is None else self.ratio * self.city_rate

    @property
    def look(self) -> Limits:
        return limits(self.n, self._chance, LOOK)

    @property
    def review(self) -> Limits:
        return limits(self.n, self._chance, REVIEW)

    @property
    def zone(self) -> Zone:
        if self.n < FEWEST_CASES:
            return Zone.FEW
        if not self.review.low <= self.observed <= self.review.high:
            return Zone.REVIEW
        return Zone.WITHIN if self.look.low <= self.observed <= self.look.high else Zone.LOOK

    @property
    def _chance(self) -> float:
        return min(1.0, self.expected / self.n) if self.n else 0.0


@dataclass(frozen=True)
class Funnel:
    points: list[Point]

    @property
    def chi_square(self) -> float:
        """Squared distances from the expected, of the caseloads large enough to judge."""
        return sum(_distance(point) ** 2 for point in self._judged)

    @property
    def chance(self) -> float | None:
        """How likely so much variation is if chance alone were at work; None where nobody can be judged."""
        return chi_square_tail(self.chi_square, len(self._judged)) if self._judged else None

    @property
    def usable(self) -> bool:
        """Overdispersed results differ for reasons that no consultant's limits may be drawn from."""
        return self.chance is not None and self.chance >= TOO_VARIED

    @property
    def _judged(self) -> list[Point]:
        return [point for point in self.points if point.n >= FEWEST_CASES and 0 < point.expected < point.n]


def funnel(caseloads: Iterable[Caseload]) -> Funnel:
    """In the order of the consultants' numbers, which says nothing about their work."""
    loads = sorted((load for load in caseloads if load.n), key=lambda load: load.whose)
    cases: Counter[str] = Counter()
    successes: Counter[str] = Counter()
    for load in loads:
        cases.update(load.cases)
        successes.update(load.successes)
    rates = {group: successes[group] / n for group, n in cases.items() if n}
    everybody = sum(cases.values())
    city = sum(successes.values()) / everybody if everybody else 0.0
    return Funnel([point(load, rates, city) for load in loads])


def point(load: Caseload, rates: Mapping[str, float], city_rate: float) -> Point:
    """Indirect standardisation: the city's rate of each group, weighted by this caseload."""
    expected = fsum(n * rates[group] for group, n in load.cases.items() if n)
    return Point(load.whose, load.n, load.observed, expected, city_rate)


def chi_square_tail(x: float, freedom: int) -> float:
    """The chance of a chi-square of at least x; exact by recursion from one or two degrees of freedom."""
    half, start = x / 2, 2 - freedom % 2
    if half <= 0:
        return 1.0
    tail = exp(-half) if start == 2 else erfc(sqrt(half))
    for k in range(start, freedom, 2):
        tail += exp(k / 2 * log(half) - half - lgamma(k / 2 + 1))
    return min(1.0, tail)


def _distance(point: Point) -> float:
    p = point.expected / point.n
    return (point.observed - point.expected) / sqrt(point.n * p * (1 - p))
