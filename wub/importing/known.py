"""Whom of a file the register already knows: by exact NIK, else by the key of a provisional person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from typing import Any

import sqlalchemy as sa

from imports import RowReading
from models import Cohort, Participation, Person
from models.base import db
from models.sealed import vault
from wub.importing.plan import Decision

CHUNK = 5_000  # below the number of parameters that every database takes
INDEX = 32  # bytes of a blind index; the key of a provisional person is twice as long


@dataclass(frozen=True)
class Known:
    """`people`: identity of a row → person id; `enrolled`: (person id, year) already there in the office."""

    people: dict[bytes, int]
    enrolled: frozenset[tuple[int, int]]


def identity(row: RowReading, agency_code: str) -> bytes | None:
    """What makes a row's person one: the blind index of the NIK, else owner and business within one office.

    A name alone makes nobody one: such a row is known again only at the same place of the same list.
    """
    if row.values is None:
        return None
    if row.values.nik is not None:
        return vault().blind_index(row.values.nik)
    key = row.provisional_key
    if not key or key == "|":
        return None
    return provisional_identity(f"{key}#{row.row}" if key.endswith("|") else key, agency_code).encode()


def provisional_identity(provisional_key: str, agency_code: str) -> str:
    """Names of people stay out of keys: a digest of the office and of the normalised owner and business."""
    return sha256(f"{agency_code}|{provisional_key}".encode()).hexdigest()


def known_in_register(
    decisions: Iterable[Decision], agency_id: int, same: Mapping[bytes | None, int] | None = None
) -> Known:
    """`same`: identities of which the officer said who they are."""
    by_nik: set[bytes] = set()
    provisional: set[str] = set()
    for one in decisions:
        if one.identity is not None:
            if len(one.identity) == INDEX:
                by_nik.add(one.identity)
            else:
                provisional.add(one.identity.decode())
    people: dict[bytes, int] = {}
    itself = sa.func.coalesce(Person.merged_into_id, Person.id)  # who was merged is known as the other
    for indexes in _chunks(by_nik):
        found = sa.select(Person.nik_index, itself).where(Person.nik_index.in_(indexes))
        people.update((bytes(index), person) for index, person in db.session.execute(found) if index)
    for keys in _chunks(provisional):
        wanted = sa.select(Person.provisional_key, itself).where(Person.provisional_key.in_(keys))
        people.update((key.encode(), person) for key, person in db.session.execute(wanted) if key)
    people.update((one, person) for one, person in (same or {}).items() if one is not None)
    return Known(people, frozenset(_enrolled(people.values(), agency_id)))


def _enrolled(people: Iterable[int], agency_id: int) -> Iterator[tuple[int, int]]:
    for some in _chunks(set(people)):
        pairs = sa.select(Participation.person_id, Cohort.year).join(
            Cohort, Cohort.id == Participation.cohort_id
        )
        mine = (Cohort.agency_id == agency_id, Participation.person_id.in_(some))
        yield from ((person, year) for person, year in db.session.execute(pairs.where(*mine)))


def _chunks(values: Iterable[Any]) -> Iterator[Sequence[Any]]:
    waiting = iter(values)
    while some := list(islice(waiting, CHUNK)):
        yield some
