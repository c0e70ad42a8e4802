"""Rows that belong to some of many, asked for with one parameter however many they are."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY

from models import db


def among(column: Any, ids: Iterable[int]) -> sa.ColumnElement[bool]:
    """Whether a column holds one of the ids. A thousand parameters would be written anew each time.

    Trap: as a function of our own SQLite would be asked whether it is 1, and then search no index.
    """
    some = sorted(ids)
    if db.engine.dialect.name == "sqlite":
        listed = sa.func.json_each(sa.literal(json.dumps(some))).table_valued("value")
        return sa.type_coerce(column, sa.Integer).in_(sa.select(listed.c.value))
    return sa.type_coerce(column == sa.any_(sa.literal(some, ARRAY(sa.BigInteger))), sa.Boolean)
