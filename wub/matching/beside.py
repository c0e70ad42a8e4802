"""Two entries side by side: each field with both values, and whether they agree."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import sqlalchemy as sa

from models import Account, Agency, Area, Cohort, Participation, Person
from models.base import db
from models.vocabulary import N_
from wub.access.scope import sees_participation
from wub.register.person_queries import businesses

LABELS = {
    "name": N_("Nama"),
    "sex": N_("Jenis kelamin"),
    "birth_date": N_("Tanggal lahir"),
    "phone": N_("Telepon"),
    "whatsapp": N_("WhatsApp"),
    "address": N_("Alamat"),
    "rt": N_("RT"),
    "rw": N_("RW"),
    "area_code": N_("Kelurahan"),
    "education": N_("Pendidikan"),
    "prior_occupation": N_("Pekerjaan sebelumnya"),
    "disability": N_("Penyandang disabilitas"),
    "welfare_register": N_("Terdaftar di DTKS/DTSEN"),
    "alive": N_("Masih hidup"),
    "note": N_("Catatan"),
}


class Beside(NamedTuple):
    """`field` None: shown for judging, nothing to choose."""

    label: str
    field: str | None
    values: tuple[Any, Any]

    @property
    def differs(self) -> bool:
        return bool(self.values[0] != self.values[1])

    @property
    def contradicts(self) -> bool:
        """Both are known, and not the same."""
        return self.differs and all(_told(value) for value in self.values)


def beside(people: Sequence[Person], account: Account) -> list[Beside]:
    rows = [
        Beside(N_("NIK"), None, _both(people, lambda one: one.nik_mask)),
        Beside(N_("Keikutsertaan"), None, _both(people, lambda one: _intakes(one.id, account))),
        Beside(N_("Usaha"), None, _both(people, lambda one: _businesses(one.id))),
    ]
    return rows + [
        Beside(label, field, _both(people, lambda one, field=field: _said(one, field)))
        for field, label in LABELS.items()
        if any(_told(getattr(one, field)) for one in people)
    ]


def _both(people: Sequence[Person], read: Any) -> tuple[Any, Any]:
    return read(people[0]), read(people[1])


def _said(one: Person, field: str) -> Any:
    value = getattr(one, field)
    if field == "area_code" and value:
        return db.session.scalar(sa.select(Area.name).where(Area.code == value))
    return value


def _told(value: Any) -> bool:
    return value not in (None, "") and getattr(value, "value", "") != "belum_ditanya"


def _intakes(person_id: int, account: Account) -> str:
    query = (
        sa.select(Agency.short_name, Cohort.year)
        .join(Cohort, Cohort.agency_id == Agency.id)
        .join(Participation, Participation.cohort_id == Cohort.id)
        .where(Participation.person_id == person_id, sees_participation(account))
        .order_by(Cohort.year)
    )
    return ", ".join(f"{agency} {year}" for agency, year in db.session.execute(query))


def _businesses(person_id: int) -> str:
    return ", ".join(filter(None, (one.name for one in businesses(person_id))))
