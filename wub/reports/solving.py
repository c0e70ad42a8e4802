"""Which of the counts left out of a set of sums could not be otherwise, for all that the sums say.

The reader is taken to know that nothing left out is zero. So a count of one can only have been more; a larger
one may have been more or less. A count is free if some change of larger ones keeps every sum as it is.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence

PRIME = 2_147_483_647  # sums are worked out modulo a large prime: exact, and never a large fraction

Row = dict[Hashable, int]


def settled(
    sums: Iterable[Sequence[Hashable]], cells: Mapping[Hashable, int], gaps: set[Hashable]
) -> set[Hashable]:
    """The gaps that are not certain to be free. Of each sum its total comes first, then its parts."""
    loose = {gap for gap in gaps if cells[gap] > 1}
    solved: dict[Hashable, Row] = {}  # by the loose gap that the row is solved for
    bound: set[Hashable] = set()
    for total, *parts in sums:
        row = {key: 1 for key in parts if key in gaps}
        if total in gaps:
            row[total] = PRIME - 1
        if not _solve(row, solved, loose):
            bound |= row.keys()  # ones only: none of them can grow without another
    return bound | {gap for gap, row in solved.items() if row.keys() - bound == {gap}}


def _solve(row: Row, solved: dict[Hashable, Row], loose: set[Hashable]) -> bool:
    """Solves the row for a loose gap and takes it out of all others; False if it has none left."""
    for gap in [gap for gap in row if gap in solved]:
        _subtract(row, solved[gap], gap)
    lead = next((gap for gap in row if gap in loose), None)
    if lead is None:
        return not row
    inverse = pow(row[lead], -1, PRIME)
    found = {gap: value * inverse % PRIME for gap, value in row.items()}
    for other in solved.values():
        if lead in other:
            _subtract(other, found, lead)
    solved[lead] = found
    return True


def _subtract(row: Row, solved: Row, lead: Hashable) -> None:
    times = row[lead]
    for gap, value in solved.items():
        left = (row.get(gap, 0) - times * value) % PRIME
        if left:
            row[gap] = left
        else:
            row.pop(gap, None)
