"""Facts and counts follow a change before it is committed: what the changed people added is taken out, then
added anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa
from flask_sqlalchemy.session import Session

from models import ParticipationFact
from models.base import Base
from wub import changes
from wub.clock import today
from wub.measurement.success import Rule
from wub.reports.definitions import definitions
from wub.reports.kept import counts
from wub.reports.kept.parts import Cell, Fact, parts
from wub.reports.kept.rebuilding import build, few_enough
from wub.reports.kept.state import advance, rule_of, state
from wub.reports.kept.taking import facts_of, in_chunks, together

TABLE = Base.metadata.tables[ParticipationFact.__tablename__]
ROW = tuple(column.name for column in TABLE.columns)


def install() -> None:
    changes.watch()
    if not sa.event.contains(Session, "before_commit", _before_commit):
        sa.event.listen(Session, "before_commit", _before_commit)


def _before_commit(session: Session) -> None:
    if session.in_nested_transaction():
        return
    session.flush()
    changed = changes.taken(session)
    if changed:
        refresh(session.connection(), changed)


def refresh(connection: sa.Connection, changed: changes.Changes) -> None:
    """Where many facts were never built, or are of an old rule, they wait for `wub facts catch-up`."""
    kept = state(connection, locked=True)
    wanted = definitions(today())["I2"].rule
    if kept is None or changed.offices or rule_of(kept) != wanted:
        if changed.offices or few_enough(connection):
            build(connection, wanted, today())
            return
        if kept is None:
            return
    _follow(connection, _people(connection, changed), rule_of(kept))
    through = max(kept.settled_through, today())
    if through > kept.settled_through:
        counts.settle(connection, through)
    advance(connection, through)


def _follow(connection: sa.Connection, people: set[int], rule: Rule) -> None:
    group = together(connection, people)
    kept = state(connection)
    before = set(_kept_facts(connection, group))
    now = set(facts_of(connection, group, rule))
    moved = {fact.person_id for fact in before ^ now}
    difference = parts(fact for fact in now if fact.person_id in moved)
    difference.subtract(parts(fact for fact in before if fact.person_id in moved))
    _replace(connection, before - now, now - before)
    counts.add(connection, Counter[Cell](difference), kept.settled_through)


def _people(connection: sa.Connection, changed: changes.Changes) -> set[int]:
    row, kept = Base.metadata.tables["participation"].c, TABLE.c
    people = set(changed.people)
    for some in in_chunks(changed.participations):
        people.update(connection.scalars(sa.select(row.person_id).where(row.id.in_(some))))
        people.update(connection.scalars(sa.select(kept.person_id).where(kept.participation_id.in_(some))))
    for some in in_chunks(changed.cohorts):
        people.update(connection.scalars(sa.select(row.person_id).where(row.cohort_id.in_(some))))
    return people


def _kept_facts(connection: sa.Connection, people: Iterable[int]) -> Iterable[Fact]:
    for some in in_chunks(people):
        yield from (
            Fact(*row) for row in connection.execute(sa.select(TABLE).where(TABLE.c.person_id.in_(some)))
        )


def _replace(connection: sa.Connection, gone: set[Fact], new: set[Fact]) -> None:
    for some in in_chunks(fact.participation_id for fact in gone):
        connection.execute(sa.delete(TABLE).where(TABLE.c.participation_id.in_(some)))
    rows: list[dict[str, Any]] = [dict(zip(ROW, fact, strict=True)) for fact in new]
    if rows:
        connection.execute(sa.insert(TABLE), rows)
