"""Every role comes in and looks at every page its menu offers, at a desk and on a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from models.vocabulary import Role
from tests.browser.pages.screen import Screen

pytestmark = pytest.mark.browser


def test_the_door_is_usable(sign_in_page):
    sign_in_page.is_usable().keep_picture("masuk")


@pytest.mark.parametrize("role", list(Role))
def test_a_role_can_use_every_page_of_its_menu(role, sign_in_page):
    home = sign_in_page.as_role(role)
    expect(home.page.get_by_role("heading", level=1)).to_be_visible()  # also where a script draws it
    home.is_usable().keep_picture(f"{role}-beranda")

    for address in home.menu():
        answer = home.page.goto(address)
        assert answer is not None
        assert answer.status == 200, address
        expect(home.page.get_by_role("heading", level=1)).to_be_visible()
        name = address.split("?")[0].strip("/").replace("/", "-") or "awal"
        Screen(home.page).keep_picture(f"{role}-{name}").is_usable()


def test_a_wrong_password_says_what_to_do_and_keeps_the_name(sign_in_page):
    page = sign_in_page.page
    page.locator("input[name=login]").fill("penyelia")
    page.locator("input[name=password]").fill("bukan sandinya")
    page.locator("main button[type=submit]").click()

    expect(page.locator("input[name=login]")).to_have_value("penyelia")
    expect(page.get_by_text("tidak cocok").first).to_be_visible()


class TestWithoutScripts:
    @pytest.fixture
    def scripts(self):
        return False

    def test_a_supervisor_gets_in_and_around(self, sign_in_page):
        home = sign_in_page.as_role(Role.SUPERVISOR)

        for address in home.menu():
            answer = home.page.goto(address)
            assert answer is not None
            assert answer.status == 200, address
