"""Signs lie where their caseloads and shares are; the limits close in as the cases grow."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from wub.measurement.funnel import Zone
from wub.reports.dashboards.funnel_view import SIGNS, funnel_of
from wub.reports.drawing.funnels import Limit, Mark, caseloads, funnel_plot

UPRIGHT = [(0.0, "0 %"), (1.0, "100 %")]


def plot(*marks):
    return funnel_plot(marks, 0.5, [Limit(10, 0.2, 0.8), Limit(40, 0.4, 0.6)], [Limit(10, 0.1, 0.9)], UPRIGHT)


def consultant(number, n, observed, adjusted=0.5, zone=Zone.WITHIN):
    return {"consultant": number, "n": n, "observed": observed, "adjusted": adjusted, "zone": zone.value}


@given(some.lists(some.tuples(some.integers(10, 5000), some.floats(0, 3)), min_size=1, max_size=20))
def test_every_sign_lies_within_the_frame_in_the_order_of_the_caseloads(loads):
    drawn = plot(*(Mark(place, n, share, "circle", "") for place, (n, share) in enumerate(loads, 1)))
    assert all(
        drawn.left <= one.x <= drawn.right and drawn.top <= one.y <= drawn.bottom for one in drawn.marks
    )
    by_cases = [one.x for one in sorted(drawn.marks, key=lambda one: loads[one.number - 1][0])]
    assert by_cases == sorted(by_cases)
    assert 1 <= len(drawn.across) <= 7


@given(some.integers(10, 100_000), some.integers(0, 100_000))
def test_limits_are_computed_from_the_fewest_to_the_most_cases_in_few_steps(fewest, more):
    found = caseloads(fewest, fewest + more)
    assert (found[0], found[-1]) == (fewest, fewest + more)
    assert all(one < other for one, other in pairwise(found))
    assert len(found) <= 122


def test_limits_are_a_closed_band_around_the_rate_of_the_city():
    drawn = plot(Mark(1, 40, 0.5, "circle", ""))
    assert drawn.look.startswith("M")
    assert drawn.look.endswith("Z")
    assert drawn.centre == drawn.marks[0].y


def test_each_zone_has_a_shape_of_its_own():
    assert len(set(SIGNS.values())) == len(SIGNS) == len(Zone) - 1


def test_who_has_fewer_than_ten_cases_is_not_drawn():
    drawn = funnel_of([consultant(7, 20, 10), consultant(8, 9, 0)], {7: "Konsultan 1", 8: "Konsultan 2"})
    assert [one.number for one in drawn.marks] == [1]
    assert "Konsultan 1" in drawn.marks[0].words


@pytest.mark.parametrize("found", [[], [consultant(8, 9, 0, zone=Zone.FEW)], [consultant(8, 20, 0, None)]])
def test_without_cases_enough_there_is_no_picture(found):
    assert funnel_of(found, {}) is None
