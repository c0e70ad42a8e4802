"""Rows that belong to some of many, asked for with one parameter however many they are."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import GenericFunction


class among(GenericFunction[bool]):  # noqa: N801  reads as the SQL operator it is
    """Whether a column holds one of the ids. A thousand parameters would be written anew each time."""

    type = sa.Boolean()
    inherit_cache = True

    def __init__(self, column: Any, ids: Iterable[int]) -> None:
        super().__init__(column, sa.bindparam(None, sorted(ids), type_=_Ids(), unique=True))


class _Ids(sa.TypeDecorator[list[int]]):
    impl = sa.String
    cache_ok = True

    def load_dialect_impl(self, dialect: sa.Dialect) -> Any:
        return dialect.type_descriptor(sa.String() if dialect.name == "sqlite" else ARRAY(sa.BigInteger))

    def process_bind_param(self, value: list[int] | None, dialect: sa.Dialect) -> Any:
        return json.dumps(value) if dialect.name == "sqlite" else value


@compiles(among, "sqlite")
def _in_sqlite(element: among, compiler: Any, **kw: Any) -> str:
    column, ids = (compiler.process(clause, **kw) for clause in element.clauses)
    return f"{column} IN (SELECT value FROM json_each({ids}))"  # noqa: S608  both come from the compiler


@compiles(among)
def _in_postgresql(element: among, compiler: Any, **kw: Any) -> str:
    column, ids = (compiler.process(clause, **kw) for clause in element.clauses)
    return f"{column} = ANY({ids})"
