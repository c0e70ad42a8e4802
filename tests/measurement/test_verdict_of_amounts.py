"""The verdict on an amount between two bounds: a median, places of work, a cost."""

from decimal import Decimal

import pytest

from wub.measurement.verdict import Ground, Verdict, judge_range

TENTH = Decimal("0.10")


@pytest.mark.parametrize(
    ("worst", "best", "verdict"),
    [
        (0.10, 0.30, Verdict.REACHED),
        (-1.0, 0.30, Verdict.UNDECIDED),
        (-1.0, 0.09, Verdict.MISSED),
        (-1.0, None, Verdict.UNDECIDED),
        (None, 0.30, Verdict.UNDECIDED),
        (None, None, Verdict.UNDECIDED),
    ],
)
def test_what_cannot_be_bounded_settles_nothing(worst, best, verdict):
    assert judge_range(10, worst, best, TENTH).verdict is verdict


@pytest.mark.parametrize(
    ("worst", "best", "verdict"),
    [
        (20, 10, Verdict.REACHED),
        (30, 10, Verdict.UNDECIDED),
        (30, 21, Verdict.MISSED),
        (None, 21, Verdict.MISSED),
    ],
)
def test_a_cost_reaches_its_target_from_above(worst, best, verdict):
    assert judge_range(10, worst, best, Decimal(20), at_most=True).verdict is verdict


@pytest.mark.parametrize(
    ("n", "ground"),
    [(0, Ground.NOBODY_DUE), (4, Ground.TOO_FEW_FOR_A_RATE), (9, Ground.TOO_FEW_FOR_A_VERDICT)],
)
def test_few_people_carry_no_verdict(n, ground):
    assert judge_range(n, 1.0, 1.0, TENTH) == (Verdict.FEW, ground)


def test_without_a_target_there_is_nothing_to_judge():
    assert judge_range(10, 1.0, 1.0, None).ground is Ground.NO_TARGET
