"""A line chart in a frame of its own units, with the name of each line at its end, none over another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

WIDTH, HEIGHT = 720, 300
LEFT, RIGHT, TOP, BOTTOM = 46, 116, 12, 34
LABEL_HEIGHT = 15


class Line(NamedTuple):
    """Points from left to right; `band`: low and high at the same places, where there are any."""

    name: str
    points: Sequence[tuple[float, float]]
    band: Sequence[tuple[float, float, float]] = ()


class Tick(NamedTuple):
    at: float
    text: str


class Drawn(NamedTuple):
    name: str
    number: int  # which look: colour, dash and sign together
    path: str
    band: str
    end: tuple[float, float]
    label_y: float


@dataclass(frozen=True)
class LineChart:
    width: int
    height: int
    left: float
    right: float
    top: float
    bottom: float
    lines: tuple[Drawn, ...]
    across: tuple[Tick, ...]
    upright: tuple[Tick, ...]


def line_chart(
    lines: Sequence[Line], across: Sequence[tuple[float, str]], upright: Sequence[tuple[float, str]]
) -> LineChart:
    """`across` and `upright`: ticks in the units of the points; the first and last end the scales.

    Lines are drawn as steps: a share stays what it was until the next closure.
    """
    right, bottom = WIDTH - RIGHT, HEIGHT - BOTTOM
    x = _scale(across[0][0], across[-1][0], LEFT, right)
    y = _scale(upright[0][0], upright[-1][0], bottom, TOP)
    shown = [line for line in lines if line.points]
    ends = [y(line.points[-1][1]) for line in shown]
    drawn = tuple(
        Drawn(
            name=line.name,
            number=number,
            path=_steps([(x(at), y(value)) for at, value in line.points]),
            band=_band([(x(at), y(low), y(high)) for at, low, high in line.band]),
            end=(round(x(line.points[-1][0]), 1), round(end, 1)),
            label_y=label,
        )
        for number, (line, end, label) in enumerate(zip(shown, ends, _apart(ends), strict=True))
    )
    return LineChart(
        WIDTH,
        HEIGHT,
        LEFT,
        right,
        TOP,
        bottom,
        drawn,
        tuple(Tick(round(x(at), 1), text) for at, text in across),
        tuple(Tick(round(y(at), 1), text) for at, text in upright),
    )


class _scale:  # noqa: N801  reads as the function it is
    def __init__(self, first: float, last: float, start: float, end: float) -> None:
        self._first, self._start = first, start
        self._step = (end - start) / (last - first) if last != first else 0.0

    def __call__(self, value: float) -> float:
        return self._start + (value - self._first) * self._step


def _steps(points: Sequence[tuple[float, float]]) -> str:
    (x, y), *others = points
    return f"M{x:.1f} {y:.1f}" + "".join(f"H{at:.1f}V{to:.1f}" for at, to in others)


def _band(points: Sequence[tuple[float, float, float]]) -> str:
    if len(points) < 2:
        return ""
    over = _steps([(x, high) for x, _low, high in points])
    back = "".join(f"V{low:.1f}H{x:.1f}" for x, low, _high in reversed(points))
    return f"{over}{back}Z"


def _apart(wanted: Sequence[float]) -> list[float]:
    """Places of the labels, as near to the wanted ones as they can be without touching; in the same order."""
    order = sorted(range(len(wanted)), key=lambda at: wanted[at])
    placed = [0.0] * len(wanted)
    last = TOP - LABEL_HEIGHT + 4.0
    for at in order:
        last = placed[at] = max(wanted[at], last + LABEL_HEIGHT)
    over = last - (HEIGHT - BOTTOM + 6)
    if over > 0:  # pushed below the frame: push the lowest ones up again
        limit = HEIGHT - BOTTOM + 6.0
        for at in reversed(order):
            placed[at] = min(placed[at], limit)
            limit = placed[at] - LABEL_HEIGHT
    return [round(at, 1) for at in placed]
