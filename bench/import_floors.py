"""The floors of an import: read the sheet with calamine and write, without a single check.

*The sheet's rows*: into one table of text columns with a primary key, a unique NIK and three indexes.
*The register's rows*: into the tables of the register, what an import of the same list has written there
(taken from one before the clock starts): the same writes, without reading, checking or matching anything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from fresh_register import fresh
from participant_list import HEADER

COLUMNS = [f"c{n}" for n in range(len(HEADER))]
INDEXED = {"name": "c1", "place": "c7", "phone": "c9"}
WRITTEN = ("person", "working_group", "business", "ownership", "participation", "checkup", "staged_row")


def sheet_rows(kind: str, people: int, path: Path) -> Callable[[], int]:
    engine = sa.create_engine(fresh(kind, "floor", people).database_url)
    number = "INTEGER" if kind == "sqlite" else "BIGSERIAL"
    columns = ", ".join(f"{name} TEXT{' UNIQUE' if name == 'c2' else ''}" for name in COLUMNS)
    with engine.begin() as connection:
        connection.exec_driver_sql(f"CREATE TABLE floor_rows (id {number} PRIMARY KEY, {columns})")
        for name, column in INDEXED.items():
            connection.exec_driver_sql(f"CREATE INDEX floor_{name} ON floor_rows ({column})")

    def run() -> int:
        with engine.begin() as connection:
            _write(connection, "floor_rows", COLUMNS, _plain(_sheet(path)))
        return 1

    return run


def register_rows(kind: str, people: int, path: Path, bring_in: Callable[[], int]) -> Callable[[], int]:
    """`bring_in`: an import prepared on the database named `ours`."""
    bring_in()
    engine = sa.create_engine(fresh(kind, "floor", people).database_url)
    done = sa.create_engine(engine.url.set(database=_beside(engine.url.database, "ours")))
    tables = {}
    with engine.begin() as connection, done.connect() as other:
        for name in ("cohort", "import_run", *WRITTEN):
            last = connection.exec_driver_sql(f"SELECT coalesce(max(id), 0) FROM {name}").scalar_one()
            found = other.exec_driver_sql(f"SELECT * FROM {name} WHERE id > {last} ORDER BY id")
            tables[name] = list(found.keys()), [tuple(_as_json(row)) for row in found]
        for name in ("cohort", "import_run"):
            _write(connection, name, *tables.pop(name))

    def run() -> int:
        for _row in _sheet(path):
            pass
        with engine.begin() as connection:
            for name, (columns, rows) in tables.items():
                _write(connection, name, columns, rows)
        return 1

    return run


def _beside(database: str | None, name: str) -> str:
    path = Path(database or "")
    return str(path.with_name(name + path.suffix)) if path.suffix else name


def _as_json(row: Iterable[Any]) -> Iterator[Any]:
    import json

    return (json.dumps(value) if isinstance(value, dict | list) else value for value in row)


def _sheet(path: Path) -> Iterator[list[Any]]:
    import python_calamine

    rows = python_calamine.CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).iter_rows()
    next(rows)
    yield from rows


def _plain(rows: Iterable[list[Any]]) -> Iterator[list[Any]]:
    for row in rows:
        yield [cell.isoformat() if isinstance(cell, date) else cell for cell in row]


def _write(connection: sa.Connection, table: str, columns: list[str], rows: Iterable[Any]) -> None:
    driver: Any = connection.connection.driver_connection
    names = ", ".join(columns)
    if connection.dialect.name == "postgresql":
        with driver.cursor() as cursor, cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
    else:
        places = ", ".join("?" * len(columns))
        driver.executemany(f"INSERT INTO {table} ({names}) VALUES ({places})", rows)
