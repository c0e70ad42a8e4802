"""The executing offices (SKPD), the schemes they run and the intakes they enrol."""

from __future__ import annotations

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, LongText, Versioned, reference


class Agency(Versioned, Base):
    __tablename__ = "agency"

    code: Mapped[str] = mapped_column(sa.String(20), unique=True)
    name: Mapped[str]
    short_name: Mapped[str] = mapped_column(sa.String(60))
    active: Mapped[bool] = mapped_column(default=True)
    position: Mapped[int] = mapped_column(default=0)


class Scheme(Versioned, Base):
    __tablename__ = "scheme"

    code: Mapped[str] = mapped_column(sa.String(20), unique=True)
    name: Mapped[str]
    description: Mapped[LongText | None]
    active: Mapped[bool] = mapped_column(default=True)


class Cohort(Versioned, Base):
    """Angkatan: intake year + office + scheme; the unit of analysis."""

    __tablename__ = "cohort"
    __table_args__ = (
        sa.UniqueConstraint("year", "agency_id", "scheme_id"),
        sa.CheckConstraint("year BETWEEN 2000 AND 2100", name="year_plausible"),
    )

    code: Mapped[str] = mapped_column(sa.String(40), unique=True)  # 2018-DISPERDAGIN
    year: Mapped[int] = mapped_column(index=True)
    agency_id: Mapped[int] = reference("agency.id")
    scheme_id: Mapped[int] = reference("scheme.id")
    opened_on: Mapped[date | None]
    note: Mapped[LongText | None]

    agency: Mapped[Agency] = relationship(lazy="joined", innerjoin=True)
    scheme: Mapped[Scheme] = relationship(lazy="joined", innerjoin=True)
