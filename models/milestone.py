"""Dated stages and licences; never a forced sequence."""

from __future__ import annotations

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, ClientKeyed, LongText, reference
from models.vocabulary import MilestoneKind, MilestoneState


class Milestone(ClientKeyed, Base):
    __tablename__ = "milestone"
    __table_args__ = (
        sa.CheckConstraint(
            "valid_until IS NULL OR attained_on IS NULL OR valid_until >= attained_on",
            name="valid_after_attained",
        ),
        sa.CheckConstraint("state <> 'dicapai' OR attained_on IS NOT NULL", name="attained_has_date"),
        sa.CheckConstraint("(verified_by_id IS NULL) = (verified_on IS NULL)", name="verified_has_date"),
        sa.Index("ix_milestone_person_id_kind", "person_id", "kind"),
    )

    person_id: Mapped[int] = reference("person.id", index=False)
    participation_id: Mapped[int | None] = reference("participation.id", nullable=True)
    business_id: Mapped[int | None] = reference("business.id", nullable=True)
    kind: Mapped[MilestoneKind]
    state: Mapped[MilestoneState] = mapped_column(default=MilestoneState.ATTAINED)
    attained_on: Mapped[date | None]
    valid_until: Mapped[date | None]
    withdrawn_on: Mapped[date | None]
    number: Mapped[str | None] = mapped_column(sa.String(80))
    verified_by_id: Mapped[int | None] = reference("account.id", nullable=True)
    verified_on: Mapped[date | None]
    note: Mapped[LongText | None]
