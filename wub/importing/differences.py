"""Where the list and the register say different things of one person, field by field."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

import sqlalchemy as sa

from imports import ParticipantRow
from models import Person
from models.base import db
from models.vocabulary import N_, Education, PriorOccupation, Sex
from wub.audit import plain
from wub.importing.kinds import At
from wub.importing.plan import Decision, Plan

# What a list may change of a person the register knows, with its label.
FIELDS = {
    "name": N_("Nama"),
    "sex": N_("Jenis kelamin"),
    "birth_date": N_("Tanggal lahir"),
    "address": N_("Alamat"),
    "rt": N_("RT"),
    "rw": N_("RW"),
    "area_code": N_("Kelurahan"),
    "phone": N_("Telepon"),
    "education": N_("Pendidikan"),
    "prior_occupation": N_("Pekerjaan sebelumnya"),
}
_CODES: dict[str, Any] = {"sex": Sex, "education": Education, "prior_occupation": PriorOccupation}
_UNKNOWN = (None, "", Sex.NOT_ASKED, Education.NOT_ASKED, PriorOccupation.NOT_ASKED)
CHUNK = 500


@dataclass(frozen=True, slots=True)
class Difference:
    """Kept packed: of a large list there are as many as rows."""

    person_id: int
    version: int
    packed: bytes

    @property
    def fields(self) -> dict[str, tuple[Any, Any]]:
        """Field → what the register has and what the list says, as JSON can keep them."""
        fields: dict[str, tuple[Any, Any]] = pickle.loads(self.packed)  # noqa: S301  packed below
        return fields


def differences(plan: Plan) -> dict[At, Difference]:
    """For the first row of everybody the register knows; the rows after it repeat that person.

    Only participant lists say who somebody is; other lists refer to people.
    """
    found: dict[At, Difference] = {}
    met: set[int] = set()
    known = (pair for pair in plan.judged() if pair[0].person_id is not None)
    while some := list(islice(known, CHUNK)):
        first: dict[int, tuple[Decision, ParticipantRow]] = {}
        for one, row in some:
            if isinstance(row.values, ParticipantRow) and one.person_id not in met:
                first.setdefault(one.person_id or 0, (one, row.values))
        met.update(first)
        for person in _people(first):
            one, values = first[person.id]
            fields = {name: pair for name in FIELDS if (pair := _differs(person, values, name))}
            if fields:
                found[one.at] = Difference(person.id, person.version, pickle.dumps(fields))
    return found


def as_value(field: str, said: Any) -> Any:
    """A value of a kept difference as the register keeps it."""
    if said is None:
        return None
    if field in _CODES:
        return _CODES[field](said)
    return date.fromisoformat(said) if field == "birth_date" else said


def is_unknown(field: str, said: Any) -> bool:
    return as_value(field, said) in _UNKNOWN


def _differs(person: Any, values: Any, name: str) -> tuple[Any, Any] | None:
    kept, said = getattr(person, name), getattr(values, name)
    if said in _UNKNOWN or _same(kept, said):
        return None
    return plain(kept), plain(said)


def _same(kept: Any, said: Any) -> bool:
    if isinstance(kept, str) and isinstance(said, str):
        return " ".join(kept.casefold().split()) == " ".join(said.casefold().split())
    return bool(kept == said)


def _people(ids: Iterable[int]) -> Sequence[Any]:
    columns = [Person.id, Person.version, *(getattr(Person, name) for name in FIELDS)]
    return db.session.execute(sa.select(*columns).where(Person.id.in_(sorted(ids)))).all()
