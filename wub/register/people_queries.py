"""The list of people: searched, filtered, sorted, paged; one row a person, quick at 100,000."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.sql.util import ClauseAdapter

from models.account import Account
from models.agency import Cohort
from models.base import db
from models.business import Business, Ownership
from models.checkup import Checkup
from models.participation import Assignment, Participation
from models.person import Person
from models.reference import Area
from models.vocabulary import Sector, Status
from wub.access.scope import sees_participation, sees_whole_programme
from wub.clock import today
from wub.pages.paging import Count, Key, Page, Place, Sort, capped_count, page_of
from wub.register.search_queries import searching

SORTS = ("nama", "terdaftar")


@dataclass(frozen=True)
class PeopleFilter:
    text: str = ""
    agency_id: int | None = None
    year: int | None = None
    district: str | None = None  # kecamatan
    area: str | None = None  # kelurahan
    sector: Sector | None = None
    status: Status | None = None
    consultant_id: int | None = None
    provisional: bool | None = None
    group_id: int | None = None


def people(wanted: PeopleFilter, account: Account, sort: Sort, place: Place) -> tuple[Page, Count]:
    """Sorted by name, or by enrolment (then only those enrolled, each at the latest one in scope)."""
    statement = chosen(wanted, account)
    if sort.key == "terdaftar":
        statement = statement.join(Participation, Participation.person_id == Person.id).where(
            *latest_participation(account)
        )
        order = [Key(Participation.enrolled_on, sort.descending), Key(Participation.id, sort.descending)]
    else:
        order = [Key(Person.name, sort.descending), Key(Person.id, sort.descending)]
    return page_of(statement, order=order, place=place), capped_count(statement)


def chosen(wanted: PeopleFilter, account: Account) -> Any:
    """The people asked for, as columns of the list."""
    statement = sa.select(
        Person.id,
        Person.name,
        Person.nik_mask,
        Person.phone,
        Person.area_code,
        Area.name.label("area"),
        Area.parent_code.label("district_code"),
    ).outerjoin(Area, Area.code == Person.area_code)
    return searching(statement.where(*conditions(wanted, account)), wanted.text)


def conditions(wanted: PeopleFilter, account: Account) -> list[sa.ColumnElement[bool]]:
    found: list[sa.ColumnElement[bool]] = [Person.merged_into_id.is_(None)]
    enrolled = _enrolled(wanted)
    if enrolled or not sees_whole_programme(account):
        rows = sa.select(Participation.person_id).where(sees_participation(account), *enrolled)
        found.append(_among(rows))
    if wanted.area:
        found.append(Person.area_code == wanted.area)
    elif wanted.district:
        found.append(Person.area_code.in_(sa.select(Area.code).where(Area.parent_code == wanted.district)))
    if wanted.sector:
        owned = sa.select(Ownership.person_id).join(Business, Business.id == Ownership.business_id)
        found.append(_among(owned.where(Business.sector == wanted.sector)))
    if wanted.status:
        found += _of_status(wanted.status, account)
    if wanted.provisional is not None:
        found.append(Person.nik_index.is_(None) if wanted.provisional else Person.nik_index.is_not(None))
    return found


def latest_participation(account: Account) -> list[sa.ColumnElement[bool]]:
    """On Participation: in scope, and no later one of the same person is."""
    later = sa.alias(Participation.__table__)
    newer = (
        sa.select(sa.literal(1))
        .select_from(later)
        .where(
            later.c.person_id == Participation.person_id,
            sa.tuple_(later.c.enrolled_on, later.c.id)
            > sa.tuple_(Participation.enrolled_on, Participation.id),
        )
    )
    in_scope = sees_participation(account)
    newer = newer.where(ClauseAdapter(later).traverse(in_scope))  # the same condition, on the later one
    return [in_scope, ~newer.correlate(Participation).exists()]


def latest_status(account: Account) -> sa.ScalarSelect[Status]:
    """Status at the latest checkup of a Person, any office's in scope."""
    return (
        sa.select(Checkup.status)
        .join(Participation, Participation.id == Checkup.participation_id)
        .where(Participation.person_id == Person.id, sees_participation(account))
        .order_by(Checkup.as_of_date.desc(), Checkup.id.desc())
        .limit(1)
        .correlate(Person)
        .scalar_subquery()
    )


def _among(people: sa.Select[int]) -> sa.ColumnElement[bool]:
    """Person is one of them.

    SQLite would fetch all of them and sort; the plus makes it walk the index of the list's order instead,
    and stop when the page is full. PostgreSQL chooses well by itself.
    """
    on_sqlite = db.session.get_bind().dialect.name == "sqlite"
    column = sa.literal_column("+person.id", Person.id.type) if on_sqlite else Person.id
    return column.in_(people)


def _of_status(status: Status, account: Account) -> list[sa.ColumnElement[bool]]:
    if status is Status.NOT_ASKED:
        asked = sa.select(Participation.person_id).join(Checkup, Checkup.participation_id == Participation.id)
        never = ~_among(asked.where(sees_participation(account)))
        return [sa.or_(never, sa.and_(*_latest_is(status, account)))]
    return _latest_is(status, account)


def _latest_is(status: Status, account: Account) -> list[sa.ColumnElement[bool]]:
    # Whoever ever was in that state: a rare state need not be looked for in everybody.
    ever = (
        sa.select(Participation.person_id)
        .join(Checkup, Checkup.participation_id == Participation.id)
        .where(Checkup.status == status)
    )
    return [_among(ever), latest_status(account) == status]


def _enrolled(wanted: PeopleFilter) -> list[sa.ColumnElement[bool]]:
    """What one and the same enrolment has to fulfil."""
    asked: list[sa.ColumnElement[bool]] = []
    if wanted.agency_id or wanted.year:
        cohorts = sa.select(Cohort.id)
        if wanted.agency_id:
            cohorts = cohorts.where(Cohort.agency_id == wanted.agency_id)
        if wanted.year:
            cohorts = cohorts.where(Cohort.year == wanted.year)
        asked.append(Participation.cohort_id.in_(cohorts))
    if wanted.group_id:
        asked.append(Participation.group_id == wanted.group_id)
    if wanted.consultant_id:
        mentored = sa.select(Assignment.participation_id).where(
            Assignment.consultant_id == wanted.consultant_id,
            Assignment.starts_on <= today(),
            sa.or_(Assignment.ends_on.is_(None), Assignment.ends_on >= today()),
        )
        asked.append(Participation.id.in_(mentored))
    return asked


def names(person_ids: Sequence[int]) -> dict[int, str]:
    rows = db.session.execute(sa.select(Person.id, Person.name).where(Person.id.in_(person_ids)))
    return dict(rows.tuples().all())
