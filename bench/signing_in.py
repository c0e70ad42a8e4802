"""A client that is signed in, for timing pages in process."""

from __future__ import annotations

import re

import sqlalchemy as sa
from flask.testing import FlaskClient

from models import Account
from models.base import db
from wub import create_app, unit_of_work
from wub.access.passwords import hash_of
from wub.settings import Settings

PASSWORD = "hanya untuk mengukur"


def client_of(settings: Settings, login: str) -> FlaskClient:
    app = create_app(settings)
    with app.app_context(), unit_of_work.command():
        account = db.session.scalars(sa.select(Account).where(Account.login == login)).one()
        account.password_hash = hash_of(PASSWORD)
    client = app.test_client()
    token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', client.get("/masuk").text)
    assert token is not None
    answer = client.post("/masuk", data={"csrf_token": token[1], "login": login, "password": PASSWORD})
    assert answer.status_code in (302, 303), answer.status
    return client
