"""Bapak angkat: the patron firm, what it agreed to, and what it really gave."""

from __future__ import annotations

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, ClientKeyed, CodeSet, LongText, Rupiah, known_when_answered, reference
from models.vocabulary import (
    AgreementScope,
    AgreementState,
    Answer,
    Contribution,
    PartnerKind,
    YesNo,
)


class Partner(ClientKeyed, Base):
    __tablename__ = "partner"
    __table_args__ = (sa.CheckConstraint("nib IS NULL OR length(nib) = 13", name="nib_has_13_digits"),)

    name: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[PartnerKind]
    npwp: Mapped[str | None] = mapped_column(sa.String(20))
    nib: Mapped[str | None] = mapped_column(sa.String(13))
    address: Mapped[LongText | None]
    contact_name: Mapped[str | None]
    contact_phone: Mapped[str | None] = mapped_column(sa.String(20))
    contact_email: Mapped[str | None]
    note: Mapped[LongText | None]


class Agreement(ClientKeyed, Base):
    """PKS/MoU; without a realisation row it counts as zero outcome."""

    __tablename__ = "agreement"
    __table_args__ = (
        sa.UniqueConstraint("partner_id", "number"),
        sa.CheckConstraint("ends_on IS NULL OR ends_on >= starts_on", name="ends_after_start"),
        sa.CheckConstraint("committed_value IS NULL OR committed_value >= 0", name="value_not_negative"),
        sa.CheckConstraint(
            "planned_beneficiaries IS NULL OR planned_beneficiaries >= 0", name="beneficiaries_not_negative"
        ),
        known_when_answered("committed_value"),
    )

    partner_id: Mapped[int] = reference("partner.id", index=False)
    agency_id: Mapped[int | None] = reference("agency.id", nullable=True)
    number: Mapped[str] = mapped_column(sa.String(80))
    signed_on: Mapped[date | None]
    starts_on: Mapped[date]
    ends_on: Mapped[date | None] = mapped_column(index=True)
    scopes: Mapped[CodeSet] = mapped_column(default=list)  # vocabulary.AgreementScope
    committed_value: Mapped[Rupiah | None]
    committed_value_answer: Mapped[Answer] = mapped_column(default=Answer.NOT_ASKED)
    contribution: Mapped[Contribution]
    planned_beneficiaries: Mapped[int | None]
    city_obligations: Mapped[LongText | None]
    partner_obligations: Mapped[LongText | None]
    signatories: Mapped[LongText | None]
    state: Mapped[AgreementState] = mapped_column(default=AgreementState.PLANNED)
    also_city_budget: Mapped[YesNo] = mapped_column(default=YesNo.NOT_ASKED)  # conflict when yes
    note: Mapped[LongText | None]


class Realisation(ClientKeyed, Base):
    __tablename__ = "realisation"
    __table_args__ = (
        sa.CheckConstraint("value IS NULL OR value >= 0", name="value_not_negative"),
        sa.CheckConstraint("participation_id IS NULL OR group_id IS NULL", name="one_beneficiary"),
        sa.CheckConstraint("beneficiaries IS NULL OR beneficiaries > 0", name="beneficiaries_positive"),
        known_when_answered("value"),
    )

    agreement_id: Mapped[int] = reference("agreement.id")
    realised_on: Mapped[date]
    kind: Mapped[AgreementScope]
    value: Mapped[Rupiah | None]
    value_answer: Mapped[Answer] = mapped_column(default=Answer.NOT_ASKED)
    participation_id: Mapped[int | None] = reference("participation.id", nullable=True)
    group_id: Mapped[int | None] = reference("working_group.id", nullable=True)
    beneficiaries: Mapped[int | None]
    also_city_budget: Mapped[YesNo] = mapped_column(default=YesNo.NOT_ASKED)
    note: Mapped[LongText | None]
