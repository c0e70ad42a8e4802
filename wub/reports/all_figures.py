"""Every figure of every scope: I1 and I2 as the page shows them, and I3 to I14 from the dossiers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from models.vocabulary import TargetType
from wub.measurement.rates import Counts
from wub.measurement.verdict import Judgement, judge_range, judge_rate
from wub.reports.definitions import Definition, definitions
from wub.reports.figures import Figure, Line
from wub.reports.goals import Goal, Goals, goals
from wub.reports.measures import amounts, lives, programme, progress
from wub.reports.measures.measure import Group, Measure, Measuring

MEASURES: dict[str, Measuring] = {
    "I3": lives.survival,
    "I4": amounts.sales,
    "I5": amounts.places,
    "I6": progress.formalisation,
    "I7": progress.graduation_of,
    "I8": progress.independence,
    "I9": progress.mentoring,
    "I10": programme.data,
    "I11": programme.exhibitions,
    "I12": programme.patrons,
    "I13": amounts.cost_of_success,
    "I14": programme.consultants,
}
BY_OFFICE_ONLY = frozenset({"I12"})  # an agreement belongs to no intake
AT_MOST = frozenset({"I13"})  # a cost reaches its target from above
OF_ITS_SCOPE_ALONE = frozenset({TargetType.CUMULATIVE, TargetType.YEARLY})


@dataclass(frozen=True, kw_only=True)
class MeasuredFigure(Figure):
    counts: Counts | None
    details: Mapping[str, Any]

    def counted(self) -> dict[str, int]:
        if self.counts is None:
            return {}
        return {"success": self.counts.success, "failure": self.counts.failure}

    def as_json(self) -> dict[str, Any]:
        return super().as_json() | {"details": dict(self.details)}


def figures_of(sides: list[Line], groups: Iterable[Group], known_by: datetime | None = None) -> list[Figure]:
    """I1 and I2 of every scope first, then the others scope by scope."""
    first: list[Figure] = [figure for line in sides for figure in (line.count, line.success)]
    as_of = sides[0].count.as_of
    defined, set_goals = definitions(as_of), goals(as_of, known_by)
    return first + [
        _figure(group, measured(group), defined[code], set_goals)
        for group in groups
        for code, measured in MEASURES.items()
        if not (code in BY_OFFICE_ONLY and group.scope.year is not None)
    ]


def _figure(group: Group, found: Measure, defined: Definition, set_goals: Goals) -> MeasuredFigure:
    own = defined.target_type in OF_ITS_SCOPE_ALONE
    goal = (set_goals.count if own else set_goals.share)(defined.code, group.scope)
    return MeasuredFigure(
        indicator=defined.code,
        version=defined.version,
        scope=group.scope,
        as_of=group.as_of,
        goal=goal,
        n=found.n,
        unknown=found.unknown,
        worst=found.worst,
        best=found.best,
        low=found.low,
        high=found.high,
        coverage=found.coverage,
        judgement=_judged(found, goal, at_most=defined.code in AT_MOST),
        counts=found.counts,
        details=found.details,
    )


def _judged(found: Measure, goal: Goal | None, *, at_most: bool) -> Judgement:
    target = goal.value if goal else None
    if found.counts is not None:
        return judge_rate(found.counts, target)
    floor = goal is not None and goal.type is TargetType.FLOOR  # "at least", even of a cost
    return judge_range(found.n, found.worst, found.best, target, at_most=at_most and not floor)
