"""Days and minutes as the database reckons them, in the city's time."""

from __future__ import annotations

from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import GenericFunction


class city_day(GenericFunction[date]):  # noqa: N801  reads as the SQL function it is
    """The day of an instant in Banjarmasin: UTC+8, no summer time (wub.clock.day_of)."""

    type = sa.Date()
    inherit_cache = True


@compiles(city_day, "sqlite")
def _day_in_sqlite(element: city_day, compiler: Any, **kw: Any) -> str:
    return f"date({compiler.process(element.clauses, **kw)}, '+8 hours')"


@compiles(city_day)
def _day_in_postgresql(element: city_day, compiler: Any, **kw: Any) -> str:
    return f"CAST({compiler.process(element.clauses, **kw)} AT TIME ZONE 'Asia/Makassar' AS date)"


class minute_of_day(GenericFunction[int]):  # noqa: N801
    """Of a time; its seconds do not count."""

    type = sa.Integer()
    inherit_cache = True


@compiles(minute_of_day, "sqlite")
def _minute_in_sqlite(element: minute_of_day, compiler: Any, **kw: Any) -> str:
    time = compiler.process(element.clauses, **kw)
    return f"(CAST(substr({time}, 1, 2) AS INTEGER) * 60 + CAST(substr({time}, 4, 2) AS INTEGER))"


@compiles(minute_of_day)
def _minute_in_postgresql(element: minute_of_day, compiler: Any, **kw: Any) -> str:
    time = compiler.process(element.clauses, **kw)
    return f"CAST(extract(hour FROM {time}) * 60 + extract(minute FROM {time}) AS integer)"
