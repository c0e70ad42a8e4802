"""The figures of one day with the names and definitions that go with them, as page and workbook need them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from wub.reports.definitions import Definition, definitions
from wub.reports.figures import Line, lines_of, measured
from wub.reports.offices import Office, offices
from wub.reports.scopes import CITY, Scope


@dataclass(frozen=True)
class Report:
    as_of: date
    lines: list[Line]
    offices: list[Office]
    definitions: dict[str, Definition]

    @cached_property
    def by_scope(self) -> dict[Scope, Line]:
        return {line.scope: line for line in self.lines}

    @cached_property
    def office_names(self) -> dict[str, str]:
        return {office.code: office.short_name for office in self.offices}

    @property
    def city(self) -> Line:
        return self.by_scope[CITY]

    @property
    def years(self) -> list[int]:
        """Intake years that have participants or a target."""
        return sorted({line.scope.year for line in self.lines if line.scope.year is not None})

    def offices_of(self, year: int | None = None) -> list[Line]:
        """The offices side by side: of all intakes, or of one."""
        return [line for line in self.lines if line.scope.agency and line.scope.year == year]

    def intakes_of(self, agency: str | None = None) -> list[Line]:
        """The intakes one after another: of the whole city, or of one office."""
        return [line for line in self.lines if line.scope.year and line.scope.agency == agency]


def report(as_of: date, known_by: datetime | None = None) -> Report:
    defined, taking_part = definitions(as_of), offices()
    found = measured(as_of, defined["I2"].rule, known_by)
    return Report(as_of, lines_of(found, defined, taking_part, as_of, known_by), taking_part, defined)
