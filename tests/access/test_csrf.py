"""Nothing is changed for another site, and nothing typed is lost when a form grew old."""

from __future__ import annotations

import re

import pytest
import sqlalchemy as sa

from models.account import Account
from models.vocabulary import Role
from tests import factories

OWN_PAGE = {"Sec-Fetch-Site": "same-origin"}
OTHER_SITE = {"Sec-Fetch-Site": "cross-site"}
SENT = {"login": "rahma", "name": "Rahma <Contoh>", "csrf_token": "lama"}


@pytest.fixture(autouse=True)
def _with_tokens(app):
    app.config["WTF_CSRF_ENABLED"] = True


def unsafe_routes(app):
    for rule in app.url_map.iter_rules():
        for method in sorted(rule.methods - {"GET", "HEAD", "OPTIONS"}):
            path = re.sub(r"<uuid:[^>]+>", "00000000-0000-7000-8000-000000000000", rule.rule)
            yield method, re.sub(r"<[^>]+>", "1", path)


def test_no_route_changes_anything_without_a_token(app, sign_in, session):
    client = sign_in(Role.ADMINISTRATOR)
    before = session.execute(sa.select(sa.func.count(), sa.func.max(Account.updated_at))).one()

    answers = {
        (method, path): client.open(path, method=method, headers=OTHER_SITE).status_code
        for method, path in unsafe_routes(app)
    }

    assert answers
    assert {route: status for route, status in answers.items() if status not in (302, 400, 403)} == {}
    after = session.execute(sa.select(sa.func.count(), sa.func.max(Account.updated_at))).one()
    assert after == before


def test_an_old_form_comes_back_with_everything_typed(sign_in, session):
    client = sign_in(Role.ADMINISTRATOR)

    answer = client.post("/akun/baru", data=SENT, headers=OWN_PAGE)

    assert answer.status_code == 400
    assert 'value="Rahma &lt;Contoh&gt;"' in answer.text
    assert 'action="/akun/baru"' in answer.text
    token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', answer.text)[1]
    again = client.post("/akun/baru", data=SENT | {"csrf_token": token}, headers=OWN_PAGE)
    assert again.status_code == 200
    assert session.scalar(sa.select(Account.name).where(Account.login == "rahma")) == "Rahma <Contoh>"


def test_passwords_are_not_repeated(sign_in):
    answer = sign_in(Role.ADMINISTRATOR).post(
        "/sandi",
        data={"current_password": "sangat rahasia", "new_password": "lebih rahasia"},
        headers=OWN_PAGE,
    )

    assert answer.status_code == 400
    assert "rahasia" not in answer.text


def test_a_form_made_by_another_site_is_not_offered_again(sign_in):
    answer = sign_in(Role.ADMINISTRATOR).post("/akun/baru", data=SENT, headers=OTHER_SITE)

    assert answer.status_code == 400
    assert "Rahma" not in answer.text


def test_a_session_that_ended_while_typing_loses_nothing_either(client):
    answer = client.post("/akun/baru", data=SENT, headers=OWN_PAGE)

    assert answer.status_code == 401
    assert 'value="Rahma &lt;Contoh&gt;"' in answer.text


def test_an_old_sign_in_page_asks_once_more(client):
    factories.account(login="galuh")

    answer = client.post("/masuk", data={"login": "galuh", "password": factories.PASSWORD, "next": "/akun"})

    assert answer.status_code == 302
    assert answer.location == "/masuk?next=/akun"
