"""A newer edition of a reference list: what is new is added, what differs is changed, nothing is lost."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from models.account import Account
from models.base import db
from models.reference import Area
from models.reference_files import BadFile, Shape, read_reference
from wub import audit

CHUNK = 500


@dataclass(frozen=True)
class Updated:
    list: str
    new: int
    changed: int
    same: int


def update_reference(data: bytes, *, by: Account | None = None) -> Updated:
    """In the caller's transaction. Raises BadFile, and then nothing is changed.

    Lines that a new file leaves out stay: participants and businesses may refer to them.
    """
    shape, rows = read_reference(_text(data))
    _expect_parents(rows)
    kept = _kept(shape)
    new = [row for row in rows if _key(shape, row) not in kept]
    differing = [
        row for row in rows if (before := kept.get(_key(shape, row))) and _differs(shape, before, row)
    ]
    for chunk in _chunks(new):
        db.session.execute(sa.insert(shape.table), chunk)
    for row in differing:
        _change(shape, row)
    done = Updated(shape.name, len(new), len(differing), len(rows) - len(new) - len(differing))
    counted = {"list": done.list, "new": done.new, "changed": done.changed, "same": done.same}
    audit.record("reference:update", by=by, changes=counted)
    return done


def _text(data: bytes) -> str:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise BadFile(1, "this is not a text file; save the list as CSV (UTF-8)")


def _expect_parents(rows: list[dict[str, Any]]) -> None:
    parents = {row["parent_code"] for row in rows if row.get("parent_code")}
    if not parents:
        return
    there = set(db.session.scalars(sa.select(Area.code).where(Area.level < 4)))
    for missing in sorted(parents - there)[:1]:
        raise BadFile(1, f"the area {missing} above these is not known yet; update its list first")


def _kept(shape: Shape) -> dict[tuple[Any, ...], Any]:
    columns = [getattr(shape.table, name) for name in _columns(shape)]
    found = db.session.execute(sa.select(*columns)).mappings()
    return {tuple(row[name] for name in shape.key): row for row in found}


def _columns(shape: Shape) -> list[str]:
    own = {"id", "version", "created_at", "updated_at"}
    return [column.key for column in sa.inspect(shape.table).column_attrs if column.key not in own]


def _key(shape: Shape, row: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(row[name] for name in shape.key)


def _differs(shape: Shape, before: Any, row: dict[str, Any]) -> bool:
    return any(_alike(before[name]) != _alike(row[name]) for name in row if name not in shape.key)


def _alike(value: Any) -> Any:
    """1.5 and 1.5000 are one number: databases keep four decimals."""
    return value.quantize(Decimal("0.0001")) if isinstance(value, Decimal) else value


def _change(shape: Shape, row: dict[str, Any]) -> None:
    table: Any = shape.table
    values = {name: value for name, value in row.items() if name not in shape.key}
    if hasattr(table, "version"):  # somebody may have its form open
        values["version"] = table.version + 1
    here = [getattr(table, name) == row[name] for name in shape.key]
    db.session.execute(sa.update(table).where(*here).values(values))


def _chunks(rows: list[dict[str, Any]]) -> Iterable[list[dict[str, Any]]]:
    return (rows[start : start + CHUNK] for start in range(0, len(rows), CHUNK))
