"""Everything one day's figures and boards are made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from wub.reports.all_figures import figures_of
from wub.reports.definitions import Definition
from wub.reports.dossiers import rules_of
from wub.reports.figures import Figure, Line
from wub.reports.histories import gaps, places, spent, visited
from wub.reports.measures.measure import Group
from wub.reports.offices import Office
from wub.reports.published import Published, published
from wub.reports.scopes import Scope


@dataclass(frozen=True)
class Ground:
    as_of: date
    known_by: datetime | None
    lines: list[Line]  # I1 and I2 of every scope, city first
    groups: Mapping[Scope, Group]  # the people of every scope, added up
    offices: list[Office]
    definitions: Mapping[str, Definition]
    missing: tuple[gaps.Missing, ...]
    waiting: gaps.Waiting
    planned: tuple[spent.Planned, ...]
    work: visited.Work
    districts: tuple[places.District, ...]

    @property
    def rules(self) -> Mapping[str, Any]:
        return rules_of(self.definitions)

    @cached_property
    def figures(self) -> list[Figure]:
        return figures_of(self.lines, self.groups.values(), self.known_by)

    @cached_property
    def published(self) -> list[Published]:
        """What was said of the programme until that day."""
        return published(self.as_of, self.known_by)
