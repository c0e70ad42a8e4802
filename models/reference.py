"""Reference lists that the programme did not make: areas, business classes, the price index."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Versioned


class Area(Base):
    """Kemendagri area by its dotted code (63.71.01.1001); BPS codes differ and must not be joined."""

    __tablename__ = "area"
    __table_args__ = (sa.CheckConstraint("level BETWEEN 1 AND 4", name="level_known"),)

    code: Mapped[str] = mapped_column(sa.String(13), primary_key=True)
    name: Mapped[str]
    level: Mapped[int]  # 1 provinsi, 2 kabupaten/kota, 3 kecamatan, 4 kelurahan
    parent_code: Mapped[str | None] = mapped_column(sa.ForeignKey("area.code"), index=True)
    nik_prefix: Mapped[str | None] = mapped_column(sa.String(6), index=True)


class BusinessClass(Base):
    """KBLI: five digits of one edition; the edition is kept because classes are renumbered."""

    __tablename__ = "business_class"

    code: Mapped[str] = mapped_column(sa.String(5), primary_key=True)
    edition: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(sa.String(300))


class PriceIndex(Versioned, Base):
    """IHK: the base year stays with the value because BPS rebases the series."""

    __tablename__ = "price_index"
    __table_args__ = (
        sa.UniqueConstraint("period", "monthly", "base_year", "place"),
        sa.CheckConstraint("value > 0", name="value_positive"),
    )

    period: Mapped[date]  # first day of the month, or of the year
    monthly: Mapped[bool]
    base_year: Mapped[int]
    place: Mapped[str] = mapped_column(sa.String(60))
    value: Mapped[Decimal] = mapped_column(sa.Numeric(12, 4))
    source: Mapped[str]
