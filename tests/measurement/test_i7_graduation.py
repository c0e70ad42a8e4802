"""I7: moving up a size band, and staying there."""

from datetime import date

import pytest

from models.vocabulary import Status
from wub.measurement.checkups import Finding
from wub.measurement.graduation import Rule, Why, annual_sales, movement
from wub.measurement.rates import Counts, Tally
from wub.measurement.success import Result

RULE = Rule()
M = 1_000_000


def test_the_published_vector():
    ten = [(1, [2, 2])] * 3 + [(1, [2, 1])] + [(2, [1, 1])] + [(1, [1, 1])] * 5
    tally = Tally(movement(base, rounds) for base, rounds in ten)
    assert tally.counts == Counts(3, 7)
    assert tally.because(Why.DOWN) == 1
    assert tally.because(Why.ONCE) == 1


@pytest.mark.parametrize(
    ("annual", "band"),
    [
        (0, 0),
        (1, 1),
        (50 * M, 1),
        (50 * M + 1, 2),
        (300 * M, 2),
        (2_000 * M, 3),
        (2_001 * M, 4),
        (15_001 * M, 5),
    ],
)
def test_a_value_on_the_line_belongs_to_the_lower_band(annual, band):
    assert RULE.band(annual) == band


@pytest.mark.parametrize(
    ("base", "rounds", "result", "why"),
    [
        (1, [1, 2, 3], Result.SUCCESS, Why.UP),
        (1, [2, None, 2], Result.UNKNOWN, Why.NOT_KNOWN),
        (1, [2, 1, None], Result.FAILURE, Why.ONCE),
        (1, [None, 1, None], Result.FAILURE, Why.SAME),
        (2, [2, 0], Result.FAILURE, Why.DOWN),
        (None, [2, 2], Result.UNKNOWN, Why.NO_BASELINE),
    ],
)
def test_movements(base, rounds, result, why):
    assert movement(base, rounds) == (result, why)


def test_nobody_is_judged_before_two_rounds_are_due():
    assert movement(1, [2]) is None


def found(status=Status.ACTIVE, **sales):
    return Finding(date(2019, 3, 1), date(2019, 3, 1), 12, status, 2, **sales)


@pytest.mark.parametrize(
    ("checkup", "annual"),
    [
        (found(sales_last_month=3 * M), 36 * M),
        (found(sales_last_month=9 * M, sales_typical_month=3 * M), 36 * M),
        (found(Status.SEASONAL, sales_last_month=0, sales_last_season=40 * M), 40 * M),
        (found(Status.CLOSED), 0),
        (found(Status.NOT_FOUND), None),
        (found(), None),
        (None, None),
    ],
)
def test_a_years_sales(checkup, annual):
    assert annual_sales(checkup) == annual
