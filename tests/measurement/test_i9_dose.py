"""I9: enough visits and enough hours."""

from datetime import date

import pytest

from wub.measurement.dose import (
    Contact,
    Dose,
    Promise,
    Rule,
    Why,
    days_between,
    dose,
    enough,
    median_gap,
    on_time,
    silent,
)
from wub.measurement.rates import Counts, Tally
from wub.measurement.success import Result

RULE = Rule()
ENROLLED = date(2018, 3, 1)


def test_the_published_vector():
    five = [Dose(4, 360), Dose(6, 270), Dose(3, 540), Dose(5, 300), Dose(0, 0)]
    assert Tally(enough(one, RULE) for one in five).counts == Counts(2, 3)


def test_what_waits_for_review_is_not_known():
    assert enough(Dose(3, 240, 1, 60), RULE) == (Result.UNKNOWN, Why.NOT_APPROVED)
    assert enough(Dose(3, 240, 1, 30), RULE).result is Result.FAILURE


def test_visits_count_within_a_year_of_enrolment():
    days = [date(2018, 2, 28), ENROLLED, date(2019, 2, 28), date(2019, 3, 1)]
    assert dose([Contact(day, 60, True) for day in days], ENROLLED, 12) == (2, 120, 0, 0)


def test_the_days_between_approved_visits():
    visits = [Contact(date(2018, 4, day), 60, day != 5) for day in (1, 5, 11, 29)]
    assert days_between(visits) == [10, 18]
    assert median_gap([10, 18]) == 14
    assert median_gap([]) is None


def test_sixty_days_without_a_visit_is_silence():
    assert not silent(ENROLLED, ENROLLED, date(2018, 4, 30), RULE)
    assert silent(None, ENROLLED, date(2018, 5, 1), RULE)


@pytest.mark.parametrize(
    ("done", "expected"), [(date(2018, 5, 1), True), (date(2018, 5, 2), False), (None, False)]
)
def test_a_promise_is_kept_by_the_day_it_was_due(done, expected):
    assert on_time(Promise(date(2018, 5, 1), done), date(2018, 6, 1)) is expected


def test_a_promise_not_yet_due_is_not_judged():
    assert on_time(Promise(date(2018, 5, 1), None), date(2018, 4, 1)) is None
