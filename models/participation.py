"""Enrolment of one person in one intake, and who mentors it."""

from __future__ import annotations

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, ClientKeyed, LongText, reference
from models.vocabulary import ExitReason, Funding, Route


class Participation(ClientKeyed, Base):
    __tablename__ = "participation"
    __table_args__ = (
        sa.UniqueConstraint("person_id", "cohort_id"),
        sa.Index("ix_participation_cohort_id_enrolled_on", "cohort_id", "enrolled_on"),
        sa.CheckConstraint("exited_on IS NULL OR exited_on >= enrolled_on", name="exit_after_enrolment"),
        sa.CheckConstraint("(exited_on IS NULL) = (exit_reason IS NULL)", name="exit_has_reason"),
    )

    person_id: Mapped[int] = reference("person.id", index=False)
    cohort_id: Mapped[int] = reference("cohort.id", index=False)
    group_id: Mapped[int | None] = reference("working_group.id", nullable=True)
    business_id: Mapped[int | None] = reference("business.id", nullable=True)  # at entry
    enrolled_on: Mapped[date] = mapped_column(index=True)
    funding: Mapped[Funding] = mapped_column(default=Funding.NOT_ASKED)
    route: Mapped[Route] = mapped_column(default=Route.NOT_ASKED)
    activity_code: Mapped[str | None] = mapped_column(sa.String(60))
    exited_on: Mapped[date | None]
    exit_reason: Mapped[ExitReason | None]
    import_run_id: Mapped[int | None] = reference("import_run.id", nullable=True)
    note: Mapped[LongText | None]


class Assignment(ClientKeyed, Base):
    """A consultant's time with a participant; hand-over ends one row and begins another."""

    __tablename__ = "assignment"
    __table_args__ = (
        sa.UniqueConstraint("participation_id", "consultant_id", "starts_on"),
        sa.CheckConstraint("ends_on IS NULL OR ends_on >= starts_on", name="ends_after_start"),
        sa.Index("ix_assignment_consultant_id_participation_id", "consultant_id", "participation_id"),
    )

    participation_id: Mapped[int] = reference("participation.id", index=False)
    consultant_id: Mapped[int] = reference("account.id", index=False)
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
    reason: Mapped[str | None]
