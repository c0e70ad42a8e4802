"""Places of old visits are kept coarsely: a hundred metres tell the kelurahan, not the house."""

from __future__ import annotations

from datetime import date

import sqlalchemy as sa

from models.base import db
from models.visit import Visit
from wub import audit

DECIMALS = 3


def exact(before: date) -> int:
    """Visits held before that day whose place is still known to the metre."""
    return db.session.scalar(sa.select(sa.func.count()).select_from(Visit).where(_exact(before))) or 0


def coarsen(before: date) -> int:
    """The trail says how many, not where: it must not keep what is being forgotten."""
    rounded = {
        "latitude": sa.func.round(Visit.latitude, DECIMALS),
        "longitude": sa.func.round(Visit.longitude, DECIMALS),
        "updated_at": Visit.updated_at,
    }
    update = sa.update(Visit).where(_exact(before)).values(rounded)
    number = exact(before)
    db.session.execute(update.execution_options(synchronize_session=False))
    if number:
        audit.record(
            "visit:coarsen_places", changes={"visits": [None, number], "before": [None, str(before)]}
        )
    return number


def _exact(before: date) -> sa.ColumnElement[bool]:
    def finer(column: sa.orm.attributes.InstrumentedAttribute[object]) -> sa.ColumnElement[bool]:
        return column != sa.func.round(column, DECIMALS)

    return sa.and_(Visit.held_on < before, sa.or_(finer(Visit.latitude), finer(Visit.longitude)))
