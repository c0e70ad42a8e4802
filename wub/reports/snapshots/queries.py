"""The frozen days there are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

import sqlalchemy as sa

from models import Account, Snapshot, SnapshotSchedule
from models.base import db
from models.vocabulary import Rhythm, SnapshotState
from wub.errors import NotFound


class Listed(NamedTuple):
    id: int
    name: str
    as_of: date
    known_until: datetime
    rhythm: Rhythm
    state: SnapshotState
    rows_hash: str | None
    made_by: str | None
    created_at: datetime


def snapshots() -> Sequence[Listed]:
    """The newest day first."""
    rows = db.session.execute(
        sa.select(
            Snapshot.id,
            Snapshot.name,
            Snapshot.as_of,
            Snapshot.known_until,
            Snapshot.rhythm,
            Snapshot.state,
            Snapshot.rows_hash,
            Account.name.label("made_by"),
            Snapshot.created_at,
        )
        .join(Account, Account.id == Snapshot.made_by_id, isouter=True)
        .order_by(Snapshot.as_of.desc(), Snapshot.id.desc())
    )
    return [Listed(*row) for row in rows]


def snapshot(snapshot_id: int) -> Snapshot:
    """One that is frozen; raises NotFound."""
    found = db.session.get(Snapshot, snapshot_id)
    if found is None or found.state is not SnapshotState.FROZEN:
        raise NotFound
    return found


def before(as_of: date, but: int | None = None) -> Snapshot | None:
    """The last frozen day before this one: what a change is told against."""
    earlier = sa.select(Snapshot).where(Snapshot.state == SnapshotState.FROZEN, Snapshot.as_of < as_of)
    if but is not None:
        earlier = earlier.where(Snapshot.id != but)
    return db.session.scalars(earlier.order_by(Snapshot.as_of.desc(), Snapshot.id.desc()).limit(1)).first()


def schedule() -> SnapshotSchedule | None:
    return db.session.scalar(sa.select(SnapshotSchedule).order_by(SnapshotSchedule.id))
