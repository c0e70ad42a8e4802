"""Rencana pendampingan: agreed problems and targets, and the promises that follow from visits."""

from __future__ import annotations

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, ClientKeyed, LongText, Payload, Versioned, reference
from models.vocabulary import ActionOwner, PlanState, Reached, Signer


class MentoringPlan(ClientKeyed, Base):
    __tablename__ = "mentoring_plan"
    __table_args__ = (sa.CheckConstraint("ends_on IS NULL OR ends_on >= starts_on", name="ends_after_start"),)

    participation_id: Mapped[int] = reference("participation.id")
    consultant_id: Mapped[int] = reference("account.id")
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
    needs: Mapped[LongText | None]  # asesmen kebutuhan, in words
    needs_by_topic: Mapped[Payload] = mapped_column(default=dict)  # topic → {"level": NeedLevel, "words": …}
    problems: Mapped[LongText]
    targets: Mapped[LongText]
    contract_number: Mapped[str | None] = mapped_column(sa.String(60))
    participant_signed_on: Mapped[date | None]
    consultant_signed_on: Mapped[date | None]
    state: Mapped[PlanState] = mapped_column(default=PlanState.DRAFT)


class PlanTarget(Versioned, Base):
    """Sasaran: what, how much, until when, so that it can be judged afterwards."""

    __tablename__ = "plan_target"
    __table_args__ = (
        sa.CheckConstraint("(reached = 'belum_dinilai') = (judged_on IS NULL)", name="judged_has_day"),
    )

    plan_id: Mapped[int] = reference("mentoring_plan.id")
    what: Mapped[str]
    amount: Mapped[str | None]  # "Rp3 juta sebulan", "1 NIB"
    due_on: Mapped[date | None]
    reached: Mapped[Reached] = mapped_column(default=Reached.NOT_JUDGED)
    judged_on: Mapped[date | None]
    note: Mapped[LongText | None]


class PlanSignature(ClientKeyed, Base):
    """Drawn by hand on the screen: lines of a pen, kept as a path and never as a picture."""

    __tablename__ = "plan_signature"
    __table_args__ = (sa.UniqueConstraint("plan_id", "signer", "digest"),)

    plan_id: Mapped[int] = reference("mentoring_plan.id", index=False)
    signer: Mapped[Signer]
    name: Mapped[str]
    path: Mapped[LongText]  # "M10 20L14 22…" within 600 × 200
    digest: Mapped[str] = mapped_column(sa.String(64))  # of what was agreed; a changed plan is signed anew
    signed_on: Mapped[date]
    recorded_by_id: Mapped[int] = reference("account.id")


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
