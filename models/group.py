"""Kelompok usaha: about five people who share tools and a shop."""

from __future__ import annotations

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, ClientKeyed, LongText, reference
from models.vocabulary import Sector


class Group(ClientKeyed, Base):
    __tablename__ = "working_group"  # GROUP is a reserved word of SQL
    __table_args__ = (sa.UniqueConstraint("cohort_id", "name"),)

    cohort_id: Mapped[int] = reference("cohort.id", index=False)
    name: Mapped[str]
    sector: Mapped[Sector] = mapped_column(default=Sector.NOT_ASKED)
    address: Mapped[LongText | None]
    area_code: Mapped[str | None] = mapped_column(sa.ForeignKey("area.code"))
    formed_on: Mapped[date | None]
    rent_ends_on: Mapped[date | None]
    note: Mapped[LongText | None]
