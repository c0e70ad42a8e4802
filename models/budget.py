"""Money planned and spent, tied to planning and finance by their own codes."""

from __future__ import annotations

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, ClientKeyed, LongText, Rupiah, never_negative, reference
from models.vocabulary import Funding


class BudgetLine(ClientKeyed, Base):
    __tablename__ = "budget_line"
    __table_args__ = (
        sa.UniqueConstraint("agency_id", "year", "activity_code"),
        *never_negative("amount"),
    )

    agency_id: Mapped[int] = reference("agency.id", index=False)
    year: Mapped[int]
    activity_code: Mapped[str] = mapped_column(sa.String(60))  # RPJMD/Renja code of Barelitbangda
    name: Mapped[str]
    cohort_id: Mapped[int | None] = reference("cohort.id", nullable=True)
    funding: Mapped[Funding] = mapped_column(default=Funding.CITY)
    amount: Mapped[Rupiah]
    note: Mapped[LongText | None]


class Spending(ClientKeyed, Base):
    __tablename__ = "spending"
    __table_args__ = (*never_negative("amount"),)

    budget_line_id: Mapped[int] = reference("budget_line.id")
    spent_on: Mapped[date]
    amount: Mapped[Rupiah]
    sp2d_number: Mapped[str | None] = mapped_column(sa.String(60), unique=True)  # Bakeuda's payment order
    description: Mapped[str]
