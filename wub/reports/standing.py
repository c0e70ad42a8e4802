"""One day as it stands: every figure and every board, the source of dashboards, workbook and snapshots."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from wub.reports.boards import BOARDS
from wub.reports.forms import Question
from wub.reports.ground import Ground, ground
from wub.reports.report import Report


@dataclass(frozen=True)
class Standing:
    report: Report
    figures: tuple[Any, ...]
    boards: Mapping[str, Any]  # by the names of BOARDS

    @property
    def as_of(self) -> date:
        return self.report.as_of


def standing(as_of: date, known_by: datetime | None = None) -> Standing:
    return standing_on(ground(as_of, known_by))


def standing_on(base: Ground) -> Standing:
    report = Report(base.as_of, base.lines, base.offices, dict(base.definitions))
    return Standing(report, tuple(base.figures), {name: make(base) for name, make in BOARDS.items()})


def standing_for(asked: Question) -> Standing:
    """What every dashboard shows for a question."""
    return standing(asked.as_of)
