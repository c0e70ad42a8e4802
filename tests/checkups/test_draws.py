"""A draw is announced, drawn once from what was recorded, and handed to somebody independent."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import UUID, uuid4

import pytest
import sqlalchemy as sa

from models.audit import AuditEntry
from models.vocabulary import Role, Status, Verification
from tests import factories
from wub.checkups import agreement, draw_actions, draw_queries, refusals
from wub.checkups.draw_actions import DrawDraft
from wub.checkups.draw_queries import DrawnFilter, DrawnState, Officers
from wub.errors import StaleVersion

OCTOBER = DrawDraft(date(2026, 10, 1), date(2026, 10, 31), "2719", "Berita acara rapat 1 Oktober")
IN_OCTOBER = datetime(2026, 10, 14, 3, tzinfo=UTC)


@pytest.fixture
def supervisor(session):
    return factories.account(role=Role.SUPERVISOR)


@pytest.fixture
def mentor(session):
    return factories.account(role=Role.CONSULTANT)


@pytest.fixture
def officer(session):
    return factories.account(role=Role.OFFICER, agency=factories.agency())


def recorded(mentor, number=1, **values):
    """Checkups with keys that are the same in every run."""
    given = {"recorded_by": mentor, "created_at": IN_OCTOBER}
    return [
        factories.checkup(client_key=UUID(int=mentor.id * 1000 + place), **(given | values))
        for place in range(number)
    ]


def announced(by, draft=OCTOBER):
    return draw_actions.announce(draft, key=uuid4(), by=by)


def run(by, draft=OCTOBER):
    made = announced(by, draft)
    return made, draw_actions.draw(made, version=made.version, by=by)


def test_the_same_seed_draws_the_same_on_every_database(supervisor, session):
    mentor = factories.account(id=41, role=Role.CONSULTANT)
    found = {one.id: one.client_key.int for one in recorded(mentor, 30)}

    _made, lines = run(supervisor)

    assert [found[line.checkup_id] for line in lines] == [41011, 41028, 41007]


def test_only_what_needs_a_second_look_is_drawn(supervisor, mentor):
    (kept,) = recorded(mentor)
    other = factories.account(role=Role.CONSULTANT)
    for values in (
        {"verification": int(Verification.OFFICER)},
        {"reconstructed": True},
        {"status": Status.NOT_ASKED, "sales": None},
        {"status": Status.DIED},
        {"recheck_of": kept},
        {"created_at": datetime(2026, 9, 30, 15, 59, tzinfo=UTC)},  # still September in Banjarmasin
        {"created_at": datetime(2026, 10, 31, 16, tzinfo=UTC)},  # already November
    ):
        factories.checkup(**({"recorded_by": other, "created_at": IN_OCTOBER} | values))

    assert [one.id for one in draw_queries.frame(OCTOBER.since, OCTOBER.until)] == [kept.id]


def test_a_draw_waits_for_the_end_of_its_period(supervisor, mentor):
    recorded(mentor)
    running = announced(supervisor, DrawDraft(date(2026, 11, 1), date(2026, 11, 30), "1", "Rapat"))

    with pytest.raises(refusals.PeriodRuns):
        draw_actions.draw(running, version=running.version, by=supervisor)


def test_nothing_recorded_means_nothing_drawn(supervisor):
    made = announced(supervisor)

    with pytest.raises(refusals.NothingToDraw):
        draw_actions.draw(made, version=made.version, by=supervisor)


def test_a_draw_happens_once_and_is_written_down(supervisor, mentor, session):
    recorded(mentor, 3)
    made, lines = run(supervisor)

    with pytest.raises(refusals.DrawnAlready):
        draw_actions.draw(made, version=made.version, by=supervisor)
    entry = session.scalars(sa.select(AuditEntry).where(AuditEntry.action == "recheck:draw")).one()
    assert entry.changes["seed"] == "2719"
    assert entry.changes["drawn"] == [line.checkup_id for line in lines]
    assert made.frame == {str(mentor.id): [str(UUID(int=mentor.id * 1000 + place)) for place in range(3)]}


def test_a_second_draw_of_the_same_days_needs_a_reason(supervisor, mentor):
    recorded(mentor)
    first, _lines = run(supervisor)
    week = DrawDraft(date(2026, 10, 26), date(2026, 11, 1), "99", "Rapat")

    with pytest.raises(refusals.DrawnBefore):
        announced(supervisor, week)
    again = announced(supervisor, DrawDraft(week.since, week.until, "99", "Rapat", "Dua petugas sakit"))

    assert draw_queries.overlapping(again.since, again.until, without=again.id) == [first]


def test_sent_twice_a_draw_is_announced_once(supervisor):
    key = uuid4()

    assert draw_actions.announce(OCTOBER, key=key, by=supervisor) is draw_actions.announce(
        OCTOBER, key=key, by=supervisor
    )


def test_two_who_draw_at_once_draw_once(supervisor, mentor):
    recorded(mentor)
    made = announced(supervisor)

    with pytest.raises(StaleVersion):
        draw_actions.draw(made, version=made.version + 1, by=supervisor)


def test_it_goes_to_an_officer_who_neither_mentored_nor_recorded(supervisor, officer):
    former = factories.account(role=Role.OFFICER, agency=factories.agency())
    (first,) = recorded(former)
    factories.assignment(
        participation_id=first.participation_id,
        consultant=(once := factories.account(role=Role.OFFICER, agency=factories.agency())),
    )
    elsewhere = factories.account(role=Role.OFFICER, agency=factories.agency("DKP3"))

    made, (line,) = run(supervisor)
    (row,) = draw_queries.drawn(DrawnFilter(made.id), supervisor)

    assert line.officer_id == officer.id
    offered = Officers([row.participation_id]).eligible(
        agency_id=row.agency_id, participation_id=row.participation_id, recorded_by_id=row.recorded_by_id
    )
    assert [number for number, _name in offered] == [officer.id, supervisor.id]
    for wrong in (former, once, elsewhere):
        with pytest.raises(refusals.NotIndependent):
            draw_actions.hand_out(made, {line.id: wrong.id}, by=supervisor)
    assert draw_actions.hand_out(made, {line.id: supervisor.id}, by=supervisor) == 1
    assert line.officer_id == supervisor.id


def test_a_drawn_checkup_waits_is_done_or_cannot_be_done(supervisor, mentor, officer):
    recorded(mentor)
    made, (line,) = run(supervisor)

    def state():
        (row,) = draw_queries.drawn(DrawnFilter(made.id), officer)
        return row.state

    assert state() is DrawnState.WAITING
    draw_actions.set_aside(line, because="Pindah ke Palangka Raya", version=line.version, by=officer)
    assert (state(), line.impossible_on) == (DrawnState.IMPOSSIBLE, date(2026, 11, 24))
    draw_actions.set_aside(line, because=None, version=line.version, by=officer)
    assert state() is DrawnState.WAITING
    factories.checkup(
        recheck_of_id=line.checkup_id, recorded_by=officer, verification=int(Verification.PHONE)
    )
    assert state() is DrawnState.WAITING  # by telephone nothing was seen
    factories.checkup(
        recheck_of_id=line.checkup_id,
        recorded_by=officer,
        verification=int(Verification.OFFICER),
        status=Status.CLOSED,
    )
    assert state() is DrawnState.DONE
    found = agreement.of_status(row.pair for row in draw_queries.drawn(DrawnFilter(made.id), officer))
    assert (found.drawn, found.known, found.same) == (1, 1, 0)


def test_officers_see_what_was_drawn_of_their_own_office(supervisor, mentor, officer):
    recorded(mentor)
    made, (line,) = run(supervisor)
    elsewhere = factories.account(role=Role.OFFICER, agency=factories.agency("DKP3"))

    assert [
        row.id for row in draw_queries.drawn(DrawnFilter(officer_id=officer.id, waiting=True), officer)
    ] == [line.id]
    assert draw_queries.drawn(DrawnFilter(made.id), elsewhere) == []
