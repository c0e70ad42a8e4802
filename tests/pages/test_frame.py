"""Everybody sees the menu of his own work, and every entry leads somewhere."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from models.vocabulary import Role
from wub.access.permissions import Permission
from wub.access.rules import MAY
from wub.pages.icons import drawings, icon
from wub.pages.navigation import ENTRIES, FOR_PHONE, menu_for

ALL = [entry for _, entries in ENTRIES for entry in entries]
BUILT = {entry.endpoint for entry in ALL}


def labels(groups):
    return [item.label for group in groups for item in group.items]


def test_what_is_not_permitted_is_not_shown():
    shown = labels(menu_for(MAY[Role.EXECUTIVE], BUILT))

    assert shown == ["Angka dan hasil", "Tumpang tindih", "Target", "Anggaran"]


def test_a_group_without_entries_is_left_out():
    assert [group.label for group in menu_for({Permission.ACCOUNT_MANAGE}, BUILT)] == ["Pengelolaan"]


def test_a_page_marks_the_entry_it_belongs_to():
    groups = menu_for(MAY[Role.OFFICER], BUILT, "register.edit_person")

    assert [item.label for group in groups for item in group.items if item.is_current] == ["Peserta"]


@pytest.mark.parametrize("role", list(Role))
def test_the_bottom_bar_of_a_phone_is_never_empty(role):
    shown = {item.endpoint for group in menu_for(MAY[role], BUILT) for item in group.items}

    assert shown & FOR_PHONE


def test_every_icon_of_the_menu_is_drawn():
    assert {entry.icon for entry in ALL} <= set(drawings())


def test_every_entry_of_a_built_feature_leads_somewhere(app):
    built = [entry for entry in ALL if entry.endpoint.partition(".")[0] in app.blueprints]

    assert [entry.endpoint for entry in built if entry.endpoint not in app.view_functions] == []


def test_an_icon_is_a_decoration():
    assert 'aria-hidden="true"' in icon("people")


def test_the_page_offers_the_way_past_the_menu_first(sign_in):
    page = sign_in(Role.ADMINISTRATOR).get("/akun").text

    assert page.index('class="skip-link"') < page.index("<header")
    assert 'id="isi"' in page


def test_files_are_fetched_once_and_pages_never_kept(client):
    page = client.get("/masuk")
    sheet = re.search(r'"(/static/css/tokens[^"]+)"', page.text)

    with client.get(sheet[1]) as file:
        assert "immutable" in file.headers["Cache-Control"]
    assert page.headers["Cache-Control"] == "no-store"


def test_addresses_of_our_files_change_with_their_content(client):
    page = client.get("/masuk").text

    assert "css/tokens.css?v=" in page
    assert "http://" not in page.replace('xmlns="http://www.w3.org', "")


@pytest.mark.parametrize("invented", [True, False])
def test_an_invented_city_says_so_on_every_page(app, client, monkeypatch, invented):
    monkeypatch.setitem(
        app.extensions, "wub.settings", replace(app.extensions["wub.settings"], invented=invented)
    )

    said = client.get("/masuk").get_data(as_text=True)
    assert ("semua orang, usaha, dan angka di sini rekaan" in said) is invented
