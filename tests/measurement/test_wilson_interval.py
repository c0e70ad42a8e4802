"""The Wilson interval: published vectors, scipy as the judge, and what must hold for every share."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from wub.measurement.intervals import wilson

shares = st.integers(1, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@pytest.mark.parametrize(
    ("successes", "n", "low", "high"),
    [
        (0, 10, 0.0000, 0.2775),
        (10, 10, 0.7225, 1.0000),
        (12, 20, 0.3866, 0.7812),
        (175, 800, 0.1915, 0.2487),  # the 2018 statement: 175 of almost 800
        # Newcombe 1998, Statistics in Medicine 17:857-872, table I, score method.
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_published_vectors(successes, n, low, high):
    assert wilson(successes, n) == pytest.approx((low, high), abs=5e-5)


@given(shares)
def test_agrees_with_scipy(share):
    successes, n = share
    theirs = binomtest(successes, n).proportion_ci(0.95, method="wilson")
    assert wilson(successes, n) == pytest.approx((theirs.low, theirs.high), abs=1e-6)


@given(shares)
def test_holds_its_share_and_stays_between_nothing_and_everything(share):
    successes, n = share
    low, high = wilson(successes, n)
    assert 0 <= low <= successes / n <= high <= 1
    assert low < high


@given(shares)
def test_failures_mirror_successes(share):
    successes, n = share
    low, high = wilson(successes, n)
    assert wilson(n - successes, n) == pytest.approx((1 - high, 1 - low), abs=1e-12)


@given(shares)
def test_one_success_more_moves_both_ends_up(share):
    successes, n = share
    if successes < n:
        now, then = wilson(successes, n), wilson(successes + 1, n)
        assert then.low > now.low
        assert then.high > now.high or then.high == 1


@given(shares)
def test_ten_times_the_people_narrow_it(share):
    successes, n = share
    few, many = wilson(successes, n), wilson(successes * 10, n * 10)
    assert many.high - many.low < few.high - few.low


@pytest.mark.parametrize(("successes", "n"), [(0, 0), (-1, 5), (6, 5)])
def test_impossible_shares_are_refused(successes, n):
    with pytest.raises(ValueError, match="no share"):
        wilson(successes, n)
