"""One claim, and what a claim can be compared with."""

from __future__ import annotations

import sqlalchemy as sa

from models.base import db
from models.claim import Claim
from models.indicator import Indicator
from wub.claims.rebuilding import COUNT, SUCCESS
from wub.errors import NotFound


def claim(claim_id: int) -> Claim:
    found = db.session.get(Claim, claim_id)
    if found is None:
        raise NotFound
    return found


def comparable() -> list[tuple[int, str, str]]:
    """Id, code and name of the indicators that count people or the success of an intake."""
    query = sa.select(Indicator.id, Indicator.code, Indicator.name).where(
        Indicator.code.in_((COUNT, SUCCESS))
    )
    return [
        (number, code, name) for number, code, name in db.session.execute(query.order_by(Indicator.position))
    ]
