"""Entries to compare, and what is behind each: only what the account sees."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

import sqlalchemy as sa

from models import Account, Business, Ownership, Participation, Person
from models.base import Base, db
from models.vocabulary import Sex
from wub.access.scope import sees_participation
from wub.matching.score import Entry
from wub.register.queries import visible_to

CHUNK = 500


def entries(ids: Collection[int] | None = None) -> list[Entry]:
    """Everybody in the register, or those of these ids, as far as they are compared; never for showing."""
    if ids is None:
        return _entries()
    chosen = sorted(ids)
    chunks = (chosen[start : start + CHUNK] for start in range(0, len(chosen), CHUNK))
    return [entry for some in chunks for entry in _entries(some)]


def _entries(some: list[int] | None = None) -> list[Entry]:
    column = Base.metadata.tables["person"].c
    businesses = _businesses(some)
    query = sa.select(
        column.id,
        column.name,
        column.birth_date,
        column.phone,
        column.area_code,
        column.sex,
        column.nik_index.is_not(None),
    ).where(column.merged_into_id.is_(None))
    if some is not None:
        query = query.where(column.id.in_(some))
    known = {Sex.MALE, Sex.FEMALE}
    return [
        Entry(
            person,
            name,
            born,
            phone,
            area,
            sex if sex in known else None,
            businesses.get(person, ()),
            bool(nik),
        )
        for person, name, born, phone, area, sex, nik in db.session.execute(query)
    ]


def _businesses(some: list[int] | None) -> dict[int, tuple[str, ...]]:
    owned: dict[int, list[str]] = defaultdict(list)
    query = sa.select(Ownership.person_id, Business.name).join(Business, Business.id == Ownership.business_id)
    query = query.where(Business.name.is_not(None))
    if some is not None:
        query = query.where(Ownership.person_id.in_(some))
    for person, name in db.session.execute(query):
        owned[person].append(name or "")
    return {person: tuple(names) for person, names in owned.items()}


def sees(person_id: int, account: Account) -> bool:
    query = sa.select(Person.id).where(Person.id == person_id, visible_to(account))
    return db.session.scalar(query) is not None


def enrolled_elsewhere(person_id: int, account: Account) -> bool:
    """Whether some enrolment of the person is out of the account's scope."""
    others = sa.select(Participation.id).where(
        Participation.person_id == person_id, ~sees_participation(account)
    )
    return db.session.scalar(others.limit(1)) is not None
