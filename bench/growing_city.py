"""A city grown in place by copying its first people inside the database: a million in a minute or two.

The copies have keys of their own and no searchable words; they are for what counts people, not for what finds
them. Visits are not copied: nothing that is measured with this reads them.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from models.base import Base

TABLES = Base.metadata.tables
SHIFTED = {"person": ("id",), "participation": ("id", "person_id"), "checkup": ("id", "participation_id")}
KEYS = {
    "sqlite": {"client_key": "lower(hex(randomblob(16)))", "nik_index": "randomblob(32)"},
    "postgresql": {
        "client_key": "gen_random_uuid()",
        "nik_index": "sha256(convert_to(t.id || '-' || k.k, 'UTF8'))",
    },
}
SERIES = (
    "(WITH RECURSIVE s(k) AS (SELECT {first} UNION ALL SELECT k + 1 FROM s WHERE k < {last}) SELECT k FROM s)"
)


def grow(engine: sa.Engine, base: int, rows: int) -> None:
    """From so many people (a multiple of `base`, the ids from 1) to `rows`."""
    with engine.begin() as connection:
        there = connection.scalar(sa.text("SELECT max(id) FROM person"))
        if there >= rows:
            return
        series = SERIES.format(first=there // base, last=rows // base - 1)
        for name in SHIFTED:
            connection.execute(sa.text(_copying(connection.dialect.name, name, base, series)))
            if connection.dialect.name == "postgresql":
                sequence = f"pg_get_serial_sequence('{name}', 'id')"
                connection.execute(sa.text(f"SELECT setval({sequence}, (SELECT max(id) FROM {name}))"))
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(sa.text("ANALYZE"))


def _copying(dialect: str, name: str, base: int, series: str) -> str:
    here = base * (2 if name == "checkup" else 1)  # two checkups each

    def value(column: sa.Column[Any]) -> str:
        if column.name in SHIFTED[name]:
            return f"t.{column.name} + k.k * {here if column.name == 'id' else base}"
        if column.name == "search_text":
            return "''"
        return KEYS[dialect].get(column.name, f"t.{column.name}")

    columns = list(TABLES[name].columns)
    return (
        f"INSERT INTO {name} ({', '.join(column.name for column in columns)})"
        f" SELECT {', '.join(map(value, columns))} FROM {name} t CROSS JOIN {series} k WHERE t.id <= {here}"
    )
