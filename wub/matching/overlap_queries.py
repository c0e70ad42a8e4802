"""How far the lists of the offices overlap: the sum of the lists against the people who are really there."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import sqlalchemy as sa

from models import Account, Agency, Cohort, Participation, Person
from models.base import db
from wub.access.scope import sees_person
from wub.pages.paging import Key, Page, Place, page_of

FEW = 5  # cells of fewer people are not told to those who see only figures (domain.md d, rule 7)

ITSELF = sa.func.coalesce(Person.merged_into_id, Person.id)


@dataclass(frozen=True)
class Overlap:
    """`listed`: rows of each office's lists; `people`: different people on them; `shared`: on both lists."""

    offices: Sequence[Any]  # rows of id, code, short_name
    listed: dict[int, int]
    people: dict[int, int]
    shared: dict[tuple[int, int], int]
    several: dict[int, int]  # people of an office who are on another list too
    total_listed: int
    total_people: int

    def both(self, one: int, other: int) -> int:
        return self.shared.get((min(one, other), max(one, other)), 0)


def overlap(year: int | None = None) -> Overlap:
    """Of the whole city: how many lists name a person is no secret between offices, who it is may be."""
    query = (
        sa.select(ITSELF, Cohort.agency_id, sa.func.count())
        .select_from(Participation)
        .join(Person, Person.id == Participation.person_id)
        .join(Cohort, Cohort.id == Participation.cohort_id)
        .group_by(ITSELF, Cohort.agency_id)
    )
    if year is not None:
        query = query.where(Cohort.year == year)
    lists: dict[int, set[int]] = defaultdict(set)
    listed: Counter[int] = Counter()
    for person, agency, rows in db.session.execute(query):
        lists[person].add(agency)
        listed[agency] += rows
    people = Counter(agency for on in lists.values() for agency in on)
    shared = Counter(pair for on in lists.values() if len(on) > 1 for pair in combinations(sorted(on), 2))
    several = Counter(agency for on in lists.values() if len(on) > 1 for agency in on)
    offices = db.session.execute(
        sa.select(Agency.id, Agency.code, Agency.short_name).order_by(Agency.position, Agency.id)
    ).all()
    return Overlap(offices, listed, people, shared, several, listed.total(), len(lists))


def people_of_both(one: int, other: int, year: int | None, account: Account, place: Place) -> Page:
    """The people behind a cell, of those whom the account sees."""
    columns: list[Any] = [Person.id, Person.name, Person.nik_mask]
    query = sa.select(*columns).where(sees_person(account), _on(one, year), _on(other, year))
    return page_of(query, order=[Key(Person.name), Key(Person.id)], place=place)


def _on(agency: int, year: int | None) -> sa.ColumnElement[bool]:
    entry = sa.orm.aliased(Person)
    rows = (
        sa.select(sa.func.coalesce(entry.merged_into_id, entry.id))
        .join(Participation, Participation.person_id == entry.id)
        .join(Cohort, Cohort.id == Participation.cohort_id)
        .where(Cohort.agency_id == agency)
    )
    return Person.id.in_(rows if year is None else rows.where(Cohort.year == year))


def years() -> Sequence[int]:
    return db.session.scalars(sa.select(Cohort.year).distinct().order_by(Cohort.year.desc())).all()
