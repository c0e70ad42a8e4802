"""What is known of a group, and the range that follows from what is not (common rules 3 to 7 and 10)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from models.vocabulary import Code
from wub.measurement.intervals import Interval, wilson
from wub.measurement.success import DEPARTURES, Outcome, Result

FEWEST_FOR_A_RATE = 5
FEWEST_FOR_A_VERDICT = 10
COMPLETE_CASE_COVERAGE = Fraction(70, 100)


@dataclass(frozen=True)
class Counts:
    """People of a fixed denominator; the unknown are neither success nor failure."""

    success: int = 0
    failure: int = 0
    unknown: int = 0

    def __post_init__(self) -> None:
        if min(self.success, self.failure, self.unknown) < 0:
            raise ValueError(f"counts cannot be negative: {self}")

    @property
    def n(self) -> int:
        return self.success + self.failure + self.unknown

    @property
    def known(self) -> int:
        return self.success + self.failure

    def __add__(self, other: Counts) -> Counts:
        """Rule 5: a total is made of counts; percentages are computed again from it."""
        return Counts(
            self.success + other.success, self.failure + other.failure, self.unknown + other.unknown
        )


@dataclass(frozen=True)
class Rate:
    """A share as a range. Every value is None where the people are too few to speak of a share."""

    counts: Counts

    @property
    def shown(self) -> bool:
        """Rule 7: under five people there are counts and no rate."""
        return self.counts.n >= FEWEST_FOR_A_RATE

    @property
    def few(self) -> bool:
        """Rule 7: under ten people a rate carries the words "data sedikit"."""
        return self.counts.n < FEWEST_FOR_A_VERDICT

    @property
    def worst(self) -> float | None:
        """Rule 4: everybody unknown counted as failed."""
        return self.counts.success / self.counts.n if self.shown else None

    @property
    def best(self) -> float | None:
        """Rule 4: everybody unknown counted as succeeded."""
        return (self.counts.success + self.counts.unknown) / self.counts.n if self.shown else None

    @property
    def coverage(self) -> float | None:
        return self.counts.known / self.counts.n if self.shown else None

    @property
    def worst_interval(self) -> Interval | None:
        return wilson(self.counts.success, self.counts.n) if self.shown else None

    @property
    def best_interval(self) -> Interval | None:
        return wilson(self.counts.success + self.counts.unknown, self.counts.n) if self.shown else None

    @property
    def low(self) -> float | None:
        """Lower end of the outer band: Wilson low of the worst case."""
        interval = self.worst_interval
        return interval.low if interval else None

    @property
    def high(self) -> float | None:
        """Upper end of the outer band: Wilson high of the best case."""
        interval = self.best_interval
        return interval.high if interval else None

    @property
    def complete_case(self) -> float | None:
        """Success among those known: a second line only, hidden while coverage is under 70 %."""
        counts = self.counts
        if not self.shown or Fraction(counts.known, counts.n) < COMPLETE_CASE_COVERAGE:
            return None
        return counts.success / counts.known


class Tally:
    """Outcomes of the people of a group, with the reason of each."""

    def __init__(self, outcomes: Iterable[Outcome] = ()) -> None:
        self.by_outcome = Counter(outcomes)

    @classmethod
    def of(cls, people: Mapping[Outcome, int]) -> Tally:
        """Of people who are counted already."""
        tally = cls()
        tally.by_outcome.update({outcome: number for outcome, number in people.items() if number})
        return tally

    @property
    def counts(self) -> Counts:
        return self._counts(lambda _outcome: True)

    @property
    def without_departures(self) -> Counts:
        """Rule 10: the sensitivity line, without those who died or moved away; never the headline."""
        return self._counts(lambda outcome: outcome.reason not in DEPARTURES)

    def because(self, *reasons: Code) -> int:
        """How many have one of these reasons."""
        return sum(people for outcome, people in self.by_outcome.items() if outcome.reason in reasons)

    def reasons(self, result: Result) -> list[tuple[Code, int]]:
        """The reasons behind a result, most frequent first."""
        found = [(o.reason, people) for o, people in self.by_outcome.items() if o.result is result]
        return sorted(found, key=lambda pair: (-pair[1], pair[0].value))

    def _counts(self, kept: Callable[[Outcome], bool]) -> Counts:
        totals: Counter[Result] = Counter()
        for outcome, people in self.by_outcome.items():
            if kept(outcome):
                totals[outcome.result] += people
        return Counts(totals[Result.SUCCESS], totals[Result.FAILURE], totals[Result.UNKNOWN])
