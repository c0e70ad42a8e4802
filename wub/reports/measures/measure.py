"""What every measure gives: its denominator, its range and what else belongs to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from wub.measurement.patronage import Agreement
from wub.measurement.rates import Counts, Rate
from wub.measurement.stands import Event
from wub.reports.measures.seen import Seen
from wub.reports.measures.sums import Sums
from wub.reports.scopes import Scope


@dataclass(frozen=True)
class Group:
    """The people of a scope on a day, added up, with what is counted beside people."""

    scope: Scope
    sums: Sums
    rules: Mapping[str, Any]
    as_of: date
    events: Sequence[tuple[str | None, Event]]
    agreements: Sequence[tuple[str | None, Agreement]]
    spent: Mapping[tuple[str, int], int]


@dataclass(frozen=True, kw_only=True)
class Measure:
    n: int
    unknown: int
    worst: float | None
    best: float | None
    low: float | None = None
    high: float | None = None
    coverage: float | None = None
    counts: Counts | None = None  # where the measure is a share
    details: dict[str, Any] = field(default_factory=dict)


Measuring = Callable[[Group], Measure]
Adding = Callable[[Seen, Sums], None]  # what one person of a scope adds


def share(counts: Counts, **details: Any) -> Measure:
    rate = Rate(counts)
    return Measure(
        n=counts.n,
        unknown=counts.unknown,
        worst=rate.worst,
        best=rate.best,
        low=rate.low,
        high=rate.high,
        coverage=rate.coverage,
        counts=counts,
        details={"complete_case": rate.complete_case} | details,
    )


def told(counts: Counts) -> dict[str, Any]:
    """A second share, in the details of a first."""
    rate = Rate(counts)
    return {
        "n": counts.n,
        "success": counts.success,
        "failure": counts.failure,
        "unknown": counts.unknown,
        "worst": rate.worst,
        "best": rate.best,
        "low": rate.low,
        "high": rate.high,
    }
