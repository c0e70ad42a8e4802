"""Bantuan: what was handed over to a participant or a group, and what became of it."""

from __future__ import annotations

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, ClientKeyed, LongText, Rupiah, known_when_answered, reference
from models.vocabulary import AidCondition, AidKind, Answer, Funding


class Aid(ClientKeyed, Base):
    __tablename__ = "aid"
    __table_args__ = (
        sa.CheckConstraint(
            "(participation_id IS NULL) <> (group_id IS NULL)", name="to_participant_or_group"
        ),
        sa.CheckConstraint("value IS NULL OR value >= 0", name="value_not_negative"),
        sa.CheckConstraint("quantity > 0", name="quantity_positive"),
        known_when_answered("value"),
    )

    participation_id: Mapped[int | None] = reference("participation.id", nullable=True)
    group_id: Mapped[int | None] = reference("working_group.id", nullable=True)
    kind: Mapped[AidKind]
    description: Mapped[str]
    quantity: Mapped[int] = mapped_column(default=1)
    value: Mapped[Rupiah | None]
    value_answer: Mapped[Answer] = mapped_column(default=Answer.NOT_ASKED)
    funding: Mapped[Funding] = mapped_column(default=Funding.NOT_ASKED)
    given_on: Mapped[date]
    bast_number: Mapped[str | None] = mapped_column(sa.String(60))  # berita acara serah terima
    rent_ends_on: Mapped[date | None]
    condition: Mapped[AidCondition] = mapped_column(default=AidCondition.NOT_ASKED)
    condition_seen_on: Mapped[date | None]
    note: Mapped[LongText | None]
