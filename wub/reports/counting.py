"""Everybody counted into the scopes they belong to, in one pass.

Most people stand in one intake only. They are counted there once, and the offices, the years and the city are
made of the intakes. Who stands in several counts once in each of their scopes, whatever these overlap in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from wub.reports.adding import ADDING
from wub.reports.measures.seen import Case, Day, Seen
from wub.reports.measures.sums import Sums, together
from wub.reports.scopes import CITY, Scope


def counted(people: Iterable[list[Case]], day: Day) -> Mapping[Scope, Sums]:
    """`people`: all enrolments of one person, the first one first."""
    alone: dict[Scope, Sums] = {}
    several: dict[Scope, Sums] = {}
    for cases in people:
        intakes = {intake_of(case) for case in cases}
        if len(intakes) == 1:
            (intake,) = intakes
            _add(Seen(cases, shared=False, day=day), alone.setdefault(intake, Sums()))
            continue
        shared = len({intake.agency for intake in intakes}) > 1
        for scope in {scope for intake in intakes for scope in around(intake)}:
            inside = [case for case in cases if scope.holds(case.dossier.enrolment)]
            _add(Seen(inside, shared, day), several.setdefault(scope, Sums()))
    parts: dict[Scope, list[Sums]] = {scope: [sums] for scope, sums in several.items()}
    for intake, sums in alone.items():
        for scope in around(intake):
            parts.setdefault(scope, []).append(sums)
    return {scope: together(sums) for scope, sums in parts.items()}


def around(intake: Scope) -> tuple[Scope, Scope, Scope, Scope]:
    return CITY, Scope(intake.agency), Scope(year=intake.year), intake


def intake_of(case: Case) -> Scope:
    return Scope(case.dossier.enrolment.agency, case.dossier.enrolment.year)


def _add(seen: Seen, sums: Sums) -> None:
    for add in ADDING:
        add(seen, sums)
