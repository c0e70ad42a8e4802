"""The approved target of each indicator and scope on a day."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime
from decimal import Decimal
from typing import Any, NamedTuple

import sqlalchemy as sa

from models import Agency, Indicator, IndicatorVersion, Target, db
from models.vocabulary import ScopeLevel, TargetSource, TargetState, TargetType
from wub.clock import day_of
from wub.reports.scopes import CITY, Scope

OLDER = sa.orm.aliased(Target)


class Goal(NamedTuple):
    value: Decimal
    starts_on: date
    ends_on: date
    type: TargetType
    source: TargetSource
    document: str | None
    scope: Scope  # whose target it is: a share promised for the city also judges its offices


class Goals:
    def __init__(self, found: dict[tuple[str, Scope], list[Goal]], as_of: date) -> None:
        self._goals = {key: min(goals, key=lambda goal: _rank(goal, as_of)) for key, goals in found.items()}

    def count(self, indicator: str, scope: Scope) -> Goal | None:
        """A number of people is promised for one scope only."""
        return self._goals.get((indicator, scope))

    def share(self, indicator: str, scope: Scope) -> Goal | None:
        """A share without a target of its own is judged by that of its office, its intake, then the city."""
        wider = (scope, Scope(scope.agency), Scope(year=scope.year), CITY)
        return next(
            (self._goals[indicator, near] for near in wider if (indicator, near) in self._goals), None
        )

    def scopes(self) -> set[Scope]:
        return {scope for _indicator, scope in self._goals}


def goals(as_of: date, known_by: datetime | None = None) -> Goals:
    """Only what is approved is a promise; targets of areas have no figure yet."""
    rows = db.session.execute(
        sa.select(
            Indicator.code,
            Agency.code.label("agency"),
            Target.cohort_year,
            Target.value,
            Target.period_starts_on,
            Target.period_ends_on,
            Target.type,
            Target.source,
            Target.source_document,
        )
        .select_from(Target)
        .join(IndicatorVersion, IndicatorVersion.id == Target.indicator_version_id)
        .join(Indicator, Indicator.id == IndicatorVersion.indicator_id)
        .join(Agency, Agency.id == Target.agency_id, isouter=True)
        .where(Target.level != ScopeLevel.AREA, *_in_force(as_of, known_by))
        .order_by(Target.id.desc())
    )
    found: dict[tuple[str, Scope], list[Goal]] = defaultdict(list)
    for row in rows:
        scope = _scope(row)
        found[row.code, scope].append(Goal(*row[3:], scope))
    return Goals(found, as_of)


def _scope(row: Any) -> Scope:
    """A count promised for one year is a promise about that year's intake, not about everybody so far."""
    of_the_year = row.type is TargetType.YEARLY and row.cohort_year is None
    return Scope(row.agency, row.period_starts_on.year if of_the_year else row.cohort_year)


def _in_force(as_of: date, known_by: datetime | None) -> list[sa.ColumnElement[bool]]:
    """What judges that day: a target that was replaced later still does, and its successor does not yet."""
    day = as_of if known_by is None else min(as_of, day_of(known_by))
    not_yet = sa.exists().where(OLDER.replaced_by_id == Target.id, OLDER.replaced_on > day)
    stood = sa.or_(
        Target.state == TargetState.APPROVED,
        sa.and_(Target.state == TargetState.REPLACED, Target.replaced_on > day),
    )
    if known_by is None:
        return [stood, ~not_yet]
    approved = sa.or_(Target.approved_on.is_(None), Target.approved_on <= day_of(known_by))
    return [stood, ~not_yet, Target.created_at <= known_by, approved]


def _rank(goal: Goal, as_of: date) -> tuple[int, int, bool]:
    """A minimum judges only where nothing better was promised for the same time."""
    return *_distance(goal, as_of), goal.type is TargetType.FLOOR


def _distance(goal: Goal, as_of: date) -> tuple[int, int]:
    """The period that holds the day; else the one that ended last; else the one that begins next."""
    if goal.ends_on < as_of:
        return 1, (as_of - goal.ends_on).days
    if goal.starts_on > as_of:
        return 2, (goal.starts_on - as_of).days
    return 0, 0
