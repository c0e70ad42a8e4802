"""Exhibitions, patron firms and money, one line each: what was promised and what it brought."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from models.vocabulary import FOLLOW_UP_DAYS, N_, Code
from wub.measurement import patronage, stands
from wub.measurement.rates import Counts
from wub.reports.ground import Ground
from wub.reports.histories.spent import Planned
from wub.reports.scopes import CITY

SOON = timedelta(days=90)


class Shown(NamedTuple):
    """One exhibition. Sums hold what is known; the unknown is told beside them."""

    name: str
    agency: str | None
    ended_on: date | None
    stands: int
    direct: int
    direct_unknown: int
    orders: tuple[tuple[int, int, int], ...]  # (after days, known value, contacts without an answer)
    contacts: Counts  # whether they ordered, of those whose last follow-up is due
    city_cost: int | None
    per_rupiah: float | None


class Standing(Code):
    ACTIVE = "aktif", N_("Berjalan")
    STUCK = "macet", N_("Macet")
    ENDED = "berakhir", N_("Sudah berakhir")


class Pledge(NamedTuple):
    partner: str
    number: str
    agency: str | None
    signed_on: date
    ends_on: date | None
    pledged: int | None
    realised: int
    value_unknown: int  # realisations without a value
    last_on: date | None
    standing: Standing
    ends_soon: bool


@dataclass(frozen=True)
class Support:
    exhibitions: tuple[Shown, ...]
    pledges: tuple[Pledge, ...]
    planned: tuple[Planned, ...]


def support(ground: Ground) -> Support:
    city = ground.groups[CITY]
    return Support(
        tuple(_shown(code, event, ground) for code, event in city.events),
        tuple(_pledge(code, one, ground.as_of, city.rules["I12"]) for code, one in city.agreements),
        ground.planned,
    )


def _shown(code: str | None, event: stands.Event, ground: Ground) -> Shown:
    sold = stands.sales(event.stands)
    contacts = [contact for stand in event.stands for contact in stand.contacts]
    return Shown(
        name=event.name,
        agency=code,
        ended_on=event.ended_on,
        stands=len(event.stands),
        direct=sold.direct,
        direct_unknown=sold.direct_unknown,
        orders=tuple(_orders(contacts, days) for days in FOLLOW_UP_DAYS),
        contacts=stands.conversion(contacts, ground.as_of, ground.groups[CITY].rules["I11"]),
        city_cost=event.city_cost,
        per_rupiah=stands.per_rupiah([event]),
    )


def _orders(contacts: list[stands.Contact], days: int) -> tuple[int, int, int]:
    """Everything ordered until then, of the contacts that answered."""
    told = [
        next((one.order_value for one in contact.follow_ups if one.after_days == days), None)
        for contact in contacts
    ]
    return days, sum(value for value in told if value is not None), sum(value is None for value in told)


def _pledge(code: str | None, one: patronage.Agreement, as_of: date, rule: patronage.Rule) -> Pledge:
    last = max((given.on for given in one.realised), default=None)
    return Pledge(
        partner=one.partner,
        number=one.number,
        agency=code,
        signed_on=one.signed_on,
        ends_on=one.ends_on,
        pledged=one.pledged,
        realised=sum(given.value or 0 for given in one.realised),
        value_unknown=sum(given.value is None for given in one.realised),
        last_on=last,
        standing=_standing(one, as_of, rule),
        ends_soon=one.ends_on is not None and as_of <= one.ends_on <= as_of + SOON,
    )


def _standing(one: patronage.Agreement, as_of: date, rule: patronage.Rule) -> Standing:
    if one.ends_on is not None and one.ends_on < as_of:
        return Standing.ENDED
    return Standing.ACTIVE if patronage.is_active(one, as_of, rule) else Standing.STUCK
