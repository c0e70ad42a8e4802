"""Where the parts of a range bar lie. Drawn by templates/components/range_bar.html, words by sentences.py.

Positions are shares of the bar's width, written as SVG percentages: the bar fits any width undistorted.
"""

from __future__ import annotations

from dataclasses import dataclass

from wub.measurement.rates import Counts
from wub.reports.figures import CountFigure, Figure, RateFigure


@dataclass(frozen=True)
class Span:
    start: float
    end: float

    @property
    def x(self) -> str:
        return _percent(self.start)

    @property
    def width(self) -> str:
        return _percent(self.end - self.start)

    @property
    def until(self) -> str:
        return _percent(self.end)


@dataclass(frozen=True)
class RangeBar:
    """Proved from the left, open after it, the rest is known not to be; a tick where the target lies."""

    key: str  # unique on a page: names the hatching
    proved: Span
    open: Span
    band: Span | None  # outer band of chance; None where everybody was counted
    target: str | None
    marks: tuple[str, ...]  # quarters of the scale


def range_bar(figure: Figure) -> RangeBar | None:
    """None where there is nothing to draw: too few people for a share, or nobody yet."""
    key = f"{figure.indicator}-{figure.scope.code}".lower()
    if isinstance(figure, RateFigure):
        return _of_rate(key, figure)
    if isinstance(figure, CountFigure):
        return _of_count(key, figure)
    return None


def bar_of_counts(key: str, counts: Counts) -> RangeBar:
    """Success from worst to best of one group, of whom there is at least one."""
    worst, best = counts.success / counts.n, (counts.success + counts.unknown) / counts.n
    return RangeBar(key, Span(0, worst), Span(worst, best), None, None, QUARTERS)


def bar_of_promise(key: str, kept: int, promised: int) -> RangeBar:
    """What was given against what was promised, which is the tick; more may be given than that."""
    full = max(kept, promised) * 1.04
    given = Span(0, kept / full)
    return RangeBar(key, given, Span(given.end, given.end), None, _percent(promised / full), ())


def _of_rate(key: str, figure: RateFigure) -> RangeBar | None:
    if figure.worst is None or figure.best is None or figure.low is None or figure.high is None:
        return None
    return RangeBar(
        key=key,
        proved=Span(0, figure.worst),
        open=Span(figure.worst, figure.best),
        band=Span(figure.low, figure.high),
        target=None if figure.target is None else _percent(min(1, figure.target)),
        marks=QUARTERS,
    )


def _of_count(key: str, figure: CountFigure) -> RangeBar | None:
    heads = figure.heads
    # The scale ends a little after the longest of the three, so that the target tick is never cut off.
    full = max(heads.listed, figure.target or 0) * 1.04
    if not full:
        return None
    return RangeBar(
        key=key,
        proved=Span(0, heads.unique / full),
        open=Span(heads.unique / full, heads.possible / full),
        band=None,
        target=None if figure.target is None else _percent(figure.target / full),
        marks=(),
    )


def _percent(share: float) -> str:
    return f"{share * 100:.2f}%"


QUARTERS = tuple(_percent(quarter / 4) for quarter in (1, 2, 3))
