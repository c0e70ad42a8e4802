"""What phones sent: a receipt for everything that was kept, and what waits for a person to decide."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id, LongText, Recorded, Versioned, reference
from models.vocabulary import HeldReason, HeldState, SentKind


class Sending(Recorded, Base):
    """One content under one key, kept for good: sent again it is answered alike, whatever the record is now.

    `device_time` is the phone's clock when the record was written, `clock_offset` how many seconds that
    clock was ahead when it was sent; `created_at` is ours, and the ids give the order of arrival.
    """

    __tablename__ = "sending"
    __table_args__ = (sa.UniqueConstraint("key", "digest"),)

    key: Mapped[UUID]
    digest: Mapped[str] = mapped_column(sa.String(64))  # of what was sent, not of what the record became
    kind: Mapped[SentKind]
    account_id: Mapped[int] = reference("account.id")
    subject_id: Mapped[int] = mapped_column(Id)  # the visit, checkup, action item or attachment
    device_time: Mapped[datetime]
    clock_offset: Mapped[int] = mapped_column(sa.BigInteger)


class HeldRecord(Versioned, Base):
    """Kept as it was sent until a supervisor decides; afterwards too."""

    __tablename__ = "held_record"
    __table_args__ = (
        sa.UniqueConstraint("key", "digest"),
        sa.CheckConstraint("(kind = 'foto') = (content IS NOT NULL)", name="photo_has_bytes"),
        sa.CheckConstraint("(state = 'menunggu') = (resolved_at IS NULL)", name="resolved_has_time"),
    )

    key: Mapped[UUID]
    digest: Mapped[str] = mapped_column(sa.String(64))
    kind: Mapped[SentKind]
    account_id: Mapped[int] = reference("account.id")
    payload: Mapped[dict[str, Any]] = mapped_column(sa.JSON)  # of a photo: what it belongs to
    content: Mapped[bytes | None] = mapped_column(deferred=True)  # of a photo, drawn anew
    of_key: Mapped[UUID | None] = mapped_column(index=True)  # of a photo: the record it belongs to
    device_time: Mapped[datetime]
    clock_offset: Mapped[int] = mapped_column(sa.BigInteger)
    reason: Mapped[HeldReason]
    state: Mapped[HeldState] = mapped_column(default=HeldState.WAITING, index=True)
    resolved_by_id: Mapped[int | None] = reference("account.id", nullable=True)
    resolved_at: Mapped[datetime | None]
    resolution: Mapped[LongText | None]  # why it was set aside
    subject_id: Mapped[int | None] = mapped_column(Id)  # what it became
