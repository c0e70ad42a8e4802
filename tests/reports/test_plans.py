"""How the databases would go about it with a million participations and ten million visits."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace

import pytest
import sqlalchemy as sa

from models.base import db
from models.vocabulary import Role
from tests import factories
from tests.planted_statistics import plan, plant, searched_whole
from tests.reports import many_lives
from wub import clock, unit_of_work
from wub.reports import everybody as reading
from wub.reports.at_hand import worker
from wub.reports.definitions import definitions
from wub.reports.dossiers import rules_of
from wub.reports.everybody import everybody
from wub.reports.histories.asking import Moment
from wub.reports.kept import rebuilding

PAGES = (
    *("/angka-hasil", "/angka-hasil?skpd=DISPERDAGIN", "/angka-hasil?tahun=2018"),
    *("/papan/kohort", "/papan/corong", "/papan/skpd", "/papan/wilayah", "/papan/pendampingan"),
    *("/papan/pameran", "/papan/bapak-angkat", "/papan/biaya", "/papan/mutu-data"),
    *("/papan/mutu-data?skpd=DISPERDAGIN&tahun=2018", "/angka-hasil/ringkasan.xlsx"),
)
OF_PEOPLE = ("participation", "checkup", "visit", "visit_attendee", "aid", "milestone", "action_item")


@pytest.fixture
def million(app, session, monkeypatch):
    settings = app.extensions["wub.settings"]
    monkeypatch.setitem(app.extensions, "wub.settings", replace(settings, remember_figures=True))
    many_lives.build(people=24)
    factories.account(role=Role.SUPERVISOR)
    session.commit()
    with unit_of_work.command():
        rebuilding.rebuild()
    worker.keep_at_hand()
    plant()
    yield
    app.extensions.pop("wub.at_hand", None)


@contextmanager
def statements():
    seen = {}

    def note(_connection, _cursor, statement, parameters, *_about):
        if statement.lstrip().startswith(("SELECT", "WITH")):
            seen[statement] = parameters

    sa.event.listen(db.engine, "before_cursor_execute", note)
    yield seen
    sa.event.remove(db.engine, "before_cursor_execute", note)


@pytest.mark.usefixtures("million")
def test_boards_read_what_is_kept_and_no_table_of_people_from_end_to_end(sign_in):
    """One test, because making the ground takes longer than all pages together."""
    asked = {}
    for role in (Role.EXECUTIVE, Role.SUPERVISOR, Role.OFFICER):
        of = {"agency": factories.agency("DISPERDAGIN")} if role is Role.OFFICER else {}
        reader = sign_in(role, **of)
        with statements() as seen:
            for page in PAGES:
                assert reader.get(page).status_code in (200, 403), page
        asked[role] = seen
    for statement, parameters in {
        one: about for seen in asked.values() for one, about in seen.items()
    }.items():
        assert not searched_whole(plan(statement, parameters)), statement
    for statement in asked[Role.EXECUTIVE]:
        words = statement.replace(",", " ").split()
        assert not {word for word in OF_PEOPLE if word in words}, statement


@pytest.mark.usefixtures("million")
def test_the_worker_reads_some_people_without_going_through_everybody(monkeypatch):
    monkeypatch.setattr(reading, "AT_ONCE", 5)
    rules = rules_of(definitions(clock.today()))
    with statements() as seen:
        assert len(list(everybody(Moment(clock.today()), rules))) > 20
    assert len(seen) > 12
    for statement, parameters in seen.items():
        assert not searched_whole(plan(statement, parameters)), statement
