"""Who a NIK or a telephone number belongs to, told only as far as the account sees."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa

from models.account import Account
from models.agency import Agency, Cohort
from models.base import db
from models.participation import Participation
from models.person import Person
from models.reference import Area
from models.sealed import vault
from wub.access.scope import sees_participation
from wub.register.queries import visible_to


@dataclass(frozen=True)
class Sharing:
    """Others with the same telephone number: how many, and the names that may be told."""

    number: int
    names: list[str]


def by_nik(nik: str) -> Person | None:
    """The person of that NIK, whoever may see it: for actions, never for showing."""
    return db.session.scalar(sa.select(Person).where(Person.nik_index == vault().blind_index(nik)))


def visible_by_nik(nik: str, account: Account) -> int | None:
    """Id of the person of that NIK if in scope; out of scope answers like absent."""
    return db.session.scalar(
        sa.select(Person.id).where(Person.nik_index == vault().blind_index(nik), visible_to(account))
    )


def sent_before(key: UUID) -> int | None:
    """Id of the person kept under that client-made key."""
    return db.session.scalar(sa.select(Person.id).where(Person.client_key == key))


def sees(person: Person, account: Account) -> bool:
    query = sa.select(Person.id).where(Person.id == person.id, visible_to(account))
    return db.session.scalar(query) is not None


def intakes_in_words(person_id: int, account: Account) -> str:
    """`Disperdagin 2018, Dinsos 2019`: those in scope."""
    query = (
        sa.select(Agency.short_name, Cohort.year)
        .join(Cohort, Cohort.agency_id == Agency.id)
        .join(Participation, Participation.cohort_id == Cohort.id)
        .where(Participation.person_id == person_id, sees_participation(account))
        .order_by(Cohort.year, Agency.position)
    )
    return ", ".join(f"{agency} {year}" for agency, year in db.session.execute(query)) or "–"


def area_known(nik: str) -> bool:
    query = sa.select(Area.code).where(Area.nik_prefix == nik[:6]).limit(1)
    return db.session.scalar(query) is not None


def sharing_phone(phone: str, account: Account, but: int | None = None) -> Sharing:
    """`but`: the person whose own number it is."""
    same = [Person.phone == phone, *([Person.id != but] if but is not None else [])]
    number = db.session.scalar(sa.select(sa.func.count()).select_from(Person).where(*same)) or 0
    if not number:
        return Sharing(0, [])
    names = sa.select(Person.name).where(*same, visible_to(account)).order_by(Person.name).limit(3)
    return Sharing(number, list(db.session.scalars(names)))
