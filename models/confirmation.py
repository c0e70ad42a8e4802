"""Konfirmasi: one-time tokens that a participant's own phone opens, and what came of them for a visit."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id, Recorded, Versioned, new_key, reference
from models.vocabulary import ConfirmationAnswer, ReceivedCode


class ConfirmationToken(Versioned, Base):
    """The token itself is nowhere: it is made of the serial and a key outside the database."""

    __tablename__ = "confirmation_token"
    __table_args__ = (
        sa.CheckConstraint("(answer IS NULL) = (answered_at IS NULL)", name="answer_has_time"),
        sa.CheckConstraint("phone_mark IS NULL OR answer IS NOT NULL", name="phone_mark_with_answer"),
        sa.Index("ix_confirmation_token_consultant_id_expires_at", "consultant_id", "expires_at"),
    )

    serial: Mapped[UUID] = mapped_column(default=new_key, unique=True)
    digest: Mapped[str] = mapped_column(sa.String(64), unique=True)  # SHA-256 of the token
    consultant_id: Mapped[int] = reference("account.id", index=False)
    expires_at: Mapped[datetime]
    answer: Mapped[ConfirmationAnswer | None]
    answered_at: Mapped[datetime | None]
    # The last four digits of the own number as the participant typed them, under the key.
    phone_mark: Mapped[str | None] = mapped_column(sa.String(64))


class VisitConfirmation(Recorded, Base):
    """The token that a visit named, and whether the code read out fits it; one for each visit."""

    __tablename__ = "visit_confirmation"

    visit_id: Mapped[int] = mapped_column(Id, sa.ForeignKey("visit.id"), unique=True)
    token_id: Mapped[int | None] = mapped_column(Id, sa.ForeignKey("confirmation_token.id"), unique=True)
    code: Mapped[ReceivedCode]
