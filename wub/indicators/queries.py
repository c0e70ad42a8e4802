"""The catalogue: every indicator with the definition in force, and all definitions it ever had."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import sqlalchemy as sa

from models.base import db
from models.indicator import Indicator, IndicatorVersion
from wub.errors import NotFound


class Current(NamedTuple):
    """An indicator with its definition on a day; None where none is in force yet."""

    indicator: Indicator
    version: IndicatorVersion | None


def catalogue(on: date) -> list[Current]:
    """In the city's order."""
    in_force: dict[int, IndicatorVersion] = {}
    for version in db.session.scalars(
        sa.select(IndicatorVersion)
        .where(IndicatorVersion.valid_from <= on)
        .order_by(IndicatorVersion.valid_from, IndicatorVersion.number)
    ):
        in_force[version.indicator_id] = version
    every = db.session.scalars(sa.select(Indicator).order_by(Indicator.position))
    return [Current(indicator, in_force.get(indicator.id)) for indicator in every]


def indicator(indicator_id: int) -> Indicator:
    found = db.session.get(Indicator, indicator_id)
    if found is None:
        raise NotFound
    return found


def versions(indicator_id: int) -> Sequence[IndicatorVersion]:
    """Newest first, with all their words."""
    query = sa.select(IndicatorVersion).where(IndicatorVersion.indicator_id == indicator_id)
    return db.session.scalars(query.order_by(IndicatorVersion.number.desc())).all()
