"""Many rows of one table at once, without the per-row work of a general insert: executemany or COPY.

The types of the columns still bind every value, and defaults are filled in, those of time once for all rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from models.base import Base, db

CHUNK = 5_000

Row = dict[str, Any]
Bind = Callable[[Row], tuple[Any, ...]]


def insert_with_ids(table: type[Base], rows: Sequence[Row]) -> list[int]:
    """Ids in the order of the rows."""
    if not rows:
        return []
    target = Base.metadata.tables[table.__tablename__]
    ids = _ids_for(target, len(rows))
    insert(target, ({"id": number, **row} for number, row in zip(ids, rows, strict=True)))
    return ids


def insert(table: sa.Table, rows: Iterable[Row]) -> None:
    """All rows have the keys of the first. Nothing is flushed, and the session knows nothing of them."""
    waiting = iter(rows)
    first = next(waiting, None)
    if first is None:
        return
    connection = db.session.connection()
    names, bind = _binder(table, first, connection.dialect)
    bound = map(bind, chain((first,), waiting))
    if connection.dialect.name == "postgresql":
        _copy(connection, f"{table.name} ({', '.join(names)})", bound)
    else:
        _execute_many(connection, table, names, bound)


def _ids_for(table: sa.Table, number: int) -> list[int]:
    """SQLite counts on from the highest id, for nobody else writes; PostgreSQL gives a run of its own."""
    if db.session.get_bind().dialect.name == "sqlite":
        last: int = db.session.scalar(sa.select(sa.func.max(table.c.id))) or 0
        return list(range(last + 1, last + 1 + number))
    sequence = sa.func.nextval(sa.func.pg_get_serial_sequence(table.name, "id"))
    series = sa.func.generate_series(1, number).table_valued("n")
    return list(db.session.scalars(sa.select(sequence).select_from(series)))


def _binder(table: sa.Table, first: Row, dialect: sa.Dialect) -> tuple[list[str], Bind]:
    defaults = _defaults(table, but=first)
    processors = {
        name: table.c[name].type.dialect_impl(dialect).bind_processor(dialect) for name in (*first, *defaults)
    }
    constant = tuple(_bound(processors[name], value) for name, value in defaults.items())
    given = [(name, processors[name]) for name in first]

    def bind(row: Row) -> tuple[Any, ...]:
        return (*[process(row[name]) if process else row[name] for name, process in given], *constant)

    return [*first, *defaults], bind


def _defaults(table: sa.Table, but: Row) -> Row:
    told: Row = {}
    for column in table.c:
        default: Any = column.default
        if column.name in but or default is None:
            continue
        if column.unique:
            raise ValueError(f"{table.name}.{column.name} must be given: a default would be the same for all")
        if not default.is_clause_element:
            told[column.name] = default.arg(None) if default.is_callable else default.arg
    return told


def _bound(process: Callable[[Any], Any] | None, value: Any) -> Any:
    return process(value) if process else value


def _execute_many(
    connection: sa.Connection, table: sa.Table, names: list[str], bound: Iterator[tuple[Any, ...]]
) -> None:
    statement = str(sa.insert(table).compile(dialect=connection.dialect, column_keys=names))
    places = [str(name) for name in sa.insert(table).compile(column_keys=names).params]
    if places != names:  # the statement names columns in the order of the table
        order = [names.index(place) for place in places]
        bound = (tuple(row[position] for position in order) for row in bound)
    while some := list(islice(bound, CHUNK)):
        connection.exec_driver_sql(statement, some)


def _copy(connection: sa.Connection, into: str, bound: Iterator[tuple[Any, ...]]) -> None:
    driver: Any = connection.connection.driver_connection
    with driver.cursor() as cursor:
        try:
            with cursor.copy(f"COPY {into} FROM STDIN") as copy:
                for row in bound:
                    copy.write_row(row)
        except _broken_constraint(connection) as error:
            raise IntegrityError(f"COPY {into}", None, error) from error


def _broken_constraint(connection: sa.Connection) -> Any:
    """The driver's own error of a broken constraint."""
    dbapi: Any = connection.dialect.dbapi
    return dbapi.IntegrityError
