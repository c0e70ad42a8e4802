"""Indonesian unless somebody chose otherwise; catalogues are read as they lie in git."""

from __future__ import annotations

import pytest
from flask_babel import force_locale, gettext

from models.vocabulary import Role
from tests import factories
from wub.pages.language import PoDomain

CATALOGUE = """
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

msgid "Hasil %(n)s orang"
msgstr "Results of %(n)s people"
"""


@pytest.fixture
def english(app, tmp_path, monkeypatch):
    folder = tmp_path / "en" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "messages.po").write_text(CATALOGUE, encoding="utf-8")
    babel = app.extensions["babel"].instance
    monkeypatch.setitem(babel.__dict__, "domain_instance", PoDomain(tmp_path))


def test_a_catalogue_needs_no_compiling(app, english):
    with app.test_request_context(), force_locale("en"):
        assert gettext("Hasil %(n)s orang", n=3) == "Results of 3 people"
        assert gettext("Belum diterjemahkan") == "Belum diterjemahkan"


def test_the_source_language_is_its_own_catalogue(app, english):
    with app.test_request_context():
        assert gettext("Hasil %(n)s orang", n=3) == "Hasil 3 orang"


def test_a_choice_of_language_lasts_and_leads_back(client):
    answer = client.post("/bahasa", data={"bahasa": "en", "kembali": "/masuk?next=%2Fpeserta"})

    assert (answer.status_code, answer.location) == (303, "/masuk?next=%2Fpeserta")
    assert b'lang="en"' in client.get("/masuk").data


def test_the_choice_is_kept_with_the_account(sign_in, session):
    account = factories.account(role=Role.OFFICER)
    sign_in(account).post("/bahasa", data={"bahasa": "en"})

    session.refresh(account)
    assert account.locale == "en"


@pytest.mark.parametrize("elsewhere", ["https://example.org/", "//example.org", "\\\\example.org"])
def test_nobody_is_led_to_another_site(client, elsewhere):
    assert client.post("/bahasa", data={"bahasa": "en", "kembali": elsewhere}).location == "/"


def test_an_unknown_language_changes_nothing(client):
    client.post("/bahasa", data={"bahasa": "xx"})

    assert b'lang="id"' in client.get("/masuk").data


@pytest.mark.parametrize(
    ("theme", "sheet"), [("gelap", b'media="screen"'), ("auto", b"prefers-color-scheme")]
)
def test_dark_is_a_choice_or_follows_the_device(client, theme, sheet):
    client.post("/tampilan", data={"tampilan": theme})

    assert sheet in client.get("/masuk").data


def test_who_chose_light_gets_no_dark_sheet(client):
    client.post("/tampilan", data={"tampilan": "terang"})

    assert b"dark.css" not in client.get("/masuk").data
