"""An administrator's part: accounts, the lists of reference, the trail; never a participant."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from models.vocabulary import Role
from tests.browser.pages.administration import AccountForm, Agencies, Trail
from tests.browser.pages.sign_in import SignIn

pytestmark = pytest.mark.browser

NEW_PASSWORD = "jukung-hijau-di-muara"


def test_a_new_account_starts_with_a_password_that_works_once(sign_in_page):
    form = sign_in_page.to(Role.ADMINISTRATOR, AccountForm)
    form.fill("Nama lengkap", "Contoh Konsultan").fill("Nama pengguna", "contoh.konsultan")
    shown = form.fits().open_account().fits()
    password = shown.password()
    account = shown.go_on().is_called("Contoh Konsultan").grant("Konsultan pendamping")
    account.shows("Peran diberikan.").fits().keep_picture("akun-halaman")

    account.page.context.clear_cookies()
    first = SignIn(account.page).open().as_account("contoh.konsultan", password)
    first.page.goto("/kunjungan")
    first.is_called("Ganti kata sandi").fits().keep_picture("sandi-pertama")
    first.fill("Kata sandi sekarang", password).fill("Kata sandi baru", NEW_PASSWORD)
    first.fill("Ulangi kata sandi baru", NEW_PASSWORD).press("Ganti kata sandi")
    first.is_called("Hari saya").shows("Belum ada peserta")


def test_an_agency_gets_the_name_that_the_city_confirmed(sign_in_page):
    form = sign_in_page.to(Role.ADMINISTRATOR, Agencies).change("Dinas Sosial")
    agencies = form.fill("Nama lengkap", "Dinas Sosial Kota Contoh").fits().keep_picture("skpd-ubah").save()

    agencies.shows("SKPD tersimpan.", "Dinas Sosial Kota Contoh").fits().keep_picture("skpd-daftar")
    expect(Trail(agencies.page).open().main.locator("tbody tr").first).to_contain_text(re.compile("agency"))


def test_the_trail_tells_who_did_what(sign_in_page):
    trail = sign_in_page.to(Role.ADMINISTRATOR, Trail)

    expect(trail.main.locator("tbody tr").first).to_contain_text("Administrator WUB")
    trail.fits().keep_picture("jejak")


def test_people_are_closed_to_administrators(sign_in_page):
    page = sign_in_page.as_role(Role.ADMINISTRATOR).page

    answer = page.goto("/peserta")
    assert answer is not None
    assert answer.status == 403
