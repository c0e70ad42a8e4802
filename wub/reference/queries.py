"""The lists that are kept here: offices, schemes, intakes and the price index. Everybody let in sees all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import sqlalchemy as sa

from models.agency import Agency, Cohort, Scheme
from models.base import Base, db
from models.budget import BudgetLine
from models.group import Group
from models.participation import Participation
from models.reference import PriceIndex
from wub.errors import NotFound
from wub.pages.paging import Key, Page, Place, Selected, page_of

Rows = Sequence[sa.Row[*tuple[Any, ...]]]
Kept = TypeVar("Kept", bound=Base)


@dataclass(frozen=True)
class CohortFilter:
    year: int | None = None
    agency_id: int | None = None
    scheme_id: int | None = None


@dataclass(frozen=True)
class IndexFilter:
    place: str = ""
    year: int | None = None
    monthly: bool | None = None


def one(kind: type[Kept], identity: int) -> Kept:
    found = db.session.get(kind, identity)
    if found is None:
        raise NotFound
    return found


def agencies() -> Rows:
    """As the city orders them, with how many intakes each has."""
    intakes = (
        sa.select(sa.func.count(Cohort.id))
        .where(Cohort.agency_id == Agency.id)
        .correlate(Agency)
        .scalar_subquery()
    )
    columns: list[Any] = [Agency.id, Agency.code, Agency.name, Agency.short_name]
    columns += [Agency.position, Agency.active, intakes.label("intakes")]
    return db.session.execute(sa.select(*columns).order_by(Agency.position, Agency.code)).all()


def schemes() -> Rows:
    columns: list[Any] = [Scheme.id, Scheme.code, Scheme.name, Scheme.description, Scheme.active]
    return db.session.execute(sa.select(*columns).order_by(Scheme.id)).all()


def cohorts(wanted: CohortFilter, place: Place) -> Page:
    """Newest first, with the number of lines on each list."""
    order = [
        Key(Cohort.year, descending=True),
        Key(Agency.position),
        Key(Cohort.id),
    ]
    return page_of(found_cohorts(wanted), order=order, place=place)


def found_cohorts(wanted: CohortFilter) -> Selected:
    listed = (
        sa.select(sa.func.count(Participation.id))
        .where(Participation.cohort_id == Cohort.id)
        .correlate(Cohort)
        .scalar_subquery()
    )
    columns: list[Any] = [Cohort.id, Cohort.code, Cohort.year, Cohort.opened_on]
    columns += [Agency.short_name.label("agency"), Scheme.name.label("scheme"), listed.label("listed")]
    asked = [
        column == value
        for column, value in (
            (Cohort.year, wanted.year),
            (Cohort.agency_id, wanted.agency_id),
            (Cohort.scheme_id, wanted.scheme_id),
        )
        if value is not None
    ]
    return (
        sa.select(*columns)
        .join(Agency, Agency.id == Cohort.agency_id)
        .join(Scheme, Scheme.id == Cohort.scheme_id)
        .where(*asked)
    )


def is_used(cohort_id: int) -> bool:
    """Somebody is enrolled, grouped or paid for under it: its year, office and scheme are settled."""
    kinds = (Participation, Group, BudgetLine)
    named = (sa.select(kind.id).where(kind.cohort_id == cohort_id).exists() for kind in kinds)
    return bool(db.session.scalar(sa.select(sa.or_(*named))))


def price_index(wanted: IndexFilter, place: Place) -> Page:
    """Newest first; monthly and yearly rows stand together."""
    order = [Key(PriceIndex.period, descending=True), Key(PriceIndex.place), Key(PriceIndex.id)]
    return page_of(found_index(wanted), order=order, place=place)


def found_index(wanted: IndexFilter) -> Selected:
    columns: list[Any] = [PriceIndex.id, PriceIndex.period, PriceIndex.monthly, PriceIndex.base_year]
    columns += [PriceIndex.place.label("where"), PriceIndex.value, PriceIndex.source]
    query = sa.select(*columns)
    if wanted.place:
        query = query.where(sa.func.lower(PriceIndex.place).contains(wanted.place.lower(), autoescape=True))
    if wanted.year is not None:
        query = query.where(sa.extract("year", PriceIndex.period) == wanted.year)
    if wanted.monthly is not None:
        query = query.where(PriceIndex.monthly.is_(wanted.monthly))
    return query


def agency_choices(also: int | None = None) -> list[tuple[int, str]]:
    """Offices that enrol today, and the one a record already names."""
    query = sa.select(Agency.id, Agency.short_name).where(sa.or_(Agency.active, Agency.id == also))
    return [(number, name) for number, name in db.session.execute(query.order_by(Agency.position))]


def scheme_choices(also: int | None = None) -> list[tuple[int, str]]:
    query = sa.select(Scheme.id, Scheme.name).where(sa.or_(Scheme.active, Scheme.id == also))
    return [(number, name) for number, name in db.session.execute(query.order_by(Scheme.id))]
