"""I10: how whole, how prompt and how repeatable the measuring is; and who may not be compared for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple

from models.vocabulary import ROUNDS, Status
from wub.measurement.checkups import Finding, latest_within
from wub.measurement.rounds import anniversary

MOST_ATTRITION = Fraction(20, 100)
WIDEST_GAP = Fraction(10, 100)


@dataclass(frozen=True)
class Rule:
    """The parameters of a version of I10."""

    window_days: int = 60
    prompt_days: int = 7

    @property
    def window(self) -> timedelta:
        return timedelta(days=self.window_days)


class Measuring(NamedTuple):
    """Counts of one person; they add up."""

    due: int = 0  # rounds whose window has closed
    usable: int = 0
    recorded: int = 0  # checkups with a day and a time of entry
    prompt: int = 0


def measuring(findings: Iterable[Finding], enrolled_on: date, as_of: date, rule: Rule) -> Measuring:
    """A round is due once its window has closed: until then it can still be measured in time."""
    window = rule.window
    earliest = enrolled_on - window
    every = [found for found in findings if earliest <= found.as_of <= as_of]
    useful = [found for found in every if found.says_something]
    due = [day for month in ROUNDS if (day := anniversary(enrolled_on, month)) + window < as_of]
    usable = sum(latest_within(useful, day, window, as_of) is not None for day in due)
    prompt = sum((found.recorded_on - found.as_of).days <= rule.prompt_days for found in every)
    return Measuring(len(due), usable, len(every), prompt)


class Recheck(NamedTuple):
    """A drawn checkup, and what somebody independent found again; None while nobody has."""

    first: Status
    again: Status | None = None

    @property
    def is_known(self) -> bool:
        return self.again is not None

    @property
    def agrees(self) -> bool:
        return self.first is self.again


def attrition(unknown: int, n: int) -> Fraction:
    return Fraction(unknown, n) if n else Fraction(0)


def comparable(groups: Mapping[str, tuple[int, int]]) -> bool:
    """Groups by (unknown, n): none may have lost over 20 %, nor two differ by more than ten points."""
    shares = [attrition(unknown, n) for unknown, n in groups.values() if n]
    if not shares:
        return False
    return max(shares) <= MOST_ATTRITION and max(shares) - min(shares) <= WIDEST_GAP
