"""One moment from which the past is seen, and rows gathered by whom they belong to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple, TypeVar

import sqlalchemy as sa

from models import Base, db
from wub.reports.histories.among import among

Item = TypeVar("Item")


class Only(NamedTuple):
    """One person: their participations and their entries, merged ones too."""

    participations: frozenset[int]
    entries: frozenset[int]


class Moment(NamedTuple):
    """What was true by a day, as far as it was known by an instant (None: as known today)."""

    as_of: date
    known_by: datetime | None = None
    only: Only | None = None  # else everybody

    def recorded(self, *tables: sa.FromClause) -> list[sa.ColumnElement[bool]]:
        if self.known_by is None:
            return []
        return [table.c.created_at <= self.known_by for table in tables]

    def about(self, participation_id: sa.ColumnElement[Any]) -> list[sa.ColumnElement[bool]]:
        return [] if self.only is None else [among(participation_id, self.only.participations)]

    def entries(self, person_id: sa.ColumnElement[Any]) -> list[sa.ColumnElement[bool]]:
        return [] if self.only is None else [among(person_id, self.only.entries)]

    def given(self, to: sa.Table) -> list[sa.ColumnElement[bool]]:
        """Of rows that go to a participant or to a group.

        Trap: with the groups as a query inside, PostgreSQL compares every row of the table with every id.
        """
        if self.only is None:
            return []
        joined = table("participation").c
        theirs = sa.select(joined.group_id).where(
            among(joined.id, self.only.participations), joined.group_id.is_not(None)
        )
        groups = {group for (group,) in rows(theirs.distinct())}
        own = among(to.c.participation_id, self.only.participations)
        return [sa.or_(own, among(to.c.group_id, groups))]


@dataclass(frozen=True)
class People:
    """Who a participation belongs to (merged entries are one person), and the members of each group."""

    of: dict[int, int]  # participation → person
    persons: dict[int, int]  # entry → person
    members: dict[int, list[int]]  # group → participations

    def beneficiaries(self, participation_id: int | None, group_id: int | None) -> list[int]:
        """The participations that something given to one of them, or to their group, reached."""
        if participation_id is not None:
            return [participation_id]
        return self.members.get(group_id, []) if group_id is not None else []


def table(name: str) -> sa.Table:
    return Base.metadata.tables[name]


def rows(select: sa.Select[Any]) -> Iterable[Any]:
    return db.session.connection().execute(select)


def gathered(pairs: Iterable[tuple[int, Item]]) -> dict[int, list[Item]]:
    found: dict[int, list[Item]] = defaultdict(list)
    for whose, item in pairs:
        found[whose].append(item)
    return found


def people(moment: Moment) -> People:
    person, participation = table("person"), table("participation")
    merged = {
        row.id: row.merged_into_id or row.id
        for row in rows(sa.select(person.c.id, person.c.merged_into_id).where(*moment.entries(person.c.id)))
    }
    of: dict[int, int] = {}
    members: dict[int, list[int]] = defaultdict(list)
    columns = sa.select(participation.c.id, participation.c.person_id, participation.c.group_id)
    wanted = [*moment.recorded(participation), *moment.about(participation.c.id)]
    for number, entry, group in rows(columns.where(*wanted)):
        of[number] = merged[entry]
        if group is not None:
            members[group].append(number)
    return People(of, merged, members)
