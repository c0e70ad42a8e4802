"""Gathers the ground of a day in one pass over the register."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime

from wub.measurement.indicators import Headcount
from wub.reports.counting import counted
from wub.reports.definitions import definitions
from wub.reports.dossiers import rules_of
from wub.reports.everybody import everybody
from wub.reports.figures import Figure, lines_of
from wub.reports.ground import Ground
from wub.reports.histories import gaps, helped, places, shown, spent, visited
from wub.reports.histories.asking import Moment
from wub.reports.kept.reading import Measured
from wub.reports.measures.measure import Group
from wub.reports.measures.seen import Case, Day
from wub.reports.measures.sums import Sums
from wub.reports.measures.verdicts import LISTED, PROVISIONAL, SHARED, UNIQUE
from wub.reports.offices import offices
from wub.reports.scopes import Scope

Watching = Callable[[list[Case]], None]


def ground(as_of: date, known_by: datetime | None = None, watching: Watching | None = None) -> Ground:
    """`watching` is shown each person on the way, with all enrolments."""
    moment, defined, taking_part = Moment(as_of, known_by), definitions(as_of), offices()
    day = Day(as_of, rules_of(defined))
    people = everybody(moment, day.rules)
    sums = counted(people if watching is None else _watched(people, watching), day)
    found = {scope: _measured(one) for scope, one in sums.items()}
    sides = lines_of(found, defined, taking_part, as_of, known_by)
    return Ground(
        as_of,
        known_by,
        sides,
        _groups([line.scope for line in sides], sums, moment, day),
        taking_part,
        defined,
        gaps.missing(moment),
        gaps.waiting(moment),
        spent.planned(moment),
        visited.work(moment),
        places.districts(),
    )


def all_figures(as_of: date, known_by: datetime | None = None) -> list[Figure]:
    """Of every scope, I1 and I2 first."""
    return ground(as_of, known_by).figures


def _watched(people: Iterator[list[Case]], watching: Watching) -> Iterator[list[Case]]:
    for cases in people:
        watching(cases)
        yield cases


def _measured(sums: Sums) -> Measured:
    heads = Headcount(*(sums["heads"][name] for name in (LISTED, UNIQUE, PROVISIONAL, SHARED)))
    return Measured(heads, sums.tally("I2"))


def _groups(scopes: list[Scope], sums: Mapping[Scope, Sums], moment: Moment, day: Day) -> dict[Scope, Group]:
    beside = shown.exhibited(moment).events, helped.agreements(moment), spent.spent(moment)
    return {scope: Group(scope, sums.get(scope, Sums()), day.rules, day.as_of, *beside) for scope in scopes}
