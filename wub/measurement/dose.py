"""I9: who was mentored enough, all offices together. More visits beside better results prove no effect."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from models.vocabulary import N_, Code
from wub.measurement.medians import median
from wub.measurement.rounds import anniversary
from wub.measurement.success import Outcome, Result


@dataclass(frozen=True)
class Rule:
    """The parameters of a version of I9."""

    months: int = 12
    min_visits: int = 4
    min_minutes: int = 300
    silent_days: int = 60


class Why(Code):
    ENOUGH = "cukup", N_("Kunjungan dan jam pendampingannya cukup")
    TOO_LITTLE = "kurang", N_("Kunjungan atau jam pendampingannya kurang")
    NOT_APPROVED = "belum_disetujui", N_("Cukup bila kunjungan yang belum ditinjau disetujui")


class Contact(NamedTuple):
    """A visit at which the person was met; contact time counts in full for each who took part."""

    held_on: date
    minutes: int
    approved: bool  # if not, it still waits for review


class Dose(NamedTuple):
    visits: int
    minutes: int
    waiting_visits: int = 0
    waiting_minutes: int = 0


class Promise(NamedTuple):
    due_on: date
    done_on: date | None


def dose(contacts: Iterable[Contact], enrolled_on: date, months: int) -> Dose:
    """Within the months after enrolment."""
    until = anniversary(enrolled_on, months)
    within = [one for one in contacts if enrolled_on <= one.held_on < until]
    approved = [one.minutes for one in within if one.approved]
    waiting = [one.minutes for one in within if not one.approved]
    return Dose(len(approved), sum(approved), len(waiting), sum(waiting))


def enough(given: Dose, rule: Rule) -> Outcome:
    """What still waits for review is not known, so it widens the range and lifts no worst case."""
    if _reaches(given.visits, given.minutes, rule):
        return Outcome(Result.SUCCESS, Why.ENOUGH)
    visits, minutes = given.visits + given.waiting_visits, given.minutes + given.waiting_minutes
    if _reaches(visits, minutes, rule):
        return Outcome(Result.UNKNOWN, Why.NOT_APPROVED)
    return Outcome(Result.FAILURE, Why.TOO_LITTLE)


def days_between(contacts: Iterable[Contact]) -> list[int]:
    days = sorted(one.held_on for one in contacts if one.approved)
    return [(later - earlier).days for earlier, later in pairwise(days)]


def median_gap(gaps: Iterable[int] | Mapping[int, int]) -> float | None:
    return median(sorted(Counter(gaps).items()))


def silent(last_held_on: date | None, enrolled_on: date, as_of: date, rule: Rule) -> bool:
    """No visit for so many days; who was never visited has been waiting since enrolment."""
    return (as_of - (last_held_on or enrolled_on)).days > rule.silent_days


def on_time(promise: Promise, as_of: date) -> bool | None:
    """None while it is neither done nor due."""
    if promise.done_on is not None and promise.done_on <= as_of:
        return promise.done_on <= promise.due_on
    return False if promise.due_on < as_of else None


def _reaches(visits: int, minutes: int, rule: Rule) -> bool:
    return visits >= rule.min_visits and minutes >= rule.min_minutes
