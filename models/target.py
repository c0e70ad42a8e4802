"""What was promised: by whom, in which document, for which scope and period."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, ClientKeyed, LongText, reference
from models.vocabulary import ScopeLevel, TargetSource, TargetState, TargetType


class Target(ClientKeyed, Base):
    """A share is kept as a fraction (0.60); a count as a whole number."""

    __tablename__ = "target"
    __table_args__ = (
        sa.CheckConstraint("period_ends_on >= period_starts_on", name="ends_after_start"),
        sa.CheckConstraint("value >= 0", name="value_not_negative"),
        sa.CheckConstraint("(approved_by_id IS NULL) = (approved_on IS NULL)", name="approval_has_date"),
        sa.CheckConstraint(
            "(level = 'agency') <= (agency_id IS NOT NULL) AND (level = 'area') <= (area_code IS NOT NULL)",
            name="scope_named",
        ),
        sa.CheckConstraint("(state = 'ditolak') = (refusal IS NOT NULL)", name="refusal_has_reason"),
    )

    indicator_version_id: Mapped[int] = reference("indicator_version.id")
    level: Mapped[ScopeLevel]
    agency_id: Mapped[int | None] = reference("agency.id", nullable=True)
    cohort_year: Mapped[int | None]  # with agency_id empty: the whole intake of the year
    area_code: Mapped[str | None] = mapped_column(sa.ForeignKey("area.code"))
    period_starts_on: Mapped[date]
    period_ends_on: Mapped[date]
    type: Mapped[TargetType]
    value: Mapped[Decimal] = mapped_column(sa.Numeric(18, 4))
    source: Mapped[TargetSource]
    source_document: Mapped[str | None]
    state: Mapped[TargetState] = mapped_column(default=TargetState.PROPOSED)
    proposed_by_id: Mapped[int | None] = reference("account.id", nullable=True)  # whose words they are
    approved_by_id: Mapped[int | None] = reference("account.id", nullable=True)
    approved_on: Mapped[date | None]
    refusal: Mapped[LongText | None]
    replaces_id: Mapped[int | None] = reference("target.id", nullable=True)  # what it is meant to replace
    replaced_by_id: Mapped[int | None] = reference("target.id", nullable=True)
    replaced_on: Mapped[date | None]
    note: Mapped[LongText | None]
