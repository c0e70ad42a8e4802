"""One day as it stands: every figure and every board, the source of dashboards, workbook and snapshots."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cached_property
from typing import Any, NamedTuple

from wub.reports.all_figures import MeasuredFigure
from wub.reports.boards import BOARDS
from wub.reports.figures import Figure
from wub.reports.gathering import ground
from wub.reports.ground import Ground
from wub.reports.report import Report
from wub.reports.scopes import CITY, Scope


class Frozen(NamedTuple):
    """Which snapshot a standing was restored from."""

    id: int
    name: str
    known_until: datetime
    rows_hash: str
    created_at: datetime


@dataclass(frozen=True)
class Standing:
    report: Report
    figures: Collection[Any]
    boards: Mapping[str, Any]  # by the names of BOARDS
    frozen: Frozen | None = None  # None: today's, or a past day's as it is known now

    @property
    def as_of(self) -> date:
        return self.report.as_of

    @property
    def kept_at(self) -> datetime | None:
        """When it was computed, where that may be a while ago."""
        return None

    @property
    def made_at(self) -> datetime:
        """The time that a file made from it bears: the same for ever where it is frozen."""
        return self.frozen.created_at if self.frozen else datetime.combine(self.as_of, time())

    @cached_property
    def _figures(self) -> dict[tuple[str, Scope], Figure]:
        return {(one.indicator, one.scope): one for one in self.figures}

    def figure(self, code: str, scope: Scope = CITY) -> Figure | None:
        return self._figures.get((code, scope))

    def measured(self, code: str, scope: Scope = CITY) -> MeasuredFigure | None:
        """One of I3 to I14, with its details."""
        found = self.figure(code, scope)
        return found if isinstance(found, MeasuredFigure) else None


def standing(as_of: date, known_by: datetime | None = None) -> Standing:
    return standing_on(ground(as_of, known_by))


def standing_on(base: Ground) -> Standing:
    report = Report(base.as_of, base.lines, base.offices, dict(base.definitions))
    return Standing(report, tuple(base.figures), {name: make(base) for name, make in BOARDS.items()})
