"""Several visits judged at once: each by itself, and what was left out is told with its reason."""

from __future__ import annotations

from datetime import date, time, timedelta
from uuid import uuid4

import pytest
import sqlalchemy as sa

from models import AuditEntry, Visit
from models.vocabulary import Role, VisitState
from tests import factories
from tests.visits.drafts import consultant, draft_for, mentored_by
from wub.pages.paging import Place
from wub.visits import actions, review_actions, review_queries
from wub.visits.integrity import Sign
from wub.visits.queries import WAITING, VisitFilter


@pytest.fixture
def supervisor(session):
    return factories.account(role=Role.SUPERVISOR)


@pytest.fixture
def client(supervisor, sign_in):
    return sign_in(supervisor)


def tick(*visits):
    return [f"{one.id}:{one.version}" for one in visits]


def sent(client, what, ticked, **more):
    return client.post(
        "/tinjauan-kunjungan/bersama",
        data={"tindakan": what, "kunjungan": ticked} | more,
        follow_redirects=True,
    )


def test_all_that_were_ticked_are_approved(client, session, supervisor):
    visits = [factories.visit(consultant=consultant()) for _ in range(3)]
    other = factories.visit(consultant=consultant())

    answer = sent(client, "setujui", tick(*visits))

    assert "3 kunjungan disetujui." in answer.text
    assert {one.state for one in visits} == {VisitState.APPROVED}
    assert {one.reviewed_by_id for one in visits} == {supervisor.id}
    assert other.state is VisitState.SENT
    entries = session.scalars(sa.select(AuditEntry.subject_id).where(AuditEntry.action == "visit:approve"))
    assert set(entries) == {one.id for one in visits}


def test_those_looked_at_wait_further(client):
    visits = [factories.visit(consultant=consultant()) for _ in range(2)]

    assert "2 kunjungan ditandai sedang diperiksa." in sent(client, "lihat", tick(*visits)).text
    assert {one.state for one in visits} == {VisitState.REVIEWED}


def test_one_that_may_not_be_judged_keeps_none_from_it(session, sign_in):
    both = factories.account(role=Role.SUPERVISOR, name="Penyelia Contoh")
    mentor = consultant(name="Konsultan Contoh")
    good = factories.visit(consultant=mentor)
    own = factories.visit(consultant=both, held_on=date(2026, 11, 19))
    mine = actions.log_visit(draft_for(mentored_by(mentor)), key=uuid4(), by=mentor, entered_by=both)
    changed = factories.visit(consultant=mentor)
    returned = factories.visit(consultant=mentor, state=VisitState.RETURNED)
    ticked = [*tick(good, own, mine, returned), f"{changed.id}:{changed.version + 1}"]

    answer = sent(sign_in(both), "setujui", ticked)

    assert "1 kunjungan disetujui." in answer.text
    assert "Kunjungan sendiri tidak boleh diperiksa sendiri." in answer.text
    assert "19 Nov 2026 Penyelia Contoh" in answer.text
    assert "masuk lewat impor Anda sendiri" in answer.text
    assert "baru saja diubah orang lain" in answer.text
    assert "tidak sedang menunggu pemeriksaan" in answer.text
    assert good.state is VisitState.APPROVED
    states = {one.state for one in (own, mine, changed)}
    assert states == {VisitState.SENT}


def test_a_change_in_the_very_moment_is_refused_for_that_visit_alone(supervisor, session):
    one, other = (factories.visit(consultant=consultant()) for _ in range(2))
    ticked = [(one, one.version), (other, other.version)]
    session.execute(
        sa.update(Visit.__table__).where(Visit.__table__.c.id == one.id).values(version=one.version + 1)
    )

    judged = review_actions.judge_each(review_actions.approve, ticked, by=supervisor)

    assert [done.id for done in judged.done] == [other.id]
    assert [(number, refusal.code) for number, refusal in judged.refused] == [(one.id, "versi_lama")]


@pytest.mark.parametrize("nonsense", [[], ["x"], ["1:2:3"], ["999999999:1"]])
def test_nothing_ticked_changes_nothing(client, nonsense):
    visit = factories.visit(consultant=consultant())

    answer = sent(client, "setujui", nonsense)

    assert answer.status_code == 200
    assert visit.state is VisitState.SENT


def test_consultants_and_officers_cannot(sign_in):
    visit = factories.visit(consultant=consultant())
    for role in (Role.OFFICER, Role.CONSULTANT, Role.EXECUTIVE):
        assert sent(sign_in(role), "setujui", tick(visit)).status_code == 403


def test_the_queue_shows_one_visit_beside_the_list_and_goes_on_to_the_next(client, session):
    mentor = consultant()
    first, second = (factories.visit(consultant=mentor, held_on=date(2026, 11, day)) for day in (17, 18))

    page = client.get("/tinjauan-kunjungan")
    assert page.text.index(f"buka={first.id}") < page.text.index(f"buka={second.id}")
    assert "17 November 2026" in page.text
    step = {"version": first.version, "lanjut": f"/tinjauan-kunjungan?buka={second.id}"}
    answer = client.post(f"/kunjungan/{first.id}/persetujuan", data=step, follow_redirects=True)
    assert "18 November 2026" in answer.text
    assert f"buka={first.id}" not in answer.text


def test_a_returned_visit_without_a_reason_says_so_and_loses_nothing(client):
    visit = factories.visit(consultant=consultant())

    answer = client.post(f"/kunjungan/{visit.id}/pengembalian", data={"version": visit.version, "reason": ""})

    assert answer.status_code == 422
    assert "Tulis apa yang harus diperbaiki" in answer.text


@pytest.mark.parametrize("query", ["buka=x", "buka=999999999", "tanda=apa", "dari=kemarin", "sesudah=x"])
def test_an_address_that_makes_no_sense_shows_the_queue(client, query):
    factories.visit(consultant=consultant())

    assert client.get(f"/tinjauan-kunjungan?{query}").status_code == 200


def test_the_queue_is_narrowed_by_state_consultant_office_period_and_question(client, supervisor):
    mentor = consultant()
    short = factories.visit(consultant=mentor, ends_at=time(9, 5), held_on=date(2026, 11, 18))
    factories.visit(consultant=consultant(), held_on=date(2026, 11, 19))
    approved = factories.visit(consultant=mentor, state=VisitState.APPROVED)

    def shown(query):
        text = client.get(f"/tinjauan-kunjungan?{query}").text
        return {one.id for one in (short, approved) if f'value="{one.id}:' in text}

    assert shown("") == {short.id}
    assert shown("keadaan=disetujui") == {approved.id}
    assert shown(f"konsultan={mentor.id}&tanda=singkat") == {short.id}
    assert shown("dari=2026-11-19") == set()
    assert shown(f"skpd={factories.agency('DLH').id}") == set()


def test_pages_by_question_go_on_past_visits_without_it(session, supervisor, monkeypatch):
    """What the database proposes and the rule declines makes a page shorter, never the end of the list."""
    monkeypatch.setattr(review_queries, "may_show", lambda _sign: sa.true())
    mentor = consultant()
    start = date(2026, 9, 1)
    visits = [
        factories.visit(
            consultant=mentor,
            held_on=start + timedelta(days=day),
            ends_at=time(9, 5) if day in (1, 25) else time(10),
        )
        for day in range(30)
    ]
    wanted = VisitFilter(states=WAITING)

    first = review_queries.queue(wanted, Sign.SHORT, supervisor, place=Place(size=5))
    assert [row.id for row in first.page.rows] == [visits[1].id]
    second = review_queries.queue(wanted, Sign.SHORT, supervisor, place=Place(after=first.page.next, size=5))
    assert [row.id for row in second.page.rows] == [visits[25].id]
    back = review_queries.queue(
        wanted, Sign.SHORT, supervisor, place=Place(before=second.page.previous, size=5)
    )
    assert [row.id for row in back.page.rows] == [visits[1].id]


def test_a_page_of_the_queue_asks_a_fixed_number_of_questions(session, supervisor):
    asked = []
    listener = lambda *args: asked.append(args[2])  # noqa: E731
    counts = []
    for more in (2, 20):
        for _ in range(more):
            factories.visit(
                consultant=consultant(), advice=f"Catatan panjang yang dibandingkan nomor {more} " * 3
            )
        session.flush()
        asked.clear()
        sa.event.listen(session.get_bind(), "before_cursor_execute", listener)
        review_queries.queue(VisitFilter(states=WAITING), None, supervisor, place=Place())
        sa.event.remove(session.get_bind(), "before_cursor_execute", listener)
        counts.append(len(asked))

    assert counts[1] <= counts[0] + 2
