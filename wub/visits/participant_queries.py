"""Participants as mentoring pages show them: who, which enterprise, which intake, and who mentors whom."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from functools import cache
from typing import Any, NamedTuple

import sqlalchemy as sa

from models.account import Account, RoleGrant
from models.agency import Agency, Cohort
from models.base import db
from models.business import Business, Ownership
from models.group import Group
from models.participation import Assignment, Participation
from models.person import Person
from models.reference import Area
from models.vocabulary import Role
from wub.access.scope import DAYS_AFTER_ASSIGNMENT, sees_participation
from wub.clock import today
from wub.errors import NotFound

SHOWN = 60  # more than that nobody reads on a phone: search instead


class Participant(NamedTuple):
    """One participation with the words that tell people apart."""

    id: int
    person_id: int
    name: str
    phone: str | None
    address: str | None
    area: str | None
    business_id: int | None
    business: str | None
    group_id: int | None
    group: str | None
    cohort: str
    agency: str
    enrolled_on: date


def participant(participation_id: int, account: Account) -> Participant:
    """Raises NotFound when absent or out of scope."""
    found = participants([participation_id], account)
    if not found:
        raise NotFound
    return found[0]


def participants(ids: Collection[int], account: Account) -> list[Participant]:
    """Those of them that the account sees, by name."""
    if not ids:
        return []
    return _read(_told().where(Participation.id.in_(ids), sees_participation(account)))


def names(ids: Collection[int]) -> list[str]:
    """Of participants whom the account was already found to see."""
    query = sa.select(Person.name).join(Participation, Participation.person_id == Person.id)
    return list(db.session.scalars(query.where(Participation.id.in_(ids)).order_by(Person.name)))


def group_mates(participation_ids: Collection[int], account: Account) -> list[Participant]:
    """Others of the same working groups, whom a group visit may have met too."""
    groups = sa.select(Participation.group_id).where(Participation.id.in_(participation_ids))
    return _read(
        _told().where(
            Participation.group_id.in_(groups.where(Participation.group_id.is_not(None))),
            Participation.id.not_in(participation_ids),
            sees_participation(account),
        )
    )


def to_choose_from(account: Account, words: str | None = None) -> list[Participant]:
    """For picking somebody: those in scope, narrowed by words; a consultant's are those mentored today."""
    query = _told().where(sees_participation(account))
    if Role.CONSULTANT in account.roles_on(today()):
        query = query.where(Participation.id.in_(mentored_on(account.id, today())))
    for word in (words or "").lower().split()[:5]:
        query = query.where(Person.search_text.contains(word, autoescape=True))
    return _read(query.limit(SHOWN))


def mentored_on(consultant_id: int, day: date) -> sa.Select[int]:
    """Participations assigned to the consultant on that very day."""
    return sa.select(Assignment.participation_id).where(
        Assignment.consultant_id == consultant_id,
        Assignment.starts_on <= day,
        sa.or_(Assignment.ends_on.is_(None), Assignment.ends_on >= day),
    )


class Mentoring(NamedTuple):
    """A time of a consultant with a participant."""

    starts_on: date
    ends_on: date | None

    def lasts_on(self, day: date) -> bool:
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)


def mentoring(
    consultants: Collection[int], participations: Collection[int]
) -> dict[tuple[int, int], list[Mentoring]]:
    """(consultant, participation) → the times they had together."""
    query = sa.select(
        Assignment.consultant_id, Assignment.participation_id, Assignment.starts_on, Assignment.ends_on
    ).where(Assignment.participation_id.in_(participations), Assignment.consultant_id.in_(consultants))
    found: dict[tuple[int, int], list[Mentoring]] = {}
    for consultant, joined, starts_on, ends_on in db.session.execute(query):
        found.setdefault((consultant, joined), []).append(Mentoring(starts_on, ends_on))
    return found


def mentored_by(account_id: int, participations: Collection[int]) -> set[int]:
    """Those of them that the account ever mentored."""
    query = sa.select(Assignment.participation_id).where(
        Assignment.participation_id.in_(participations), Assignment.consultant_id == account_id
    )
    return set(db.session.scalars(query))


def consultants_of(participation_id: int) -> list[tuple[int, str]]:
    """Id and name of those who mentor the participant, or did so lately."""
    lately = today() - timedelta(days=DAYS_AFTER_ASSIGNMENT)
    query = (
        sa.select(Account.id, Account.name)
        .join(Assignment, Assignment.consultant_id == Account.id)
        .where(
            Assignment.participation_id == participation_id,
            sa.or_(Assignment.ends_on.is_(None), Assignment.ends_on >= lately),
        )
        .order_by(Account.name)
        .distinct()
    )
    return [(number, name) for number, name in db.session.execute(query)]


def mentors_of(participations: Collection[int]) -> dict[int, list[str]]:
    """Participation → names of those who mentor it today."""
    day = today()
    query = (
        sa.select(Assignment.participation_id, Account.name)
        .join(Account, Account.id == Assignment.consultant_id)
        .where(
            Assignment.participation_id.in_(participations),
            Assignment.starts_on <= day,
            sa.or_(Assignment.ends_on.is_(None), Assignment.ends_on >= day),
        )
        .order_by(Account.name)
    )
    found: dict[int, list[str]] = {}
    for joined, name in db.session.execute(query):
        found.setdefault(joined, []).append(name)
    return found


def consultants() -> list[tuple[int, str]]:
    """Id and name of everybody who holds or held the role, for filters."""
    held = sa.select(RoleGrant.account_id).where(RoleGrant.role == Role.CONSULTANT)
    query = sa.select(Account.id, Account.name).where(Account.id.in_(held)).order_by(Account.name)
    return [(number, name) for number, name in db.session.execute(query)]


def agencies() -> list[tuple[int, str]]:
    """Id and short name of the offices, for filters."""
    query = sa.select(Agency.id, Agency.short_name).order_by(Agency.position, Agency.id)
    return [(number, name) for number, name in db.session.execute(query)]


def businesses_of(person_id: int) -> list[tuple[int, str]]:
    """Id and words of the enterprises a person owns or owned."""
    words = sa.func.coalesce(Business.name, Business.product)
    query = (
        sa.select(Business.id, words, Business.sector)
        .join(Ownership, Ownership.business_id == Business.id)
        .where(Ownership.person_id == person_id)
        .order_by(Business.id)
    )
    return [(number, name or sector.label) for number, name, sector in db.session.execute(query)]


@cache
def _told() -> sa.Select[Any]:
    columns: tuple[Any, ...] = (
        Participation.id,
        Participation.person_id,
        Person.name,
        sa.func.coalesce(Person.whatsapp, Person.phone),
        Person.address,
        Area.name,
        Participation.business_id,
        sa.func.coalesce(Business.name, Business.product),
        Participation.group_id,
        Group.name,
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
        .outerjoin(Group, Group.id == Participation.group_id)
        .outerjoin(Area, Area.code == Person.area_code)
        .order_by(Person.name, Participation.id)
    )


def _read(query: sa.Select[Any]) -> list[Participant]:
    return [Participant._make(row) for row in db.session.execute(query)]
