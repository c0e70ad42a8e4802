"""The levels a figure is given for: the city, each office, each intake and each office's intake."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from models.vocabulary import ScopeLevel
from wub.measurement.indicators import Enrolment

CITY_CODE = "BJM"


class Scope(NamedTuple):
    """Everybody, narrowed to an office, to an intake year, or to both."""

    agency: str | None = None
    year: int | None = None

    @property
    def level(self) -> ScopeLevel:
        if self.year is not None:
            return ScopeLevel.COHORT
        return ScopeLevel.CITY if self.agency is None else ScopeLevel.AGENCY

    @property
    def code(self) -> str:
        """BJM, DKP3, 2018 or 2018-DKP3."""
        parts = [str(part) for part in (self.year, self.agency) if part is not None]
        return "-".join(parts) or CITY_CODE

    def holds(self, enrolment: Enrolment) -> bool:
        return self.agency in (None, enrolment.agency) and self.year in (None, enrolment.year)


CITY = Scope()


def divided(enrolments: Iterable[Enrolment]) -> dict[Scope, list[Enrolment]]:
    """Each enrolment into the four scopes it belongs to, in one pass."""
    intakes: dict[tuple[str, int], list[Enrolment]] = defaultdict(list)
    for enrolment in enrolments:
        intakes[enrolment.agency, enrolment.year].append(enrolment)
    groups: dict[Scope, list[Enrolment]] = defaultdict(list)
    for (agency, year), rows in intakes.items():
        for scope in (CITY, Scope(agency), Scope(year=year), Scope(agency, year)):
            groups[scope] += rows
    return groups


def in_order(scopes: Iterable[Scope], agencies: Iterable[str]) -> list[Scope]:
    """City, offices as the city orders them, intake years, then each year's offices."""
    position = {code: place for place, code in enumerate(agencies, start=1)}

    def key(scope: Scope) -> tuple[bool, bool, int, int, str]:
        cohort = scope.year is not None
        both = cohort and scope.agency is not None
        return cohort, both, scope.year or 0, position.get(scope.agency or "", 0), scope.agency or ""

    return sorted(scopes, key=key)
