"""I11: what exhibitions brought. Gross sales are no profit, and no proof that the exhibition made them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from models.vocabulary import N_, Code
from wub.measurement.rates import Counts, Tally
from wub.measurement.success import Outcome, Result


@dataclass(frozen=True)
class Rule:
    """The parameters of a version of I11."""

    follow_up_days: int = 90


class Why(Code):
    ORDERED = "memesan", N_("Memesan")
    NOT_ORDERED = "tidak_memesan", N_("Tidak memesan sampai hari ke-90")
    NOT_ASKED = "belum_ditanya", N_("Belum ditanya atau tidak terjawab")


class FollowUp(NamedTuple):
    after_days: int
    order_value: int | None  # everything ordered until then


class Contact(NamedTuple):
    event_ended_on: date
    follow_ups: tuple[FollowUp, ...]

    @property
    def ordered(self) -> int | None:
        """Up to the last time it was known; None when it never was."""
        known = [one for one in self.follow_ups if one.order_value is not None]
        return max(known, key=lambda one: one.after_days).order_value if known else None


class Stand(NamedTuple):
    """One participant at one exhibition; sales of None are "ramai" without a number."""

    direct_sales: int | None
    contacts: tuple[Contact, ...]


class Event(NamedTuple):
    """With a known cost to the city, or None."""

    city_cost: int | None
    stands: tuple[Stand, ...]
    name: str = ""
    ended_on: date | None = None


@dataclass(frozen=True)
class Sales:
    """What is known adds up; how many are unknown is told beside it."""

    direct: int
    direct_unknown: int
    orders: int
    orders_unknown: int


def sales(stands: Iterable[Stand]) -> Sales:
    every = list(stands)
    direct = [stand.direct_sales for stand in every]
    ordered = [contact.ordered for stand in every for contact in stand.contacts]
    return Sales(
        sum(value for value in direct if value is not None),
        sum(value is None for value in direct),
        sum(value for value in ordered if value is not None),
        sum(value is None for value in ordered),
    )


def converted(contact: Contact, as_of: date, rule: Rule) -> Outcome | None:
    """Whether a contact ordered; None until the last follow-up is due."""
    if (contact.ordered or 0) > 0:
        return Outcome(Result.SUCCESS, Why.ORDERED)
    if contact.event_ended_on + timedelta(days=rule.follow_up_days) > as_of:
        return None
    last = [one for one in contact.follow_ups if one.after_days >= rule.follow_up_days]
    if any(one.order_value is not None for one in last):
        return Outcome(Result.FAILURE, Why.NOT_ORDERED)
    return Outcome(Result.UNKNOWN, Why.NOT_ASKED)


def conversion(contacts: Iterable[Contact], as_of: date, rule: Rule) -> Counts:
    """Denominator: all contacts whose last follow-up is due, and nobody's early order alone."""
    due = [one for one in contacts if one.event_ended_on + timedelta(days=rule.follow_up_days) <= as_of]
    return Tally(outcome for one in due if (outcome := converted(one, as_of, rule))).counts


def per_rupiah(events: Iterable[Event]) -> float | None:
    """Gross sales for each rupiah of the city, over the events whose cost is known."""
    costed = [event for event in events if event.city_cost is not None]
    cost = sum(event.city_cost or 0 for event in costed)
    found = sales(stand for event in costed for stand in event.stands)
    return (found.direct + found.orders) / cost if cost else None
