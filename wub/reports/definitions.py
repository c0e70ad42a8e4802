"""Which version of an indicator was in force on a day; an old figure keeps its own definition."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa

from models import Indicator, IndicatorVersion, db
from models.vocabulary import TargetType
from wub.measurement.success import Rule


@dataclass(frozen=True)
class Definition:
    code: str
    version: int
    name: str
    definition: str
    formula: str
    numerator: str
    denominator: str
    unknown_rule: str
    interval: str
    source: str
    parameters: dict[str, Any]
    target_type: TargetType
    indicator_id: int

    @property
    def rule(self) -> Rule:
        return Rule(**self.parameters)


def definitions(as_of: date) -> dict[str, Definition]:
    """The newest version of each indicator that was valid on the day, in the city's order.

    A day before the first version is read by the first: it may be asked for, and nobody was enrolled yet.
    """
    version = IndicatorVersion
    columns: list[Any] = [
        Indicator.code,
        version.number,
        Indicator.name,
        version.definition,
        version.formula,
        version.numerator,
        version.denominator,
        version.unknown_rule,
        version.interval,
        version.source,
        version.parameters,
        version.target_type,
        Indicator.id,
        version.valid_from,
    ]
    rows = db.session.execute(
        sa.select(*columns)
        .join(version, version.indicator_id == Indicator.id)
        .order_by(Indicator.position, version.valid_from, version.number)
    )
    found: dict[str, Definition] = {}
    for *values, valid_from in rows:
        definition = Definition(*values)
        if valid_from <= as_of or definition.code not in found:
            found[definition.code] = definition
    return found
