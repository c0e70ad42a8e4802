"""Rencana pendampingan: agreed problems and targets, and the promises that follow from visits."""

from __future__ import annotations

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, ClientKeyed, LongText, reference
from models.vocabulary import ActionOwner, PlanState


class MentoringPlan(ClientKeyed, Base):
    __tablename__ = "mentoring_plan"
    __table_args__ = (sa.CheckConstraint("ends_on IS NULL OR ends_on >= starts_on", name="ends_after_start"),)

    participation_id: Mapped[int] = reference("participation.id")
    consultant_id: Mapped[int] = reference("account.id")
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
    needs: Mapped[LongText | None]  # asesmen kebutuhan
    problems: Mapped[LongText]
    targets: Mapped[LongText]
    contract_number: Mapped[str | None] = mapped_column(sa.String(60))
    participant_signed_on: Mapped[date | None]
    consultant_signed_on: Mapped[date | None]
    state: Mapped[PlanState] = mapped_column(default=PlanState.DRAFT)


class ActionItem(ClientKeyed, Base):
    """Tindak lanjut: one promise, whose it is, when due, when done."""

    __tablename__ = "action_item"

    participation_id: Mapped[int] = reference("participation.id")
    visit_id: Mapped[int | None] = reference("visit.id", nullable=True)
    moved_from_id: Mapped[int | None] = reference("visit.id", nullable=True)  # before its visit was merged
    plan_id: Mapped[int | None] = reference("mentoring_plan.id", nullable=True)
    text: Mapped[LongText]
    owner: Mapped[ActionOwner]
    due_on: Mapped[date | None] = mapped_column(index=True)
    done_on: Mapped[date | None]
