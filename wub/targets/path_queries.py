"""The path of an indicator: what was promised for each of five years, city and offices side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import sqlalchemy as sa

from models.account import Account
from models.agency import Agency
from models.base import db
from models.indicator import IndicatorVersion
from models.target import Target
from models.vocabulary import ScopeLevel, TargetState
from wub.clock import today
from wub.targets.queries import visible_to
from wub.targets.values import COUNTS

YEARS = 5
CITY_ROW = 0  # in place of the id of an office


@dataclass(frozen=True)
class Step:
    """What holds for one year, and what is proposed to hold."""

    year: int
    approved: Target | None = None
    proposed: Target | None = None

    @property
    def value(self) -> Decimal | None:
        """What will hold if all proposals are approved."""
        said = self.proposed or self.approved
        return said.value if said else None


@dataclass(frozen=True)
class Row:
    agency_id: int  # CITY_ROW for the whole city
    name: str
    steps: list[Step]
    whole: Step  # of all years together


@dataclass(frozen=True)
class Sum:
    """The quotas of the offices against the promise of the city."""

    year: int
    offices: Decimal
    city: Decimal | None
    silent: int  # offices without a quota

    @property
    def gap(self) -> Decimal | None:
        return None if self.city is None else self.offices - self.city


@dataclass(frozen=True)
class Path:
    years: list[int]
    city: Row
    offices: list[Row]
    sums: list[Sum]  # only of what can be added up: numbers of people, not shares


def path(measure: IndicatorVersion, first: int, account: Account) -> Path:
    years = list(range(first, first + YEARS))
    steps = _steps(measure.indicator_id, years, account)
    rows = [
        Row(
            number,
            name,
            [steps.get((number, year), Step(year)) for year in years],
            steps.get((number, None), Step(first)),
        )
        for number, name in [(CITY_ROW, ""), *_offices(steps)]
    ]
    adds_up = measure.target_type in COUNTS
    return Path(years, rows[0], rows[1:], _sums(rows[0], rows[1:]) if adds_up else [])


def first_year(indicator_id: int) -> int:
    """Of the newest plan of several years; without one, the year that is running."""
    starts = (
        sa.select(sa.func.max(Target.period_starts_on))
        .join(IndicatorVersion, IndicatorVersion.id == Target.indicator_version_id)
        .where(
            IndicatorVersion.indicator_id == indicator_id,
            Target.level == ScopeLevel.CITY,
            Target.state == TargetState.APPROVED,
            sa.extract("year", Target.period_ends_on) > sa.extract("year", Target.period_starts_on),
        )
    )
    begun: date | None = db.session.scalar(starts)
    return begun.year if begun else today().year


def newest_version(indicator_id: int) -> IndicatorVersion | None:
    query = sa.select(IndicatorVersion).where(IndicatorVersion.indicator_id == indicator_id)
    return db.session.scalar(query.order_by(IndicatorVersion.number.desc()).limit(1))


def _steps(indicator_id: int, years: Sequence[int], account: Account) -> dict[tuple[int, int | None], Step]:
    query = (
        sa.select(Target)
        .join(IndicatorVersion, IndicatorVersion.id == Target.indicator_version_id)
        .where(
            IndicatorVersion.indicator_id == indicator_id,
            Target.level != ScopeLevel.AREA,
            Target.state.in_((TargetState.APPROVED, TargetState.PROPOSED)),
            visible_to(account),
        )
        .order_by(Target.id)  # of two the newer one is shown
    )
    found: dict[tuple[int, int | None], dict[TargetState, Target]] = {}
    for target in db.session.scalars(query):
        place = _place(target, years)
        if place is not None:
            found.setdefault(place, {})[target.state] = target
    return {
        place: Step(place[1] or years[0], said.get(TargetState.APPROVED), said.get(TargetState.PROPOSED))
        for place, said in found.items()
    }


def _place(target: Target, years: Sequence[int]) -> tuple[int, int | None] | None:
    """Its row and column: its intake, the one year it lasts, or all years it reaches over."""
    starts, ends = target.period_starts_on.year, target.period_ends_on.year
    year = target.cohort_year or (starts if starts == ends else None)
    if year is None:
        return (target.agency_id or CITY_ROW, None) if starts <= years[-1] and ends >= years[0] else None
    return (target.agency_id or CITY_ROW, year) if year in years else None


def _offices(steps: dict[tuple[int, int | None], Step]) -> list[tuple[int, str]]:
    """Active ones, and those that once promised something in these years."""
    named = {number for number, _year in steps if number != CITY_ROW}
    query = (
        sa.select(Agency.id, Agency.short_name)
        .where(sa.or_(Agency.active, Agency.id.in_(named)))
        .order_by(Agency.position, Agency.code)
    )
    return [(number, name) for number, name in db.session.execute(query)]


def _sums(city: Row, offices: Sequence[Row]) -> list[Sum]:
    columns = zip(city.steps, *(row.steps for row in offices), strict=True)
    return [
        Sum(
            year=whole.year,
            offices=sum((step.value for step in steps if step.value is not None), Decimal(0)),
            city=whole.value,
            silent=sum(step.value is None for step in steps),
        )
        for whole, *steps in columns
    ]
