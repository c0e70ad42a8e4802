"""A visit whose day has not come is not approved until somebody has corrected the day."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
import sqlalchemy as sa

from models.audit import AuditEntry
from models.vocabulary import Role, VisitState
from tests import factories
from tests.visits.drafts import consultant
from wub.clock import now
from wub.visits import clock_actions, clock_queries, refusals, review_actions

YEARS = timedelta(days=730)


@pytest.fixture
def supervisor(session):
    return factories.account(role=Role.SUPERVISOR)


@pytest.fixture
def ahead(session):
    """Written by a phone two years ahead, at half past eight this morning by our clock."""
    return factories.visit(
        consultant=consultant(),
        held_on=date(2028, 11, 23),
        starts_at=time(8, 30),
        ends_at=time(9, 10),
        next_visit_on=date(2028, 12, 7),
        device_time=now() + YEARS,
        clock_offset=int(YEARS.total_seconds()),
    )


def test_it_is_refused_with_a_sentence_and_approved_once_corrected(ahead, supervisor, session):
    with pytest.raises(refusals.StillAhead):
        review_actions.approve(ahead, version=ahead.version, by=supervisor)

    clock_actions.correct_day(ahead, version=ahead.version, by=supervisor)
    review_actions.approve(ahead, version=ahead.version, by=supervisor)

    assert (ahead.held_on, ahead.starts_at, ahead.ends_at) == (date(2026, 11, 24), time(8, 30), time(9, 10))
    assert (ahead.next_visit_on, ahead.state) == (date(2026, 12, 8), VisitState.APPROVED)
    assert ahead.clock_offset == YEARS.total_seconds()
    entry = session.scalars(sa.select(AuditEntry).where(AuditEntry.action == "visit:correct-day")).one()
    assert entry.changes["held_on"] == ["2028-11-23", "2026-11-24"]


def test_hours_move_with_the_clock_unless_they_would_fall_on_two_days(session):
    three = timedelta(hours=3)
    written = {"consultant": consultant(), "device_time": now() + three, "clock_offset": three.seconds}

    near = factories.visit(held_on=date(2026, 11, 24), starts_at=time(12), ends_at=time(13), **written)
    split = factories.visit(held_on=date(2026, 11, 24), starts_at=time(2, 30), ends_at=time(3, 30), **written)

    assert clock_queries.really_held(near) == (date(2026, 11, 24), time(9), time(10))
    assert clock_queries.really_held(split) == (date(2026, 11, 23), time(2, 30), time(3, 30))


@pytest.mark.parametrize(
    "clock", [{}, {"device_time": datetime(2026, 11, 24, 2, tzinfo=UTC), "clock_offset": 5}]
)
def test_a_right_clock_offers_no_correction(clock, supervisor):
    visit = factories.visit(consultant=consultant(), **clock)

    assert clock_queries.really_held(visit) is None
    with pytest.raises(refusals.ClockWasRight):
        clock_actions.correct_day(visit, version=visit.version, by=supervisor)


def test_nobody_corrects_a_visit_of_his_own(session):
    both = factories.account(role=Role.SUPERVISOR)
    own = factories.visit(consultant=both, device_time=now() + YEARS, clock_offset=int(YEARS.total_seconds()))

    with pytest.raises(refusals.OwnVisit):
        clock_actions.correct_day(own, version=own.version, by=both)


def test_the_page_offers_the_day_by_our_clock(ahead, supervisor, sign_in):
    desk = sign_in(supervisor)

    page = desk.get(f"/kunjungan/{ahead.id}").text
    refused = desk.post(f"/kunjungan/{ahead.id}/persetujuan", data={"version": ahead.version})
    corrected = desk.post(f"/kunjungan/{ahead.id}/hari", data={"version": ahead.version})

    assert "Betulkan menjadi 24 November 2026" in page
    assert refused.status_code == 409
    assert "masih di depan" in refused.text
    assert corrected.status_code == 303
    assert "sudah sesuai jam kantor" in desk.get(f"/kunjungan/{ahead.id}").text
