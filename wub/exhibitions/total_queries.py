"""Sums of an exhibition, each with how many are unknown: "ramai" without a number is not zero (I11)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa

from models.account import Account
from models.base import db
from models.exhibition import BuyerContact, Exhibition, ExhibitionEntry, OrderFollowUp
from models.participation import Participation
from models.person import Person
from models.vocabulary import FOLLOW_UP_DAYS, Attendance, Curation
from wub.exhibitions.queries import Rows, sees_entry

# Half a year later nobody remembers; what was not asked by then stays unknown.
LAPSES_AFTER = timedelta(days=180)
SUMMED = ("direct_sales", "units_sold", "orders_value", "own_cost")


@dataclass(frozen=True)
class Tally:
    """What is known adds up to `total`; nothing is known of `unknown` more."""

    total: int = 0
    known: int = 0
    unknown: int = 0

    @property
    def of(self) -> int:
        return self.known + self.unknown


@dataclass(frozen=True)
class Totals:
    seen: int
    attendance: dict[Attendance, int]
    sums: dict[str, Tally]


def totals(rows: Rows) -> Totals:
    """Of the stands given; who was absent or not selected owes no number."""
    attendance: dict[Attendance, int] = defaultdict(int)
    for row in rows:
        attendance[row.attendance] += 1
    stood = [row for row in rows if row.attendance is not Attendance.ABSENT]
    stood = [row for row in stood if row.curation is not Curation.FAILED]
    return Totals(len(rows), dict(attendance), {name: _tally(rows, stood, name) for name in SUMMED})


@dataclass(frozen=True)
class Contact:
    """A buyer contact with what followed, by days after the event."""

    id: int
    entry_id: int
    name: str
    kind: str
    phone: str | None
    participant: str
    answers: dict[int, Any] = field(default_factory=dict)

    @property
    def ordered(self) -> int | None:
        """Everything ordered up to the last time it was known; None when it never was."""
        known = [self.answers[days] for days in FOLLOW_UP_DAYS if days in self.answers]
        values = [answer.order_value for answer in known if answer.order_value is not None]
        return values[-1] if values else None


def contacts(exhibition_id: int, account: Account, entry_id: int | None = None) -> list[Contact]:
    query = (
        sa.select(
            BuyerContact.id,
            BuyerContact.entry_id,
            BuyerContact.name,
            BuyerContact.kind,
            BuyerContact.phone,
            Person.name.label("participant"),
        )
        .join(ExhibitionEntry, ExhibitionEntry.id == BuyerContact.entry_id)
        .join(Participation, Participation.id == ExhibitionEntry.participation_id)
        .join(Person, Person.id == Participation.person_id)
        .where(ExhibitionEntry.exhibition_id == exhibition_id, sees_entry(account))
        .order_by(Person.name, BuyerContact.id)
    )
    if entry_id is not None:
        query = query.where(ExhibitionEntry.id == entry_id)
    rows = db.session.execute(query).all()
    answers = _answers([row.id for row in rows])
    return [Contact(*row, answers=answers[row.id]) for row in rows]


@dataclass(frozen=True)
class Followed:
    """What came of the contacts: `orders` only of those asked, `unknown` the others."""

    contacts: int
    ordering: int
    orders: Tally
    unable: dict[str, int]


def followed(found: Iterable[Contact]) -> Followed:
    every = list(found)
    values = [contact.ordered for contact in every]
    known = [value for value in values if value is not None]
    unable: dict[str, int] = defaultdict(int)
    for contact in every:
        reasons = [row.unable_reason for row in contact.answers.values() if row.unable_reason is not None]
        for reason in set(reasons):
            unable[reason] += 1
    return Followed(
        contacts=len(every),
        ordering=sum(value > 0 for value in known),
        orders=Tally(sum(known), len(known), len(values) - len(known)),
        unable=dict(unable),
    )


def due(exhibition: Exhibition, found: Iterable[Contact], day: date) -> list[tuple[Contact, int]]:
    """Contacts to ask by now: the latest round whose day has come, unless it was asked."""
    if day > exhibition.ends_on + LAPSES_AFTER:
        return []
    reached = [days for days in FOLLOW_UP_DAYS if exhibition.ends_on + timedelta(days=days) <= day]
    if not reached:
        return []
    return [(contact, reached[-1]) for contact in found if reached[-1] not in contact.answers]


def _tally(rows: Rows, stood: Rows, name: str) -> Tally:
    known = [value for row in rows if (value := getattr(row, name)) is not None]
    unknown = sum(getattr(row, name) is None for row in stood)
    return Tally(sum(known), len(known), unknown)


def _answers(contact_ids: list[int]) -> dict[int, dict[int, Any]]:
    query = sa.select(
        OrderFollowUp.id,
        OrderFollowUp.contact_id,
        OrderFollowUp.after_days,
        OrderFollowUp.reached,
        OrderFollowUp.order_value,
        OrderFollowUp.order_value_answer,
        OrderFollowUp.unable_to_supply,
        OrderFollowUp.unable_reason,
    ).where(OrderFollowUp.contact_id.in_(contact_ids))
    found: dict[int, dict[int, Any]] = defaultdict(dict)
    for row in db.session.execute(query):
        found[row.contact_id][row.after_days] = row
    return found
