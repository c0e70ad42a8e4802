"""Who a NIK or a telephone number belongs to, told only as far as the account sees."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa

from models.account import Account
from models.agency import Agency, Cohort
from models.base import db
from models.participation import Participation
from models.person import Person
from models.person_match import PersonMerge, PersonPair
from models.reference import Area
from models.sealed import vault
from models.vocabulary import PairState
from wub.access.scope import sees_participation
from wub.register.queries import visible_to


@dataclass(frozen=True)
class Sharing:
    """Others with the same telephone number: how many, and the names that may be told."""

    number: int
    names: list[str]


def by_nik(nik: str) -> Person | None:
    """The person of that NIK, whoever may see it: for actions, never for showing.

    The NIK of an entry that was merged leads to the person it was merged into.
    """
    return db.session.scalar(sa.select(Person).where(Person.id.in_(_of_nik(nik))))


def visible_by_nik(nik: str, account: Account) -> int | None:
    """Id of the person of that NIK if in scope; out of scope answers like absent."""
    return db.session.scalar(sa.select(Person.id).where(Person.id.in_(_of_nik(nik)), visible_to(account)))


def visible_by_niks(niks: Sequence[str], account: Account) -> dict[str, int]:
    """The same for many at once; those that are absent or out of scope are left out."""
    nik_of = {vault().blind_index(nik): nik for nik in niks}
    itself = sa.func.coalesce(Person.merged_into_id, Person.id)
    entry = sa.select(Person.nik_index, itself.label("id")).where(Person.nik_index.in_(nik_of)).subquery()
    query = sa.select(entry.c.nik_index, entry.c.id).join(Person, Person.id == entry.c.id)
    return {nik_of[index]: number for index, number in db.session.execute(query.where(visible_to(account)))}


def _of_nik(nik: str) -> sa.Select[int]:
    itself = sa.func.coalesce(Person.merged_into_id, Person.id)
    return sa.select(itself).where(Person.nik_index == vault().blind_index(nik))


def merged_into(person_id: int, account: Account) -> int | None:
    """Where the address of a merged entry leads: to the person kept, if in scope."""
    kept = sa.select(Person.merged_into_id).where(Person.id == person_id).scalar_subquery()
    return db.session.scalar(sa.select(Person.id).where(Person.id == kept, visible_to(account)))


def merges_into(person_id: int) -> Sequence[PersonMerge]:
    """Entries that became this person, the latest first."""
    query = sa.select(PersonMerge).where(PersonMerge.kept_id == person_id, PersonMerge.undone_at.is_(None))
    return db.session.scalars(query.order_by(PersonMerge.id.desc())).all()


def maybe_twice(person_id: int, account: Account) -> Sequence[int]:
    """Undecided pairs of this person and another one in scope, the likeliest first."""
    seen = sa.select(Person.id).where(visible_to(account))
    query = sa.select(PersonPair.id).where(
        sa.or_(PersonPair.first_id == person_id, PersonPair.second_id == person_id),
        PersonPair.state == PairState.SUGGESTED,
        PersonPair.first_id.in_(seen),
        PersonPair.second_id.in_(seen),
    )
    return db.session.scalars(query.order_by(PersonPair.score.desc())).all()


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
