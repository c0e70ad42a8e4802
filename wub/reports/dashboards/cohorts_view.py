"""Kohort in words and lines: how many businesses still run, by intake."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from models.vocabulary import ROUNDS
from wub.pages.filters import angka, persen
from wub.reports import meanings, sentences, told
from wub.reports.all_figures import MeasuredFigure
from wub.reports.drawing.lines import Line, LineChart, line_chart
from wub.reports.figures import Figure
from wub.reports.scopes import Scope
from wub.reports.standing import Standing
from wub.reports.words import _

MONTHS = tuple(month for month in ROUNDS if month)
SHADES = 5


class Cell(NamedTuple):
    """One intake at one round. `shade`: 1 to 5, darker the more still run; 0 where there is no share."""

    value: str
    bounds: str
    people: str
    shade: int


class Row(NamedTuple):
    name: str
    scope: Scope
    cells: tuple[Cell, ...]


class Told(NamedTuple):
    """An indicator of one intake in a sentence."""

    name: str
    value: str
    sentence: str


@dataclass(frozen=True)
class Cohorts:
    chart: LineChart | None
    rows: tuple[Row, ...]
    sales: tuple[Told, ...]
    graduation: tuple[Told, ...]
    sentence: str


def cohorts(standing: Standing, scope: Scope) -> Cohorts:
    """The intakes of the city or of one office; one intake alone is drawn with its interval."""
    years = [scope.year] if scope.year is not None else standing.report.years
    scopes = [Scope(scope.agency, year) for year in years]
    found = [(one, figure) for one in scopes if (figure := standing.measured("I3", one)) is not None]
    names = standing.report.office_names
    overall = standing.measured("I3", scope)
    return Cohorts(
        chart=_chart(found, standing.measured("I3", scope) if len(found) == 1 else None),
        rows=tuple(Row(sentences.scope_name(one, names), one, _cells(figure)) for one, figure in found),
        sales=_told(standing, "I4", scopes),
        graduation=_told(standing, "I7", scopes),
        sentence="" if overall is None else meanings.meaning(overall),
    )


def _chart(found: Sequence[tuple[Scope, MeasuredFigure]], alone: MeasuredFigure | None) -> LineChart | None:
    lines = [
        Line(
            str(scope.year),
            [(month, point[0]) for month, point in enumerate(figure.details["monthly"])],
            _band(figure) if alone is not None else (),
        )
        for scope, figure in found
        if figure.details["monthly"]
    ]
    if not lines:
        return None
    last = max(len(line.points) for line in lines) - 1
    ends = [month for month in (0, 3, 6, 12, 18, 24, 36, 48, 60) if month <= max(last, 12)]
    across = [(float(month), str(month)) for month in ends]
    if last > ends[-1]:
        across.append((float(last), ""))
    return line_chart(lines, across, [(share / 4, persen(share / 4)) for share in range(5)])


def _band(figure: MeasuredFigure) -> list[tuple[float, float, float]]:
    drawn: Sequence[Sequence[float | None]] = figure.details["monthly"]
    return [
        (float(month), low, high)
        for month, (_share, low, high) in enumerate(drawn)
        if low is not None and high is not None
    ]


def _cells(figure: MeasuredFigure) -> tuple[Cell, ...]:
    points: dict[int, Mapping[str, Any]] = {one["month"]: one for one in figure.details["curve"]}
    return tuple(_cell(points.get(month)) for month in MONTHS)


def _cell(point: Mapping[str, Any] | None) -> Cell:
    if point is None or not point["n"]:
        return Cell(_("belum waktunya"), "", "", 0)
    people = _(
        "%(n)s orang, %(unknown)s belum diketahui", n=angka(point["n"]), unknown=angka(point["unknown"])
    )
    if point["worst"] is None:
        return Cell(_("data sedikit"), "", people, 0)
    bounds = _("%(worst)s–%(best)s", worst=persen(point["worst"]), best=persen(point["best"]))
    if point["estimate"] is None:
        return Cell(_("kurva berhenti"), bounds, people, 0)
    shade = min(SHADES, 1 + int(point["estimate"] * SHADES))
    return Cell(persen(point["estimate"]), bounds, people, shade)


def _told(standing: Standing, code: str, scopes: Sequence[Scope]) -> tuple[Told, ...]:
    names = standing.report.office_names
    found: list[tuple[Scope, Figure]] = [
        (scope, figure) for scope in scopes if (figure := standing.figure(code, scope)) is not None
    ]
    return tuple(
        Told(sentences.scope_name(scope, names), told.value(figure), meanings.meaning(figure))
        for scope, figure in found
    )
