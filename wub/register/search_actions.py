"""Keeps what the list search looks through in step with names, businesses and telephone numbers."""

from __future__ import annotations

from collections.abc import Iterable

import sqlalchemy as sa

from models.base import db
from models.business import Business, Ownership
from models.person import Person, searchable


def refresh(person_ids: Iterable[int]) -> None:
    """Not an edit of the person: the version stays, so that nobody's open form becomes stale."""
    for person_id in sorted(set(person_ids)):
        name, phone = db.session.execute(
            sa.select(Person.name, Person.phone).where(Person.id == person_id)
        ).one()
        businesses = db.session.scalars(
            sa.select(Business.name)
            .join(Ownership, Ownership.business_id == Business.id)
            .where(Ownership.person_id == person_id, Business.name.is_not(None))
            .order_by(Business.id)
        )
        words = searchable(name, businesses, phone)
        db.session.execute(sa.update(Person).where(Person.id == person_id).values(search_text=words))


def owners_of(business_id: int) -> list[int]:
    return list(
        db.session.scalars(sa.select(Ownership.person_id).where(Ownership.business_id == business_id))
    )
