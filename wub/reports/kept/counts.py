"""The kept counts as they are written: added to, and settled as days pass."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from models import KeptCount
from models.base import Base
from models.kept import SETTLED
from wub.reports.kept.parts import Cell
from wub.reports.scopes import Scope

TABLE = Base.metadata.tables[KeptCount.__tablename__]


def add(connection: sa.Connection, cells: Counter[Cell], settled_through: date) -> None:
    """One statement for many cells; what happened before the last settling goes where the past is."""
    summed: Counter[Cell] = Counter()
    for cell, people in cells.items():
        summed[cell._replace(from_day=SETTLED) if cell.from_day <= settled_through else cell] += people
    rows = [
        {
            "from_day": cell.from_day,
            "agency_code": cell.scope.agency or "",
            "year": cell.scope.year or 0,
            "measure": cell.measure,
            "people": people,
        }
        for cell, people in summed.items()
        if people
    ]
    if rows:
        connection.execute(_adding(connection.dialect.name), rows)


def settle(connection: sa.Connection, through: date) -> None:
    """What fell due since the last time joins the past, so that today stays few rows to read."""
    happened = sa.and_(TABLE.c.from_day > SETTLED, TABLE.c.from_day <= through)
    rows = connection.execute(sa.select(TABLE).where(happened)).all()
    connection.execute(sa.delete(TABLE).where(happened))
    add(connection, _summed(rows), through)


def kept_cells(connection: sa.Connection) -> Counter[Cell]:
    """All of them, to be compared; those of nobody are left out."""
    found = _summed(connection.execute(sa.select(TABLE)).all())
    return Counter({cell: people for cell, people in found.items() if people})


def _summed(rows: Any) -> Counter[Cell]:
    found: Counter[Cell] = Counter()
    for row in rows:
        found[Cell(row.from_day, Scope(row.agency_code or None, row.year or None), row.measure)] += row.people
    return found


def _adding(dialect: str) -> Any:
    # Not the general insert: each dialect has its own, of the same form.
    insert: Any = postgresql.insert if dialect == "postgresql" else sqlite.insert
    adding = insert(TABLE)
    return adding.on_conflict_do_update(
        index_elements=list(TABLE.primary_key.columns),
        set_={"people": TABLE.c.people + adding.excluded.people},
    )
