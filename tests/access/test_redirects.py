"""After signing in, nobody is led to another site."""

from __future__ import annotations

import pytest

from models.vocabulary import Role
from tests import factories
from wub.access.redirects import own_path

OWN = [
    "/peserta",
    "/peserta?kata=a&urut=nama",
    "/peserta/12#kunjungan",
    "/",
    "/a//b",
    "/?next=https://jauh.example",
]
FOREIGN = [
    "",
    "//jauh.example",
    "///jauh.example",
    "/\\jauh.example",
    "\\/jauh.example",
    "\\\\jauh.example",
    "/\t/jauh.example",
    "/\n/jauh.example",
    "\t//jauh.example",
    " //jauh.example",
    "/ /jauh.example",
    "/\x00/jauh.example",
    "https://jauh.example",
    "http:jauh.example",
    "https:/jauh.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "peserta",
    "user@jauh.example",
    "//localhost@jauh.example",
    "/peserta\\..\\x",
    "/peserta\r\nSet-Cookie: a=b",
    "/" + "a" * 2001,
]


@pytest.mark.parametrize("path", OWN)
def test_a_page_of_our_own_is_taken(path):
    assert own_path(path) == path


@pytest.mark.parametrize("path", FOREIGN)
def test_anything_that_a_browser_might_read_as_another_site_is_not(path):
    assert own_path(path) is None


@pytest.mark.parametrize("wanted", ["//jauh.example", "/\\jauh.example", "javascript:alert(1)"])
def test_signing_in_ignores_a_foreign_next(wanted, client):
    account = factories.account(role=Role.ADMINISTRATOR)

    answer = client.post(
        "/masuk", data={"login": account.login, "password": factories.PASSWORD, "next": wanted}
    )

    assert answer.location == "/akun"


def test_signing_in_leads_back_to_the_page_that_asked_for_it(client):
    account = factories.account(role=Role.ADMINISTRATOR)
    asked = client.get("/akun?q=galuh")
    assert asked.status_code == 302
    assert asked.location == "/masuk?next=/akun?q%3Dgaluh"

    answer = client.post(
        "/masuk", data={"login": account.login, "password": factories.PASSWORD, "next": "/akun?q=galuh"}
    )

    assert answer.location == "/akun?q=galuh"
