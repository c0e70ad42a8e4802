"""A number that was once published: who said it, when, of what, and where it can be read."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, ClientKeyed, LongText, reference
from models.vocabulary import ClaimDay, ClaimKind


class Claim(ClientKeyed, Base):
    """A share is kept as a fraction. What was rebuilt from the register is kept with the moment it was."""

    __tablename__ = "claim"
    __table_args__ = (
        sa.CheckConstraint("number >= 0", name="number_not_negative"),
        sa.CheckConstraint("(indicator_id IS NULL) = (not_computable IS NOT NULL)", name="rebuilt_or_reason"),
    )

    code: Mapped[str | None] = mapped_column(sa.String(20), unique=True)  # of those shipped
    said_on: Mapped[date]
    day_known: Mapped[ClaimDay]
    speaker: Mapped[str]
    kind: Mapped[ClaimKind]
    number: Mapped[Decimal] = mapped_column(sa.Numeric(18, 4))
    words: Mapped[str]  # as it was told: "hampir 800"
    counted: Mapped[LongText]
    denominator: Mapped[LongText | None]  # none: it was not told
    source: Mapped[LongText]
    address: Mapped[str | None] = mapped_column(sa.String(500))
    indicator_id: Mapped[int | None] = reference("indicator.id", nullable=True)
    cohort_year: Mapped[int | None]
    not_computable: Mapped[LongText | None]  # why no indicator of the register counts the same
    note: Mapped[LongText | None]
    rebuilt_at: Mapped[datetime | None]
    rebuilt_version: Mapped[int | None]
    rebuilt_low: Mapped[Decimal | None] = mapped_column(sa.Numeric(18, 6))
    rebuilt_high: Mapped[Decimal | None] = mapped_column(sa.Numeric(18, 6))
    rebuilt_n: Mapped[int | None]
    rebuilt_unknown: Mapped[int | None]
