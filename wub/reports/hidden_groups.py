"""Small counts of people told apart by sex, sector or reason, whose totals are told elsewhere."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from wub.measurement.rates import Counts
from wub.reports.small_cells import Sum, hidden_cells

HIDDEN = "···"
RESULTS = ("success", "failure", "unknown")


def hidden_groups(groups: Sequence[Counts]) -> frozenset[tuple[int, str]]:
    """(which group, which of its counts): n, success, failure, unknown."""
    names = ("n", *RESULTS)
    cells: dict[Hashable, int] = {
        (place, name): getattr(counts, name) for place, counts in enumerate(groups) for name in names
    }
    totals = {("all", name): sum(getattr(counts, name) for counts in groups) for name in names}
    sums = [Sum(("all", name), tuple((at, name) for at in range(len(groups)))) for name in names]
    sums += [Sum((at, "n"), tuple((at, name) for name in RESULTS)) for at in range(len(groups))]
    hidden = hidden_cells(cells | totals, sums, told_elsewhere=totals)
    return frozenset((at, name) for at in range(len(groups)) for name in names if (at, name) in hidden)


def told_parts(parts: Sequence[int]) -> list[int | None]:
    """The parts of one whole, those that are hidden as None."""
    cells: dict[Hashable, int] = {**dict(enumerate(parts)), "all": sum(parts)}
    hidden = hidden_cells(cells, [Sum("all", tuple(range(len(parts))))], told_elsewhere=["all"])
    return [None if place in hidden else count for place, count in enumerate(parts)]
