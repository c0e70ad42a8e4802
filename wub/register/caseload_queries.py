"""Consultants with how many they mentor, what is due there, and until when their contract runs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

import sqlalchemy as sa

from models.account import Account, RoleGrant
from models.base import db
from models.participation import Assignment, Participation
from models.person import Person
from models.plan import ActionItem
from models.vocabulary import Role
from wub.access.scope import sees_participation
from wub.checkups import due_queries
from wub.clock import today
from wub.errors import NotFound
from wub.visits import handover_queries, participant_queries
from wub.visits.participant_queries import Participant

ENDS_SOON = timedelta(days=30)


@dataclass(frozen=True)
class Caseload:
    """Counts of participants in scope; `due` rounds can be measured now, `missed` ones no longer in time."""

    consultant_id: int
    name: str
    phone: str | None
    active: bool
    contract_starts_on: date | None
    contract_ends_on: date | None
    participants: int
    due: int
    missed: int
    overdue_items: int
    visits: int

    @property
    def is_over(self) -> bool:
        return self.contract_ends_on is not None and self.contract_ends_on < today()

    @property
    def ends_soon(self) -> bool:
        return self.contract_ends_on is not None and self.contract_ends_on <= today() + ENDS_SOON

    @property
    def needs_handing_over(self) -> bool:
        return self.participants > 0 and (self.ends_soon or not self.active)


class Past(NamedTuple):
    """A time with a consultant that has ended, and who came after him."""

    assignment_id: int
    participation_id: int
    person_id: int
    name: str
    starts_on: date
    ends_on: date
    reason: str | None
    successor: str | None


def caseloads(account: Account) -> list[Caseload]:
    """Whoever mentors somebody in scope or may be assigned; the most loaded first."""
    mentored = _mentored(account)
    people = _people(mentored)
    numbers = [one.id for one in people]
    scope = sa.select(Participation.id).where(sees_participation(account))
    due, missed = (due_queries.due_by_consultant(account, missed=late) for late in (False, True))
    overdue = _overdue_items(account)
    visits = handover_queries.visits_this_month(numbers, scope)
    found = [
        Caseload(
            one.id,
            one.name,
            one.phone,
            one.active,
            one.contract_starts_on,
            one.contract_ends_on,
            *(table.get(one.id, 0) for table in (mentored, due, missed, overdue, visits)),
        )
        for one in people
    ]
    return sorted(found, key=lambda one: (not one.needs_handing_over, -one.participants, one.name))


def caseload(consultant_id: int, account: Account) -> Caseload:
    found = next((one for one in caseloads(account) if one.consultant_id == consultant_id), None)
    if found is None:
        raise NotFound
    return found


def mentored_by(consultant_id: int, account: Account) -> list[Participant]:
    """Assigned today or from a later day, in scope, by name."""
    numbers = db.session.scalars(
        sa.select(Assignment.participation_id)
        .join(Participation, Participation.id == Assignment.participation_id)
        .where(Assignment.consultant_id == consultant_id, _not_over(), Participation.exited_on.is_(None))
    ).all()
    return participant_queries.participants(numbers, account)


def without_consultant(account: Account) -> int:
    """Participants in scope who have not left, and whom nobody mentors."""
    running = sa.exists().where(Assignment.participation_id == Participation.id, _not_over())
    query = sa.select(sa.func.count(Participation.id)).where(
        sees_participation(account), Participation.exited_on.is_(None), ~running.correlate(Participation)
    )
    return db.session.scalar(query) or 0


def handed_over(consultant_id: int, account: Account, *, limit: int = 30) -> list[Past]:
    """What the consultant mentored before, the latest first."""
    later, successor = sa.orm.aliased(Assignment), sa.orm.aliased(Account)
    after = (
        sa.select(successor.name)
        .join(later, later.consultant_id == successor.id)
        .where(
            later.participation_id == Assignment.participation_id,
            later.consultant_id != consultant_id,
            later.starts_on > Assignment.ends_on,
        )
        .order_by(later.starts_on, later.id)
        .limit(1)
        .correlate(Assignment)
        .scalar_subquery()
    )
    query = (
        sa.select(
            *(Assignment.id, Assignment.participation_id, Person.id, Person.name),
            *(Assignment.starts_on, Assignment.ends_on, Assignment.reason, after),
        )
        .join(Participation, Participation.id == Assignment.participation_id)
        .join(Person, Person.id == Participation.person_id)
        .where(
            Assignment.consultant_id == consultant_id,
            Assignment.ends_on < today(),
            sees_participation(account),
        )
        .order_by(Assignment.ends_on.desc(), Person.name)
        .limit(limit)
    )
    return [Past._make(row) for row in db.session.execute(query)]


def _not_over() -> sa.ColumnElement[bool]:
    return sa.or_(Assignment.ends_on.is_(None), Assignment.ends_on >= today())


def _mentored(account: Account) -> dict[int, int]:
    query = (
        sa.select(Assignment.consultant_id, sa.func.count(sa.distinct(Participation.id)))
        .join(Participation, Participation.id == Assignment.participation_id)
        .where(sees_participation(account), _not_over(), Participation.exited_on.is_(None))
        .group_by(Assignment.consultant_id)
    )
    return dict(db.session.execute(query).all())


def _overdue_items(account: Account) -> dict[int, int]:
    query = (
        sa.select(Assignment.consultant_id, sa.func.count(sa.distinct(ActionItem.id)))
        .join(Participation, Participation.id == Assignment.participation_id)
        .join(ActionItem, ActionItem.participation_id == Participation.id)
        .where(
            sees_participation(account),
            _not_over(),
            ActionItem.done_on.is_(None),
            ActionItem.due_on < today(),
        )
        .group_by(Assignment.consultant_id)
    )
    return dict(db.session.execute(query).all())


def _people(mentored: dict[int, int]) -> Sequence[Account]:
    """Those who mentor, and active holders of the role who could."""
    day = today()
    held = sa.select(RoleGrant.account_id).where(
        RoleGrant.role == Role.CONSULTANT,
        RoleGrant.starts_on <= day,
        sa.or_(RoleGrant.ends_on.is_(None), RoleGrant.ends_on >= day),
    )
    query = sa.select(Account).where(
        sa.or_(Account.id.in_(mentored), sa.and_(Account.active, Account.id.in_(held)))
    )
    return db.session.scalars(query.order_by(Account.name)).all()
