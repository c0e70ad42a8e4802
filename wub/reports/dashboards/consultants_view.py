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
from wub.reports.standing import Standing
from wub.reports.words import _


class Span(NamedTuple):
    x: str
    width: str


class Point(NamedTuple):
    """One consultant: the share, and where chance alone would leave it."""

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


def consultants_of(standing: Standing, *, named: bool) -> Consultants | None:
    """None where nobody has enough cases. Without `named` they carry numbers."""
    figure = standing.measured("I14")
    results: Mapping[str, Any] = figure.details.get("results", {}) if figure else {}
    known: Mapping[str, Any] = figure.details.get("known", {}) if figure else {}
    found = results.get("consultants", [])
    if not found:
        return None
    names = _names(named, sorted(one["consultant"] for one in found))
    return Consultants(
        _points(found, names), _points(known.get("consultants", []), names), bool(results["usable"])
    )


def _names(named: bool, numbers: list[int]) -> dict[int, str]:
    plain = {number: _("Konsultan %(n)s", n=place) for place, number in enumerate(numbers, start=1)}
    if not named:
        return plain
    rows = db.session.execute(sa.select(Account.id, Account.name).where(Account.id.in_(numbers)))
    return plain | {row.id: row.name for row in rows}


def _points(found: list[Mapping[str, Any]], names: Mapping[int, str]) -> tuple[Point, ...]:
    by_caseload = sorted(found, key=lambda one: (-one["n"], names.get(one["consultant"], "")))
    return tuple(_point(one, names.get(one["consultant"], "–")) for one in by_caseload)


def _point(one: Mapping[str, Any], name: str) -> Point:
    n = one["n"]
    return Point(
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
