"""Working groups as they are listed: members left, what became of the tools, when the rent ends."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import sqlalchemy as sa

from models.account import Account
from models.agency import Agency, Cohort
from models.aid import Aid
from models.base import db
from models.group import Group
from models.participation import Participation
from models.person import Person
from models.reference import Area
from models.vocabulary import AidCondition, ExitReason, Sector, Status
from wub.access.scope import sees_participation
from wub.pages.paging import Key, Page, Place, page_of
from wub.register.people_queries import latest_status
from wub.register.queries import sees_group


@dataclass(frozen=True)
class GroupFilter:
    text: str = ""
    agency_id: int | None = None
    year: int | None = None
    sector: Sector | None = None
    rent_ends_by: date | None = None


def groups(wanted: GroupFilter, account: Account, place: Place) -> Page:
    """By name; members and tools are asked for with `members_left` and `tools`."""
    statement = (
        sa.select(
            Group.id,
            Group.name,
            Group.sector,
            Group.formed_on,
            Group.rent_ends_on,
            Agency.short_name.label("agency"),
            Cohort.year,
            Area.name.label("area"),
        )
        .join(Cohort, Cohort.id == Group.cohort_id)
        .join(Agency, Agency.id == Cohort.agency_id)
        .outerjoin(Area, Area.code == Group.area_code)
        .where(sees_group(account))
    )
    if wanted.text:
        statement = statement.where(sa.func.lower(Group.name).contains(wanted.text.lower(), autoescape=True))
    if wanted.agency_id:
        statement = statement.where(Cohort.agency_id == wanted.agency_id)
    if wanted.year:
        statement = statement.where(Cohort.year == wanted.year)
    if wanted.sector:
        statement = statement.where(Group.sector == wanted.sector)
    if wanted.rent_ends_by:
        statement = statement.where(Group.rent_ends_on <= wanted.rent_ends_by)
    return page_of(statement, order=[Key(Group.name), Key(Group.id)], place=place)


class Left(NamedTuple):
    """Members still enrolled, of all that the group ever had."""

    staying: int
    all: int


def members_left(group_ids: Sequence[int]) -> dict[int, Left]:
    query = (
        sa.select(
            Participation.group_id,
            sa.func.count(),
            sa.func.count(Participation.exited_on),
        )
        .where(Participation.group_id.in_(group_ids))
        .group_by(Participation.group_id)
    )
    return {group: Left(number - gone, number) for group, number, gone in db.session.execute(query) if group}


def tools(group_ids: Sequence[int]) -> dict[int, dict[AidCondition, int]]:
    """How many pieces of aid are in which condition; the order of the list of codes."""
    query = (
        sa.select(Aid.group_id, Aid.condition, sa.func.sum(Aid.quantity))
        .where(Aid.group_id.in_(group_ids), Aid.condition != AidCondition.NOT_APPLICABLE)
        .group_by(Aid.group_id, Aid.condition)
    )
    counted: dict[int, dict[AidCondition, int]] = {}
    for group, condition, number in db.session.execute(query):
        if group is not None:
            counted.setdefault(group, {})[condition] = int(number)
    order = list(AidCondition)
    return {
        group: dict(sorted(found.items(), key=lambda pair: order.index(pair[0])))
        for group, found in counted.items()
    }


class Member(NamedTuple):
    participation_id: int
    person_id: int
    name: str
    enrolled_on: date
    exited_on: date | None
    exit_reason: ExitReason | None
    group_id: int | None
    group: str | None
    status: Status | None  # of the enterprise, as last seen


def members(group_id: int, account: Account) -> list[Member]:
    """Those the account sees; the ones who left come last."""
    return _members(Participation.group_id == group_id, account)


def of_intake(cohort_id: int, account: Account) -> list[Member]:
    """Everybody of the intake who may be put into a group of it."""
    return _members(Participation.cohort_id == cohort_id, account)


def _members(condition: sa.ColumnElement[bool], account: Account) -> list[Member]:
    query = (
        sa.select(
            Participation.id,
            Person.id,
            Person.name,
            Participation.enrolled_on,
            Participation.exited_on,
            Participation.exit_reason,
            Participation.group_id,
            Group.name,
            latest_status(account),
        )
        .join(Person, Person.id == Participation.person_id)
        .outerjoin(Group, Group.id == Participation.group_id)
        .where(condition, sees_participation(account))
        .order_by(Participation.exited_on.is_not(None), Person.name, Participation.id)
    )
    return [Member(*row) for row in db.session.execute(query)]


def by_status(members: Sequence[Member]) -> list[tuple[Status, int]]:
    """How many of them, also of those who left, are in which state; the order of the list of codes."""
    counted = Counter(one.status or Status.NOT_ASKED for one in members)
    return [(status, counted[status]) for status in Status if counted[status]]


def intake_in_words(cohort_id: int) -> str:
    query = (
        sa.select(Agency.short_name, Cohort.year)
        .join(Cohort, Cohort.agency_id == Agency.id)
        .where(Cohort.id == cohort_id)
    )
    agency, year = db.session.execute(query).one()
    return f"{agency} {year}"
