"""Everything one day's figures and boards are made from, asked once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from wub.reports.all_figures import figures_of, groups_of
from wub.reports.definitions import Definition, definitions
from wub.reports.figures import Figure, Line, lines
from wub.reports.histories import gaps, places, spent, visited
from wub.reports.histories.asking import Moment
from wub.reports.measures.measure import Group
from wub.reports.offices import Office, offices
from wub.reports.published import Published, published
from wub.reports.scopes import Scope


@dataclass(frozen=True)
class Ground:
    as_of: date
    known_by: datetime | None
    lines: list[Line]  # I1 and I2 of every scope, city first
    groups: Mapping[Scope, Group]  # the people of every scope with their dossiers
    offices: list[Office]
    definitions: Mapping[str, Definition]
    missing: tuple[gaps.Missing, ...]
    waiting: gaps.Waiting
    planned: tuple[spent.Planned, ...]
    work: visited.Work
    districts: tuple[places.District, ...]

    @cached_property
    def figures(self) -> list[Figure]:
        return figures_of(self.lines, list(self.groups.values()), self.known_by)

    @cached_property
    def published(self) -> list[Published]:
        """What was said of the programme until that day."""
        return published(self.as_of, self.known_by)


def ground(as_of: date, known_by: datetime | None = None) -> Ground:
    sides, moment = lines(as_of, known_by), Moment(as_of, known_by)
    groups = {group.scope: group for group in groups_of([line.scope for line in sides], as_of, known_by)}
    return Ground(
        as_of,
        known_by,
        sides,
        groups,
        offices(),
        definitions(as_of),
        gaps.missing(moment),
        gaps.waiting(moment),
        spent.planned(moment),
        visited.work(moment),
        places.districts(),
    )
