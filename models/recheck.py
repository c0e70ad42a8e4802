"""Undian periksa ulang: a draw announced with its seed, and the checkups that it chose."""

from __future__ import annotations

from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, ClientKeyed, LongText, Payload, Versioned, reference


class RecheckDraw(ClientKeyed, Base):
    """Announced first; drawn once the period is over, from the list that then stands."""

    __tablename__ = "recheck_draw"
    __table_args__ = (
        sa.CheckConstraint("until >= since", name="ends_after_start"),
        sa.CheckConstraint("(drawn_at IS NULL) = (frame IS NULL)", name="drawn_from_a_list"),
        sa.Index("ix_recheck_draw_since_until", "since", "until"),
    )

    since: Mapped[date]  # days on which the checkups were recorded, WITA
    until: Mapped[date]
    seed: Mapped[str] = mapped_column(sa.String(80))
    seed_source: Mapped[str]  # where everybody could read it
    again_because: Mapped[LongText | None]  # why a period that was drawn before is drawn once more
    announced_by_id: Mapped[int] = reference("account.id")
    drawn_by_id: Mapped[int | None] = reference("account.id", nullable=True)
    drawn_at: Mapped[datetime | None]
    frame: Mapped[Payload | None]  # {recorder: [keys]}: what was drawn from, so that anybody can draw again


class DrawnCheckup(Versioned, Base):
    """One checkup that was chosen; that it was checked again is seen from the re-check itself."""

    __tablename__ = "drawn_checkup"
    __table_args__ = (
        sa.UniqueConstraint("draw_id", "checkup_id"),
        sa.CheckConstraint(
            "(impossible_because IS NULL) = (impossible_on IS NULL)", name="impossible_has_day"
        ),
    )

    draw_id: Mapped[int] = reference("recheck_draw.id", index=False)
    checkup_id: Mapped[int] = reference("checkup.id")
    position: Mapped[int]  # by the hash, within the recorder's own
    officer_id: Mapped[int | None] = reference("account.id", nullable=True)
    impossible_because: Mapped[LongText | None]
    impossible_on: Mapped[date | None]
