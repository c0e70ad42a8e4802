"""Pameran: the event, who stood there, whom they met and what was ordered afterwards."""

from __future__ import annotations

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.base import (
    Base,
    ClientKeyed,
    LongText,
    Rupiah,
    known_when_answered,
    never_negative,
    reference,
)
from models.vocabulary import (
    FOLLOW_UP_DAYS,
    Answer,
    Attendance,
    BuyerType,
    Curation,
    ExhibitionLevel,
    UnableReason,
    YesNo,
)


class Exhibition(ClientKeyed, Base):
    __tablename__ = "exhibition"
    __table_args__ = (
        sa.CheckConstraint("ends_on >= starts_on", name="ends_after_start"),
        *never_negative("booth_cost", "city_budget", "visitors"),
        *(known_when_answered(value) for value in ("booth_cost", "city_budget", "visitors")),
    )

    name: Mapped[str]
    organiser: Mapped[str]
    agency_id: Mapped[int | None] = reference("agency.id", nullable=True)  # the office that enters it
    level: Mapped[ExhibitionLevel]
    starts_on: Mapped[date] = mapped_column(index=True)
    ends_on: Mapped[date]
    place: Mapped[str]
    booth_cost: Mapped[Rupiah | None]
    booth_cost_answer: Mapped[Answer] = mapped_column(default=Answer.NOT_ASKED)
    city_budget: Mapped[Rupiah | None]
    city_budget_answer: Mapped[Answer] = mapped_column(default=Answer.NOT_ASKED)
    visitors: Mapped[int | None]
    visitors_answer: Mapped[Answer] = mapped_column(default=Answer.NOT_ASKED)
    note: Mapped[LongText | None]


class ExhibitionEntry(ClientKeyed, Base):
    __tablename__ = "exhibition_entry"
    __table_args__ = (
        sa.UniqueConstraint("exhibition_id", "participation_id"),
        sa.CheckConstraint("booth_days IS NULL OR booth_days >= 0", name="booth_days_not_negative"),
        *never_negative("direct_sales", "units_sold", "orders_value", "own_cost"),
        *(known_when_answered(v) for v in ("direct_sales", "units_sold", "orders_value", "own_cost")),
    )

    exhibition_id: Mapped[int] = reference("exhibition.id", index=False)
    participation_id: Mapped[int] = reference("participation.id")
    substitute_for_id: Mapped[int | None] = reference("exhibition_entry.id", nullable=True)
    curation: Mapped[Curation] = mapped_column(default=Curation.PROPOSED)
    attendance: Mapped[Attendance] = mapped_column(default=Attendance.PLANNED)
    booth: Mapped[str | None] = mapped_column(sa.String(40))
    products: Mapped[LongText | None]
    booth_days: Mapped[int | None]
    direct_sales: Mapped[Rupiah | None]
    direct_sales_answer: Mapped[Answer] = mapped_column(default=Answer.NOT_ASKED)
    units_sold: Mapped[int | None]
    units_sold_answer: Mapped[Answer] = mapped_column(default=Answer.NOT_ASKED)
    orders_value: Mapped[Rupiah | None]  # placed during the event
    orders_value_answer: Mapped[Answer] = mapped_column(default=Answer.NOT_ASKED)
    own_cost: Mapped[Rupiah | None]
    own_cost_answer: Mapped[Answer] = mapped_column(default=Answer.NOT_ASKED)
    note: Mapped[LongText | None]


class BuyerContact(ClientKeyed, Base):
    __tablename__ = "buyer_contact"

    entry_id: Mapped[int] = reference("exhibition_entry.id")
    name: Mapped[str]
    kind: Mapped[BuyerType] = mapped_column(default=BuyerType.UNKNOWN)
    phone: Mapped[str | None] = mapped_column(sa.String(20))
    note: Mapped[LongText | None]


class OrderFollowUp(ClientKeyed, Base):
    """What a contact had ordered 30, 60 or 90 days later, or why it could not be supplied."""

    __tablename__ = "order_follow_up"
    __table_args__ = (
        sa.UniqueConstraint("contact_id", "after_days"),
        sa.CheckConstraint(f"after_days IN ({', '.join(map(str, FOLLOW_UP_DAYS))})", name="day_known"),
        sa.CheckConstraint("order_value IS NULL OR order_value >= 0", name="order_value_not_negative"),
        sa.CheckConstraint("unable_to_supply <> 'ya' OR unable_reason IS NOT NULL", name="unable_has_reason"),
        known_when_answered("order_value"),
    )

    contact_id: Mapped[int] = reference("buyer_contact.id", index=False)
    after_days: Mapped[int]
    asked_on: Mapped[date]
    reached: Mapped[bool]
    order_value: Mapped[Rupiah | None]
    order_value_answer: Mapped[Answer] = mapped_column(default=Answer.NOT_ASKED)
    repeat_order: Mapped[YesNo] = mapped_column(default=YesNo.NOT_ASKED)
    unable_to_supply: Mapped[YesNo] = mapped_column(default=YesNo.NOT_ASKED)
    unable_reason: Mapped[UnableReason | None]
    note: Mapped[LongText | None]
