"""What people add up to: how many there are of each kind of thing, and sums of amounts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

from wub.measurement.rates import Counts, Tally


class Sums(defaultdict[str, Counter[Any]]):
    """Kind → thing → number. Sums of different people add up, whoever comes first."""

    def __init__(self) -> None:
        super().__init__(Counter)

    def plus(self, other: Sums) -> None:
        for kind, numbers in other.items():
            self[kind].update(numbers)

    def tally(self, kind: str) -> Tally:
        """Where the things are outcomes."""
        return Tally.of(self.get(kind, {}))

    def counts(self, kind: str) -> Counts:
        return self.tally(kind).counts


def together(many: Iterable[Sums]) -> Sums:
    whole = Sums()
    for one in many:
        whole.plus(one)
    return whole
