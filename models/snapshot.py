"""Numbers frozen on a day; later edits never change them."""

from __future__ import annotations

from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Payload, Recorded, Versioned, reference
from models.vocabulary import Rhythm, SnapshotState


class Snapshot(Recorded, Base):
    """Asked for first, filled by a worker, never touched again."""

    __tablename__ = "snapshot"
    __table_args__ = (
        sa.UniqueConstraint("name"),
        sa.CheckConstraint(
            "state != 'beku' OR (standing IS NOT NULL AND verdicts IS NOT NULL AND rows_hash IS NOT NULL)",
            name="frozen_is_whole",
        ),
    )

    name: Mapped[str] = mapped_column(sa.String(80))
    as_of: Mapped[date]
    known_until: Mapped[datetime]  # what was recorded later is not in it
    rhythm: Mapped[Rhythm] = mapped_column(default=Rhythm.NEVER)  # by which schedule it was frozen
    state: Mapped[SnapshotState] = mapped_column(default=SnapshotState.ASKED)
    claimed_at: Mapped[datetime | None]
    tries: Mapped[int] = mapped_column(default=0)
    definitions: Mapped[Payload]  # indicator code -> version number
    standing: Mapped[bytes | None]  # wub.reports.plain, packed
    verdicts: Mapped[bytes | None]  # of every participation, packed
    rows_hash: Mapped[str | None] = mapped_column(sa.String(64))
    made_by_id: Mapped[int | None] = reference("account.id", nullable=True)


class SnapshotSchedule(Versioned, Base):
    """How often the city wants its numbers frozen by themselves, and since when: one row."""

    __tablename__ = "snapshot_schedule"

    rhythm: Mapped[Rhythm]
    since: Mapped[date]
