"""Pairs that may be one person: found, listed, remembered once decided."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from models import Account, Person, PersonPair
from models.base import db
from models.vocabulary import PairState
from wub import clock
from wub.access.scope import sees_person
from wub.errors import NotFound
from wub.pages.paging import Key, Page, Place, page_of


def visible_to(account: Account) -> sa.ColumnElement[bool]:
    """Condition on PersonPair: the account sees both people."""
    seen = sa.select(Person.id).where(sees_person(account))
    return sa.and_(PersonPair.first_id.in_(seen), PersonPair.second_id.in_(seen))


def visible(pair_id: int, account: Account) -> PersonPair:
    found = db.session.scalar(sa.select(PersonPair).where(PersonPair.id == pair_id, visible_to(account)))
    if found is None:
        raise NotFound
    return found


def pairs(state: PairState, account: Account, place: Place) -> Page:
    """The likeliest first."""
    first, second = aliased(Person), aliased(Person)
    columns: list[Any] = [
        PersonPair.id,
        PersonPair.score,
        PersonPair.reasons,
        first.name.label("first"),
        second.name.label("second"),
        first.nik_mask.label("first_nik"),
        second.nik_mask.label("second_nik"),
    ]
    statement = (
        sa.select(*columns)
        .join(first, first.id == PersonPair.first_id)
        .join(second, second.id == PersonPair.second_id)
        .where(PersonPair.state == state, visible_to(account))
    )
    return page_of(statement, order=[Key(PersonPair.score, descending=True), Key(PersonPair.id)], place=place)


def remember(one: int, other: int, state: PairState, *, by: Account, note: str | None = None) -> PersonPair:
    """What was decided of two people, whether the search had found them or somebody did."""
    first, second = sorted((one, other))
    query = sa.select(PersonPair).where(PersonPair.first_id == first, PersonPair.second_id == second)
    pair = db.session.scalar(query)
    if pair is None:
        pair = PersonPair(first_id=first, second_id=second, score=0.0)
        db.session.add(pair)
    pair.state, pair.decided_by_id, pair.decided_at, pair.note = state, by.id, clock.now(), note
    db.session.flush()
    return pair
