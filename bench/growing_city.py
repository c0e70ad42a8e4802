"""A city grown in place by copying its first people inside the database: ten million visits in some minutes.

The copies have keys of their own and no searchable words; they are for what counts people, not for what finds
them. What slows bulk writing down is left aside meanwhile: secondary indexes, the journal, the checks of
foreign keys; all of it is there again afterwards.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa

from models.base import Base

TABLES = Base.metadata.tables
# Table → the columns that move with the people, and the table each of them counts.
SHIFTED = {
    "person": {"id": "person"},
    "participation": {"id": "participation", "person_id": "person"},
    "checkup": {"id": "checkup", "participation_id": "participation"},
    "assignment": {"id": "assignment", "participation_id": "participation"},
    "visit": {"id": "visit"},
    "visit_attendee": {"id": "visit_attendee", "visit_id": "visit", "participation_id": "participation"},
    "aid": {"id": "aid", "participation_id": "participation"},
    "milestone": {"id": "milestone", "person_id": "person"},
    "action_item": {"id": "action_item", "participation_id": "participation"},
    "exhibition_entry": {"id": "exhibition_entry", "participation_id": "participation"},
}
KEYS = {
    "sqlite": {"client_key": "printf('%032x', {id})", "nik_index": "randomblob(32)"},
    "postgresql": {
        "client_key": "lpad(to_hex({id}), 32, '0')::uuid",
        "nik_index": "sha256(convert_to(t.id || '-' || k.k, 'UTF8'))",
    },
}
SERIES = (
    "(WITH RECURSIVE s(k) AS (SELECT {first} UNION ALL SELECT k + 1 FROM s WHERE k < {last}) SELECT k FROM s)"
)


def grow(engine: sa.Engine, base: int, rows: int) -> None:
    """From so many people (a multiple of `base`, the ids from 1) to `rows`."""
    with engine.begin() as connection:
        most = {name: connection.scalar(sa.text(f"SELECT max(id) FROM {name}")) or 0 for name in SHIFTED}
    there = most["person"]
    if there >= rows:
        return
    each = {name: found // (there // base) for name, found in most.items()}  # rows for one time the base
    series = SERIES.format(first=there // base, last=rows // base - 1)
    with _in_bulk(engine) as connection:
        for name in SHIFTED:
            connection.exec_driver_sql(_copying(connection.dialect.name, name, each, series))
            if connection.dialect.name == "postgresql":
                sequence = f"pg_get_serial_sequence('{name}', 'id')"
                connection.exec_driver_sql(f"SELECT setval({sequence}, (SELECT max(id) FROM {name}))")
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(sa.text("ANALYZE"))


def _copying(dialect: str, name: str, each: dict[str, int], series: str) -> str:
    moved = SHIFTED[name]

    def value(column: sa.Column[Any]) -> str:
        if column.name in moved:
            return f"t.{column.name} + k.k * {each[moved[column.name]]}"
        if column.name == "search_text":
            return "''"
        key = KEYS[dialect].get(column.name)
        return f"t.{column.name}" if key is None else key.format(id=f"(t.id + k.k * {each[name]})")

    columns = list(TABLES[name].columns)
    # Copy after copy, so that indexes grow at their ends.
    return (
        f"INSERT INTO {name} ({', '.join(column.name for column in columns)})"
        f" SELECT {', '.join(map(value, columns))} FROM {series} k CROSS JOIN {name} t"
        f" WHERE t.id <= {each[name]}"
    )


@contextmanager
def _in_bulk(engine: sa.Engine) -> Iterator[sa.Connection]:
    with engine.connect() as connection:
        sqlite = connection.dialect.name == "sqlite"
        if sqlite:
            connection.rollback()
            raw: Any = connection.connection.driver_connection
            for pragma in (
                "foreign_keys = OFF",
                "synchronous = OFF",
                "journal_mode = OFF",
                "cache_size = -800000",
            ):
                raw.execute(f"PRAGMA {pragma}")
        else:
            connection.exec_driver_sql("SET session_replication_role = replica")
            connection.exec_driver_sql("SET maintenance_work_mem = '1GB'")
        indexes = _secondary(connection)
        for name, _made in indexes:
            connection.exec_driver_sql(f"DROP INDEX {name}")
        yield connection
        for _name, made in indexes:
            connection.exec_driver_sql(made)
        connection.commit()
        if sqlite:
            raw.execute("PRAGMA journal_mode = WAL")
        connection.invalidate()


def _secondary(connection: sa.Connection) -> list[tuple[str, str]]:
    """Indexes that hold up no constraint: name, and how each is made."""
    tables = ", ".join(f"'{name}'" for name in SHIFTED)
    if connection.dialect.name == "sqlite":
        ask = (
            "SELECT name, sql FROM sqlite_master"
            f" WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ({tables})"
        )
    else:
        ask = (
            f"SELECT indexname, indexdef FROM pg_indexes WHERE tablename IN ({tables}) AND NOT EXISTS"
            " (SELECT FROM pg_constraint WHERE conname = indexname)"
        )
    return [(row[0], row[1]) for row in connection.exec_driver_sql(ask)]
