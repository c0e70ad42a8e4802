"""One commit at the end of a request that changes something and succeeds; else nothing is kept."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from flask import Flask

from models.agency import Scheme
from models.audit import AuditEntry
from models.base import db
from tests.conftest import new_client
from wub import audit, unit_of_work
from wub.access.guards import public
from wub.errors import Conflict


def _add(code):
    db.session.add(Scheme(code=code, name=f"Skema {code}"))
    db.session.flush()


def _kept(session):
    session.rollback()
    return set(session.scalars(sa.select(Scheme.code).where(Scheme.code.like("T-%"))))


@pytest.fixture
def trying(app: Flask, session, monkeypatch):
    """The same application with a few views that succeed, fail and misbehave."""
    views = {
        "succeed": lambda: (_add("T-1"), "ok")[1],
        "refuse": lambda: (_add("T-2"), ("tidak", 422))[1],
        "conflict": _conflict,
        "broken": _broken,
        "late": _late,
        "keep": _keep,
        "look": _look,
    }
    monkeypatch.setattr(app, "view_functions", dict(app.view_functions))
    monkeypatch.setattr(app, "url_map", _with(app, views))
    for name, view in views.items():
        app.view_functions[f"try.{name}"] = public(_named(view))
    return new_client(app)


def _named(view):
    def call():
        return view()

    return call


def _with(app, views):
    from werkzeug.routing import Rule

    rules = [rule.empty() for rule in app.url_map.iter_rules()]
    rules += [Rule(f"/coba/{name}", endpoint=f"try.{name}", methods=["GET", "POST"]) for name in views]
    return type(app.url_map)(rules, converters=app.url_map.converters)


def _conflict():
    _add("T-3")
    raise Conflict


def _broken():
    _add("T-4")
    raise ZeroDivisionError


def _late():
    """The constraint breaks at the commit, after the view has answered."""
    db.session.add(Scheme(code="WUB", name="Kedua"))
    return "ok"


def _keep():
    unit_of_work.keep()
    audit.record("coba:keep")
    return "tidak", 401


def _look():
    db.session.scalar(sa.select(sa.func.count()).select_from(Scheme))
    return str(unit_of_work.is_writing())


def test_a_successful_change_is_committed(trying, session):
    assert trying.post("/coba/succeed").status_code == 200
    assert _kept(session) == {"T-1"}


def test_a_refused_answer_keeps_nothing(trying, session):
    assert trying.post("/coba/refuse").status_code == 422
    assert _kept(session) == set()


def test_a_raised_refusal_keeps_nothing(trying, session):
    assert trying.post("/coba/conflict").status_code == 409
    assert _kept(session) == set()


def test_an_error_keeps_nothing_and_shows_no_traceback(trying, session):
    trying.application.config["PROPAGATE_EXCEPTIONS"] = False

    answer = trying.post("/coba/broken")

    assert answer.status_code == 500
    assert "ZeroDivisionError" not in answer.text
    assert _kept(session) == set()


def test_a_constraint_that_breaks_at_the_commit_is_a_conflict_not_a_crash(trying, session):
    from models.agency import Scheme as Kept

    if session.scalar(sa.select(Kept.id).where(Kept.code == "WUB")) is None:
        _add("WUB")

    assert trying.post("/coba/late").status_code == 409


def test_reading_never_writes(trying, session):
    with pytest.raises(unit_of_work.WriteInReading):
        trying.get("/coba/succeed")

    assert _kept(session) == set()


def test_what_must_be_kept_is_kept_although_the_request_is_refused(trying, session):
    assert [trying.get("/coba/keep").status_code, trying.post("/coba/keep").status_code] == [401, 401]

    session.rollback()
    assert session.scalars(sa.select(AuditEntry.action)).all() == ["coba:keep", "coba:keep"]


def test_only_requests_that_change_something_take_the_write_lock(trying):
    assert (trying.get("/coba/look").text, trying.post("/coba/look").text) == ("False", "True")


def test_a_command_keeps_all_or_nothing(session):
    with unit_of_work.command():
        _add("T-5")
    with pytest.raises(ZeroDivisionError), unit_of_work.command():
        _broken()

    assert _kept(session) == {"T-5"}  # and not T-4
    assert not unit_of_work.is_writing()
