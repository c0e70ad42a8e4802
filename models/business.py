"""An enterprise, and who owned it when."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, ClientKeyed, CodeSet, LongText, Rupiah, known_when_answered, reference
from models.vocabulary import Answer, CloseReason, NibCheck, Premises, Sector, YesNo


class Business(ClientKeyed, Base):
    __tablename__ = "business"
    __table_args__ = (
        sa.CheckConstraint("nib IS NULL OR length(nib) = 13", name="nib_has_13_digits"),
        sa.CheckConstraint(
            "closed_on IS NULL OR started_on IS NULL OR closed_on >= started_on", name="closed_after_start"
        ),
        sa.CheckConstraint("capital IS NULL OR capital >= 0", name="capital_not_negative"),
        known_when_answered("capital"),
    )

    name: Mapped[str | None] = mapped_column(index=True)  # a stall often has none
    sector: Mapped[Sector] = mapped_column(default=Sector.NOT_ASKED, index=True)
    kbli_code: Mapped[str | None] = mapped_column(sa.String(5))
    kbli_edition: Mapped[int | None]
    product: Mapped[str | None]
    started_on: Mapped[date | None]
    premises: Mapped[Premises] = mapped_column(default=Premises.NOT_ASKED)
    address: Mapped[LongText | None]
    area_code: Mapped[str | None] = mapped_column(sa.ForeignKey("area.code"))
    latitude: Mapped[Decimal | None] = mapped_column(sa.Numeric(9, 6))
    longitude: Mapped[Decimal | None] = mapped_column(sa.Numeric(9, 6))
    nib: Mapped[str | None] = mapped_column(sa.String(13), index=True)
    nib_check: Mapped[NibCheck] = mapped_column(default=NibCheck.NOT_ASKED)
    capital: Mapped[Rupiah | None]  # modal usaha, without land and building
    capital_answer: Mapped[Answer] = mapped_column(default=Answer.NOT_ASKED)
    seasonal: Mapped[YesNo] = mapped_column(default=YesNo.NOT_ASKED)
    season_months: Mapped[CodeSet] = mapped_column(default=list)  # "1" … "12", or "ramadan"
    closed_on: Mapped[date | None]
    close_reason: Mapped[CloseReason | None]
    note: Mapped[LongText | None]


class Ownership(ClientKeyed, Base):
    __tablename__ = "ownership"
    __table_args__ = (
        sa.UniqueConstraint("business_id", "person_id"),
        sa.CheckConstraint("until IS NULL OR since IS NULL OR until >= since", name="until_after_since"),
    )

    business_id: Mapped[int] = reference("business.id", index=False)
    person_id: Mapped[int] = reference("person.id")
    since: Mapped[date | None]
    until: Mapped[date | None]
