"""What a consultant takes along: today's participants and what is due with them. No income, no full NIK."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

import sqlalchemy as sa

from models.account import Account
from models.agency import Agency, Cohort
from models.aid import Aid
from models.base import db
from models.business import Business
from models.group import Group
from models.participation import Participation
from models.person import Person
from models.plan import ActionItem
from models.reference import Area
from wub.access.scope import sees_participation
from wub.checkups.due_queries import DueFilter, due
from wub.clock import today
from wub.offline.history_queries import History, histories
from wub.visits.participant_queries import mentored_on
from wub.visits.worklist_queries import urgency

CITY = "63.71"
VILLAGE = 4
MOST_ROUNDS = 1000


def participants(account: Account) -> list[dict[str, Any]]:
    """By name; everything about each that a visit needs."""
    rows = db.session.execute(_mentored(account)).mappings().all()
    ids = [row["id"] for row in rows]
    past, items, rounds, rents = histories(ids), _open_items(ids), _rounds(account), _rents(ids)
    return [
        _told(dict(row), past[row["id"]], items[row["id"]], rounds[row["id"]], rents.get(row["id"]))
        for row in rows
    ]


def areas() -> list[dict[str, Any]]:
    """The kelurahan of the city; no outlines lie in the reference lists."""
    query = sa.select(Area.code, Area.name).where(Area.level == VILLAGE, Area.code.startswith(f"{CITY}."))
    blank = {"outline": None, "latitude": None, "longitude": None}
    return [
        {"code": code, "name": name} | blank for code, name in db.session.execute(query.order_by(Area.code))
    ]


def _told(
    row: dict[str, Any],
    past: History,
    items: list[dict[str, Any]],
    rounds: list[dict[str, Any]],
    rent_ends_on: date | None,
) -> dict[str, Any]:
    latitude, longitude = row.pop("latitude"), row.pop("longitude")
    if latitude is None or longitude is None:
        latitude, longitude = past.place or (None, None)
    days = [past.next_visit_on, *(item["due_on"] for item in items), *(one["due_on"] for one in rounds)]
    soonest = min((day for day in days if day is not None), default=None)
    return row | {
        "latitude": _degrees(latitude),
        "longitude": _degrees(longitude),
        "last_visit_on": _day(past.last_visit_on),
        "next_visit_on": _day(past.next_visit_on),
        "status": past.status.value,
        "last_checkup_on": _day(past.last_checkup_on),
        "rounds_due": [one | {"due_on": _day(one["due_on"]), "until": _day(one["until"])} for one in rounds],
        "rent_ends_on": _day(rent_ends_on),
        "open_items": [item | {"due_on": _day(item["due_on"])} for item in items],
        "visits_this_year": past.visits_this_year,
        "urgency": urgency(soonest).value,
    }


def _mentored(account: Account) -> sa.Select[Any]:
    columns: tuple[Any, ...] = (
        Participation.id,
        Person.name,
        Person.nik_mask.label("nik"),
        sa.func.coalesce(Business.name, Business.product).label("business"),
        Participation.business_id,
        Participation.group_id,
        Group.name.label("group"),
        Cohort.code.label("cohort"),
        Agency.short_name.label("agency"),
        Area.name.label("area"),
        sa.func.coalesce(Business.address, Person.address).label("address"),
        sa.func.coalesce(Person.whatsapp, Person.phone).label("phone"),
        Business.latitude,
        Business.longitude,
    )
    return (
        sa.select(*columns)
        .join(Person, Person.id == Participation.person_id)
        .join(Cohort, Cohort.id == Participation.cohort_id)
        .join(Agency, Agency.id == Cohort.agency_id)
        .outerjoin(Business, Business.id == Participation.business_id)
        .outerjoin(Group, Group.id == Participation.group_id)
        .outerjoin(Area, Area.code == sa.func.coalesce(Business.area_code, Person.area_code))
        .where(
            sees_participation(account),
            Participation.id.in_(mentored_on(account.id, today())),
            Participation.exited_on.is_(None),
        )
        .order_by(Person.name, Participation.id)
    )


def _open_items(ids: Collection[int]) -> dict[int, list[dict[str, Any]]]:
    query = (
        sa.select(
            ActionItem.participation_id, ActionItem.id, ActionItem.text, ActionItem.owner, ActionItem.due_on
        )
        .where(ActionItem.participation_id.in_(ids), ActionItem.done_on.is_(None))
        .order_by(ActionItem.due_on.is_(None), ActionItem.due_on, ActionItem.id)
    )
    return _grouped(
        (joined, {"id": number, "text": text, "owner": owner.value, "due_on": due_on})
        for joined, number, text, owner, due_on in db.session.execute(query)
    )


def _rounds(account: Account) -> dict[int, list[dict[str, Any]]]:
    """Whose window is open; the earliest due first."""
    open_ones = due(DueFilter(consultant_id=account.id), account, limit=MOST_ROUNDS).rows
    return _grouped(
        (
            one.participation_id,
            {"round": one.round_month, "due_on": one.due_on, "until": one.until, "timing": one.timing.value},
        )
        for one in open_ones
    )


def _rents(ids: Collection[int]) -> dict[int, date]:
    """When the last rent that was paid for the participant, or the group, ends."""
    query = (
        sa.select(Participation.id, sa.func.max(Aid.rent_ends_on))
        .join(Aid, sa.or_(Aid.participation_id == Participation.id, Aid.group_id == Participation.group_id))
        .where(Participation.id.in_(ids), Aid.rent_ends_on.is_not(None))
        .group_by(Participation.id)
    )
    return {joined: day for joined, day in db.session.execute(query) if day is not None}


def _grouped(pairs: Iterable[tuple[int, dict[str, Any]]]) -> dict[int, list[dict[str, Any]]]:
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for joined, told in pairs:
        found[joined].append(told)
    return found


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _degrees(value: Any) -> float | None:
    return None if value is None else float(value)
