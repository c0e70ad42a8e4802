"""Businesses as they are listed, and who owns one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import sqlalchemy as sa

from models.account import Account
from models.base import db
from models.business import Business, Ownership
from models.person import Person
from models.reference import Area
from models.vocabulary import NibCheck, Sector
from wub.pages.paging import Key, Page, Place, page_of
from wub.register.queries import sees_business, visible_to
from wub.register.search_queries import searching


@dataclass(frozen=True)
class BusinessFilter:
    text: str = ""
    sector: Sector | None = None
    area: str | None = None
    nib_check: NibCheck | None = None
    closed: bool | None = None


def businesses(wanted: BusinessFilter, account: Account, place: Place) -> Page:
    """Newest first; searched by the names of businesses and owners."""
    statement = (
        sa.select(
            Business.id,
            sa.func.coalesce(Business.name, Business.product).label("name"),
            Business.sector,
            Business.product,
            Business.nib_check,
            Business.closed_on,
            Area.name.label("area"),
        )
        .outerjoin(Area, Area.code == Business.area_code)
        .where(sees_business(account))
    )
    if wanted.text:
        found = searching(sa.select(Person.id), wanted.text)
        owned = sa.select(Ownership.business_id).where(Ownership.person_id.in_(found))
        statement = statement.where(Business.id.in_(owned))
    if wanted.sector:
        statement = statement.where(Business.sector == wanted.sector)
    if wanted.area:
        statement = statement.where(Business.area_code == wanted.area)
    if wanted.nib_check:
        statement = statement.where(Business.nib_check == wanted.nib_check)
    if wanted.closed is not None:
        shut = Business.closed_on.is_not(None) if wanted.closed else Business.closed_on.is_(None)
        statement = statement.where(shut)
    return page_of(statement, order=[Key(Business.id, descending=True)], place=place)


def owner_names(business_ids: Sequence[int], account: Account) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    query = (
        sa.select(Ownership.business_id, Person.name)
        .join(Person, Person.id == Ownership.person_id)
        .where(Ownership.business_id.in_(business_ids), visible_to(account))
        .order_by(Person.name)
    )
    for number, name in db.session.execute(query):
        found[number].append(name)
    return found


class Owner(NamedTuple):
    ownership_id: int
    person_id: int
    name: str
    since: date | None
    until: date | None


def owners(business_id: int, account: Account) -> list[Owner]:
    """Those the account sees, present ones first."""
    query = (
        sa.select(Ownership.id, Person.id, Person.name, Ownership.since, Ownership.until)
        .join(Person, Person.id == Ownership.person_id)
        .where(Ownership.business_id == business_id, visible_to(account))
        .order_by(Ownership.until.is_not(None), Person.name)
    )
    return [Owner(*row) for row in db.session.execute(query)]


def possible_owners(business_id: int, text: str, account: Account) -> list[tuple[int, str]]:
    """People in scope whom the words describe and who do not own the business yet; the first twenty."""
    if not text.strip():
        return []
    owning = sa.select(Ownership.person_id).where(Ownership.business_id == business_id)
    query = searching(sa.select(Person.id, Person.name, Area.name), text)
    query = query.outerjoin(Area, Area.code == Person.area_code).where(
        visible_to(account), Person.id.not_in(owning)
    )
    rows = db.session.execute(query.order_by(Person.name, Person.id).limit(20))
    return [(number, f"{name} ({area})" if area else name) for number, name, area in rows]
