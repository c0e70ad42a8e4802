"""A consultant's part: what is to be done, what was done, and nobody else's people."""

from __future__ import annotations

import re

import pytest
import sqlalchemy as sa
from playwright.sync_api import expect

from models import Account, Assignment, Participation, Person, Visit
from models.vocabulary import Role
from tests.browser.pages.mentoring import Visits
from tests.browser.pages.register import People
from tests.browser.pages.sign_in import SignIn
from wub.clock import today

pytestmark = pytest.mark.browser


def test_the_list_of_visits_starts_with_what_is_to_be_done(sign_in_page):
    home = sign_in_page.to(Role.CONSULTANT, Visits)

    home.is_called("Kunjungan").shows("Tindak lanjut", "Kunjungan yang dijanjikan")
    home.fits().keep_picture("daftar-kerja")


def test_a_visit_with_a_promise_appears_in_the_list(sign_in_page, live):
    before = live.ask(sa.select(sa.func.count(Visit.id)))
    people = sign_in_page.to(Role.CONSULTANT, Visits).log()
    name = people.first_name()
    form = people.choose_person(name)
    form.fill("Tanggal", today().isoformat()).fill("Jam mulai", "00:00").fill("Jam selesai", "00:05")
    form.choose("Cara", "Lapangan").tick("Pemasaran").fill("Saran atau solusi", "Foto ulang tiga barang.")
    form.choose("Keadaan usaha yang terlihat", "Aktif").fill("Penjualan bulan lalu", "2750000")
    form.promise("Unggah tiga foto baru", today().isoformat())
    form.choose("Konfirmasi peserta", "Tanda tangan").fill("Tempat", "Kios contoh")
    form.fits().keep_picture("kunjungan-baru")

    visit = form.send().shows("Kunjungan tersimpan dan menunggu pemeriksaan.")
    visit.shows("Unggah tiga foto baru", "Rp2.750.000").fits().keep_picture("kunjungan-halaman")
    newest = Visits(visit.page).open().main.locator("tbody tr").first
    expect(newest).to_contain_text(name)
    expect(newest).to_contain_text("Terkirim")
    assert live.ask(sa.select(sa.func.count(Visit.id))) == before + 1


def test_other_consultants_people_are_absent(sign_in_page, live):
    me = sa.select(Account.id).where(Account.login == "konsultan1").scalar_subquery()
    mine = sa.select(Participation.person_id).join(Assignment).where(Assignment.consultant_id == me)
    not_mine = sa.select(Person).where(Person.id.not_in(mine)).limit(1)
    somebody = live.ask(not_mine)
    people = sign_in_page.to(Role.CONSULTANT, People)

    assert people.names()
    answer = people.page.goto(f"/peserta/{somebody.id}")
    assert answer is not None
    assert answer.status == 404
    people.fits().keep_picture("tidak-ada")


def test_people_can_be_sorted_at_a_desk_and_on_a_phone(sign_in_page: SignIn):
    people = sign_in_page.to(Role.CONSULTANT, People)
    first = people.names()[0]

    people = people.follow("Nama", People).fits()
    expect(people.page).to_have_url(re.compile("urut=-nama"))
    assert people.names()[0] != first


def test_a_promise_kept_leaves_the_work_list(sign_in_page: SignIn):
    home = sign_in_page.to(Role.CONSULTANT, Visits)
    still_open = home.main.get_by_role("button", name="Selesai")
    before = still_open.count()

    still_open.first.click()
    home.shows("Tindak lanjut ditandai selesai.")
    expect(still_open).to_have_count(before - 1)
