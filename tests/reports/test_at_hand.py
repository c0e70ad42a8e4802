"""A large register: boards are computed by the worker, read by the pages, and say of which time they are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from models import KeptPart, KeptStanding
from models.vocabulary import Role
from tests import factories
from tests.reports import city, many_lives
from wub import audit, clock, working
from wub.reports import remembered, workbook
from wub.reports.at_hand import worker
from wub.reports.at_hand.keeping import FIGURES, MADE_BY
from wub.reports.at_hand.opening import AtHand, at_hand, newest
from wub.reports.at_hand.tracing import to_trace
from wub.reports.plain import to_plain
from wub.reports.remembered import NotYetComputed, OnlyAsSnapshot, remembered_standing
from wub.reports.scopes import CITY, Scope
from wub.reports.standing import standing

PAGES = (
    *("/papan/kohort", "/papan/corong", "/papan/skpd", "/papan/wilayah", "/papan/pendampingan"),
    *("/papan/pameran", "/papan/bapak-angkat", "/papan/biaya", "/papan/mutu-data"),
)


@pytest.fixture
def large(app, monkeypatch):
    """Every register counts as large, and nothing is computed while somebody waits."""
    settings = app.extensions["wub.settings"]
    monkeypatch.setitem(app.extensions, "wub.settings", replace(settings, remember_figures=True))
    monkeypatch.setattr(remembered, "MOST_WHILE_WAITING", 0)
    monkeypatch.setattr(worker, "FEW", 0)
    monkeypatch.setattr(remembered, "standing", lambda _day: pytest.fail("computed while somebody waits"))
    for name in ("wub.standings", "wub.at_hand"):
        monkeypatch.delitem(app.extensions, name, raising=False)
    yield
    for name in ("wub.standings", "wub.at_hand"):
        app.extensions.pop(name, None)


def changed(session):
    audit.record("checkup:record")
    session.commit()


def told(thing):
    """As the kept bytes tell it; what lies in a mapping has no order."""
    return ordered(to_plain(thing))


def ordered(plain):
    if isinstance(plain, list):
        return [ordered(one) for one in plain]
    if not isinstance(plain, dict):
        return plain
    found = {name: ordered(value) for name, value in plain.items()}
    if found.get("~") in ("map", "tally"):
        found["of"] = sorted(found["of"], key=str)
    return found


@pytest.mark.usefixtures("large")
class TestReading:
    def test_what_is_read_is_what_was_computed(self, session):
        many_lives.build(people=24)
        session.commit()
        computed = standing(clock.today())
        worker.keep_at_hand()
        read = remembered_standing(clock.today())
        assert isinstance(read, AtHand)
        assert told(read.report) == told(computed.report)
        for one in computed.figures:
            assert told(read.figure(one.indicator, one.scope)) == told(one)
        for name, board in computed.boards.items():
            assert told(read.boards[name]) == told(board)
        assert workbook.summary(read) == workbook.summary(computed)

    def test_pages_read_no_row_of_the_register(self, session, sign_in):
        many_lives.build(people=24)
        session.commit()
        worker.keep_at_hand()
        executive = sign_in(Role.EXECUTIVE)
        seen: list[str] = []
        engine = session.get_bind()
        sa.event.listen(engine, "before_cursor_execute", lambda *about: seen.append(about[2]))
        for page in PAGES:
            assert "Keadaan 24 Nov 2026 10.00 WITA" in executive.get(page).text
        for large_table in ("participation", "checkup", "visit", "person", "milestone", "aid", "staged_row"):
            assert not [one for one in seen if f"FROM {large_table}" in one or f"JOIN {large_table} " in one]

    def test_a_page_reads_only_the_scope_it_shows(self, session, sign_in, app):
        many_lives.build(people=24)
        session.commit()
        worker.keep_at_hand()
        sign_in(Role.SUPERVISOR).get("/papan/wilayah?skpd=DISPERDAGIN")
        read = at_hand(newest()).parts._read
        assert {code for name, code in read if name == "areas"} == {"", "DISPERDAGIN"}
        assert not [one for one in read if one[0] == FIGURES]

    def test_at_midnight_yesterday_is_told_until_today_is_computed(self, session, sign_in, frozen):
        city.twenty()
        session.commit()
        worker.keep_at_hand()
        frozen.shift(timedelta(days=1))
        shown = sign_in(Role.EXECUTIVE).get("/papan/skpd").text
        assert "Keadaan 24 Nov 2026 10.00 WITA" in shown
        assert "tanggal=" not in shown

    def test_before_the_first_time_a_page_says_so(self, session, sign_in):
        city.twenty()
        session.commit()
        answer = sign_in(Role.EXECUTIVE).get("/papan/skpd")
        assert answer.status_code == 503
        assert "sedang dihitung untuk pertama kali" in answer.text
        with pytest.raises(NotYetComputed):
            remembered_standing(clock.today())

    def test_other_days_are_asked_for_as_snapshots(self, session, sign_in):
        city.twenty()
        session.commit()
        worker.keep_at_hand()
        answer = sign_in(Role.EXECUTIVE).get(f"/papan/skpd?tanggal={city.AS_OF}")
        assert answer.status_code == 422
        assert "minta potret untuk hari itu" in answer.text
        with pytest.raises(OnlyAsSnapshot):
            remembered_standing(city.AS_OF)

    def test_what_another_version_kept_is_not_read(self, session):
        city.twenty()
        session.commit()
        worker.keep_at_hand()
        session.execute(sa.update(KeptStanding).values(made_by=f"{MADE_BY}-older"))
        session.commit()
        assert newest() is None


@pytest.mark.usefixtures("large")
class TestWorker:
    def test_it_computes_once_and_again_after_a_change_and_a_pause(self, session, app, frozen):
        city.twenty()
        changed(session)
        assert worker.work_off(app) == 1
        assert worker.work_off(app) == 0
        city.succeed(1)
        changed(session)
        assert worker.work_off(app) == 0
        frozen.shift(timedelta(minutes=5))
        assert worker.work_off(app) == 1
        assert remembered_standing(clock.today()).report.city.count.n == 21

    def test_looking_is_no_change(self, session, app, frozen):
        city.twenty()
        changed(session)
        worker.work_off(app)
        for action in remembered.ONLY_LOOKED:
            audit.record(action)
        session.commit()
        frozen.shift(timedelta(minutes=5))
        assert worker.work_off(app) == 0

    def test_a_new_day_is_computed_without_a_change(self, session, app, frozen):
        city.twenty()
        session.commit()
        worker.work_off(app)
        frozen.shift(timedelta(days=1))
        assert worker.work_off(app) == 1

    def test_a_small_register_is_left_to_its_pages(self, session, app, monkeypatch):
        monkeypatch.setattr(worker, "FEW", 3000)
        city.twenty()
        changed(session)
        assert worker.work_off(app) == 0

    def test_what_was_kept_is_forgotten_when_a_register_has_become_small(self, session, app, monkeypatch):
        city.twenty()
        session.commit()
        worker.work_off(app)
        monkeypatch.setattr(worker, "FEW", 3000)
        worker.work_off(app)
        assert newest() is None
        assert session.scalar(sa.select(sa.func.count()).select_from(KeptPart)) == 0

    def test_only_the_last_two_stay(self, session):
        city.twenty()
        session.commit()
        for _ in range(4):
            worker.keep_at_hand()
        kept = session.scalars(sa.select(KeptStanding.id)).all()
        assert len(kept) == 2
        assert set(session.scalars(sa.select(KeptPart.standing_id))) == set(kept)

    def test_imports_do_not_wait_for_figures(self, app, monkeypatch):
        from threading import Event

        stop, imported = Event(), Event()
        monkeypatch.setattr(
            "wub.reports.at_hand.worker.work_off", lambda _app: imported.wait() and stop.set()
        )
        monkeypatch.setattr("wub.reports.snapshots.worker.work_off", lambda _app: 0)
        monkeypatch.setattr("wub.importing.worker.work_off", lambda _app: imported.set())
        working.keep_working(app, stop)
        assert stop.is_set()


@pytest.mark.usefixtures("large")
class TestTracing:
    def people(self):
        """Six who are not known, one of them enrolled twice."""
        for office in ("DISPERDAGIN", "DINSOS"):
            for number in range(3):
                city.enrol(factories.person(name=f"Ibu {office} {number}"), agency=office)
        twice = factories.person(name="Ibu Dua Kali")
        for office in ("DISPERDAGIN", "DINSOS"):
            city.enrol(twice, agency=office)

    def test_the_list_is_that_of_everybody_counted_now(self, session):
        self.people()
        session.commit()
        supervisor = factories.account(role=Role.SUPERVISOR)
        worker.keep_at_hand()
        read, counted = remembered_standing(clock.today()), standing(clock.today())
        for scope in (CITY, Scope("DINSOS"), *(line.scope for line in counted.report.lines)):
            wanted = to_trace(counted, scope, supervisor)
            found = to_trace(read, scope, supervisor)
            people = list(found.people)
            assert found.number == wanted.number == len(people)
            assert {one.person_id for one in people} == {one.person_id for one in wanted.people}

    def test_an_officer_is_told_of_the_own_office(self, session):
        self.people()
        session.commit()
        officer = factories.account(role=Role.OFFICER, agency=factories.agency("DINSOS"))
        worker.keep_at_hand()
        found = to_trace(remembered_standing(clock.today()), CITY, officer)
        assert {one.name for one in found.people} == {
            *(f"Ibu DINSOS {number}" for number in range(3)),
            "Ibu Dua Kali",
        }
        assert found.number == 4

    def test_the_page_shows_the_first_and_the_file_everybody(self, session, sign_in):
        self.people()
        session.commit()
        worker.keep_at_hand()
        supervisor = sign_in(Role.SUPERVISOR)
        assert "Unduh daftar telusur (7 orang)" in supervisor.get("/papan/mutu-data").text
        rows = supervisor.get("/papan/mutu-data/telusuri.csv").data.decode("utf-8-sig").splitlines()
        assert len(rows) == 8


def test_a_middling_register_computes_what_no_worker_has_kept(session, app, monkeypatch):
    settings = app.extensions["wub.settings"]
    monkeypatch.setitem(app.extensions, "wub.settings", replace(settings, remember_figures=True))
    monkeypatch.delitem(app.extensions, "wub.standings", raising=False)
    city.twenty()
    session.commit()
    assert remembered_standing(clock.today()).kept_at is None
    assert remembered_standing(date(2020, 6, 30)).report.city.success.n == 20
    worker.keep_at_hand()
    assert remembered_standing(clock.today()).kept_at is not None
    app.extensions.pop("wub.standings")
    app.extensions.pop("wub.at_hand")
