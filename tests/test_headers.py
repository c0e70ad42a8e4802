"""Headers on every answer: pages, files, refusals and redirects."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.vocabulary import Role
from tests.conftest import new_client
from wub import create_app
from wub.headers import ALWAYS


@pytest.mark.parametrize("path", ["/masuk", "/akun", "/tidak-ada", "/sehat", "/static/tidak-ada.css"])
def test_every_answer_carries_them(path, client):
    answer = client.get(path)

    assert {name: answer.headers.get(name) for name in ALWAYS} == ALWAYS


def test_the_policy_allows_nothing_inline_and_nobody_to_frame_us(client):
    policy = client.get("/masuk").headers["Content-Security-Policy"]

    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert "http" not in policy


@pytest.mark.parametrize("path", ["/akun", "/sandi", "/jejak", "/tidak-ada"])
def test_no_browser_and_no_proxy_keeps_a_page(path, sign_in):
    assert sign_in(Role.ADMINISTRATOR).get(path).headers["Cache-Control"] == "no-store"


def test_over_https_the_cookie_is_bound_to_it(app, session):
    secure = create_app(replace(app.extensions["wub.settings"], https=True))
    secure.config["TESTING"] = True
    client = new_client(secure)

    answer = client.get("/masuk", base_url="https://localhost")

    assert answer.headers["Strict-Transport-Security"].startswith("max-age=31536000")
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith("__Host-wub=")
    assert "Secure" in cookie
    assert "Path=/" in cookie


@pytest.mark.parametrize(
    "host", ["jauh.example", "wub.example:99999", "wub.example@jauh.example", "jauh.example#wub"]
)
def test_a_foreign_host_name_is_not_answered(host, app, session):
    strict = create_app(replace(app.extensions["wub.settings"], trusted_hosts=("wub.example",)))
    client = new_client(strict)

    answer = client.get("/masuk", headers={"Host": host})

    assert answer.status_code == 400
    assert "jauh.example" not in answer.text
    assert client.get("/masuk", headers={"Host": "wub.example"}).status_code == 200


@pytest.mark.parametrize("host", ["..", "a" * 300, "jauh..example"])
def test_a_broken_host_name_is_told_so_even_where_every_name_is_served(host, client):
    answer = client.get("/masuk", headers={"Host": host})

    assert answer.status_code == 400
    assert "Periksa isian" in answer.text


def test_forwarded_headers_are_believed_only_from_as_many_proxies_as_told(app, session):
    plain = new_client(app).get("/akun", headers={"X-Forwarded-Host": "jauh.example"})

    assert plain.location.startswith("/masuk")
