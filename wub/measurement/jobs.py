"""I5: paid work besides the owner's, in full-time places: created and lost, never only net."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from models.vocabulary import Status
from wub.measurement.checkups import Finding

FULL_TIME_HOURS = 40
MONTHS = 12


@dataclass(frozen=True)
class Rule:
    """The parameters of a version of I5."""

    month: int = 12
    window_days: int = 60


class Places(NamedTuple):
    """Full-time places then and now; None is not known and never filled in."""

    base: float | None
    now: float | None

    @property
    def observed(self) -> bool:
        return self.base is not None and self.now is not None


@dataclass(frozen=True)
class Jobs:
    people: Mapping[Places, int]  # how many there are of each

    @property
    def observed(self) -> int:
        return sum(number for one, number in self.people.items() if one.observed)

    @property
    def unknown(self) -> int:
        return sum(self.people.values()) - self.observed

    @property
    def created(self) -> float:
        return _sum((change, number) for change, number in self._changes if change > 0)

    @property
    def lost(self) -> float:
        return _sum((-change, number) for change, number in self._changes if change < 0)

    @property
    def net(self) -> float:
        return self.created - self.lost

    @property
    def worst(self) -> float | None:
        """All places of those unknown lost; None where even their first places are not known."""
        lost = [(one.base, number) for one, number in self.people.items() if not one.observed]
        known = [(places, number) for places, number in lost if places is not None]
        return self.net - _sum(known) if len(known) == len(lost) else None

    @property
    def best(self) -> float | None:
        """Nobody can say how many places those unknown may have made."""
        return None if self.unknown else self.net

    @property
    def employers(self) -> int:
        """Of those observed, with at least one paid worker now."""
        return sum(number for one, number in self.people.items() if one.observed and one.now)

    @property
    def _changes(self) -> list[tuple[float, int]]:
        return [
            (one.now - one.base, number)
            for one, number in self.people.items()
            if one.now is not None and one.base is not None
        ]


def jobs(people: Iterable[Places] | Mapping[Places, int]) -> Jobs:
    return Jobs(Counter(people))


def _sum(places: Iterable[tuple[float, int]]) -> float:
    """Rounded once, at the end, so that it does not matter who comes first."""
    return float(sum(Fraction(value) * number for value, number in places))


def full_time_places(found: Finding | None, season_months: int | None = None) -> float | None:
    """Permanent workers whole, temporary ones by their hours, a season's by its months; unpaid family not."""
    if found is None or not found.says_something:
        return None
    if found.sells_nothing:
        return 0.0
    if found.workers_permanent is None or found.workers_temporary is None:
        return None
    if found.workers_temporary and found.temporary_hours_week is None:
        return None
    hours = found.workers_temporary * (found.temporary_hours_week or 0)
    places = found.workers_permanent + hours / FULL_TIME_HOURS
    if found.status is Status.SEASONAL:
        return None if season_months is None and places else places * (season_months or 0) / MONTHS
    return places
