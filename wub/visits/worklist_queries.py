"""What a consultant has to do next: promises that are open, and visits that were announced."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple

import sqlalchemy as sa

from models.account import Account
from models.agency import Cohort
from models.base import db
from models.participation import Participation
from models.person import Person
from models.plan import ActionItem
from models.visit import Visit, VisitAttendee, stands
from models.vocabulary import N_, ActionOwner, Role
from models.vocabulary.code import Code
from wub.access.scope import sees_participation
from wub.clock import today
from wub.errors import NotFound
from wub.pages.paging import Key, Page, Place, page_of
from wub.visits.participant_queries import mentored_on
from wub.visits.queries import Time, time_spent

SOON = timedelta(days=7)


class Urgency(Code):
    OVERDUE = "terlambat", N_("Terlambat")
    DUE = "segera", N_("Segera")
    OPEN = "terbuka", N_("Terbuka")
    DONE = "selesai", N_("Selesai")


def urgency(due_on: date | None, done_on: date | None = None) -> Urgency:
    if done_on is not None:
        return Urgency.DONE
    if due_on is None or due_on > today() + SOON:
        return Urgency.OPEN
    return Urgency.OVERDUE if due_on < today() else Urgency.DUE


def item_visible_to(account: Account) -> sa.ColumnElement[bool]:
    """Condition on ActionItem: of a participant in scope."""
    return (
        sa.exists()
        .where(Participation.id == ActionItem.participation_id, sees_participation(account))
        .correlate(ActionItem)
    )


def visible_item(item_id: int, account: Account) -> ActionItem:
    found = db.session.scalar(sa.select(ActionItem).where(ActionItem.id == item_id, item_visible_to(account)))
    if found is None:
        raise NotFound
    return found


@dataclass(frozen=True)
class ItemFilter:
    urgency: Urgency | None = None  # None: everything that is not done
    owner: ActionOwner | None = None
    agency_id: int | None = None
    consultant_id: int | None = None
    participation_id: int | None = None
    person_id: int | None = None
    visit_id: int | None = None
    plan_id: int | None = None
    done_too: bool = False


def items(wanted: ItemFilter, account: Account, *, place: Place | None = None) -> Page:
    """By due day, those without one last."""
    item: list[Any] = [
        ActionItem.id,
        ActionItem.text,
        ActionItem.owner,
        ActionItem.due_on,
        ActionItem.done_on,
    ]
    item += [ActionItem.version, ActionItem.visit_id, ActionItem.plan_id, ActionItem.participation_id]
    phone = sa.func.coalesce(Person.whatsapp, Person.phone).label("phone")
    query = (
        sa.select(*item, Participation.person_id, Person.name, phone)
        .join(Participation, Participation.id == ActionItem.participation_id)
        .join(Person, Person.id == Participation.person_id)
        .where(sees_participation(account), *_conditions(wanted))
    )
    order = (Key(ActionItem.due_on, nullable=True), Key(ActionItem.id))
    return page_of(query, order=order, place=place or Place())


def items_of_visit(visit_id: int, account: Account) -> Page:
    """Promises made in a visit, of the participants the account sees."""
    return items(ItemFilter(visit_id=visit_id, done_too=True), account, place=Place(size=100))


def open_items_of(person_id: int, account: Account) -> Page:
    """What is promised and not done, in any enrolment of the person that the account sees."""
    return items(ItemFilter(person_id=person_id), account, place=Place(size=20))


def items_of_plan(plan_id: int, account: Account) -> Page:
    return items(ItemFilter(plan_id=plan_id, done_too=True), account, place=Place(size=100))


class Announced(NamedTuple):
    """The next visit that the last one named, and that has not happened."""

    participation_id: int
    person_id: int
    name: str
    phone: str | None
    next_visit_on: date
    last_visit_on: date

    @property
    def urgency(self) -> Urgency:
        return urgency(self.next_visit_on)


def announced_visits(account: Account, *, limit: int = 20) -> list[Announced]:
    """Of the consultant's own participants, within the week or overdue, the longest waiting first."""
    latest = (
        sa.select(
            VisitAttendee.participation_id,
            Visit.next_visit_on,
            Visit.held_on,
            sa.func.row_number()
            .over(
                partition_by=VisitAttendee.participation_id, order_by=(Visit.held_on.desc(), Visit.id.desc())
            )
            .label("place"),
        )
        .join(Visit, Visit.id == VisitAttendee.visit_id)
        .where(VisitAttendee.participation_id.in_(mentored_on(account.id, today())), stands(Visit))
        .subquery()
    )
    query = (
        sa.select(
            latest.c.participation_id,
            Participation.person_id,
            Person.name,
            sa.func.coalesce(Person.whatsapp, Person.phone),
            latest.c.next_visit_on,
            latest.c.held_on,
        )
        .join(Participation, Participation.id == latest.c.participation_id)
        .join(Person, Person.id == Participation.person_id)
        .where(
            latest.c.place == 1,
            latest.c.next_visit_on <= today() + SOON,
            Participation.exited_on.is_(None),
        )
        .order_by(latest.c.next_visit_on, Person.name)
        .limit(limit)
    )
    return [Announced._make(row) for row in db.session.execute(query)]


def time_this_month(account: Account) -> Time:
    """The consultant's own visits since the first of the month."""
    return time_spent(Visit.consultant_id == account.id, Visit.held_on >= today().replace(day=1))


def contract_ends_soon(account: Account) -> bool:
    """Within thirty days, or past."""
    ends = account.contract_ends_on
    return ends is not None and ends <= today() + timedelta(days=30)


def is_consultant(account: Account) -> bool:
    return Role.CONSULTANT in account.roles_on(today())


def _conditions(wanted: ItemFilter) -> list[sa.ColumnElement[bool]]:
    asked: list[sa.ColumnElement[bool] | None] = [
        None if wanted.done_too else _of_urgency(wanted.urgency),
        ActionItem.visit_id == wanted.visit_id if wanted.visit_id else None,
        ActionItem.plan_id == wanted.plan_id if wanted.plan_id else None,
        ActionItem.owner == wanted.owner if wanted.owner else None,
        ActionItem.participation_id == wanted.participation_id if wanted.participation_id else None,
        Participation.person_id == wanted.person_id if wanted.person_id else None,
        Participation.id.in_(mentored_on(wanted.consultant_id, today())) if wanted.consultant_id else None,
    ]
    if wanted.agency_id:
        cohorts = sa.select(Cohort.id).where(Cohort.agency_id == wanted.agency_id)
        asked.append(Participation.cohort_id.in_(cohorts))
    return [condition for condition in asked if condition is not None]


def _of_urgency(wanted: Urgency | None) -> sa.ColumnElement[bool]:
    still_open = ActionItem.done_on.is_(None)
    day = today()
    if wanted is Urgency.DONE:
        return ActionItem.done_on.is_not(None)
    if wanted is Urgency.OVERDUE:
        return sa.and_(still_open, ActionItem.due_on < day)
    if wanted is Urgency.DUE:
        return sa.and_(still_open, ActionItem.due_on.between(day, day + SOON))
    if wanted is Urgency.OPEN:
        return sa.and_(still_open, sa.or_(ActionItem.due_on.is_(None), ActionItem.due_on > day + SOON))
    return still_open
