"""Records of many rows on their way into the database, written together instead of each by itself.

While something gathers, `wub.records` gives a new record its id and lets it wait here; the rules of its
action have been asked before. What only the database can refuse surfaces when all of them are written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import count
from typing import Any

import sqlalchemy as sa

from models.base import Base, Recorded, db

IDS_AT_ONCE = 100


class Gathered:
    """Only inside a savepoint that its owner rolls back when writing fails."""

    def __init__(self) -> None:
        self.records: dict[str, list[Any]] = {}
        self._ids: dict[str, Iterator[int]] = {}

    def __len__(self) -> int:
        return sum(map(len, self.records.values()))

    def take(self, record: Recorded) -> None:
        table: sa.Table = record.__table__  # type: ignore[attr-defined]
        if table.name not in self._ids:
            self._ids[table.name] = _ids_of(table)
        record.id = next(self._ids[table.name])
        self.records.setdefault(table.name, []).append(record)

    def write(self) -> None:
        """Table by table, as the foreign keys want it. Raises IntegrityError."""
        for table in Base.metadata.sorted_tables:
            if table.name in self.records:
                db.session.add_all(self.records[table.name])
                db.session.flush()


_gathered: ContextVar[Gathered | None] = ContextVar("wub_gathered", default=None)


def current() -> Gathered | None:
    return _gathered.get()


@contextmanager
def gathering() -> Iterator[Gathered]:
    """Its owner calls `write` before it ends."""
    gathered = Gathered()
    before = _gathered.set(gathered)
    try:
        yield gathered
    finally:
        _gathered.reset(before)


def _ids_of(table: sa.Table) -> Iterator[int]:
    """SQLite counts on from the highest id, for nobody else writes; PostgreSQL gives some at a time."""
    if db.session.get_bind().dialect.name == "sqlite":
        yield from count((db.session.scalar(sa.select(sa.func.max(table.c.id))) or 0) + 1)
    while True:
        yield from _next_of(table)


def _next_of(table: sa.Table) -> Iterable[int]:
    following = sa.func.nextval(sa.func.pg_get_serial_sequence(table.name, "id"))
    series = sa.func.generate_series(1, IDS_AT_ONCE).table_valued("n")
    return db.session.scalars(sa.select(following).select_from(series)).all()
