"""What is asked about visits: which the account sees, lists, attendees, and the minutes spent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

import sqlalchemy as sa

from models.account import Account
from models.agency import Cohort
from models.audit import AuditEntry
from models.base import db
from models.participation import Participation
from models.person import Person
from models.plan import ActionItem
from models.visit import Visit, VisitAttendee, stands
from models.vocabulary import VisitMode, VisitOutcome, VisitState
from wub.access.scope import sees_participation, sees_whole_programme
from wub.errors import NotFound
from wub.pages.paging import Key, Page, Place, page_of

WAITING = (VisitState.SENT, VisitState.REVIEWED)


def visible_to(account: Account) -> sa.ColumnElement[bool]:
    """Condition on Visit: own visits, and those with a participant in scope.

    A draft is nobody's business but its author's.
    """
    own = Visit.consultant_id == account.id
    if sees_whole_programme(account):
        return sa.or_(own, Visit.state != VisitState.DRAFT)
    return sa.or_(own, sa.and_(Visit.state != VisitState.DRAFT, _attended(sees_participation(account))))


def visible(visit_id: int, account: Account) -> Visit:
    found = db.session.scalar(sa.select(Visit).where(Visit.id == visit_id, visible_to(account)))
    if found is None:
        raise NotFound
    return found


@dataclass(frozen=True)
class VisitFilter:
    consultant_id: int | None = None
    agency_id: int | None = None
    participation_id: int | None = None
    states: Collection[VisitState] = ()
    mode: VisitMode | None = None
    outcome: VisitOutcome | None = None
    since: date | None = None
    until: date | None = None


NEWEST_FIRST = (Key(Visit.held_on, descending=True), Key(Visit.id, descending=True))
OLDEST_FIRST = (Key(Visit.held_on), Key(Visit.id))


def visits(
    wanted: VisitFilter,
    account: Account,
    *,
    place: Place | None = None,
    oldest: bool = False,
    only: Iterable[sa.ColumnElement[bool]] = (),
) -> Page:
    """Newest first, or oldest first for reviewing; parts of a group visit are read from it."""
    columns: list[Any] = [Visit.id, Visit.held_on, Visit.mode, Visit.outcome, Visit.state, Visit.confirmation]
    columns += [Visit.next_visit_on, Visit.created_at, Visit.version, Account.name.label("consultant")]
    columns += [Visit.starts_at, Visit.ends_at]
    query = (
        sa.select(*columns, MINUTES.label("contact_minutes"))
        .join(Account, Account.id == Visit.consultant_id)
        .where(visible_to(account), stands(Visit), *_conditions(wanted), *only)
    )
    return page_of(query, order=OLDEST_FIRST if oldest else NEWEST_FIRST, place=place or Place())


@dataclass
class Attendance:
    """Names the account may read, and how many attended in all."""

    names: list[str] = field(default_factory=list)
    count: int = 0

    @property
    def unnamed(self) -> int:
        return self.count - len(self.names)


def attendance(visit_ids: Collection[int], account: Account) -> dict[int, Attendance]:
    query = (
        sa.select(VisitAttendee.visit_id, Person.name, sees_participation(account).label("seen"))
        .join(Participation, Participation.id == VisitAttendee.participation_id)
        .join(Person, Person.id == Participation.person_id)
        .where(VisitAttendee.visit_id.in_(visit_ids))
        .order_by(Person.name)
    )
    found: dict[int, Attendance] = defaultdict(Attendance)
    for visit_id, name, seen in db.session.execute(query):
        found[visit_id].count += 1
        if seen:
            found[visit_id].names.append(name)
    return found


class Attendee(NamedTuple):
    row: VisitAttendee
    name: str
    person_id: int


def attendees(visit: Visit, account: Account) -> list[Attendee]:
    """Those the account sees, by name; how many there were in all tells `attendance`."""
    query = (
        sa.select(VisitAttendee, Person.name, Person.id)
        .join(Participation, Participation.id == VisitAttendee.participation_id)
        .join(Person, Person.id == Participation.person_id)
        .where(VisitAttendee.visit_id == visit.id, sees_participation(account))
        .order_by(Person.name, VisitAttendee.id)
    )
    return [Attendee(*row) for row in db.session.execute(query)]


def attendee_rows(visit_id: int) -> Sequence[VisitAttendee]:
    query = sa.select(VisitAttendee).where(VisitAttendee.visit_id == visit_id)
    return db.session.scalars(query.order_by(VisitAttendee.participation_id)).all()


def items_of(visit_id: int) -> Sequence[ActionItem]:
    query = sa.select(ActionItem).where(ActionItem.visit_id == visit_id).order_by(ActionItem.id)
    return db.session.scalars(query).all()


def account_name(account_id: int | None) -> str | None:
    return db.session.scalar(sa.select(Account.name).where(Account.id == account_id)) if account_id else None


class Time(NamedTuple):
    """Minutes: contact as received by participants, and as spent by consultants."""

    visits: int
    contact: int
    consultant: int
    travel: int
    preparation: int


def minutes_of_day(column: Any) -> sa.ColumnElement[int]:
    return sa.cast(sa.extract("hour", column) * 60 + sa.extract("minute", column), sa.Integer)


MINUTES = minutes_of_day(Visit.ends_at) - minutes_of_day(Visit.starts_at)


def time_spent(*conditions: sa.ColumnElement[bool]) -> Time:
    """Visits that met somebody: a group visit of an hour with five gives five contact hours, one of work."""
    attending = (
        sa.select(sa.func.count())
        .where(VisitAttendee.visit_id == Visit.id)
        .correlate(Visit)
        .scalar_subquery()
    )
    met = (Visit.outcome == VisitOutcome.MET, stands(Visit), *conditions)
    totals: list[Any] = [sa.func.count(), sa.func.sum(MINUTES * attending), sa.func.sum(MINUTES)]
    totals += [sa.func.sum(Visit.travel_minutes), sa.func.sum(Visit.preparation_minutes)]
    row = db.session.execute(sa.select(*totals).select_from(Visit).where(*met)).one()
    return Time(*(int(value or 0) for value in row))


def contact_of(participation_id: int, *conditions: sa.ColumnElement[bool]) -> tuple[int, int]:
    """Visits that met the participant, and their minutes in full, whoever else was there."""
    query = (
        sa.select(sa.func.count(), sa.func.sum(MINUTES))
        .select_from(Visit)
        .join(VisitAttendee, VisitAttendee.visit_id == Visit.id)
        .where(
            VisitAttendee.participation_id == participation_id,
            Visit.outcome == VisitOutcome.MET,
            stands(Visit),
            *conditions,
        )
    )
    number, minutes = db.session.execute(query).one()
    return int(number), int(minutes or 0)


def _attended(condition: sa.ColumnElement[bool]) -> sa.ColumnElement[bool]:
    """Correlated, so that a list read in order of days asks only about the visits it shows."""
    attended = (
        sa.select(VisitAttendee.id)
        .join(Participation, Participation.id == VisitAttendee.participation_id)
        .where(VisitAttendee.visit_id == Visit.id, condition)
        .correlate(Visit)
    )
    return attended.exists()


def _conditions(wanted: VisitFilter) -> list[sa.ColumnElement[bool]]:
    asked: list[sa.ColumnElement[bool] | None] = [
        Visit.consultant_id == wanted.consultant_id if wanted.consultant_id else None,
        Visit.state.in_(wanted.states) if wanted.states else None,
        Visit.mode == wanted.mode if wanted.mode else None,
        Visit.outcome == wanted.outcome if wanted.outcome else None,
        Visit.held_on >= wanted.since if wanted.since else None,
        Visit.held_on <= wanted.until if wanted.until else None,
        _attended(Participation.id == wanted.participation_id) if wanted.participation_id else None,
    ]
    if wanted.agency_id:
        cohorts = sa.select(Cohort.id).where(Cohort.agency_id == wanted.agency_id)
        asked.append(_attended(Participation.cohort_id.in_(cohorts)))
    return [condition for condition in asked if condition is not None]


def brought_in_by(visit_id: int) -> set[int]:
    """From the trail: who wrote the visit down, or a part of it; empty if nobody was signed in."""
    parts = sa.select(Visit.id).where(sa.or_(Visit.id == visit_id, Visit.merged_into_id == visit_id))
    entry = sa.select(AuditEntry.account_id).where(
        AuditEntry.subject_type == Visit.__tablename__,
        AuditEntry.subject_id.in_(parts),
        AuditEntry.action == "visit:log",
        AuditEntry.account_id.is_not(None),
    )
    return set(db.session.scalars(entry))
