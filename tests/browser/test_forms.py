"""What the scripts of the forms add: each of it is a comfort, and none of it is needed."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from models.vocabulary import Role

pytestmark = pytest.mark.browser


def test_a_form_that_was_refused_leads_to_its_problems(sign_in_page):
    page = sign_in_page.as_role(Role.ADMINISTRATOR).page
    page.goto("/akun/baru")
    page.get_by_role("button", name="Buka akun").click()

    expect(page.locator(".error-summary")).to_be_focused()
    page.locator(".error-summary a", has_text="Nama lengkap").click()
    expect(page.get_by_label("Nama lengkap", exact=True)).to_be_focused()


def test_escape_closes_the_menu_of_the_account(sign_in_page):
    page = sign_in_page.as_role(Role.ADMINISTRATOR).page
    menu = page.locator("details.popover-menu")
    menu.locator("summary").click()
    expect(page.get_by_role("button", name="Keluar")).to_be_visible()

    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Keluar")).to_be_hidden()
    expect(menu.locator("summary")).to_be_focused()


def test_the_page_stays_in_the_chosen_language_and_look(sign_in_page):
    page = sign_in_page.as_role(Role.ADMINISTRATOR).page
    page.locator("details.popover-menu summary").click()
    page.get_by_role("button", name="Gelap").click()

    expect(page.locator("html")).to_have_attribute("data-theme", "gelap")
    page.get_by_role("button", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
