"""An officer's part of the main job: from an old list to what was done for the people on it."""

from __future__ import annotations

import os
import re

import pytest
import sqlalchemy as sa
from playwright.sync_api import expect

from models import Aid, Checkup, Cohort, Exhibition, ExhibitionEntry, Participation, Person, Realisation
from models.agency import Agency
from models.vocabulary import Role
from tests.browser.pages.activities import Agreement, AgreementForm, ExhibitionForm
from tests.browser.pages.importing import Run, Upload
from tests.browser.pages.mentoring import CheckupForm
from tests.browser.pages.register import Groups, Newcomer, People
from tests.importing.lists import NIK, some_list
from tests.real.open_files import FOLDER
from wub.clock import today

pytestmark = pytest.mark.browser

OFFICE = "DISPERDAGIN"
REAL_LIST = FOLDER / "konstruksi_wub_2018_2019.xlsx"


def a_list() -> bytes:
    """Two that can be taken over, one without a NIK, one whose NIK Excel has rounded."""
    return some_list(
        {"NIK": NIK[0], "NAMA PESERTA": "Contoh Jukung"},
        {"NO": 2, "NIK": NIK[1], "NAMA PESERTA": "Contoh Lanting", "NO. HP": "081200000002"},
        {"NO": 3, "NIK": "", "NAMA PESERTA": "Contoh Titian", "NO. HP": "081200000003"},
        {"NO": 4, "NIK": "6371014101900000", "NAMA PESERTA": "Contoh Rakit", "NO. HP": "081200000004"},
        title="WUB 2020",
    )


def test_an_old_list_becomes_people_who_can_be_found(sign_in_page, live):
    before = live.ask(sa.select(sa.func.count(Person.id)))
    run = sign_in_page.to(Role.OFFICER, Upload).attach(a_list()).read()

    run.shows("Contoh Jukung", "Sel C5").keep_picture("impor-periksa").fits()
    assert (run.count("Diterima"), run.count("Ditahan") + run.count("Ditolak")) == (2, 2)
    assert live.ask(sa.select(sa.func.count(Person.id))) == before, "nothing is taken over before the button"

    run.take_over().shows("Daftar sudah masuk ke register.").keep_picture("impor-selesai")
    found = People(sign_in_page.page).open().find("Contoh Jukung")
    found.open_person("Contoh Jukung").shows("Disperdagin 2020")


@pytest.mark.skipif(
    not REAL_LIST.exists() and not os.environ.get("CI"),
    reason="the real lists (WUB_OPEN_DATA) are not on this machine",
)
@pytest.mark.parametrize("size", [(1280, 800)], ids=["1280"], indirect=True)
def test_the_programmes_own_list_is_counted_as_it_should_be(sign_in_page):
    run = sign_in_page.to(Role.OFFICER, Upload).attach(REAL_LIST).read()

    run.keep_picture("impor-konstruksi").fits()
    counts = [run.count(name) for name in ("Diterima", "Berulang", "Ditahan", "Ditolak")]
    assert (counts[0], counts[1], counts[2] + counts[3]) == (81 + 50, 6 + 5, 9)


def test_a_file_that_is_no_list_is_refused_with_what_to_do(sign_in_page):
    page = sign_in_page.to(Role.OFFICER, Upload).attach(b"%PDF-1.4 bukan lembar kerja", "surat.pdf")

    page.read_in_vain().shows("Belum tersimpan. Perbaiki dahulu:").keep_picture("impor-bukan-daftar")
    expect(page.main.locator(".field-error")).to_contain_text(re.compile("xlsx|lembar kerja", re.I))


def test_a_newcomer_is_enrolled_and_the_nik_opened_on_demand(sign_in_page):
    form = sign_in_page.to(Role.OFFICER, People).enrol()
    form.fill("Nama sesuai KTP", "Contoh Baru").fill("NIK", "6371014101950007")
    form.choose("Jenis kelamin", "Perempuan").fill("Tanggal lahir", "1995-01-01")
    form.choose("SKPD", "Disperdagin").fill("Tahun angkatan", "2020").fill("Terdaftar pada", "2020-03-02")
    form.fill("Telepon", "081234500001").fill("Nama usaha", "Kios Contoh Baru").fill("Modal usaha", "1500000")
    expect(form.main.get_by_label("Modal usaha", exact=True)).to_have_value("1.500.000")
    form.keep_picture("peserta-baru").fits()

    person = form.register().is_called("Contoh Baru").shows("Peserta terdaftar.")
    person.keep_picture("peserta-halaman").fits()
    expect(person.main.locator(".nik code")).to_have_text(re.compile(r"\*"))
    person.reveal_nik().shows("6371014101950007", "Pembukaan NIK ini tercatat.")
    assert "6371014101950007" not in person.page.url


def test_a_provisional_newcomer_needs_only_a_name_and_a_list(sign_in_page):
    form = sign_in_page.to(Role.OFFICER, Newcomer).fill("Nama sesuai KTP", "Contoh Sementara")
    form.choose("SKPD", "Disperdagin").fill("Tahun angkatan", "2020").fill("Terdaftar pada", "2020-03-02")

    form.register().is_called("Contoh Sementara").shows(re.compile("Belum ber-NIK|Belum ada NIK"))


def test_a_business_class_is_found_with_the_traders_own_word(sign_in_page):
    form = sign_in_page.to(Role.OFFICER, Newcomer).choose_class("wadai").keep_picture("kbli")

    expect(form.main.get_by_label("Kode KBLI", exact=True)).to_have_value("10792")
    form.is_usable()


def test_aid_is_given_to_a_group(sign_in_page, live):
    before = live.ask(sa.select(sa.func.count(Aid.id)))
    group = sign_in_page.to(Role.OFFICER, Groups).keep_picture("kelompok").open_first()
    group.fits().keep_picture("kelompok-halaman")
    form = group.give_aid()
    form.choose("Jenis bantuan", "Alat").fill("Apa yang diberikan", "Oven listrik contoh")
    form.fill("Jumlah", "2").fill("Nilai seluruhnya", "3500000").fill("Diserahkan pada", today().isoformat())

    form.fits().keep_picture("bantuan-baru").save().shows("Bantuan tersimpan.", "Oven listrik contoh")
    assert live.ask(sa.select(sa.func.count(Aid.id))) == before + 1


def test_an_exhibition_is_recorded_with_who_took_part(sign_in_page, live):
    form = sign_in_page.to(Role.OFFICER, ExhibitionForm)
    form.fill("Nama pameran", "Pameran Contoh Siring").fill("Penyelenggara", "Panitia Contoh")
    form.choose("Tingkat", "Kota").fill("Tempat", "Siring Contoh")
    form.fill("Mulai", today().isoformat()).fill("Selesai", today().isoformat())
    exhibition = form.fits().keep_picture("pameran-baru").save().is_called("Pameran Contoh Siring")

    entry = exhibition.shows("Belum ada peserta").enter().first()
    entry.choose("Kurasi", "Lolos").choose("Kehadiran", "Hadir").fill("Hari berjaga", "1")
    entry.fill("Penjualan langsung", "1750000").fits().keep_picture("pameran-stan-baru")
    entry.save().shows("Stan tersimpan.", "Rp1.750.000").fits().keep_picture("pameran-halaman")
    entered = sa.select(sa.func.count(ExhibitionEntry.id)).join(Exhibition)
    assert live.ask(entered.where(Exhibition.name == "Pameran Contoh Siring")) == 1


def test_an_agreement_counts_nothing_until_something_was_given(sign_in_page, live):
    form = sign_in_page.to(Role.OFFICER, AgreementForm)
    form.choose("Mitra", "PT Contoh Pelabuhan").fill("Nomor perjanjian (PKS/MoU)", "PKS/77/CONTOH/2026")
    form.choose("Keadaan", "Berjalan")
    form.fill("Ditandatangani", "2026-01-12").fill("Mulai berlaku", "2026-01-12")
    form.tick("Alat").choose("Diberikan sebagai", "Barang/jasa").fill("Nilai yang dijanjikan", "50000000")
    agreement = form.fits().keep_picture("perjanjian-baru").save().is_called("PKS/77/CONTOH/2026")
    agreement.shows("Belum ada realisasi: perjanjian ini dihitung nol hasil.")

    given = agreement.realise().first()
    given.choose("Bentuk dukungan", "Alat").fill("Nilai", "4000000")
    done: Agreement = given.fits().keep_picture("realisasi-baru").save()
    done.shows("Realisasi tersimpan.", re.compile("Terealisasi Rp4.000.000"))
    done.fits().keep_picture("perjanjian-halaman")
    assert live.ask(sa.select(sa.func.max(Realisation.value))) >= 4_000_000


def test_a_checkup_measures_a_participant(sign_in_page, live):
    unmeasured = (
        sa.select(Participation.id)
        .join(Cohort)
        .join(Agency)
        .where(Agency.code == OFFICE, Participation.exited_on.is_(None))
        .where(~sa.exists().where(Checkup.participation_id == Participation.id, Checkup.round_month == 36))
        .limit(1)
    )
    form = CheckupForm(sign_in_page.as_role(Role.OFFICER).page).of(live.ask(unmeasured), 36)
    form.fill("Keadaan per tanggal", today().isoformat()).tick("Aktif")
    form.choose("Dari mana kabarnya", "Kunjungan")
    form.tick("3 – dilihat petugas bukan pendamping")
    form.fill("Penjualan bulan lalu", "6500000").fits().keep_picture("pemeriksaan-baru")

    form.save().shows("Pemeriksaan tersimpan.", "Rp6.500.000").fits().keep_picture("pemeriksaan-halaman")


def test_the_list_of_runs_remembers_what_was_taken_over(sign_in_page):
    run: Run = sign_in_page.to(Role.OFFICER, Upload).attach(a_list()).read().take_over()
    run.page.goto("/impor")

    run.shows("daftar.xlsx", "Petugas Disperdagin").fits().keep_picture("impor-daftar")
