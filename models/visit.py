"""Kunjungan pendampingan: one dated contact by one consultant with one or several participants."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.base import (
    Base,
    ClientKeyed,
    CodeSet,
    LongText,
    Rupiah,
    Versioned,
    known_when_answered,
    never_negative,
    reference,
)
from models.vocabulary import Answer, Confirmation, Status, VisitMode, VisitOutcome, VisitState


class Visit(ClientKeyed, Base):
    __tablename__ = "visit"
    __table_args__ = (
        sa.CheckConstraint("ends_at > starts_at", name="ends_after_start"),
        sa.CheckConstraint("(reviewed_by_id IS NULL) = (reviewed_at IS NULL)", name="review_has_time"),
        sa.CheckConstraint(
            "confirmation <> 'tidak_ada' OR no_confirmation_reason IS NOT NULL", name="confirmed_or_reason"
        ),
        sa.CheckConstraint("(merged_into_id IS NULL) = (merged_at IS NULL)", name="merged_at_a_time"),
        *never_negative("travel_minutes", "preparation_minutes", "accuracy_m"),
        sa.Index("ix_visit_consultant_id_held_on", "consultant_id", "held_on"),
        sa.Index("ix_visit_state_held_on", "state", "held_on", "id"),
        sa.Index("ix_visit_text_digest", "text_digest", "id"),
    )

    consultant_id: Mapped[int] = reference("account.id", index=False)
    held_on: Mapped[date] = mapped_column(index=True)  # WITA
    starts_at: Mapped[time]
    ends_at: Mapped[time]
    mode: Mapped[VisitMode]
    outcome: Mapped[VisitOutcome] = mapped_column(default=VisitOutcome.MET)
    place: Mapped[str | None]
    latitude: Mapped[Decimal | None] = mapped_column(sa.Numeric(9, 6))
    longitude: Mapped[Decimal | None] = mapped_column(sa.Numeric(9, 6))
    accuracy_m: Mapped[int | None]
    accuracy_note: Mapped[str | None]
    topics: Mapped[CodeSet] = mapped_column(default=list)  # vocabulary.Topic
    problem: Mapped[LongText | None]
    advice: Mapped[LongText | None]
    confirmation: Mapped[Confirmation]
    no_confirmation_reason: Mapped[str | None]
    travel_minutes: Mapped[int | None]
    preparation_minutes: Mapped[int | None]
    next_visit_on: Mapped[date | None] = mapped_column(index=True)
    device_time: Mapped[datetime | None]  # the phone's clock; created_at is the server's
    clock_offset: Mapped[int | None] = mapped_column(sa.BigInteger)  # seconds that it was ahead when it sent
    state: Mapped[VisitState] = mapped_column(default=VisitState.SENT)
    reviewed_by_id: Mapped[int | None] = reference("account.id", nullable=True)
    reviewed_at: Mapped[datetime | None]
    review_note: Mapped[LongText | None]
    explanation: Mapped[LongText | None]  # the consultant's, to what may be asked about the visit
    merged_into_id: Mapped[int | None] = reference("visit.id", nullable=True)  # its group visit
    merged_at: Mapped[datetime | None]
    text_digest: Mapped[int | None] = mapped_column(sa.BigInteger)  # of problem and advice

    @property
    def contact_minutes(self) -> int:
        starts, ends = self.starts_at, self.ends_at
        return (ends.hour * 60 + ends.minute) - (starts.hour * 60 + starts.minute)


def stands(visit: Any, known_by: datetime | None = None) -> sa.ColumnElement[bool]:
    """Condition on Visit or on its table: counts by itself, for it is no part of a group visit (as was known
    by an instant). Whatever counts, lists or adds up visits asks for it."""
    alone: sa.ColumnElement[bool] = visit.merged_into_id.is_(None)
    return alone if known_by is None else sa.or_(alone, visit.merged_at > known_by)


class VisitAttendee(Versioned, Base):
    """Who took part; contact time counts in full for each, consultant time once."""

    __tablename__ = "visit_attendee"
    __table_args__ = (
        sa.UniqueConstraint("visit_id", "participation_id"),
        sa.CheckConstraint("sales IS NULL OR sales >= 0", name="sales_not_negative"),
        known_when_answered("sales"),
    )

    visit_id: Mapped[int] = reference("visit.id", index=False)
    participation_id: Mapped[int] = reference("participation.id")
    status_seen: Mapped[Status] = mapped_column(default=Status.NOT_ASKED)
    sales: Mapped[Rupiah | None]  # last full month
    sales_answer: Mapped[Answer] = mapped_column(default=Answer.NOT_ASKED)
