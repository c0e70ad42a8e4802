"""A test client whose requests are as separate from the test as a browser's are."""

from __future__ import annotations

from contextvars import Context
from typing import Any

from flask import has_app_context
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from models.account import Account
from models.base import db
from wub.access import sessions


class SeparateClient(FlaskClient):
    """Keeps what the test has prepared, then asks in a context without the test's session and `g`.

    Within one application context Flask would share both, and a test would see rows that a user would not.
    `with client:` does not work here: read the answer instead.
    """

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        if not has_app_context():
            return super().open(*args, **kwargs)  # following a redirect, already outside the test
        db.session.commit()  # and expires what the test holds: afterwards it reads what the request left
        answer: TestResponse = Context().run(super().open, *args, **kwargs)
        return answer


def sign_in_as(account: Account, client: SeparateClient) -> SeparateClient:
    """Signs in without the form, which has tests of its own."""
    db.session.commit()
    identity = account.id
    app = client.application

    def start() -> None:
        with client.session_transaction() as cookie, app.test_request_context():
            from flask import session

            reader = db.session.get(Account, identity)
            assert reader is not None
            sessions.start(reader)
            cookie.clear()
            cookie.update(dict(session))

    Context().run(start)
    return client
