"""Row and bytes, both or none, in whatever store the bytes lie under the record's own UUID.

Bytes are written after their row was flushed and before the commit: a row never stands without them. A power
cut between the two leaves bytes without a row, which `sweep` takes away; so does a store that was away when
bytes should have gone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from uuid import UUID

import sqlalchemy as sa
import structlog
from sqlalchemy.orm import Session

from models.base import db
from wub.attachments.stores import Store, Stored
from wub.clock import now

SMALL = "kecil"
_NEW, _GONE = "wub.files.new", "wub.files.gone"
OLD_ENOUGH = timedelta(days=1)  # an upload that is under way has no row yet


def name_of(key: UUID, part: str = "") -> str:
    return f"{key}.{part}" if part else str(key)


def write(store: Store, key: UUID, parts: dict[str, bytes]) -> None:
    """They go again when the transaction does not stand. Raises OSError when the store is full or away."""
    for part, content in parts.items():
        name = name_of(key, part)
        _pending(_NEW).append((store, name))
        store.put(name, content)


def remove(store: Store, key: UUID) -> None:
    """Only once the transaction stands: a refused removal leaves everything as it was."""
    _pending(_GONE).extend((store, name_of(key, part)) for part in ("", SMALL))


def sweep(store: Store, known: Callable[[set[UUID]], set[UUID]]) -> int:
    """Take away bytes whose row never came to be; `known` says which of the keys have a row."""
    before = now() - OLD_ENOUGH
    strays = {one.name: key for one, key in _kept(store) if one.changed_at < before}
    standing = known(set(strays.values())) if strays else set()
    lost = [name for name, key in strays.items() if key not in standing]
    for name in lost:
        store.delete(name)
    return len(lost)


def _kept(store: Store) -> Iterator[tuple[Stored, UUID]]:
    for one in store.names():
        try:
            yield one, UUID(one.name.partition(".")[0])
        except ValueError:
            continue  # not ours


def _pending(kind: str) -> list[tuple[Store, str]]:
    waiting: list[tuple[Store, str]] = db.session().info.setdefault(kind, [])
    return waiting


@sa.event.listens_for(Session, "after_commit")
def _stands(session: Session) -> None:
    if not session.in_nested_transaction():
        session.info.pop(_NEW, None)
        _take_away(session, _GONE)


@sa.event.listens_for(Session, "after_rollback")
def _falls(session: Session) -> None:
    session.info.pop(_GONE, None)
    _take_away(session, _NEW)


def _take_away(session: Session, kind: str) -> None:
    for store, name in session.info.pop(kind, ()):
        try:
            store.delete(name)
        except OSError as problem:  # what the transaction said is said; the sweep comes by later
            structlog.get_logger("wub.attachments").warning("bytes left for the sweep", problem=repr(problem))
