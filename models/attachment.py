"""Bukti: a scanned paper or photo that proves one record; the bytes lie outside the database."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, ClientKeyed, reference
from models.vocabulary import Purpose

PROVES = (
    *("milestone", "aid", "visit", "checkup", "exhibition_entry", "agreement", "realisation", "business"),
    "mentoring_plan",
)


class Attachment(ClientKeyed, Base):
    __tablename__ = "attachment"
    __table_args__ = (
        sa.CheckConstraint(
            " + ".join(f"CASE WHEN {subject}_id IS NULL THEN 0 ELSE 1 END" for subject in PROVES) + " = 1",
            name="proves_one_record",
        ),
    )

    file_name: Mapped[str]
    media_type: Mapped[str] = mapped_column(sa.String(60))
    size: Mapped[int]
    digest: Mapped[str] = mapped_column(sa.String(64), index=True)
    uploaded_by_id: Mapped[int] = reference("account.id")
    caption: Mapped[str | None]
    purpose: Mapped[Purpose] = mapped_column(default=Purpose.PAPER)
    milestone_id: Mapped[int | None] = reference("milestone.id", nullable=True)
    aid_id: Mapped[int | None] = reference("aid.id", nullable=True)
    visit_id: Mapped[int | None] = reference("visit.id", nullable=True)
    checkup_id: Mapped[int | None] = reference("checkup.id", nullable=True)
    exhibition_entry_id: Mapped[int | None] = reference("exhibition_entry.id", nullable=True)
    agreement_id: Mapped[int | None] = reference("agreement.id", nullable=True)
    realisation_id: Mapped[int | None] = reference("realisation.id", nullable=True)
    business_id: Mapped[int | None] = reference("business.id", nullable=True)
    mentoring_plan_id: Mapped[int | None] = reference("mentoring_plan.id", nullable=True)
    moved_from_id: Mapped[int | None] = reference("visit.id", nullable=True)  # before its visit was merged
    likeness: Mapped[int | None] = mapped_column(sa.BigInteger, index=True)  # of a photo; alike ones are near
