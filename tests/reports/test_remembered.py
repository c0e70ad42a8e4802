"""Boards are computed once, and anew as soon as anything is recorded."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from models.vocabulary import Role
from tests.reports import city
from wub import audit, clock
from wub.reports import remembered
from wub.reports.remembered import MOST, remembered_standing


@pytest.fixture
def remembering(app, monkeypatch):
    """The application as it is outside tests; tells for which days a standing was computed."""
    settings = app.extensions["wub.settings"]
    monkeypatch.setitem(app.extensions, "wub.settings", replace(settings, remember_figures=True))
    monkeypatch.delitem(app.extensions, "wub.standings", raising=False)
    computed = []
    original = remembered.standing
    monkeypatch.setattr(remembered, "standing", lambda day: computed.append(day) or original(day))
    yield computed
    app.extensions.pop("wub.standings", None)


def test_the_same_question_is_computed_once(session, remembering):
    city.twenty()
    assert remembered_standing(city.AS_OF) is remembered_standing(city.AS_OF)
    assert remembering == [city.AS_OF]


def test_what_is_recorded_is_in_the_next_answer(session, remembering):
    city.twenty()
    before = remembered_standing(city.AS_OF).report.city.success.success
    city.succeed(1)
    audit.record("checkup:record")
    session.flush()
    assert remembered_standing(city.AS_OF).report.city.success.success == before + 1


def test_looking_and_downloading_change_nothing(session, remembering):
    remembered_standing(city.AS_OF)
    for action in remembered.ONLY_LOOKED:
        audit.record(action)
    session.flush()
    remembered_standing(city.AS_OF)
    assert len(remembering) == 1


def test_a_new_day_is_another_question(session, remembering, frozen):
    today = clock.today()
    remembered_standing(today)
    frozen.shift(timedelta(days=1))
    remembered_standing(today)
    assert len(remembering) == 2


def test_only_a_few_are_kept(session, remembering, app):
    for back in range(MOST + 2):
        remembered_standing(city.AS_OF - timedelta(days=back))
    assert len(app.extensions["wub.standings"]._kept) == MOST


def test_a_board_shows_what_was_just_recorded(session, sign_in, remembering):
    supervisor = sign_in(Role.SUPERVISOR)
    city.twenty()
    session.commit()
    assert ">20<" in supervisor.get(f"/papan/skpd?tanggal={city.AS_OF}").text
    city.lose(1)
    audit.record("participation:enrol")
    session.commit()
    assert ">21<" in supervisor.get(f"/papan/skpd?tanggal={city.AS_OF}").text
