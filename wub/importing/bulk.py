"""Many rows of one table at once, without the work of a general insert: COPY, or many rows a statement.

The types of the columns still bind every value; defaults are filled in, those of time once for all rows, and
each row gets a client key of its own unless it brings one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from imports.collecting import no_collection
from imports.remembered import remembered
from models.base import Base, db, new_key_texts
from wub.changes import noting

# SQLite checks what a table demands of its rows (the lists of codes above all) much cheaper for many rows of
# one statement than for many statements of one row; more than this gains nothing.
ROWS_A_STATEMENT = 250
KEY = "client_key"

Row = dict[str, Any]
Values = Sequence[Any]
Bind = Callable[[Any], Any]


def insert_with_ids(table: type[Base], rows: Sequence[Row]) -> Sequence[int]:
    """Ids in the order of the rows."""
    return insert_so_many(table, len(rows), rows)


def insert_so_many(table: type[Base], number: int, rows: Iterable[Row]) -> Sequence[int]:
    """The same of rows that are made while they are written."""
    if not number:
        return []
    target = Base.metadata.tables[table.__tablename__]
    ids = _ids_for(target, number)
    insert(target, ({"id": one, **row} for one, row in zip(ids, rows, strict=True)))
    return ids


def insert(table: sa.Table, rows: Iterable[Row]) -> None:
    """All rows have the keys of the first. Nothing is flushed, and the session knows nothing of them."""
    with no_collection():
        _insert(table, noting(table.name, rows))


def _insert(table: sa.Table, waiting: Iterator[Row]) -> None:
    first = next(waiting, None)
    if first is None:
        return
    connection = db.session.connection()
    names, same = list(first), _defaults(table, but=first)
    given = (list(map(row.__getitem__, first)) for row in chain((first,), waiting))
    bound = _bound(given, list(_binders(table, names, connection.dialect)))
    if KEY in table.c and KEY not in first:
        names, bound = [*names, KEY], _each_with_a_key(bound)
    constants = [_bind(bind, same[name]) for name, bind in _binders(table, same, connection.dialect)]
    if connection.dialect.name == "postgresql":
        _copy(connection, f"{table.name} ({', '.join([*names, *same])})", bound, constants)
    else:
        _insert_many(connection, table.name, names, bound, dict(zip(same, constants, strict=True)))


def _ids_for(table: sa.Table, number: int) -> Sequence[int]:
    """SQLite counts on from the highest id, for nobody else writes; PostgreSQL gives a run of its own."""
    if db.session.get_bind().dialect.name == "sqlite":
        last: int = db.session.scalar(sa.select(sa.func.max(table.c.id))) or 0
        return range(last + 1, last + 1 + number)
    sequence = sa.func.nextval(sa.func.pg_get_serial_sequence(table.name, "id"))
    series = sa.func.generate_series(1, number).table_valued("n")
    return db.session.scalars(sa.select(sequence).select_from(series)).all()


def _defaults(table: sa.Table, but: Row) -> Row:
    """What columns are told that the rows do not name."""
    told: Row = {}
    for column in table.c:
        default: Any = column.default
        if column.name in but or column.name == KEY or default is None:
            continue
        if column.unique:
            raise ValueError(f"{table.name}.{column.name} must be given: a default would be the same for all")
        if not default.is_clause_element:
            told[column.name] = default.arg(None) if default.is_callable else default.arg
    return told


def _each_with_a_key(bound: Iterator[list[Any]]) -> Iterator[list[Any]]:
    while some := list(islice(bound, ROWS_A_STATEMENT)):
        for values, key in zip(some, new_key_texts(len(some)), strict=True):
            values.append(key)
            yield values


def _binders(table: sa.Table, names: Iterable[str], dialect: sa.Dialect) -> Iterator[tuple[str, Bind | None]]:
    for name in names:
        kind = table.c[name].type.dialect_impl(dialect)
        bind = kind.bind_processor(dialect)
        few = isinstance(table.c[name].type, sa.Enum | sa.Date)  # different values, written again and again
        yield name, remembered(bind) if bind and few else bind


def _bound(given: Iterator[list[Any]], binders: Iterable[tuple[str, Bind | None]]) -> Iterator[list[Any]]:
    at_work = [(at, bind) for at, (_name, bind) in enumerate(binders) if bind is not None]
    for values in given:
        for at, bind in at_work:
            values[at] = bind(values[at])
        yield values


def _bind(bind: Bind | None, value: Any) -> Any:
    return bind(value) if bind else value


def _insert_many(
    connection: sa.Connection, table: str, names: list[str], bound: Iterator[Values], same: Row
) -> None:
    """What is the same for all rows is bound once a statement."""
    columns = ", ".join([*names, *same])
    chosen = ", ".join([f"column{at}" for at in range(1, len(names) + 1)] + ["?"] * len(same))
    place = f"({', '.join('?' * len(names))})"
    constants = tuple(same.values())
    while some := list(islice(bound, ROWS_A_STATEMENT)):
        places = ", ".join([place] * len(some))
        connection.exec_driver_sql(
            f"INSERT INTO {table} ({columns}) SELECT {chosen} FROM (VALUES {places})",  # noqa: S608  our own names
            (*constants, *chain.from_iterable(some)),
        )


def _copy(connection: sa.Connection, into: str, bound: Iterator[Values], constants: list[Any]) -> None:
    driver: Any = connection.connection.driver_connection
    with driver.cursor() as cursor:
        try:
            with cursor.copy(f"COPY {into} FROM STDIN") as copy:
                for row in bound:
                    copy.write_row([*row, *constants])
        except _broken_constraint(connection) as error:
            raise IntegrityError(f"COPY {into}", None, error) from error


def _broken_constraint(connection: sa.Connection) -> Any:
    """The driver's own error of a broken constraint."""
    dbapi: Any = connection.dialect.dbapi
    return dbapi.IntegrityError
