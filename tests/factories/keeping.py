"""Adding and numbering: shared by all factories."""

from __future__ import annotations

from itertools import count
from typing import Any, TypeVar

from models.base import db

Row = TypeVar("Row")

_numbers = count(1)


def restart() -> None:
    """Every test counts from one, so that its names do not depend on the tests before it."""
    global _numbers
    _numbers = count(1)


def number() -> int:
    return next(_numbers)


def keep(row: Row) -> Row:
    db.session.add(row)
    db.session.flush()
    return row


def id_of(given: Any, name: str, make: Any) -> int:
    """`visit_id` may be given as itself, as the row (`visit=...`), or be made."""
    if f"{name}_id" in given:
        return int(given.pop(f"{name}_id"))
    row = given.pop(name) if name in given else make()
    return int(row.id)


def optional_id(given: dict[str, Any], *names: str) -> None:
    """Lets `agency=row` stand for `agency_id=row.id` where nothing is made by itself."""
    for name in names:
        row = given.pop(name, None)
        if row is not None:
            given[f"{name}_id"] = row.id
