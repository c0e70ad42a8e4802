"""How long a business is known to have run, from what the checkups found (I3).

It starts with enrolment, or with the opening where that came later. It ends on the day of closing that was
told, else halfway between the last time it was seen running and the first time it was found closed. Who was
lost leaves on the day last seen, not on the day somebody looked in vain.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from models.vocabulary import Status
from wub.measurement.checkups import RUNNING, Finding
from wub.measurement.rounds import anniversary
from wub.measurement.survival import Life

DAYS_IN_A_MONTH = 365.25 / 12
PAUSE_BECOMES_CLOSED = 6  # months

CLOSING = frozenset({Status.CLOSED, Status.EMPLOYED})  # who took a job has given up the business


@dataclass(frozen=True)
class Rule:
    """The parameters of a version of I3."""

    month: int = 24  # where the curve is read for the headline
    person: bool = False  # person survival: another business is still an entrepreneur


class Traces(NamedTuple):
    """The plain facts of one business: what was seen, and when."""

    starts_on: date
    seen_running_on: date | None
    found_closed_on: date | None  # first finding after it was last seen running
    told_closed_on: date | None  # the day of closing as told then
    found_as: Status | None


def traces(starts_on: date, findings: Iterable[Finding], as_of: date) -> Traces:
    """Findings in the order of recording; what only others tell is passed over."""
    known = sorted(
        (found for found in findings if found.says_something and starts_on <= found.as_of <= as_of),
        key=lambda found: found.as_of,
    )
    running = [found.as_of for found in known if found.status in RUNNING]
    seen = running[-1] if running else None
    after = [found for found in known if seen is None or found.as_of > seen]
    end = next((found for found in after if _has_ended(found, as_of)), None)
    if end is None:
        # A pause that is not yet six months old is still alive, and was seen so.
        paused = [found.as_of for found in after if found.status is Status.PAUSED]
        return Traces(starts_on, paused[-1] if paused else seen, None, None, None)
    return Traces(starts_on, seen, end.as_of, end.closed_on, end.status)


def life(found: Traces, rule: Rule) -> Life:
    """With an end if the business closed (or was changed for another), else until last seen."""
    start = found.starts_on
    if found.found_closed_on is None or (rule.person and found.found_as is Status.CHANGED):
        last = found.found_closed_on or found.seen_running_on or start
        return Life(_months(start, last), closed=False)
    return Life(_months(start, closed_on(found)), closed=True)


def closed_on(found: Traces) -> date:
    """Told, within what was seen; else halfway between the last time running and the first time closed."""
    if found.found_closed_on is None:
        raise ValueError("it has not closed")
    seen = found.seen_running_on or found.starts_on
    if found.told_closed_on is not None and seen <= found.told_closed_on <= found.found_closed_on:
        return found.told_closed_on
    return seen + timedelta(days=(found.found_closed_on - seen).days // 2)


def _has_ended(found: Finding, as_of: date) -> bool:
    if found.status is Status.PAUSED:
        return anniversary(found.as_of, PAUSE_BECOMES_CLOSED) <= as_of
    return found.status in CLOSING or found.status is Status.CHANGED


def _months(start: date, end: date) -> float:
    return max(0, (end - start).days) / DAYS_IN_A_MONTH
