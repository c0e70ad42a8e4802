"""Days of users, through the actions: nobody home, a group that falls apart, a Ramadan trader."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest

from models.reading import Reading
from models.vocabulary import (
    AidCondition,
    CheckupSource,
    Confirmation,
    Role,
    Status,
    VisitMode,
    VisitOutcome,
    YesNo,
)
from tests import factories
from tests.checkups.drafts import draft_for
from tests.visits.drafts import draft_for as visit_for
from wub.checkups import actions, refusals
from wub.measurement.success import Reason
from wub.register import group_queries
from wub.reports.scopes import CITY
from wub.reports.tracing import counted_now
from wub.visits import actions as visiting
from wub.visits import attempt_queries

TODAY = date(2026, 11, 24)


@pytest.fixture
def mentor(session):
    return factories.account(role=Role.CONSULTANT)


def mentored(mentor, **values):
    joined = factories.participation(**values)
    factories.assignment(participation=joined, consultant=mentor, starts_on=joined.enrolled_on)
    return joined


def record(draft, by):
    return actions.record_checkup(draft, key=uuid4(), by=by)


def attempt(joined, by, day, mode):
    draft = visit_for(
        joined,
        held_on=day,
        mode=mode,
        outcome=VisitOutcome.NOT_MET,
        confirmation=Confirmation.NONE,
        no_confirmation_reason="Tidak ada orang",
    )
    return visiting.log_visit(draft, key=uuid4(), send=True, by=by)


def test_nobody_home_three_times_is_not_found_and_goes_to_the_tracing_list(mentor, session):
    joined = mentored(mentor, enrolled_on=date(2025, 11, 10))
    days = [date(2026, 11, 20), date(2026, 11, 21), date(2026, 11, 23)]
    for day, mode in zip(days, (VisitMode.ON_SITE, VisitMode.PHONE, VisitMode.WHATSAPP), strict=True):
        attempt(joined, mentor, day, mode)

    logged = attempt_queries.attempts([joined.id])[joined.id]
    assert ([one.held_on for one in logged], len(logged) >= attempt_queries.ENOUGH) == (days, True)
    lost = draft_for(
        joined,
        sales=None,
        as_of_date=TODAY,
        status=Status.NOT_FOUND,
        attempts=len(logged),
        source=CheckupSource.NEIGHBOUR,
        verification=0,
        note="Kata tetangga pindah ke Martapura",
    )
    kept = record(lost, mentor)

    assert (kept.status, kept.closed_on) == (Status.NOT_FOUND, None)  # never a closure
    officer = factories.account(role=Role.OFFICER, agency=factories.agency())
    traced = counted_now(CITY, date(2027, 2, 1), officer)
    assert [(one.person_id, one.reason) for one in traced.people] == [(joined.person_id, Reason.NOT_FOUND)]


def test_meeting_somebody_ends_the_counting_of_attempts(mentor):
    joined, other = mentored(mentor), mentored(mentor)
    attempt(joined, mentor, date(2026, 11, 20), VisitMode.ON_SITE)
    factories.visit([joined], consultant=mentor, held_on=date(2026, 11, 21))

    assert attempt_queries.attempts([joined.id, other.id]) == {}
    attempt(joined, mentor, date(2026, 11, 23), VisitMode.PHONE)
    assert len(attempt_queries.attempts([joined.id])[joined.id]) == 1


def test_a_group_that_falls_apart_is_counted_member_by_member(mentor, session):
    group = factories.group()
    members = [mentored(mentor, group_id=group.id, cohort_id=group.cohort_id) for _ in range(5)]
    found = (Status.ACTIVE, Status.ACTIVE, Status.EMPLOYED, Status.CHANGED)
    for joined, status in zip(members, found, strict=False):  # of the fifth nobody knows
        sales = 2_000_000 if status in (Status.ACTIVE, Status.CHANGED) else None
        record(draft_for(joined, status=status, sales=sales), mentor)

    for condition in (AidCondition.IN_USE, AidCondition.IN_USE, AidCondition.SOLD):
        factories.aid(group=group, condition=condition)

    seen = group_queries.members(group.id, factories.account(role=Role.SUPERVISOR))
    fate = dict(group_queries.by_status(seen))
    assert (fate[Status.ACTIVE], fate[Status.EMPLOYED], fate[Status.CHANGED], fate[Status.NOT_ASKED]) == (
        2,
        1,
        1,
        1,
    )
    tools = group_queries.tools([group.id])[group.id]
    assert (tools[AidCondition.IN_USE], tools[AidCondition.SOLD]) == (2, 1)


def ramadan(joined, day, sales, **changed):
    return draft_for(
        joined,
        sales=None,
        as_of_date=day,
        status=Status.SEASONAL,
        measured={"sales_last_month": Reading.known(0), "sales_last_season": Reading.known(sales)},
        **changed,
    )


def test_a_ramadan_trader_is_seasonal_until_a_season_is_missed(mentor):
    business = factories.business(seasonal=YesNo.YES, season_months=["ramadan"])
    joined = mentored(mentor, business=business, enrolled_on=date(2024, 3, 5))
    record(ramadan(joined, date(2024, 7, 10), 9_000_000, round_month=3), mentor)  # Muharram: no sales now

    # The next season ran: season is compared with season, and nought this month troubles nobody.
    second = record(ramadan(joined, date(2025, 6, 30), 11_000_000, round_month=18), mentor)
    assert (second.status, second.sales_last_month) == (Status.SEASONAL, 0)
    with pytest.raises(refusals.FarFromLast):
        record(ramadan(joined, date(2025, 7, 1), 90_000_000, round_month=18), mentor)

    # The season of 2026 was missed: closed at the end of the last one that ran.
    closed = record(
        draft_for(
            joined, sales=0, round_month=24, as_of_date=date(2026, 6, 20), status=Status.CLOSED,
            closed_on=date(2025, 3, 30),
        ),
        mentor,
    )  # fmt: skip
    assert (closed.status, closed.closed_on) == (Status.CLOSED, date(2025, 3, 30))


def test_a_pause_may_say_when_it_ends(mentor):
    joined = mentored(mentor)
    paused = {"status": Status.PAUSED, "sales": None, "as_of_date": TODAY}

    assert record(draft_for(joined, **paused, reopens_on=date(2027, 1, 4)), mentor).reopens_on == date(
        2027, 1, 4
    )
    with pytest.raises(refusals.ReopenedAlready):
        record(draft_for(joined, **paused, reopens_on=TODAY), mentor)
    with pytest.raises(refusals.NotPaused):
        record(draft_for(joined, reopens_on=date(2027, 1, 4)), mentor)
