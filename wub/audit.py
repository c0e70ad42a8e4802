"""The trail: who did what to which record, in the same transaction as the change itself."""

from __future__ import annotations

from contextvars import ContextVar
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from models.account import Account
from models.audit import AuditEntry
from models.base import db

# Network address of the request being answered; set at its beginning (wub.journal).
address: ContextVar[str | None] = ContextVar("wub_address", default=None)

HIDDEN = "•••"
SECRET_FIELDS = frozenset(
    {
        "birth_date",
        "latitude",
        "longitude",
        "nik",
        "nik_index",
        "nik_mask",
        "nik_sealed",
        "password_hash",
        "phone",
        "session_stamp",
        "whatsapp",
    }
)
UNTOLD_FIELDS = frozenset({"id", "version", "created_at", "updated_at", "client_key"})


def record(
    action: str,
    subject: object | None = None,
    by: Account | None = None,
    changes: dict[str, Any] | None = None,
    reason: str | None = None,
    import_run_id: int | None = None,
) -> AuditEntry:
    """Add an entry such as `visit:log`; call it after the subject was flushed, so that it has an id."""
    entry = AuditEntry(
        action=action,
        account_id=by.id if by is not None else None,
        subject_type=getattr(subject, "__tablename__", None),
        subject_id=getattr(subject, "id", None),
        changes=hide_secrets(changes) if changes else None,
        reason=reason,
        import_run_id=import_run_id,
        address=address.get(),
    )
    db.session.add(entry)
    return entry


def changes_of(record: Any) -> dict[str, list[Any]]:
    """{field: [old, new]} of edits not flushed yet; ask before flushing."""
    state = sa.inspect(record)
    edited = [
        column.key
        for column in state.mapper.column_attrs
        if column.key not in UNTOLD_FIELDS and state.attrs[column.key].history.has_changes()
    ]
    old = _old_values(record, edited)
    differing = [name for name in edited if old[name] != getattr(record, name)]
    return hide_secrets({name: [plain(old[name]), plain(getattr(record, name))] for name in differing})


def _old_values(record: Any, names: list[str]) -> dict[str, Any]:
    """What was there before; asked from the database where a field was set without having been read."""
    state = sa.inspect(record)
    history = {name: state.attrs[name].history.deleted for name in names}
    unread = [name for name in names if not history[name]] if state.persistent else []
    asked: dict[str, Any] = {}
    if unread:
        kind = type(record)
        with db.session.no_autoflush:
            query = sa.select(*(getattr(kind, name) for name in unread)).where(kind.id == state.identity[0])
            asked = dict(zip(unread, db.session.execute(query).one(), strict=True))
    return {name: asked[name] if name in asked else next(iter(history[name]), None) for name in names}


def hide_secrets(changes: dict[str, Any]) -> dict[str, Any]:
    """That a secret field changed is told; from what to what is not."""
    return {
        name: [HIDDEN if value is not None else None for value in pair]
        if name in SECRET_FIELDS and isinstance(pair, list)
        else HIDDEN
        if name in SECRET_FIELDS
        else pair
        for name, pair in changes.items()
    }


def plain(value: Any) -> Any:
    """A value as JSON can keep it."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (date, datetime, time)):
        return value.isoformat()
    if isinstance(value, UUID | Decimal):
        return str(value)
    if isinstance(value, bytes):
        return HIDDEN
    return value
