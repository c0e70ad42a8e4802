"""What was published of the programme until a day, with what was rebuilt from the register beside it."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

import sqlalchemy as sa

from models import Claim, Indicator, db


class Published(NamedTuple):
    claim: Claim
    indicator: str | None
    indicator_name: str | None


def published(as_of: date, known_by: datetime | None = None) -> list[Published]:
    """Oldest first."""
    known = [] if known_by is None else [Claim.created_at <= known_by]
    rows = db.session.execute(
        sa.select(Claim, Indicator.code, Indicator.name)
        .outerjoin(Indicator, Indicator.id == Claim.indicator_id)
        .where(Claim.said_on <= as_of, *known)
        .order_by(Claim.said_on, Claim.number, Claim.id)
    )
    return [Published(*row) for row in rows]
