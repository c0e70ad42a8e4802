"""Impatient thumbs, the button Back, and sign-ins that ended: nothing is doubled and nothing is lost."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from playwright.sync_api import expect

from models import Person
from models.vocabulary import Role
from tests.browser.pages.register import Newcomer
from tests.browser.pages.sign_in import SignIn

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("size", [(360, 740)], ids=["360"], indirect=True),
]

NAME = "Contoh Sekali"
HOW_MANY = sa.select(sa.func.count(Person.id)).where(Person.name == NAME)


def filled(sign_in_page: SignIn) -> Newcomer:
    form = sign_in_page.to(Role.OFFICER, Newcomer)
    form.fill("Nama sesuai KTP", NAME).choose("SKPD", "Disperdagin")
    return form.fill("Tahun angkatan", "2020").fill("Terdaftar pada", "2020-03-02")


def test_a_double_click_makes_one_record(sign_in_page, live):
    form = filled(sign_in_page)

    form.main.get_by_role("button", name="Daftarkan", exact=True).dblclick()
    form.is_called(NAME)
    assert live.ask(HOW_MANY) == 1


def test_going_back_and_saving_again_makes_no_second_record(sign_in_page, live):
    person = filled(sign_in_page).register().is_called(NAME)
    person.page.go_back()

    Newcomer(person.page).is_called("Daftarkan peserta").press("Daftarkan")
    expect(person.main.locator(".flashes, .error-summary")).to_be_visible()
    person.keep_picture("kembali-lalu-simpan")
    assert live.ask(HOW_MANY) == 1


def test_what_was_typed_survives_a_sign_in_that_ended_in_another_tab(sign_in_page, live):
    form = filled(sign_in_page)
    other = form.page.context.new_page()
    other.goto("/angka-hasil")
    other.locator("details.popover-menu summary").click()
    other.get_by_role("button", name="Keluar").click()
    expect(other.locator("input[name=password]")).to_be_visible()

    form.press("Daftarkan")
    form.shows("Masuk di tab baru").fits().keep_picture("sesi-berakhir")
    assert live.ask(HOW_MANY) == 0

    SignIn(other).as_role(Role.OFFICER)
    form.press("Kirim lagi")
    form.shows("Isian Anda masih ada; tekan Kirim lagi.").press("Kirim lagi")
    form.is_called(NAME)
    assert live.ask(HOW_MANY) == 1


def test_a_page_asked_for_after_the_sign_in_ended_comes_after_signing_in(sign_in_page):
    page = sign_in_page.as_role(Role.OFFICER).page
    page.context.clear_cookies()

    page.goto("/kelompok")
    SignIn(page).as_role(Role.OFFICER).is_called("Kelompok")
