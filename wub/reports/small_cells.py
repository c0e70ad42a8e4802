"""Which counts of persons are not told to those who see no persons, so that none of them can be worked out.

A count of one to four is hidden, and with it as many of its neighbours as it takes: no hidden count follows
from the sums that are shown, alone or together. That there is nobody is told: a zero hides no person.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import NamedTuple

from wub.reports.solving import settled

FEWEST = 5  # persons of a cell that is told


class Sum(NamedTuple):
    """A count that is made of others, all in the same table."""

    total: Hashable
    parts: tuple[Hashable, ...]

    @property
    def members(self) -> tuple[Hashable, ...]:
        return self.total, *self.parts


def hidden_cells(
    cells: Mapping[Hashable, int], sums: Sequence[Sum], told_elsewhere: Iterable[Hashable] = ()
) -> frozenset[Hashable]:
    """`told_elsewhere`: cells that another page shows anyway, so that hiding them would protect nothing."""
    fixed = frozenset(told_elsewhere)
    hidden = {key for key, count in cells.items() if 0 < count < FEWEST and key not in fixed}
    while True:
        exposed = [one for one in sums if _gives_away(one, cells, hidden)]
        more = _neighbours(exposed, cells, hidden, fixed)
        if not more:
            known = settled([one.members for one in sums], cells, hidden)
            more = _neighbours([one for one in sums if known & {*one.members}], cells, hidden, fixed)
            if known and not more:
                more = _neighbours(sums, cells, hidden, fixed)
        if not more:
            return frozenset(hidden)
        hidden |= more


def _gives_away(one: Sum, cells: Mapping[Hashable, int], hidden: set[Hashable]) -> bool:
    """One gap is filled by subtracting; several small ones are, where each can only be one person."""
    gaps = [key for key in one.members if key in hidden]
    if not gaps or one.total in hidden:
        return len(gaps) == 1
    together = sum(cells[key] for key in gaps)
    return len(gaps) == 1 or together < FEWEST or together == len(gaps)


def _neighbours(
    sums: Iterable[Sum], cells: Mapping[Hashable, int], hidden: set[Hashable], fixed: frozenset[Hashable]
) -> set[Hashable]:
    """The smallest part of each sum that is still shown, else its total."""
    found: set[Hashable] = set()
    for one in sums:
        if found & {*one.members}:
            continue  # it may be enough: looked at again
        parts = [key for key in one.parts if cells[key] and key not in hidden and key not in fixed]
        if parts:
            found.add(min(parts, key=lambda key: (cells[key], str(key))))
        elif cells[one.total] and one.total not in hidden and one.total not in fixed:
            found.add(one.total)
    return found
