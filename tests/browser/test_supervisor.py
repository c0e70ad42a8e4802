"""A supervisor's part: judging visits and targets, and seeing what the city reached."""

from __future__ import annotations

import re

import pytest
import sqlalchemy as sa
from playwright.sync_api import expect

from models import Person
from models.vocabulary import Role
from tests.browser.pages.mentoring import GroupVisit, Reviews
from tests.browser.pages.register import Merge, Pairs
from tests.browser.pages.results import (
    Indicators,
    NumbersAndResults,
    Proposals,
    Reasons,
    Target,
    TargetForm,
)

pytestmark = pytest.mark.browser


def test_a_visit_goes_back_with_a_reason_and_another_is_approved(sign_in_page):
    queue = sign_in_page.to(Role.SUPERVISOR, Reviews)
    waiting = queue.waiting()
    visit = queue.fits().open_first()

    visit.press("Kembalikan")
    visit.shows("Belum tersimpan. Perbaiki dahulu:").keep_picture("kunjungan-tanpa-alasan")
    visit.hand_back("Tulis berapa lama bertemu.").shows("Kunjungan dikembalikan kepada konsultan.")
    visit.shows("Dikembalikan").fits().keep_picture("kunjungan-dikembalikan")

    Reviews(visit.page).open().open_first().approve().shows("Kunjungan disetujui.")
    assert Reviews(visit.page).open().waiting() == waiting - 2


def test_a_training_logged_many_times_becomes_one_visit_and_many_again(sign_in_page):
    queue = sign_in_page.to(Role.SUPERVISOR, Reviews).asking("banyak_sehari")
    queue.shows("Jam bertumpuk").keep_picture("antrean-pertanyaan").is_usable()
    visit = queue.open_first().shows("Yang dapat diperiksa").keep_picture("kunjungan-ditanyakan").is_usable()

    merging = visit.follow("Gabungkan menjadi kunjungan kelompok", GroupVisit)
    merging.shows("Waktu kerja konsultan", "22 jam").keep_picture("gabungkan").is_usable()
    group = merging.merge(11).shows(
        "11 kunjungan menjadi satu kunjungan kelompok.", "Digabung dari 11 kunjungan"
    )
    group.keep_picture("kunjungan-kelompok").is_usable()

    group.main.get_by_text("Batalkan penggabungan", exact=True).click()
    group.fill("Alasan", "Ternyata dua pertemuan").press("Ya, batalkan penggabungan")
    group.shows("11 kunjungan berdiri sendiri lagi.")


@pytest.mark.parametrize("size", [(1280, 800)], ids=["1280"], indirect=True)
def test_a_queue_is_worked_off_by_keyboard_and_together(sign_in_page):
    queue = sign_in_page.to(Role.SUPERVISOR, Reviews)
    waiting, first = queue.waiting(), queue.opened()

    second = queue.type("j").opened()
    assert queue.type("k").opened() == first
    queue.type("j").page.keyboard.press("b")
    expect(queue.main.get_by_label("Catatan untuk konsultan")).to_be_focused()
    queue.page.keyboard.press("Escape")
    queue.page.locator("h1").click()
    assert queue.type("s").shows("Kunjungan disetujui.").waiting() == waiting - 1
    assert queue.opened() != second

    queue.tick_all().press("Setujui yang dicentang")
    queue.shows("kunjungan disetujui.", "Tidak ada yang menunggu").keep_picture("antrean-kosong").is_usable()


def test_a_target_of_ones_own_waits_for_another_supervisor(sign_in_page):
    form = sign_in_page.to(Role.SUPERVISOR, TargetForm)
    form.main.get_by_label("Indikator", exact=True).select_option(index=1)
    form.choose("Lingkup", "Kota").choose("Jenis target", "Jumlah kumulatif").fill("Nilai", "650")
    form.fill("Masa mulai", "2027-01-01").fill("Masa berakhir", "2027-12-31")
    form.choose("Sumber", "Renja").fill("Dokumen sumber", "Renja contoh 2027 halaman 12")
    target = form.fits().keep_picture("target-baru").save()

    target.fits().keep_picture("target-usulan").shows("Menunggu penyelia lain")


def test_what_an_office_proposed_is_approved(sign_in_page):
    proposals = sign_in_page.to(Role.SUPERVISOR, Proposals).is_called("Usulan target")
    target = proposals.is_usable().keep_picture("usulan-target").open_first_row(Target)

    target.fits().approve().shows("Disetujui", "Penyelia Program WUB")


def test_the_figures_open_the_people_behind_them(sign_in_page):
    figures = sign_in_page.to(Role.SUPERVISOR, NumbersAndResults)
    figures.shows("Angka: berapa orang terdaftar?", "Hasil: apakah berhasil pada bulan ke-12?")
    figures.keep_picture("angka-hasil")

    figures.open_people_behind("Ganda").fits().keep_picture("orang-di-balik-angka")
    expect(figures.page).to_have_url(re.compile("kelompok="))

    reasons = figures.follow(re.compile("Aktif|Tutup|Belum"), Reasons)
    reasons.is_called("Mengapa dihitung begini?").shows("I2 Keberhasilan 12 bulan", "Bulan ke-12")
    reasons.keep_picture("mengapa-dihitung").is_usable()


def test_a_rule_is_changed_by_decree(sign_in_page):
    catalogue = sign_in_page.to(Role.SUPERVISOR, Indicators)
    form = catalogue.keep_picture("indikator").is_usable().open_indicator("I8 Mandiri").new_version()

    form.press("Simpan")
    form.shows("Belum tersimpan. Perbaiki dahulu:").keep_picture("versi-baru-tanpa-keputusan").is_usable()
    form.fill("Penghasilan pemilik sebulan paling sedikit", "3.500.000")
    indicator = form.decree("188.45/17/2027", "2027-01-01").shows("188.45/17/2027", "Rp3.500.000")
    indicator.keep_picture("indikator-mandiri").is_usable()


def test_two_entries_become_one_person_and_two_again(sign_in_page, live):
    one, other = (live.ask(sa.select(Person).order_by(Person.id).offset(n).limit(1)) for n in (0, 1))
    same = {"name": one.name, "birth_date": one.birth_date, "phone": one.phone, "area_code": one.area_code}
    # No other number of their own: the one who has none may become the other.
    blank = {"nik_sealed": None, "nik_index": None, "nik_mask": None}
    live.change(sa.update(Person).where(Person.id == other.id).values(**same, **blank))
    pairs = (
        sign_in_page.to(Role.SUPERVISOR, Pairs).look_again().shows("Register sudah diperiksa sekali lagi.")
    )
    pair = pairs.keep_picture("orang-kembar").open_first()
    pair.keep_picture("berdampingan").is_usable()

    person = pair.merge("KTP sudah dilihat").shows(
        "Kedua data sudah menjadi satu orang. Ini dapat dibatalkan."
    )
    merge = person.fits().follow("Lihat penggabungan", Merge)
    merge.shows("KTP sudah dilihat").keep_picture("penggabungan").is_usable()

    merge.undo("Ternyata kakak beradik").shows("Penggabungan dibatalkan. Keduanya kembali seperti semula.")
