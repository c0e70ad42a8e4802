"""Who did what to which record, when and why: written once, never changed."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id, LongText, Payload, reference, utcnow


class AuditEntry(Base):
    __tablename__ = "audit_entry"
    __table_args__ = (sa.Index("ix_audit_entry_subject", "subject_type", "subject_id"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    at: Mapped[datetime] = mapped_column(default=utcnow, index=True)
    account_id: Mapped[int | None] = reference("account.id", nullable=True)
    action: Mapped[str] = mapped_column(sa.String(60), index=True)
    subject_type: Mapped[str | None] = mapped_column(sa.String(40))
    subject_id: Mapped[int | None] = mapped_column(Id)
    changes: Mapped[Payload | None]  # {field: [old, new]}; secret values never in clear
    reason: Mapped[LongText | None]
    import_run_id: Mapped[int | None] = reference("import_run.id", nullable=True)
    address: Mapped[str | None] = mapped_column(sa.String(45))
