"""Numbers frozen on a day; later edits never change them."""

from __future__ import annotations

from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Payload, Recorded, reference


class Snapshot(Recorded, Base):
    __tablename__ = "snapshot"
    __table_args__ = (sa.UniqueConstraint("name"),)

    name: Mapped[str] = mapped_column(sa.String(80))
    as_of: Mapped[date]
    known_until: Mapped[datetime]  # what was recorded later is not in it
    figures: Mapped[Payload]
    definitions: Mapped[Payload]  # indicator code -> version number
    rows_hash: Mapped[str] = mapped_column(sa.String(64))
    made_by_id: Mapped[int | None] = reference("account.id", nullable=True)
