"""A funnel plot: shares by caseload, between limits that come closer as the cases grow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import NamedTuple

from wub.reports.drawing.lines import Tick

WIDTH, HEIGHT = 720, 320
LEFT, RIGHT, TOP, BOTTOM = 46, 20, 14, 40
HEADROOM = 0.08  # the largest caseload does not sit on the frame
ACROSS = (1, 2, 5)
MOST_TICKS = 6


class Mark(NamedTuple):
    """A share of so many cases; `sign` names its shape, so that colour is never needed."""

    number: int
    cases: int
    share: float
    sign: str
    words: str


class Limit(NamedTuple):
    """Between which shares chance leaves a caseload of so many."""

    cases: int
    low: float
    high: float


class Placed(NamedTuple):
    number: int
    x: float
    y: float
    sign: str
    words: str


@dataclass(frozen=True)
class FunnelPlot:
    width: int
    height: int
    left: float
    right: float
    top: float
    bottom: float
    marks: tuple[Placed, ...]
    centre: float
    look: str  # a closed path each
    review: str
    across: tuple[Tick, ...]
    upright: tuple[Tick, ...]


def funnel_plot(
    marks: Sequence[Mark],
    centre: float,
    look: Sequence[Limit],
    review: Sequence[Limit],
    upright: Sequence[tuple[float, str]],
) -> FunnelPlot:
    """Across from the first of the limits, so that caseloads of one size do not crowd at the edge.

    `upright`: ticks from a share of 0 to 1; a share beyond (a case mix can lift it) stays on the frame.
    """
    right, bottom = WIDTH - RIGHT, HEIGHT - BOTTOM
    least = look[0].cases
    most = max(mark.cases for mark in marks) + HEADROOM * (max(mark.cases for mark in marks) - least) + 1

    def x(cases: float) -> float:
        return round(LEFT + (right - LEFT) * (cases - least) / (most - least), 1)

    def y(share: float) -> float:
        return round(bottom - (bottom - TOP) * min(1.0, max(0.0, share)), 1)

    def band(limits: Sequence[Limit]) -> str:
        over = [(x(one.cases), y(one.high)) for one in limits]
        under = [(x(one.cases), y(one.low)) for one in reversed(limits)]
        return "M" + "L".join(f"{at} {to}" for at, to in over + under) + "Z"

    return FunnelPlot(
        WIDTH,
        HEIGHT,
        LEFT,
        right,
        TOP,
        bottom,
        tuple(Placed(one.number, x(one.cases), y(one.share), one.sign, one.words) for one in marks),
        y(centre),
        band(look),
        band(review),
        tuple(Tick(x(cases), str(cases)) for cases in _round_numbers(least, most)),
        tuple(Tick(y(share), text) for share, text in upright),
    )


def caseloads(fewest: int, most: int, pieces: int = 60) -> list[int]:
    """Where limits are computed: every caseload of a small programme, some sixty of a large one."""
    step = max(1, (most - fewest) // pieces)
    return [*range(fewest, most, step), most]


def _round_numbers(least: float, most: float) -> list[int]:
    """At most six steps of 1, 2 or 5 times a power of ten."""
    power = 1
    while True:
        for leading in ACROSS:
            step = leading * power
            if (most - least) / step <= MOST_TICKS:
                return list(range(ceil(least / step) * step, int(most) + 1, step))
        power *= 10
