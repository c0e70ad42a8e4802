"""Which exhibitions, entries and contacts an account sees; the list, and the rows of one exhibition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa

from models.account import Account
from models.agency import Agency, Cohort
from models.base import db
from models.business import Business
from models.exhibition import BuyerContact, Exhibition, ExhibitionEntry, OrderFollowUp
from models.participation import Participation
from models.person import Person
from models.vocabulary import ExhibitionLevel, Role
from wub.access.scope import EVERYTHING, NOTHING, sees_participation, sees_whole_programme
from wub.clock import today
from wub.errors import NotFound
from wub.pages.paging import Key, Page, Place, page_of

Rows = Sequence[sa.Row[*tuple[Any, ...]]]


def visible_to(account: Account) -> sa.ColumnElement[bool]:
    """Condition on Exhibition: offices see every event, consultants those of their participants."""
    roles = account.roles_on(today())
    if not account.active:
        return NOTHING
    if roles & {Role.SUPERVISOR, Role.OFFICER}:
        return EVERYTHING
    if Role.CONSULTANT in roles:
        return Exhibition.id.in_(sa.select(ExhibitionEntry.exhibition_id).where(sees_entry(account)))
    return NOTHING


def sees_entry(account: Account) -> sa.ColumnElement[bool]:
    """Condition on ExhibitionEntry: who stood there is in scope."""
    if sees_whole_programme(account):
        return EVERYTHING
    return ExhibitionEntry.participation_id.in_(
        sa.select(Participation.id).where(sees_participation(account))
    )


def visible(exhibition_id: int, account: Account) -> Exhibition:
    found = db.session.scalar(
        sa.select(Exhibition).where(Exhibition.id == exhibition_id, visible_to(account))
    )
    if found is None:
        raise NotFound
    return found


def entry(entry_id: int, account: Account) -> ExhibitionEntry:
    found = db.session.scalar(
        sa.select(ExhibitionEntry).where(ExhibitionEntry.id == entry_id, sees_entry(account))
    )
    if found is None:
        raise NotFound
    return found


def contact(contact_id: int, account: Account) -> BuyerContact:
    found = db.session.scalar(
        sa.select(BuyerContact)
        .join(ExhibitionEntry, ExhibitionEntry.id == BuyerContact.entry_id)
        .where(BuyerContact.id == contact_id, sees_entry(account))
    )
    if found is None:
        raise NotFound
    return found


def follow_up(follow_up_id: int, account: Account) -> OrderFollowUp:
    found = db.session.scalar(
        sa.select(OrderFollowUp)
        .join(BuyerContact, BuyerContact.id == OrderFollowUp.contact_id)
        .join(ExhibitionEntry, ExhibitionEntry.id == BuyerContact.entry_id)
        .where(OrderFollowUp.id == follow_up_id, sees_entry(account))
    )
    if found is None:
        raise NotFound
    return found


def keeps(exhibition: Exhibition, account: Account) -> bool:
    """Whether the event itself may be changed: by the office that entered it, or a supervisor."""
    return keeps_for(exhibition.agency_id, account)


def keeps_for(agency_id: int | None, account: Account) -> bool:
    return sees_whole_programme(account) or agency_id in account.agencies_on(today())


@dataclass(frozen=True)
class ExhibitionFilter:
    text: str = ""
    level: ExhibitionLevel | None = None
    agency_id: int | None = None
    since: date | None = None
    until: date | None = None


def exhibitions(wanted: ExhibitionFilter, account: Account, place: Place) -> Page:
    """Newest first, with the number of stands of all offices."""
    stands = (
        sa.select(sa.func.count(ExhibitionEntry.id))
        .where(ExhibitionEntry.exhibition_id == Exhibition.id)
        .correlate(Exhibition)
        .scalar_subquery()
    )
    columns: list[Any] = [Exhibition.id, Exhibition.name, Exhibition.level, Exhibition.place]
    columns += [Exhibition.starts_on, Exhibition.ends_on, Agency.short_name.label("agency")]
    query = (
        sa.select(*columns, stands.label("stands"))
        .outerjoin(Agency, Agency.id == Exhibition.agency_id)
        .where(visible_to(account), *_conditions(wanted))
    )
    order = [Key(Exhibition.starts_on, descending=True), Key(Exhibition.id, descending=True)]
    return page_of(query, order=order, place=place)


def entries(exhibition_id: int, account: Account) -> Rows:
    """The stands whose people the account sees, by name; all others are only counted."""
    contacts = (
        sa.select(sa.func.count(BuyerContact.id))
        .where(BuyerContact.entry_id == ExhibitionEntry.id)
        .correlate(ExhibitionEntry)
        .scalar_subquery()
    )
    own = ExhibitionEntry.__table__.c
    columns: list[Any] = [column for column in own if column.name not in ("client_key", "created_at")]
    columns += [Person.name.label("name"), Participation.person_id, Agency.short_name.label("agency")]
    columns += [sa.func.coalesce(Business.name, Business.product).label("business")]
    query = (
        sa.select(*columns, contacts.label("contacts"))
        .join(Participation, Participation.id == ExhibitionEntry.participation_id)
        .join(Person, Person.id == Participation.person_id)
        .join(Cohort, Cohort.id == Participation.cohort_id)
        .join(Agency, Agency.id == Cohort.agency_id)
        .outerjoin(Business, Business.id == Participation.business_id)
        .where(ExhibitionEntry.exhibition_id == exhibition_id, sees_entry(account))
        .order_by(Person.name, ExhibitionEntry.id)
    )
    return db.session.execute(query).all()


def entered(exhibition_id: int) -> set[int]:
    """Participations that have a stand there already, whoever sees them."""
    query = sa.select(ExhibitionEntry.participation_id).where(ExhibitionEntry.exhibition_id == exhibition_id)
    return set(db.session.scalars(query))


def number_of_entries(exhibition_id: int) -> int:
    query = sa.select(sa.func.count()).where(ExhibitionEntry.exhibition_id == exhibition_id)
    return db.session.scalar(query) or 0


def to_replace(exhibition_id: int, account: Account, apart_from: int | None = None) -> list[tuple[int, str]]:
    """Stands of the event whose place somebody else may have taken, as choices."""
    return [
        (row.id, f"{row.name} ({row.agency})")
        for row in entries(exhibition_id, account)
        if row.id != apart_from and row.substitute_for_id is None
    ]


def agency_name(agency_id: int | None) -> str | None:
    return db.session.scalar(sa.select(Agency.short_name).where(Agency.id == agency_id))


def person_of(participation_id: int) -> int | None:
    return db.session.scalar(sa.select(Participation.person_id).where(Participation.id == participation_id))


def _conditions(wanted: ExhibitionFilter) -> list[sa.ColumnElement[bool]]:
    asked: list[sa.ColumnElement[bool]] = []
    for word in wanted.text.lower().split()[:5]:
        words = sa.func.lower(Exhibition.name + " " + Exhibition.organiser + " " + Exhibition.place)
        asked.append(words.contains(word, autoescape=True))
    if wanted.level:
        asked.append(Exhibition.level == wanted.level)
    if wanted.agency_id:
        asked.append(Exhibition.agency_id == wanted.agency_id)
    if wanted.since:
        asked.append(Exhibition.ends_on >= wanted.since)
    if wanted.until:
        asked.append(Exhibition.starts_on <= wanted.until)
    return asked
