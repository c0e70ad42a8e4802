"""I14: consultants in a funnel, by exact limits and case mix; scipy as the judge."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom, chi2

from wub.measurement.binomial import cumulative, limits
from wub.measurement.funnel import Caseload, Zone, chi_square_tail, funnel, point

FOOD, SERVICES = "kuliner", "jasa"


@pytest.mark.parametrize(
    ("n", "inner", "outer"),
    [(10, (3, 9), (1, 10)), (20, (8, 16), (5, 18)), (30, (13, 23), (10, 26)), (50, (23, 37), (19, 40))],
)
def test_the_published_limits(n, inner, outer):
    assert limits(n, 0.60, 0.95) == inner
    assert limits(n, 0.60, 0.998) == outer


def alone(observed, n, city_rate):
    return point(Caseload(1, {FOOD: n}, {FOOD: observed}), {FOOD: city_rate}, city_rate)


def test_the_published_consultant():
    assert alone(7, 20, 0.60).zone is Zone.LOOK


@pytest.mark.parametrize(
    ("observed", "n", "zone"),
    [(12, 20, Zone.WITHIN), (4, 20, Zone.REVIEW), (19, 20, Zone.REVIEW), (0, 9, Zone.FEW)],
)
def test_zones(observed, n, zone):
    assert alone(observed, n, 0.60).zone is zone


def test_the_published_case_mix():
    load = Caseload(1, {FOOD: 10, SERVICES: 5}, {FOOD: 5, SERVICES: 3})
    one = point(load, {FOOD: 0.5, SERVICES: 0.8}, 0.60)
    assert (one.expected, one.observed) == (9, 8)
    assert one.ratio == pytest.approx(0.889, abs=5e-4)
    assert one.adjusted == pytest.approx(0.533, abs=5e-4)


def test_the_city_is_the_sum_of_its_caseloads_and_nobody_is_ranked():
    found = funnel([Caseload(9, {FOOD: 10}, {FOOD: 2}), Caseload(4, {FOOD: 30}, {FOOD: 22}), Caseload(5, {})])
    assert [one.whose for one in found.points] == [4, 9]
    assert {one.city_rate for one in found.points} == {0.6}
    assert sum(one.expected for one in found.points) == pytest.approx(24)


def test_results_that_differ_more_than_chance_allows_make_the_funnel_unusable():
    alike = funnel(Caseload(n, {FOOD: 20}, {FOOD: 12}) for n in range(6))
    unlike = funnel(Caseload(n, {FOOD: 20}, {FOOD: 3 if n % 2 else 18}) for n in range(6))
    assert alike.usable
    assert not unlike.usable
    assert not funnel([]).usable


@given(st.integers(1, 200), st.floats(0.02, 0.98), st.sampled_from([0.95, 0.998]))
def test_limits_agree_with_scipy(n, p, share):
    found, tail = limits(n, p, share), (1 - share) / 2
    for k, alpha in zip(found, (tail, 1 - tail), strict=True):
        assert binom.cdf(k, n, p) >= alpha - 1e-9
        assert k == 0 or binom.cdf(k - 1, n, p) < alpha + 1e-9


@given(st.integers(0, 60), st.integers(1, 60), st.floats(0, 1))
def test_chances_agree_with_scipy(k, n, p):
    assert cumulative(min(k, n), n, p) == pytest.approx(binom.cdf(min(k, n), n, p), abs=1e-9)


@given(st.floats(0, 300), st.integers(1, 120))
def test_the_tail_of_chi_square_agrees_with_scipy(x, freedom):
    assert chi_square_tail(x, freedom) == pytest.approx(chi2.sf(x, freedom), abs=1e-9)
