"""Whatever is sent to whichever address, the application answers and never breaks."""

from __future__ import annotations

import re

import pytest

from models.vocabulary import Role
from tests.access.offered import forms_of
from tests.code_base.access_table import doors

HOSTILE = (
    "\x00",
    "a" * 20_000,
    "99999999999999999999999",
    "9223372036854775808",
    "NaN",
    "99999-12-31",
    "0001-01-01",
    "\u202eRahma\u202c \U0001f469\u200d\U0001f33e",
    "{{7*7}}<script>",
    "\ud7ff\ue000",
)
FIELD = re.compile(r'<(?:input|select|textarea)\b[^>]*\bname="([^"]+)"')
# What lists read from their address: filters, order, the mark of the next page.
PARAMETERS = re.compile(r"[?&](?:amp;)?([a-z_]+)=")


@pytest.fixture(autouse=True)
def _as_in_production(app, monkeypatch):
    """An error is an answer with status 500, so that all of them are found in one run."""
    monkeypatch.setitem(app.config, "PROPAGATE_EXCEPTIONS", False)


@pytest.fixture(params=[Role.SUPERVISOR, Role.ADMINISTRATOR])
def somebody(request, sign_in, theirs):
    return sign_in(request.param)


def test_no_value_in_an_address_breaks_a_page(app, somebody, theirs):
    broken = set()

    for address in addresses(app, theirs, "GET"):
        page = somebody.get(address)
        if page.status_code != 200 or not page.mimetype.startswith("text/html"):
            continue
        names = set(FIELD.findall(page.text)) | set(PARAMETERS.findall(page.text))
        for value in HOSTILE:
            answer = somebody.get(address, query_string=dict.fromkeys(names | {"setelah", "urut"}, value))
            if answer.status_code >= 500:
                broken.add((address, value[:30], answer.status_code))

    assert broken == set()


@pytest.mark.parametrize("value", ["   ", "0001-01-01", "9999-12-31"])
def test_one_odd_filter_breaks_no_list(value, app, somebody, theirs):
    """Alone, for beside another that cannot be read it would not be looked for."""
    broken = set()

    for address in addresses(app, theirs, "GET"):
        page = somebody.get(address)
        if page.status_code != 200 or 'class="filters"' not in said(page):
            continue
        for name in set(FIELD.findall(page.text[page.text.index('class="filters"') :])):
            answer = somebody.get(address, query_string={name: value})
            if answer.status_code >= 500:
                broken.add((address, name, answer.status_code))

    assert broken == set()


def test_no_value_in_a_form_breaks_it(app, somebody, theirs):
    broken = set()
    fields = {
        address: FIELD.findall(said(somebody.get(address))) for address in addresses(app, theirs, "GET")
    }

    for address in addresses(app, theirs, "POST"):
        if address in ("/keluar", "/masuk"):
            continue
        for value in HOSTILE:
            answer = somebody.post(
                address, data=dict.fromkeys(fields.get(address, ["version", "reason"]), value)
            )
            if answer.status_code >= 500:
                broken.add((address, value[:30], answer.status_code))

    assert broken == set()


def test_blanks_beside_answers_that_are_all_right_break_no_form(app, somebody, theirs):
    """With everything else in order, the checks of the whole form and those of the action are reached."""
    broken = set()
    forms = {
        form.address: form
        for address in addresses(app, theirs, "GET")
        for form in forms_of(said(somebody.get(address)), address)
    }

    for address, form in forms.items():
        if address in ("/keluar", "/masuk"):
            continue
        for name in form.names:
            answer = somebody.post(address, data=form.with_one_changed(name, "   "))
            if answer.status_code >= 500:
                broken.add((address, name, answer.status_code))

    assert forms
    assert broken == set()


@pytest.mark.parametrize("number", ["9223372036854775808", "99999999999999999999999", "0"])
def test_no_id_is_too_large(number, app, sign_in):
    client = sign_in(Role.SUPERVISOR)

    answers = {
        door.address: client.open(door.address, method=door.method).status_code
        for door in doors(app, {"int": number, "uuid": "x", "path": "x"})
        if "<int:" in door.rule
    }

    assert answers
    assert {address: status for address, status in answers.items() if status not in (403, 404, 405)} == {}


def said(answer):
    return answer.text if answer.mimetype == "text/html" else ""


def addresses(app, ids, method):
    for door in doors(app):
        if door.method == method and not door.rule.startswith(("/static", "/bootstrap")):
            yield re.sub(r"<(?:\w+:)?(\w+)>", lambda found: str(ids.get(found[1], "pemeriksaan")), door.rule)
