"""Keeping a record: once, however often it is sent; and changing it only from its current version."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm.exc import StaleDataError

from models.account import Account
from models.base import Base, ClientKeyed, Recorded, Versioned, db
from wub import audit, gathering
from wub.errors import SameKeyOtherContent, StaleVersion, expect_version, translate

Keyed = TypeVar("Keyed", bound=ClientKeyed)
Kept = TypeVar("Kept", bound=Recorded)

# Made by the system at each sending; two sendings of one record differ in them and in nothing else.
_OWN_TO_A_SENDING = frozenset({"id", "created_at", "updated_at", "version", "client_key"})


def keep_once(record: Keyed, *, by: Account | None, action: str, own: frozenset[str] = frozenset()) -> Keyed:
    """Add the record, or return the one already kept under its client-made key.

    `own` names further columns that the system fills in. Raises SameKeyOtherContent when the key came
    before with other content, and the refusal of a broken constraint. Who gathers many records has made
    their keys himself, so that none of them was sent before.
    """
    kind = type(record)
    if record.client_key is not None and gathering.current() is None:
        kept = db.session.scalar(sa.select(kind).where(kind.client_key == record.client_key))
        if kept is not None:
            if _content(kept, own) != _content(record, own):
                raise SameKeyOtherContent
            return kept
    return add(record, by=by, action=action)


def add(record: Kept, *, by: Account | None, action: str, reason: str | None = None) -> Kept:
    """Add and flush, so that a broken constraint surfaces here, with an audit entry."""
    gathered = gathering.current()
    if gathered is None:
        db.session.add(record)
    changes = audit.changes_of(record)
    if gathered is None:
        flush()
    else:
        gathered.take(record)
    audit.record(action, record, by, changes=changes, reason=reason)
    return record


def add_parts(parts: Iterable[Recorded]) -> None:
    """Rows that belong to a record just kept, whose own entry in the trail speaks for them."""
    gathered = gathering.current()
    if gathered is None:
        db.session.add_all(parts)
        flush()
        return
    for part in parts:
        gathered.take(part)


def amend(
    record: Versioned,
    values: Mapping[str, Any],
    *,
    version: int | None,
    by: Account | None,
    action: str,
    reason: str | None = None,
) -> bool:
    """Set the values if the record is still at `version`; tells whether anything changed."""
    expect_version(record, version)
    for name, value in values.items():
        setattr(record, name, value)
    changes = audit.changes_of(record)
    if not changes:
        return False
    flush()
    audit.record(action, record, by, changes=changes, reason=reason)
    return True


def remove(record: Versioned, *, version: int | None, by: Account | None, action: str, reason: str) -> None:
    """Delete a record entered by mistake; what it said stays in the audit trail."""
    expect_version(record, version)
    said = {name: [audit.plain(value), None] for name, value in _content(record, frozenset()).items()}
    audit.record(action, record, by, changes=said, reason=reason)
    db.session.delete(record)
    flush()


def flush() -> None:
    try:
        db.session.flush()
    except IntegrityError as error:
        raise translate(error) from error
    except StaleDataError as error:
        raise StaleVersion from error


def _content(record: Recorded, own: frozenset[str]) -> dict[str, Any]:
    """What was said, with defaults filled in as the database would."""
    told: dict[str, Any] = {}
    for column in sa.inspect(type(record)).column_attrs:
        if column.key in _OWN_TO_A_SENDING or column.key in own:
            continue
        value = getattr(record, column.key)
        default = column.columns[0].default
        if value is None and default is not None and default.is_scalar:
            value = default.arg
        elif value is None and default is not None and default.is_callable:
            value = default.arg(None)
        told[column.key] = value
    return told


def add_missing(connection: sa.Connection, kind: type[Base], rows: list[dict[str, Any]]) -> None:
    """Rows whose primary key is all they say: those that are there already stay."""
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    if rows:
        connection.execute(insert(kind).on_conflict_do_nothing(), rows)
