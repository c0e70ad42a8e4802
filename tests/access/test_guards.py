"""Closed by default."""

from __future__ import annotations

import pytest
from flask import Blueprint

from models.vocabulary import Role
from wub import create_app
from wub.access.guards import Undeclared, declared, may, public, requires
from wub.access.permissions import Permission


def test_a_view_without_a_policy_stops_the_start(app, monkeypatch):
    blueprint = Blueprint("lupa", __name__)
    blueprint.add_url_rule("/lupa", "page", lambda: "terbuka")
    monkeypatch.setattr("wub._features", lambda made: made.register_blueprint(blueprint))

    with pytest.raises(Undeclared, match=r"lupa\.page"):
        create_app(app.extensions["wub.settings"])


def test_a_guard_that_names_nothing_is_a_mistake():
    with pytest.raises(Undeclared):
        requires()


def test_every_view_says_what_it_needs(app):
    assert [name for name in app.view_functions if declared(app, name) is None] == []


def test_public_views_are_few_and_known(app):
    """Whoever opens another page to everybody says so here."""
    open_to_all = {name for name in app.view_functions if declared(app, name) == frozenset()}

    assert open_to_all <= {
        "access.health",
        "access.sign_in",
        "access.start_session",
        "bootstrap.static",
        "offline.file",
        "offline.manifest",
        "offline.shell",
        "offline.words",
        "offline.worker",
        "pages.set_language",
        "pages.set_theme",
        "static",
        "visits.answer_confirmation",
        "visits.confirmation",  # the own phone of a participant, who has no account
    }


def test_a_view_that_appears_after_the_start_is_closed(app, sign_in, monkeypatch):
    client = sign_in(Role.SUPERVISOR)
    monkeypatch.setattr(app, "view_functions", app.view_functions | {"access.home": lambda: "terbuka"})

    assert client.get("/").status_code == 403


def test_nobody_is_sent_to_sign_in_and_programs_are_told(client):
    page = client.get("/sandi")
    program = client.get("/sandi", headers={"Accept": "application/json"})

    assert page.status_code == 302
    assert page.location == "/masuk?next=/sandi"
    assert (program.status_code, program.json["code"]) == (401, "sesi_berakhir")


def test_what_is_absent_looks_the_same_to_everybody(client, sign_in):
    anonymous = client.get("/tidak-ada")
    administrator = sign_in(Role.ADMINISTRATOR)

    assert anonymous.status_code == 404
    absent = administrator.get("/tidak-ada", headers={"Accept": "application/json"})
    no_such_row = administrator.get("/akun/99999", headers={"Accept": "application/json"})
    assert (absent.status_code, absent.json) == (no_such_row.status_code, no_such_row.json)


def test_a_wrong_method_is_told_apart_from_an_absent_page(client):
    answer = client.get("/keluar")

    assert answer.status_code == 405
    assert "POST" in answer.headers["Allow"]


def test_menus_ask_by_the_name_of_the_permission(app):
    from flask import g

    with app.test_request_context():
        g.permissions = frozenset({Permission.VISIT_LOG})
        assert may("visit:log")
        assert not may(Permission.VISIT_REVIEW)
        with pytest.raises(ValueError, match="visit:delete"):
            may("visit:delete")


def test_the_mark_of_a_guard_is_data():
    @requires(Permission.VISIT_LOG, Permission.VISIT_READ)
    def view() -> str:
        return ""

    @public
    def door() -> str:
        return ""

    assert view.permissions == {Permission.VISIT_LOG, Permission.VISIT_READ}
    assert door.is_public
