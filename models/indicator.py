"""What a number means, in versions: an old figure stays computable by its own definition."""

from __future__ import annotations

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, LongText, Payload, Versioned, reference
from models.vocabulary import TargetType


class Indicator(Versioned, Base):
    __tablename__ = "indicator"

    code: Mapped[str] = mapped_column(sa.String(10), unique=True)  # I1 … I14
    name: Mapped[str]
    position: Mapped[int]


class IndicatorVersion(Versioned, Base):
    __tablename__ = "indicator_version"
    __table_args__ = (sa.UniqueConstraint("indicator_id", "number"),)

    indicator_id: Mapped[int] = reference("indicator.id", index=False)
    number: Mapped[int]
    definition: Mapped[LongText]
    formula: Mapped[LongText]
    unit: Mapped[str] = mapped_column(sa.String(40))
    numerator: Mapped[LongText]
    denominator: Mapped[LongText]
    unknown_rule: Mapped[LongText]
    interval: Mapped[str] = mapped_column(sa.String(80))
    target_type: Mapped[TargetType]
    source: Mapped[LongText]
    parameters: Mapped[Payload] = mapped_column(default=dict)
    valid_from: Mapped[date]
    decree_number: Mapped[str | None] = mapped_column(sa.String(80))
