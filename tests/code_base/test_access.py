"""Nobody gets further than the approved table says, and reading changes nothing."""

from __future__ import annotations

from functools import partial

import pytest
import sqlalchemy as sa

from models.base import db
from models.vocabulary import Role
from tests import factories
from tests.code_base.access_table import APPROVED, Door, doors, table
from tests.conftest import new_client
from tests.test_ground import NEED_NOTHING
from wub.access.guards import declared

# Reading that leaves a trace on purpose: what left the house is written down.
RECORDED_DOWNLOADS = {
    "offline.provisions",  # fills up the confirmations issued ahead
    "reports.one_page",
    "reports.people_to_trace",
    "reports.snapshot_brief",
    "reports.snapshot_workbook",
    "reports.summary",
}
CHANGES = ("INSERT", "UPDATE", "DELETE", "REPLACE", "CREATE", "DROP", "ALTER", "TRUNCATE")
ONE_OF_EACH = {"int": "1", "uuid": "00000000-0000-7000-8000-000000000000"}


def test_every_view_is_guarded_or_public(app):
    assert [endpoint for endpoint in app.view_functions if declared(app, endpoint) is None] == []


def test_the_guards_let_in_whom_the_approved_table_names(app, sign_in, request):
    accounts = {role: factories.account(role=role) for role in Role}

    # A new session for every question, because one of the doors signs out.
    found = table(app, lambda role: sign_in(accounts[role]))

    if request.config.getoption("approve"):
        APPROVED.write_text(found, encoding="utf-8")
    assert found.splitlines() == APPROVED.read_text(encoding="utf-8").splitlines(), (
        "the access table has changed; if that is meant, run `python -m tests.code_base.access_table`"
    )


@pytest.mark.parametrize("role", list(Role))
def test_reading_changes_nothing_and_fails_nowhere(app, role, sign_in, session):
    for name in NEED_NOTHING:
        getattr(factories, name)()
    client = sign_in(role)
    readable = [door for door in doors(app, ONE_OF_EACH) if door.method == "GET"]
    changes: list[str] = []
    watch = partial(_note_changes, changes)
    sa.event.listen(db.engine, "before_cursor_execute", watch)
    try:
        answers = {door: client.get(door.address).status_code for door in readable if not _recorded(door)}
    finally:
        sa.event.remove(db.engine, "before_cursor_execute", watch)

    assert changes == []
    assert [door for door, status in answers.items() if status >= 500] == []


def test_who_has_not_signed_in_sees_nothing(app, session):
    client = new_client(app)
    closed = [door for door in doors(app) if declared(app, door.endpoint)]

    assert [
        door for door in closed if not _sent_to_sign_in(client.open(door.address, method=door.method))
    ] == []


def _recorded(door: Door) -> bool:
    return door.endpoint in RECORDED_DOWNLOADS


def _sent_to_sign_in(answer) -> bool:
    return answer.status_code == 401 or "/masuk" in answer.headers.get("Location", "")


def _note_changes(changes: list[str], _connection, _cursor, statement: str, *_rest: object) -> None:
    if statement.lstrip().upper().startswith(CHANGES):
        changes.append(statement)
