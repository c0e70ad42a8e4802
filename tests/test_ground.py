"""The ground itself holds: factories need nothing, and tests and requests do not see each other."""

from __future__ import annotations

from datetime import timedelta

import pytest
import sqlalchemy as sa

from models.agency import Agency
from models.base import db
from models.person import Person
from models.vocabulary import Role
from tests import factories
from wub.clock import today

NEED_NOTHING = [name for name in factories.__all__ if name not in ("PASSWORD", "nik", "restart")]


@pytest.mark.parametrize("name", NEED_NOTHING)
def test_every_factory_needs_no_argument(name, session):
    row = getattr(factories, name)()

    session.commit()
    assert sa.inspect(row).persistent


@pytest.mark.parametrize("run", ["first", "second"])
def test_a_test_sees_no_row_of_another(run, session):
    assert session.scalar(sa.select(sa.func.count()).select_from(Person)) == 0
    assert session.scalar(sa.select(sa.func.count()).select_from(Agency)) == 7

    assert factories.person().id == 1
    session.commit()


def test_a_request_sees_what_was_prepared_but_not_through_the_sessions_of_the_test(client, session):
    factories.person(name="Aluh")
    seen = []

    def look(filename):
        seen.extend([db.session.registry(), db.session.scalar(sa.select(Person.name))])
        return filename

    kept = client.application.view_functions["static"]
    client.application.view_functions["static"] = look
    try:
        assert client.get("/static/anything").text == "anything"
    finally:
        client.application.view_functions["static"] = kept
    assert seen[0] is not session.registry()
    assert seen[1] == "Aluh"


def test_time_stands_still_until_it_is_moved(frozen):
    before = today()

    frozen.shift(timedelta(days=31))

    assert (today() - before).days == 31


@pytest.mark.parametrize("role", list(Role))
def test_each_role_can_sign_in(role, sign_in):
    answer = sign_in(role).get("/", follow_redirects=True)

    assert answer.status_code == 200
    assert not answer.request.path.startswith("/masuk")
