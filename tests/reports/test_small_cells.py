"""Small counts are hidden so that nothing that is shown gives them away."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, milp

from wub.reports.small_cells import FEWEST, Sum, hidden_cells
from wub.reports.solving import settled

COLUMNS = ("n", "success", "failure", "unknown")


def counted(leaves):
    """A city of districts of villages, each with three results: every cell and every sum."""
    cells, sums = {}, []
    rows = {("city",): dict.fromkeys(COLUMNS, 0)}
    for d, villages in enumerate(leaves):
        rows["d", d] = dict.fromkeys(COLUMNS, 0)
        for v, results in enumerate(villages):
            rows["v", d, v] = dict(zip(COLUMNS, (sum(results), *results), strict=True))
            for row in (rows["city",], rows["d", d]):
                for column in COLUMNS:
                    row[column] += rows["v", d, v][column]
    for name, row in rows.items():
        cells |= {(name, column): count for column, count in row.items()}
        sums.append(Sum((name, "n"), tuple((name, column) for column in COLUMNS[1:])))
    for column in COLUMNS:
        sums.append(Sum((("city",), column), tuple((("d", d), column) for d in range(len(leaves)))))
        for d, villages in enumerate(leaves):
            parts = tuple((("v", d, v), column) for v in range(len(villages)))
            sums.append(Sum((("d", d), column), parts))
    return cells, sums


def possible(cells, sums, hidden):
    """The least and the most that each hidden count can be, for a reader who knows that it is not zero."""
    order = sorted(hidden, key=str)
    place = {key: at for at, key in enumerate(order)}
    matrix, right = np.zeros((len(sums), len(order))), np.zeros(len(sums))
    for row, one in enumerate(sums):
        for key, sign in [(one.total, -1), *((part, 1) for part in one.parts)]:
            if key in place:
                matrix[row, place[key]] += sign
            else:
                right[row] -= sign * cells[key]
    for at, key in enumerate(order):
        ends = []
        for sign in (1, -1):
            aim = np.zeros(len(order))
            aim[at] = sign
            found = milp(
                aim,
                constraints=LinearConstraint(matrix, right, right),
                bounds=Bounds(1, 500),
                integrality=np.ones(len(order)),
            )
            assert found.success
            ends.append(round(found.x[at]))
        yield key, min(ends), max(ends)


results = st.tuples(*[st.integers(0, 9) | st.integers(0, 3)] * 3)
cities = st.lists(st.lists(results, min_size=1, max_size=4), min_size=1, max_size=3)


@given(cities)
@settings(max_examples=25, deadline=None)
def test_no_hidden_count_follows_from_what_is_shown(leaves):
    cells, sums = counted(leaves)
    hidden = hidden_cells(cells, sums)
    assert hidden >= {key for key, count in cells.items() if 0 < count < FEWEST}
    for key, least, most in possible(cells, sums, hidden):
        assert least < most, (key, least)


@given(cities)
@settings(max_examples=25, deadline=None)
def test_a_zero_is_told_and_a_city_without_small_counts_hides_nothing(leaves):
    cells, sums = counted(leaves)
    assert all(cells[key] for key in hidden_cells(cells, sums))
    large = {key: count * FEWEST for key, count in cells.items()}
    assert not hidden_cells(large, sums)


def test_one_gap_takes_its_smallest_neighbour_along():
    cells = {"all": 33, "a": 3, "b": 10, "c": 20}
    assert hidden_cells(cells, [Sum("all", ("a", "b", "c"))]) == {"a", "b"}


def test_two_who_can_only_be_one_each_are_not_left_alone():
    cells = {"all": 22, "a": 1, "b": 1, "c": 20}
    assert hidden_cells(cells, [Sum("all", ("a", "b", "c"))]) == {"a", "b", "c"}


def test_what_another_page_tells_is_not_hidden_here():
    cells = {"all": 3, "a": 3, "b": 0}
    assert hidden_cells(cells, [Sum("all", ("a", "b"))], told_elsewhere=["all"]) == {"a"}


def test_gaps_of_two_sums_are_settled_together():
    cells = {"t": 20, "u": 27, "a": 9, "b": 11, "c": 7}
    assert settled([("t", "a", "b"), ("u", "a", "b", "c")], cells, {"a", "b", "c"}) == {"c"}
