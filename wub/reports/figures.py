"""All numbers, in one place: page, workbook and JSON read nothing else.

Rates are computed from counts each time; nothing here is a mean of percentages.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from imports.collecting import no_collection
from wub.measurement.indicators import (
    Headcount,
    headcount,
    on_several_lists,
    twelve_months,
)
from wub.measurement.rates import Counts, Rate, Tally
from wub.measurement.success import Reason, Rule
from wub.measurement.verdict import Ground, Judgement, Verdict, judge_count, judge_rate
from wub.reports.definitions import Definition, definitions
from wub.reports.facts import enrolments
from wub.reports.goals import Goal, Goals, goals
from wub.reports.kept.reading import Measured, kept_for
from wub.reports.offices import Office, offices
from wub.reports.scopes import CITY, Scope, divided, in_order


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One indicator of one scope on one day. Shares are fractions; None where none may be given."""

    indicator: str
    version: int
    scope: Scope
    as_of: date
    goal: Goal | None
    n: int
    unknown: int
    worst: float | None
    best: float | None
    low: float | None
    high: float | None
    coverage: float | None
    judgement: Judgement

    @property
    def target(self) -> float | None:
        return None if self.goal is None else float(self.goal.value)

    @property
    def verdict(self) -> Verdict:
        return self.judgement.verdict

    @property
    def ground(self) -> Ground:
        return self.judgement.ground

    def counted(self) -> dict[str, int]:
        """What n is made of besides the unknown, by the names that the JSON gives it."""
        raise NotImplementedError

    def as_json(self) -> dict[str, Any]:
        return {
            "indicator": self.indicator,
            "version": self.version,
            "scope": {"level": self.scope.level.value, "code": self.scope.code},
            "as_of": self.as_of.isoformat(),
            "target": self.target,
            "n": self.n,
            **self.counted(),
            "unknown": self.unknown,
            "worst": self.worst,
            "best": self.best,
            "low": self.low,
            "high": self.high,
            "coverage": self.coverage,
            "verdict": self.verdict.value,
        }


@dataclass(frozen=True, kw_only=True)
class CountFigure(Figure):
    """I1: n is the rows of the lists, unknown the provisional ones; shares are of the target."""

    heads: Headcount

    @property
    def target(self) -> int | None:
        return None if self.goal is None else int(self.goal.value)

    def counted(self) -> dict[str, int]:
        return {
            "listed": self.heads.listed,
            "unique": self.heads.unique,
            "provisional": self.heads.provisional,
            "double_counted": self.heads.double_counted,
            "on_other_lists": self.heads.shared,
        }


@dataclass(frozen=True, kw_only=True)
class RateFigure(Figure):
    """I2: n is the people whose month 12 has passed."""

    tally: Tally
    rate: Rate

    @property
    def success(self) -> int:
        return self.rate.counts.success

    @property
    def failure(self) -> int:
        return self.rate.counts.failure

    @property
    def closed(self) -> int:
        """Failures because the enterprise is closed, for good or for now."""
        return self.tally.because(Reason.CLOSED, Reason.PAUSED)

    @property
    def without_departures(self) -> Counts:
        return self.tally.without_departures

    def counted(self) -> dict[str, int]:
        return {"success": self.success, "failure": self.failure}


@dataclass(frozen=True)
class Line:
    """The number and the result of one scope, side by side."""

    scope: Scope
    count: CountFigure
    success: RateFigure


def figures(as_of: date, known_by: datetime | None = None) -> list[Figure]:
    """Every figure of every scope that has participants, a target or an active office."""
    return [figure for line in lines(as_of, known_by) for figure in (line.count, line.success)]


def lines(as_of: date, known_by: datetime | None = None) -> list[Line]:
    """The same as pairs, city first."""
    defined = definitions(as_of)
    found = measured(as_of, defined["I2"].rule, known_by)
    return lines_of(found, defined, offices(), as_of, known_by)


def measured(as_of: date, rule: Rule, known_by: datetime | None = None) -> Mapping[Scope, Measured]:
    """From the kept counts where they tell of that day, else from the rows of the register."""
    kept = kept_for(as_of, rule) if known_by is None else None
    return counted_anew(as_of, rule, known_by) if kept is None else kept


def lines_of(
    found: Mapping[Scope, Measured],
    defined: Mapping[str, Definition],
    taking_part: Sequence[Office],
    as_of: date,
    known_by: datetime | None = None,
) -> list[Line]:
    """Of what has been counted already."""
    set_goals = goals(as_of, known_by)
    active = [office.code for office in taking_part]
    nobody = Measured()
    wanted = {CITY, *found, *set_goals.scopes(), *(Scope(code) for code in active)}
    return [
        Line(
            scope,
            _count(scope, found.get(scope, nobody).heads, defined["I1"], set_goals, as_of),
            _success(scope, found.get(scope, nobody).tally, defined["I2"], set_goals, as_of),
        )
        for scope in in_order(wanted, active)
    ]


def counted_anew(as_of: date, rule: Rule, known_by: datetime | None = None) -> Mapping[Scope, Measured]:
    """From the rows of the register: any day, and what was known by any instant."""
    with no_collection():
        everybody = enrolments(as_of, rule, known_by)
        several = on_several_lists(everybody)
        return {
            scope: Measured(headcount(group, several), twelve_months(group))
            for scope, group in divided(everybody).items()
        }


def _count(scope: Scope, heads: Headcount, defined: Definition, set_goals: Goals, as_of: date) -> CountFigure:
    goal = set_goals.count(defined.code, scope)
    wanted = float(goal.value) if goal and goal.value else None
    worst = heads.unique / wanted if wanted else None
    best = heads.possible / wanted if wanted else None
    return CountFigure(
        indicator=defined.code,
        version=defined.version,
        scope=scope,
        as_of=as_of,
        goal=goal,
        n=heads.listed,
        unknown=heads.provisional,
        worst=worst,
        best=best,
        low=worst,  # everybody is counted: chance plays no part
        high=best,
        coverage=1 - heads.provisional / heads.listed if heads.listed else None,
        judgement=judge_count(heads.unique, heads.possible, goal.value if goal else None),
        heads=heads,
    )


def _success(scope: Scope, tally: Tally, defined: Definition, set_goals: Goals, as_of: date) -> RateFigure:
    rate = Rate(tally.counts)
    goal = set_goals.share(defined.code, scope)
    return RateFigure(
        indicator=defined.code,
        version=defined.version,
        scope=scope,
        as_of=as_of,
        goal=goal,
        n=rate.counts.n,
        unknown=rate.counts.unknown,
        worst=rate.worst,
        best=rate.best,
        low=rate.low,
        high=rate.high,
        coverage=rate.coverage,
        judgement=judge_rate(rate.counts, goal.value if goal else None),
        tally=tally,
        rate=rate,
    )
