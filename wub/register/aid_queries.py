"""Aid as it is listed, and who received it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import sqlalchemy as sa

from models.account import Account
from models.agency import Cohort
from models.aid import Aid
from models.base import db
from models.group import Group
from models.participation import Participation
from models.person import Person
from models.vocabulary import AidCondition, AidKind
from wub.pages.paging import Key, Page, Place, page_of
from wub.register.queries import sees_aid


@dataclass(frozen=True)
class AidFilter:
    text: str = ""
    kind: AidKind | None = None
    condition: AidCondition | None = None
    agency_id: int | None = None
    year: int | None = None
    since: date | None = None
    until: date | None = None


def aids(wanted: AidFilter, account: Account, place: Place) -> Page:
    """Newest first; searched by description and BAST number."""
    cohort = sa.func.coalesce(Participation.cohort_id, Group.cohort_id)
    statement = (
        sa.select(
            Aid.id,
            Aid.given_on,
            Aid.kind,
            Aid.description,
            Aid.quantity,
            Aid.value,
            Aid.value_answer,
            Aid.bast_number,
            Aid.condition,
            Person.name.label("person"),
            Group.name.label("group"),
        )
        .outerjoin(Participation, Participation.id == Aid.participation_id)
        .outerjoin(Person, Person.id == Participation.person_id)
        .outerjoin(Group, Group.id == Aid.group_id)
        .where(sees_aid(account), *_conditions(wanted))
    )
    if wanted.agency_id or wanted.year:
        chosen = sa.select(Cohort.id)
        if wanted.agency_id:
            chosen = chosen.where(Cohort.agency_id == wanted.agency_id)
        if wanted.year:
            chosen = chosen.where(Cohort.year == wanted.year)
        statement = statement.where(cohort.in_(chosen))
    order = [Key(Aid.given_on, descending=True), Key(Aid.id, descending=True)]
    return page_of(statement, order=order, place=place)


class Receiver(NamedTuple):
    person_id: int | None
    person: str | None
    group_id: int | None
    group: str | None


def receiver(aid: Aid) -> Receiver:
    query = (
        sa.select(Person.id, Person.name, Group.id, Group.name)
        .select_from(Aid)
        .outerjoin(Participation, Participation.id == Aid.participation_id)
        .outerjoin(Person, Person.id == Participation.person_id)
        .outerjoin(Group, Group.id == Aid.group_id)
        .where(Aid.id == aid.id)
    )
    return Receiver(*db.session.execute(query).one())


def _conditions(wanted: AidFilter) -> list[sa.ColumnElement[bool]]:
    asked: list[sa.ColumnElement[bool]] = []
    if wanted.text:
        said = wanted.text.lower()
        asked.append(
            sa.or_(
                sa.func.lower(Aid.description).contains(said, autoescape=True),
                sa.func.lower(Aid.bast_number).contains(said, autoescape=True),
            )
        )
    if wanted.kind:
        asked.append(Aid.kind == wanted.kind)
    if wanted.condition:
        asked.append(Aid.condition == wanted.condition)
    if wanted.since:
        asked.append(Aid.given_on >= wanted.since)
    if wanted.until:
        asked.append(Aid.given_on <= wanted.until)
    return asked
