"""Sessions that were signed out: a copied cookie does not outlive the sign-out."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, utcnow


class EndedSession(Base):
    """Kept as long as such a session could have lived; the hash cannot be used to sign in."""

    __tablename__ = "ended_session"

    token_hash: Mapped[str] = mapped_column(sa.String(64), primary_key=True)
    ended_at: Mapped[datetime] = mapped_column(default=utcnow, index=True)
