"""Each consultant's result inside the limits of chance; by caseload, never by rank (I14)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import sqlalchemy as sa

from models import Account, db
from models.vocabulary import Code
from wub.measurement.funnel import Zone
from wub.pages.filters import persen
from wub.reports.dashboards.funnel_view import funnel_of
from wub.reports.drawing.funnels import FunnelPlot
from wub.reports.standing import Standing
from wub.reports.words import _


class Span(NamedTuple):
    x: str
    width: str


class Point(NamedTuple):
    """One consultant: the share, and where chance alone would leave it."""

    place: int  # its number in the plot: by caseload, never by result
    name: str
    n: int
    share: str
    adjusted: str
    at: str
    look: Span
    review: Span
    zone: Code


@dataclass(frozen=True)
class Consultants:
    """`usable`: chance explains the spread well enough for the limits to mean something."""

    results: tuple[Point, ...]
    known: tuple[Point, ...]  # the funnel of coverage: nobody gains by losing the failures
    usable: bool
    results_plot: FunnelPlot | None  # None where nobody has cases enough
    known_plot: FunnelPlot | None


def consultants_of(standing: Standing, *, named: bool) -> Consultants | None:
    """None where nobody has enough cases. Without `named` they carry numbers."""
    figure = standing.measured("I14")
    results: Mapping[str, Any] = figure.details.get("results", {}) if figure else {}
    known: Mapping[str, Any] = figure.details.get("known", {}) if figure else {}
    found = results.get("consultants", [])
    if not found:
        return None
    names = _names(named, sorted(one["consultant"] for one in found))
    loads, coverage = _by_caseload(found, names), _by_caseload(known.get("consultants", []), names)
    return Consultants(
        results=_points(loads, names),
        known=_points(coverage, names),
        usable=bool(results["usable"]),
        results_plot=funnel_of(loads, names),
        known_plot=funnel_of(coverage, names),
    )


def _names(named: bool, numbers: list[int]) -> dict[int, str]:
    plain = {number: _("Konsultan %(n)s", n=place) for place, number in enumerate(numbers, start=1)}
    if not named:
        return plain
    rows = db.session.execute(sa.select(Account.id, Account.name).where(Account.id.in_(numbers)))
    return plain | {row.id: row.name for row in rows}


def _by_caseload(found: list[Mapping[str, Any]], names: Mapping[int, str]) -> list[Mapping[str, Any]]:
    return sorted(found, key=lambda one: (-one["n"], names.get(one["consultant"], "")))


def _points(found: list[Mapping[str, Any]], names: Mapping[int, str]) -> tuple[Point, ...]:
    return tuple(
        _point(place, one, names.get(one["consultant"], "–")) for place, one in enumerate(found, start=1)
    )


def _point(place: int, one: Mapping[str, Any], name: str) -> Point:
    n = one["n"]
    return Point(
        place=place,
        name=name,
        n=n,
        share=persen(one["observed"] / n),
        adjusted=persen(one["adjusted"], 1),
        at=f"{one['observed'] / n:.2%}",
        look=_span(one["look"], n),
        review=_span(one["review"], n),
        zone=Zone(one["zone"]),
    )


def _span(limits: list[int], n: int) -> Span:
    low, high = limits
    return Span(f"{low / n:.2%}", f"{(high - low) / n:.2%}")
