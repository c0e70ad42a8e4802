"""Which rounds are due: nobody has measured them, and their window is open or has just closed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple

import sqlalchemy as sa

from models.account import Account
from models.agency import Agency, Cohort
from models.base import db
from models.business import Business
from models.checkup import Checkup
from models.participation import Assignment, Participation
from models.person import Person
from models.vocabulary import N_, ROUNDS, ExitReason, Status, YesNo
from models.vocabulary.code import Code
from wub.access.scope import sees_participation
from wub.clock import today
from wub.measurement.rounds import anniversary
from wub.visits.participant_queries import mentored_on

WINDOW = timedelta(days=60)
SHOWN = 50
FIRST_DAY, ONE = date(1990, 1, 1), timedelta(days=1)


class Timing(Code):
    SOON = "segera", N_("Sudah boleh")
    NOW = "waktunya", N_("Waktunya")
    MISSED = "terlewat", N_("Terlewat")


class Due(NamedTuple):
    participation_id: int
    person_id: int
    name: str
    phone: str | None
    business: str | None
    cohort: str
    agency: str
    enrolled_on: date
    round_month: int

    @property
    def due_on(self) -> date:
        return anniversary(self.enrolled_on, self.round_month)

    @property
    def until(self) -> date:
        return self.due_on + WINDOW

    @property
    def timing(self) -> Timing:
        return timing(self.due_on)


@dataclass(frozen=True)
class DueFilter:
    missed: bool = False
    round_month: int | None = None
    agency_id: int | None = None
    consultant_id: int | None = None
    participation_id: int | None = None
    timing: Timing | None = None  # of open windows: before its day, or since


@dataclass(frozen=True)
class DueList:
    rows: list[Due]
    more: bool


def timing(due_on: date) -> Timing:
    if today() > due_on + WINDOW:
        return Timing.MISSED
    return Timing.NOW if today() >= due_on else Timing.SOON


def due(wanted: DueFilter, account: Account, *, limit: int = SHOWN) -> DueList:
    """The most pressing first: of open windows the earliest due, of closed ones the last closed."""
    rounds = ROUNDS if wanted.round_month is None else (wanted.round_month,)
    found = [one for month in rounds for one in _of_round(month, wanted, account, limit + 1)]
    found.sort(key=lambda one: (one.due_on, one.participation_id), reverse=wanted.missed)
    return DueList(found[:limit], len(found) > limit)


def due_by_consultant(account: Account, *, missed: bool) -> dict[int, int]:
    """Consultant of today → rounds that are due with the participants in scope."""
    day, found = today(), Counter[int]()
    for month in ROUNDS:
        query = (
            sa.select(Assignment.consultant_id, sa.func.count(sa.distinct(Participation.id)))
            .join(Participation, Participation.id == Assignment.participation_id)
            .join(Person, Person.id == Participation.person_id)
            .where(
                Assignment.starts_on <= day,
                sa.or_(Assignment.ends_on.is_(None), Assignment.ends_on >= day),
                *_is_due(month, account, missed=missed),
            )
            .group_by(Assignment.consultant_id)
        )
        found.update(dict(db.session.execute(query).all()))
    return found


def enrolled_until(day: date, months: int) -> date:
    """The last enrolment whose round falls due on that day or before (months differ in length)."""
    enrolled = anniversary(day, -months)
    while anniversary(enrolled + ONE, months) <= day:
        enrolled += ONE
    return enrolled


def _of_round(month: int, wanted: DueFilter, account: Account, limit: int) -> list[Due]:
    query = (
        _columns()
        .where(*_is_due(month, account, missed=wanted.missed), *_conditions(wanted, month))
        .order_by(
            Participation.enrolled_on.desc() if wanted.missed else Participation.enrolled_on,
            Participation.id.desc() if wanted.missed else Participation.id,
        )
        .limit(limit)
    )
    return [Due._make((*row, month)) for row in db.session.execute(query)]


def _is_due(month: int, account: Account, *, missed: bool) -> list[sa.ColumnElement[bool]]:
    """Conditions on Participation, joined with Person."""
    first, last = _enrolled_between(month, missed=missed)
    return [
        Participation.enrolled_on.between(first, last),
        sees_participation(account),
        ~_measured(month, or_later=missed),
        ~_has_died(),
    ]


def _enrolled_between(month: int, *, missed: bool) -> tuple[date, date]:
    """Enrolments whose window of that round is open today; or has closed, and no later round's has.

    Who missed several rounds is listed once, with the last of them: the earlier ones cannot be measured now.
    """
    closed = enrolled_until(today() - WINDOW - ONE, month)
    if not missed:
        return closed + ONE, enrolled_until(today() + WINDOW, month)
    following = next((later for later in ROUNDS if later > month), None)
    if following is None:
        return FIRST_DAY, closed
    return enrolled_until(today() - WINDOW - ONE, following) + ONE, closed


def _measured(month: int, *, or_later: bool) -> sa.ColumnElement[bool]:
    same = Checkup.round_month >= month if or_later else Checkup.round_month == month
    return sa.exists().where(Checkup.participation_id == Participation.id, same).correlate(Participation)


def _has_died() -> sa.ColumnElement[bool]:
    told = sa.exists().where(Checkup.participation_id == Participation.id, Checkup.status == Status.DIED)
    return sa.or_(
        Person.alive == YesNo.NO,
        sa.func.coalesce(Participation.exit_reason == ExitReason.DIED, sa.false()),
        told.correlate(Participation),
    )


def _conditions(wanted: DueFilter, month: int) -> list[sa.ColumnElement[bool]]:
    asked: list[sa.ColumnElement[bool] | None] = [
        Cohort.agency_id == wanted.agency_id if wanted.agency_id else None,
        Participation.id == wanted.participation_id if wanted.participation_id else None,
        Participation.id.in_(mentored_on(wanted.consultant_id, today())) if wanted.consultant_id else None,
        _timed(month, wanted.timing),
    ]
    return [condition for condition in asked if condition is not None]


def _timed(month: int, timing: Timing | None) -> sa.ColumnElement[bool] | None:
    if timing not in (Timing.SOON, Timing.NOW):
        return None
    last = enrolled_until(today(), month)
    return Participation.enrolled_on <= last if timing is Timing.NOW else Participation.enrolled_on > last


def _columns() -> sa.Select[Any]:
    columns: tuple[Any, ...] = (
        Participation.id,
        Participation.person_id,
        Person.name,
        sa.func.coalesce(Person.whatsapp, Person.phone),
        sa.func.coalesce(Business.name, Business.product),
        Cohort.code,
        Agency.short_name,
        Participation.enrolled_on,
    )
    return (
        sa.select(*columns)
        .join(Person, Person.id == Participation.person_id)
        .join(Cohort, Cohort.id == Participation.cohort_id)
        .join(Agency, Agency.id == Cohort.agency_id)
        .outerjoin(Business, Business.id == Participation.business_id)
    )
