"""Pemeriksaan: measurement of status and results at a fixed round; not advice."""

from __future__ import annotations

from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.base import (
    Base,
    ClientKeyed,
    CodeSet,
    LongText,
    Rupiah,
    known_when_answered,
    never_negative,
    reference,
)
from models.vocabulary import ROUNDS, Answer, CheckupSource, Obstacle, RecordingBasis, Status, YesNo

MEASURED = (
    "sales_last_month",
    "sales_typical_month",
    "sales_last_season",
    "costs_last_month",
    "workers_permanent",
    "workers_temporary",
    "workers_family",
    "owner_income",
)


class Checkup(ClientKeyed, Base):
    __tablename__ = "checkup"
    __table_args__ = (
        sa.CheckConstraint(f"round_month IN ({', '.join(map(str, ROUNDS))})", name="round_known"),
        sa.CheckConstraint("verification BETWEEN 0 AND 4", name="verification_known"),
        *never_negative(*MEASURED),
        *(known_when_answered(value) for value in MEASURED),
        sa.Index("ix_checkup_participation_id_as_of", "participation_id", "as_of_date"),
        sa.Index("ix_checkup_status_participation_id", "status", "participation_id"),
    )

    participation_id: Mapped[int] = reference("participation.id", index=False)
    business_id: Mapped[int | None] = reference("business.id", nullable=True)
    round_month: Mapped[int]
    as_of_date: Mapped[date] = mapped_column(index=True)
    source: Mapped[CheckupSource]
    status: Mapped[Status]
    verification: Mapped[int]  # vocabulary.Verification
    closed_on: Mapped[date | None]
    reopens_on: Mapped[date | None]  # planned, of an enterprise that paused
    attempts: Mapped[int] = mapped_column(default=1)
    refused: Mapped[bool] = mapped_column(default=False)
    sales_last_month: Mapped[Rupiah | None]
    sales_last_month_answer: Mapped[Answer] = mapped_column(default=Answer.NOT_ASKED)
    sales_typical_month: Mapped[Rupiah | None]
    sales_typical_month_answer: Mapped[Answer] = mapped_column(default=Answer.NOT_ASKED)
    sales_last_season: Mapped[Rupiah | None]
    sales_last_season_answer: Mapped[Answer] = mapped_column(default=Answer.NOT_ASKED)
    costs_last_month: Mapped[Rupiah | None]
    costs_last_month_answer: Mapped[Answer] = mapped_column(default=Answer.NOT_ASKED)
    owner_income: Mapped[Rupiah | None]
    owner_income_answer: Mapped[Answer] = mapped_column(default=Answer.NOT_ASKED)
    workers_permanent: Mapped[int | None]
    workers_permanent_answer: Mapped[Answer] = mapped_column(default=Answer.NOT_ASKED)
    workers_temporary: Mapped[int | None]
    workers_temporary_answer: Mapped[Answer] = mapped_column(default=Answer.NOT_ASKED)
    temporary_hours_week: Mapped[int | None]  # of one temporary worker, for full-time equivalents
    workers_family: Mapped[int | None]  # unpaid
    workers_family_answer: Mapped[Answer] = mapped_column(default=Answer.NOT_ASKED)
    recording_basis: Mapped[RecordingBasis] = mapped_column(default=RecordingBasis.NOT_ASKED)
    has_nib: Mapped[YesNo] = mapped_column(default=YesNo.NOT_ASKED)
    digital_channels: Mapped[CodeSet] = mapped_column(default=list)
    finance_sources: Mapped[CodeSet] = mapped_column(default=list)
    obstacle: Mapped[Obstacle] = mapped_column(default=Obstacle.NOT_ASKED)
    outlier_note: Mapped[LongText | None]  # why a value outside x0.2 to x5 of the last is right
    reconstructed: Mapped[bool] = mapped_column(default=False)  # recalled later, never measured growth
    recheck_of_id: Mapped[int | None] = reference("checkup.id", nullable=True)
    recorded_by_id: Mapped[int | None] = reference("account.id", nullable=True)  # none: by an import
    device_time: Mapped[datetime | None]  # the phone's clock; created_at is the server's
    clock_offset: Mapped[int | None] = mapped_column(
        sa.BigInteger
    )  # seconds that clock was ahead when it sent
    note: Mapped[LongText | None]
