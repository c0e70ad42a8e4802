"""Which rounds are due, and which were missed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.vocabulary import ROUNDS, ExitReason, Role, Status, YesNo
from tests import factories
from wub.checkups import due_queries
from wub.checkups.due_queries import DueFilter, Timing, enrolled_until
from wub.measurement.rounds import anniversary

ONE = timedelta(days=1)


@pytest.fixture
def supervisor(session):
    return factories.account(role=Role.SUPERVISOR)


def joined(enrolled_on, **values):
    return factories.participation(enrolled_on=enrolled_on, **values)


def due(account, **wanted):
    return [
        (one.participation_id, one.round_month) for one in due_queries.due(DueFilter(**wanted), account).rows
    ]


@given(day=st.dates(date(2015, 1, 1), date(2035, 12, 31)), months=st.sampled_from(ROUNDS))
def test_enrolments_are_bounded_whatever_the_length_of_months(day, months):
    last = enrolled_until(day, months)

    assert anniversary(last, months) <= day < anniversary(last + ONE, months)


@pytest.mark.parametrize(
    ("enrolled_on", "timing"),
    [
        (date(2026, 1, 23), Timing.SOON),  # ten months ago: the window of month 12 opens today
        (date(2025, 11, 24), Timing.NOW),
        (date(2025, 9, 25), Timing.NOW),  # its last day
    ],
)
def test_a_round_is_due_sixty_days_either_way(supervisor, enrolled_on, timing):
    one = joined(enrolled_on)

    (row,) = due_queries.due(DueFilter(round_month=12), supervisor).rows

    assert (row.participation_id, row.timing) == (one.id, timing)


@pytest.mark.parametrize("enrolled_on", [date(2026, 1, 24), date(2025, 9, 24)])
def test_outside_its_window_a_round_is_not_due(supervisor, enrolled_on):
    joined(enrolled_on)

    assert due(supervisor, round_month=12) == []


def test_what_was_measured_is_no_longer_due(supervisor):
    one, other = joined(date(2025, 11, 1)), joined(date(2025, 11, 10))
    factories.checkup(participation=one, round_month=12, as_of_date=date(2026, 11, 2))
    factories.checkup(participation=other, round_month=6, as_of_date=date(2026, 5, 2))

    assert due(supervisor) == [(other.id, 12)]


def test_two_rounds_may_be_due_at_once(supervisor):
    one = joined(date(2026, 10, 1))

    assert due(supervisor) == [(one.id, 0), (one.id, 3)]


def test_who_missed_several_rounds_is_listed_once_with_the_last(supervisor):
    one = joined(date(2025, 2, 3))  # 18 months passed on 3 August, its window on 2 October

    assert due(supervisor, missed=True) == [(one.id, 18)]
    assert due(supervisor) == []


def test_who_was_measured_later_missed_nothing_that_can_be_made_good(supervisor):
    one = joined(date(2025, 2, 3))
    factories.checkup(participation=one, round_month=24, as_of_date=date(2026, 11, 20))

    assert due(supervisor, missed=True) == []


def test_years_afterwards_the_last_round_stays_missed(supervisor):
    one = joined(date(2018, 3, 1))

    assert due(supervisor, missed=True) == [(one.id, 36)]


def test_the_dead_are_left_in_peace(supervisor):
    day = date(2025, 11, 20)
    joined(day, person=factories.person(alive=YesNo.NO))
    joined(day, exited_on=date(2026, 1, 1), exit_reason=ExitReason.DIED)
    factories.checkup(
        participation=joined(day), round_month=6, status=Status.DIED, as_of_date=date(2026, 5, 20)
    )
    left = joined(day, exited_on=date(2026, 1, 1), exit_reason=ExitReason.COMPLETED)

    assert due(supervisor) == [(left.id, 12)]


def test_each_sees_what_is_due_of_his_own(supervisor):
    mentor = factories.account(role=Role.CONSULTANT)
    one, other = joined(date(2025, 11, 20)), joined(date(2025, 11, 21))
    factories.assignment(participation=one, consultant=mentor)
    of_fishery = factories.account(agency=factories.agency("DKP3"))

    assert due(mentor) == [(one.id, 12)]
    assert due(of_fishery) == []
    assert due(supervisor) == [(one.id, 12), (other.id, 12)]
    assert due(supervisor, consultant_id=mentor.id) == [(one.id, 12)]
    assert due(supervisor, participation_id=other.id) == [(other.id, 12)]
    assert due(supervisor, agency_id=factories.agency("DKP3").id) == []


def test_a_long_list_says_that_there_is_more(supervisor):
    for day in range(3):
        joined(date(2025, 11, 20 - day))

    shown = due_queries.due(DueFilter(), supervisor, limit=2)

    assert ([one.enrolled_on.day for one in shown.rows], shown.more) == ([18, 19], True)
