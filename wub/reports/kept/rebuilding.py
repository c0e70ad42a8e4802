"""Facts and counts made anew from the register, and compared with what is kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

import sqlalchemy as sa

from models import KeptCount, ParticipationFact
from models.base import Base, db
from models.kept import SETTLED
from wub import clock
from wub.measurement.success import Rule
from wub.reports.definitions import definitions
from wub.reports.kept import counts
from wub.reports.kept.parts import Cell, Fact, parts
from wub.reports.kept.state import advance, begin, rule_of, state
from wub.reports.kept.taking import CHUNK, facts_of

FEW = 3000  # enrolments whose facts are made within a second
FACTS = Base.metadata.tables[ParticipationFact.__tablename__]
COUNTS = Base.metadata.tables[KeptCount.__tablename__]
ROW = tuple(column.name for column in FACTS.columns)


def rebuild() -> None:
    build(db.session.connection(), definitions(clock.today())["I2"].rule, clock.today())


def catch_up() -> str:
    """What was done, in a word."""
    connection, today = db.session.connection(), clock.today()
    kept = state(connection, locked=True)
    if kept is None or rule_of(kept) != definitions(today)["I2"].rule:
        rebuild()
        return "rebuilt"
    if kept.settled_through >= today:
        return "nothing to do"
    counts.settle(connection, today)
    advance(connection, today)
    return f"settled through {today}"


def complaints() -> list[str]:
    return differences(db.session.connection())


def few_enough(connection: sa.Connection) -> bool:
    row = Base.metadata.tables["participation"].c
    return connection.scalar(sa.select(row.id).order_by(row.id).offset(FEW).limit(1)) is None


def build(connection: sa.Connection, rule: Rule, today: date) -> None:
    """In the caller's transaction; whoever reads meanwhile sees what was kept before."""
    kept = state(connection, locked=True)
    connection.execute(sa.delete(FACTS))
    connection.execute(sa.delete(COUNTS))
    whole: Counter[Cell] = Counter()
    for facts in _everybody(connection, rule):
        connection.execute(sa.insert(FACTS), [dict(zip(ROW, fact, strict=True)) for fact in facts])
        whole.update(parts(facts))
    counts.add(connection, whole, today)
    begin(connection, rule, today, changes=kept.changes + 1 if kept else 1)


def differences(connection: sa.Connection) -> list[str]:
    """What a rebuild would change, in words; empty when all is well."""
    kept = state(connection)
    if kept is None and few_enough(connection):
        return []  # the next change builds them
    if kept is None:
        return ["nothing is kept yet; run `wub facts rebuild`"]
    whole: Counter[Cell] = Counter()
    wrong = there = 0
    for facts in _everybody(connection, rule_of(kept)):
        ids = [fact.participation_id for fact in facts]
        rows = connection.execute(
            sa.select(FACTS).where(FACTS.c.participation_id.between(min(ids), max(ids)))
        )
        before = {row.participation_id: Fact(*row) for row in rows}
        wrong += sum(before.get(fact.participation_id) != fact for fact in facts)
        there += len(facts)
        whole.update(parts(facts))
    more = (connection.scalar(sa.select(sa.func.count()).select_from(FACTS)) or 0) - there
    found = counts.kept_cells(connection)
    settled: Counter[Cell] = Counter()
    for cell, people in whole.items():
        past = cell.from_day <= kept.settled_through
        settled[cell._replace(from_day=SETTLED) if past else cell] += people
    off = sum(1 for cell in settled.keys() | found.keys() if settled[cell] != found[cell])
    complaints = {"facts are not as the register says": wrong, "facts too many": more, "counts are off": off}
    return [f"{number} {words}" for words, number in complaints.items() if number]


def _everybody(connection: sa.Connection, rule: Rule) -> Iterator[list[Fact]]:
    """All facts, person by person: entries that were merged come with the person they became."""
    person = Base.metadata.tables["person"].c
    last = 0
    while True:
        ask = sa.select(person.id).where(person.id > last, person.merged_into_id.is_(None))
        some = connection.scalars(ask.order_by(person.id).limit(CHUNK)).all()
        if not some:
            return
        last = some[-1]
        group = layer = set(some)
        while layer := {*connection.scalars(sa.select(person.id).where(person.merged_into_id.in_(layer)))}:
            group |= layer
        facts = list(facts_of(connection, group, rule))
        if facts:
            yield facts
