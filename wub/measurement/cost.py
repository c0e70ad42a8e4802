"""I13: what a verified success cost, beside what a head cost. Only intakes with a recorded cost speak."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from wub.measurement.rates import Counts


class IntakeCost(NamedTuple):
    """One intake that everybody in has been measured in; a cost of None was never recorded."""

    enrolled: int
    results: Counts
    spent: int | None


@dataclass(frozen=True)
class Cost:
    """Counts and rupiah of the intakes whose cost is known."""

    spent: int
    enrolled: int
    results: Counts
    enrolled_without_cost: int

    @property
    def per_head(self) -> float | None:
        return self.spent / self.enrolled if self.enrolled else None

    @property
    def per_success(self) -> float | None:
        """Worst case: what is unknown has failed."""
        return self.spent / self.results.success if self.results.success else None

    @property
    def per_success_at_best(self) -> float | None:
        most = self.results.success + self.results.unknown
        return self.spent / most if most else None

    @property
    def coverage(self) -> float | None:
        """Share of the people whose intake has a recorded cost."""
        everybody = self.enrolled + self.enrolled_without_cost
        return self.enrolled / everybody if everybody else None


def cost(intakes: Iterable[IntakeCost]) -> Cost:
    every = list(intakes)
    known = [one for one in every if one.spent is not None]
    return Cost(
        spent=sum(one.spent or 0 for one in known),
        enrolled=sum(one.enrolled for one in known),
        results=sum((one.results for one in known), Counts()),
        enrolled_without_cost=sum(one.enrolled for one in every if one.spent is None),
    )
