"""People who sign in, and what they were allowed, by whom, from when until when."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, ClientKeyed, Versioned, new_key, reference
from models.vocabulary import Role


class RoleGrant(Versioned, Base):
    __tablename__ = "role_grant"
    __table_args__ = (
        sa.CheckConstraint("ends_on IS NULL OR ends_on >= starts_on", name="ends_after_start"),
        sa.CheckConstraint("role <> 'officer' OR agency_id IS NOT NULL", name="officer_has_agency"),
    )

    account_id: Mapped[int] = reference("account.id")
    role: Mapped[Role]
    agency_id: Mapped[int | None] = reference("agency.id", nullable=True)
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
    granted_by_id: Mapped[int | None] = reference("account.id", nullable=True)

    def holds_on(self, day: date) -> bool:
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)


class Account(ClientKeyed, Base):
    __tablename__ = "account"

    login: Mapped[str] = mapped_column(sa.String(120), unique=True)
    name: Mapped[str]
    password_hash: Mapped[str]
    must_change_password: Mapped[bool] = mapped_column(default=False)
    active: Mapped[bool] = mapped_column(default=True)
    phone: Mapped[str | None] = mapped_column(sa.String(20))
    employee_number: Mapped[str | None] = mapped_column(sa.String(30))
    locale: Mapped[str] = mapped_column(sa.String(5), default="id")
    contract_starts_on: Mapped[date | None]  # a consultant's contract; visits must lie inside it
    contract_ends_on: Mapped[date | None]
    session_stamp: Mapped[UUID] = mapped_column(default=new_key)  # replaced to end every session
    failed_sign_ins: Mapped[int] = mapped_column(default=0)
    failing_since: Mapped[datetime | None]

    grants: Mapped[list[RoleGrant]] = relationship(
        foreign_keys=[RoleGrant.account_id], lazy="selectin", order_by=RoleGrant.id
    )

    def roles_on(self, day: date) -> frozenset[Role]:
        return frozenset(grant.role for grant in self.grants if grant.holds_on(day))

    def agencies_on(self, day: date) -> frozenset[int]:
        """Agencies whose lists the account keeps, by its officer grants."""
        return frozenset(
            grant.agency_id
            for grant in self.grants
            if grant.role is Role.OFFICER and grant.agency_id is not None and grant.holds_on(day)
        )
