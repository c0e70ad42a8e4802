"""I10: coverage, promptness, agreement and attrition."""

from datetime import date, timedelta

import pytest

from models.vocabulary import Status
from wub.measurement.checkups import Finding
from wub.measurement.data_quality import Recheck, Rule, comparable, measuring
from wub.measurement.rates import Counts, Rate

ENROLLED = date(2018, 3, 1)
RULE = Rule()


def found(on, *, late=0, status=Status.ACTIVE):
    return Finding(on, on + timedelta(days=late), 12, status, 2)


def test_the_published_vector_of_rechecks():
    drawn = [Recheck(Status.ACTIVE, Status.ACTIVE)] * 45 + [Recheck(Status.ACTIVE, Status.CLOSED)] * 5
    agreed = sum(one.agrees for one in drawn)
    rate = Rate(Counts(agreed, len(drawn) - agreed))
    assert rate.worst == 0.9
    assert rate.worst_interval == pytest.approx((0.786, 0.957), abs=5e-4)


def test_what_nobody_looked_at_again_is_not_known_to_differ():
    waiting = Recheck(Status.ACTIVE)

    assert (waiting.is_known, waiting.agrees) == (False, False)


def test_a_round_is_due_once_its_window_has_closed():
    assert measuring([], ENROLLED, ENROLLED + timedelta(days=60), RULE).due == 0
    assert measuring([], ENROLLED, ENROLLED + timedelta(days=61), RULE).due == 1
    assert measuring([], ENROLLED, date(2019, 6, 1), RULE).due == 4


def test_only_a_checkup_that_says_something_is_usable():
    anniversary = date(2019, 3, 1)
    assert measuring([found(anniversary)], ENROLLED, date(2019, 6, 1), RULE).usable == 1
    lost = found(anniversary, status=Status.NOT_FOUND)
    assert measuring([lost], ENROLLED, date(2019, 6, 1), RULE) == (4, 0, 1, 1)


def test_seven_days_are_prompt():
    checkups = [found(date(2019, 3, 1), late=7), found(date(2019, 3, 1), late=8)]
    measured = measuring(checkups, ENROLLED, date(2019, 6, 1), RULE)
    assert (measured.recorded, measured.prompt) == (2, 1)


@pytest.mark.parametrize(
    ("groups", "expected"),
    [
        ({"A": (20, 100), "B": (10, 100)}, True),
        ({"A": (21, 100), "B": (15, 100)}, False),
        ({"A": (15, 100), "B": (4, 100)}, False),
        ({"A": (0, 0)}, False),
    ],
)
def test_groups_that_lost_too_many_or_too_unequally_are_not_compared(groups, expected):
    assert comparable(groups) is expected
