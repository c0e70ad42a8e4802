"""Pages of a list by key: the next page begins after the last row shown, so page 900 is as quick as page 1.

The order must be total (end it with the id) and the statement must select columns. The token in the address
carries the last row's sort values; never sort by a secret.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import sqlalchemy as sa

from models.base import db
from wub.pages.filters import angka
from wub.pages.tokens import read_token, token_of

Selected = sa.Select[*tuple[Any, ...]]

SIZE = 50
MOST = 200
COUNTED = 1000

# Stands for a missing value where only its being equal to itself matters.
_SOMETHING: dict[type, Any] = {
    int: 0,
    str: "",
    float: 0.0,
    bool: False,
    date: date(1900, 1, 1),
    datetime: datetime(1900, 1, 1, tzinfo=UTC),
}


@dataclass(frozen=True)
class Key:
    """A column to sort by. `nullable` puts rows without a value last, whichever way the list is sorted."""

    column: Any
    descending: bool = False
    nullable: bool = False


@dataclass(frozen=True)
class Page:
    rows: Sequence[sa.Row[*tuple[Any, ...]]]
    next: str | None = None
    previous: str | None = None

    @property
    def is_whole(self) -> bool:
        return self.next is None and self.previous is None


@dataclass(frozen=True)
class Sort:
    """`?urut=-omzet`: which column a list is sorted by, from a list of those that may be."""

    key: str
    descending: bool = False

    @classmethod
    def of(cls, arguments: Mapping[str, str], allowed: Sequence[str]) -> Sort:
        """The first allowed key when the address asks for none or for another."""
        asked = arguments.get("urut", "")
        name = asked.removeprefix("-")
        return cls(name, asked.startswith("-")) if name in allowed else cls(allowed[0])


@dataclass(frozen=True)
class Place:
    """Where a page begins, read from the address."""

    after: str | None = None
    before: str | None = None
    size: int = SIZE

    @classmethod
    def of(cls, arguments: Mapping[str, str], size: int = SIZE) -> Place:
        return cls(arguments.get("sesudah") or None, arguments.get("sebelum") or None, size)


@dataclass(frozen=True)
class Count:
    number: int
    capped: bool

    @property
    def said(self) -> str:
        """120, or 1.000+ when nobody needs to know exactly."""
        return f"{angka(self.number)}+" if self.capped else angka(self.number)


def page_of(
    statement: Selected,
    *,
    order: Sequence[Key],
    after: str | None = None,
    before: str | None = None,
    size: int = SIZE,
    place: Place | None = None,
) -> Page:
    """One page. A token that cannot be read, or is of another order, begins at the top."""
    if place is not None:
        after, before, size = place.after, place.before, place.size
    size = max(1, min(size, MOST))
    parts = _parts(order)
    backwards = bool(before and not after)
    start = read_token(after or before, [part.column.type for part in parts])
    backwards = backwards and start is not None
    rows = db.session.execute(_statement(statement, parts, start, backwards, size)).all()
    there_is_more = len(rows) > size
    rows = rows[:size][::-1] if backwards else rows[:size]
    if not rows:
        return Page([])
    first, last = (token_of(row[-len(parts) :]) for row in (rows[0], rows[-1]))
    return Page(
        rows,
        next=last if (there_is_more or backwards) else None,
        previous=first if (there_is_more if backwards else start is not None) else None,
    )


def capped_count(statement: Selected, most: int = COUNTED) -> Count:
    """Counts no further than `most`: a full count of 100,000 rows costs more than the page itself."""
    inner = statement.order_by(None).limit(most + 1).subquery()
    number = db.session.scalar(sa.select(sa.func.count()).select_from(inner)) or 0
    return Count(min(number, most), number > most)


@dataclass(frozen=True)
class _Part:
    column: Any
    descending: bool


def _parts(order: Sequence[Key]) -> list[_Part]:
    parts = []
    for key in order:
        if key.nullable:
            parts.append(_Part(sa.case((key.column.is_(None), 1), else_=0), descending=False))
            # Within rows without a value the value compares as equal, so that the next key decides.
            parts.append(_Part(_filled(key.column), key.descending))
        else:
            parts.append(_Part(key.column, key.descending))
    return parts


def _filled(column: Any) -> Any:
    return sa.func.coalesce(
        column, sa.literal(_SOMETHING[column.type.python_type], column.type), type_=column.type
    )


def _statement(
    statement: Selected, parts: Sequence[_Part], start: Sequence[Any] | None, backwards: bool, size: int
) -> Selected:
    columns = [part.column.label(f"page_key_{at}") for at, part in enumerate(parts)]
    if start is not None:
        statement = statement.where(_beyond(parts, start, backwards))
    turned = [part.column.desc() if part.descending != backwards else part.column.asc() for part in parts]
    return statement.add_columns(*columns).order_by(None).order_by(*turned).limit(size + 1)


def _beyond(parts: Sequence[_Part], start: Sequence[Any], backwards: bool) -> sa.ColumnElement[bool]:
    """Row values when all keys run one way (an index serves them as they are), else spelt out."""
    values = [sa.literal(value, part.column.type) for part, value in zip(parts, start, strict=True)]
    directions = {part.descending for part in parts}
    if len(directions) == 1:
        columns = sa.tuple_(*(part.column for part in parts))
        return columns < sa.tuple_(*values) if directions != {backwards} else columns > sa.tuple_(*values)
    steps = []
    for at, part in enumerate(parts):
        equal = [other.column == value for other, value in zip(parts[:at], values[:at], strict=True)]
        further = part.column < values[at] if part.descending != backwards else part.column > values[at]
        steps.append(sa.and_(*equal, further))
    return sa.or_(*steps)
