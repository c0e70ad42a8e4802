"""How far the counts are settled, and by which rule: one row, locked by whoever refreshes."""

from __future__ import annotations

from datetime import date
from typing import Any

import sqlalchemy as sa

from models import KeptState
from models.base import Base
from wub.measurement.success import Rule

TABLE = Base.metadata.tables[KeptState.__tablename__]
ONLY = 1
OURS = 0x57554246  # "WUBF": any number that nobody else locks


def state(connection: sa.Connection, *, locked: bool = False) -> Any:
    """None before anything was kept. `locked`: others who refresh wait until this transaction ends.

    SQLite has one writer anyhow. A lock on the row would not hold back two who both find none.
    """
    if locked and connection.dialect.name == "postgresql":
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(OURS)))
    return connection.execute(sa.select(TABLE)).one_or_none()


def rule_of(kept: Any) -> Rule:
    return Rule(kept.month, kept.window_days, kept.min_verification)


def begin(connection: sa.Connection, rule: Rule, today: date, changes: int) -> None:
    connection.execute(sa.delete(TABLE))
    values = {"month": rule.month, "window_days": rule.window_days, "min_verification": rule.min_verification}
    connection.execute(sa.insert(TABLE).values(id=ONLY, changes=changes, settled_through=today, **values))


def advance(connection: sa.Connection, through: date) -> None:
    connection.execute(sa.update(TABLE).values(changes=TABLE.c.changes + 1, settled_through=through))
