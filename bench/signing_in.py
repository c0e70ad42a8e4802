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
    token = hidden(client.get("/masuk").text)["csrf_token"]
    answer = client.post("/masuk", data={"csrf_token": token, "login": login, "password": PASSWORD})
    assert answer.status_code in (302, 303), answer.status
    return client


def hidden(page: str) -> dict[str, str]:
    """The hidden fields of a page: its token against forgery, and the key that makes sending twice once."""
    fields = re.findall(r"<input[^>]*type=\"hidden\"[^>]*>", page)
    named = ((re.search(r'name="([^"]+)"', one), re.search(r'value="([^"]*)"', one)) for one in fields)
    return {name[1]: value[1] for name, value in named if name and value}
