"""Whom in the register people may be who are not in it yet: the rows of a list before they are taken over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

import sqlalchemy as sa

from models.base import Base, db
from wub.matching.blocks import find_pairs, frequencies_of
from wub.matching.names import Name, read_name
from wub.matching.queries import CHUNK, entries
from wub.matching.score import Entry


class Newcomer(NamedTuple):
    """None is unknown and says nothing, for or against."""

    name: str
    birth_date: date | None
    phone: str | None
    area: str | None
    sex: str | None
    businesses: tuple[str, ...]
    has_nik: bool


def alike(newcomers: Sequence[Newcomer]) -> dict[int, dict[int, float]]:
    """Position of a newcomer → ids of people it may be, with their scores; who is like nobody is left out.

    Only people with a name that sounds alike, the same telephone or the same birth date are compared: a
    preview does not wait for the search of the whole register, which finds the others later.
    """
    column = Base.metadata.tables["person"].c
    everybody = db.session.execute(
        sa.select(column.id, column.name, column.area_code).where(column.merged_into_id.is_(None))
    ).all()
    telling = {clue for one in newcomers for clue in _clues(read_name(one.name), one.area)}
    worth = set(_sharing(newcomers))
    worth.update(
        number for number, name, area in everybody if not telling.isdisjoint(_clues(read_name(name), area))
    )
    asked = {-position: Entry(-position, *newcomer) for position, newcomer in enumerate(newcomers, 1)}
    among = frequencies_of(name for _number, name, _area in everybody)
    found: dict[int, dict[int, float]] = {}
    for one, other, verdict in find_pairs([*entries(worth), *asked.values()], frozenset(asked), among):
        newcomer, person = sorted((one.id, other.id))
        if person > 0:
            found.setdefault(-newcomer - 1, {})[person] = verdict.score
    return found


def learn_names() -> None:
    """A name is brought to its sound once a process: of 100,000 people that takes a second."""
    column = Base.metadata.tables["person"].c
    for name in db.session.scalars(sa.select(column.name).where(column.merged_into_id.is_(None))):
        read_name(name)


def _clues(name: Name, area: str | None) -> tuple[Any, ...]:
    """The whole name by its sound; in the same kelurahan its first word and the beginning of its last."""
    return name.key, (area, name.words[0], name.words[-1][:2]) if area else name.key


def _sharing(newcomers: Sequence[Newcomer]) -> Iterator[int]:
    column = Base.metadata.tables["person"].c
    phones = {one.phone for one in newcomers if one.phone}
    born = {one.birth_date for one in newcomers if one.birth_date}
    for where, values in ((column.phone, phones), (column.birth_date, born)):
        for some in _chunks(values):
            yield from db.session.scalars(sa.select(column.id).where(where.in_(some)))


def _chunks(values: Iterable[Any]) -> Iterator[list[Any]]:
    chosen = sorted(values)
    return (chosen[start : start + CHUNK] for start in range(0, len(chosen), CHUNK))
