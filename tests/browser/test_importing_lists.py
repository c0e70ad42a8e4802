"""Lists of other kinds on their way in: the kind chosen, a value put right, taken over, taken back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from models import (
    Account,
    Agency,
    Agreement,
    Assignment,
    Cohort,
    Participation,
    Person,
    Realisation,
    Target,
    Visit,
)
from models.vocabulary import Role
from tests.browser.pages.importing import Upload
from tests.imports.workbooks import workbook
from wub.clock import today

pytestmark = pytest.mark.browser

HEADINGS = ["NO", "TGL KUNJUNGAN", "JAM", "PENDAMPING", "NAMA WUB", "ANGKATAN", "METODE", "MATERI", "SOLUSI"]


def mentored(live):
    """Name, year and consultant of somebody whom the demo's officer keeps and a consultant mentors today."""
    office = sa.select(Agency.id).where(Agency.code == "DISPERDAGIN").scalar_subquery()
    namesakes = sa.select(Person.name).group_by(Person.name).having(sa.func.count() > 1)
    found = (
        sa.select(Person.name, Cohort.year, Account.login, Assignment.starts_on)
        .join(Participation, Participation.person_id == Person.id)
        .join(Cohort, Cohort.id == Participation.cohort_id)
        .join(Assignment, Assignment.participation_id == Participation.id)
        .join(Account, Account.id == Assignment.consultant_id)
        .where(
            Cohort.agency_id == office,
            Assignment.ends_on.is_(None),
            Person.name.not_in(namesakes),
        )
        .order_by(Participation.id)
    )
    return live.rows(found.limit(1))[0]


def a_log(name: str, year: int, consultant: str, day: date) -> bytes:
    said = [f"{day:%d/%m/%Y}", "07.05 - 07.55", consultant]
    return workbook(
        ["LOG PENDAMPINGAN"],
        HEADINGS,
        [1, *said, name, year, "wa", "keuangan, promosi", "Catat penjualan setiap hari"],
        [2, said[0], "08.05 - 08.40", consultant, name[:-1] + "x", year, "wa", "IT", "Unggah foto produk"],
        [3, said[0], "09.05 - 08.40", consultant, name, year, "wa", "", ""],
        title="Log",
    )


def test_a_log_of_visits_is_chosen_as_such_put_right_taken_over_and_taken_back(sign_in_page, live):
    before = live.ask(sa.select(sa.func.count(Visit.id)))
    name, year, consultant, since = mentored(live)
    day = max(since, today() - timedelta(days=400)) + timedelta(days=1)
    upload = sign_in_page.to(Role.OFFICER, Upload).attach(a_log(name, year, consultant, day), "log.xlsx")
    run = upload.as_kind("Catatan kunjungan").fits().read()

    run.shows(
        "Catatan kunjungan", "Peserta ini tidak ditemukan", "Jam selesai harus sesudah jam mulai"
    ).fits()
    assert (run.count("Diterima"), run.count("Ditahan"), run.count("Ditolak")) == (1, 1, 1)
    run.keep_picture("impor-kunjungan")
    run = (
        run.open_row(name[:-1] + "x")
        .fits()
        .keep_picture("impor-kunjungan-baris")
        .type("Nama peserta", name)
        .save()
    )
    assert (run.count("Diterima"), run.count("Ditahan"), run.count("Ditolak")) == (2, 0, 1)

    run = run.take_over().fits().keep_picture("impor-kunjungan-hasil")
    assert live.ask(sa.select(sa.func.count(Visit.id))) == before + 2
    run.take_back("Salah berkas").shows("Impor ini sudah ditarik kembali")
    assert live.ask(sa.select(sa.func.count(Visit.id))) == before


@pytest.mark.parametrize("size", [(1280, 800)], ids=["1280"], indirect=True)
def test_a_log_uploaded_as_participants_is_told_what_it_looks_like(sign_in_page, live):
    name, year, consultant, since = mentored(live)
    run = sign_in_page.to(Role.OFFICER, Upload).attach(a_log(name, year, consultant, since)).read()

    run.shows("Lembar ini tampak seperti daftar jenis lain").fits().keep_picture("impor-jenis-lain")


def firms() -> bytes:
    firm = ["PT Contoh Sungai Raya Utama Bersama Sejahtera", "BUMN", "001/PKS/2025", "6 Januari 2025"]
    headings = ["NO", "NAMA PERUSAHAAN", "JENIS PERUSAHAAN", "NO. PKS", "TGL PKS", "MULAI", "UANG/BARANG"]
    return workbook(
        ["DAFTAR BAPAK ANGKAT"],
        [*headings, "KOMITMEN", "TGL REALISASI", "JENIS REALISASI", "NILAI REALISASI", "JUMLAH PENERIMA"],
        [1, *firm, "6/1/2025", "Uang", "50 jt", "4/3/2025", "Modal", "Rp 12.500.000", 5],
        [2, *firm, "6/1/2025", "Uang", "50 jt", "4/5/2025", "Modal", "± 7 juta", 3],
        [3, "Koperasi Contoh Antasan", "", "", "", "", "", "", "", "", "", ""],
        [4, *firm, "6/1/2025", "Uang", "50 jt", "4/3/2024", "Modal", "1 jt", 1],
        title="Mitra",
    )


def test_patron_firms_come_in_with_their_agreement_and_what_they_gave(sign_in_page, live):
    made = [sa.select(sa.func.count(table.id)) for table in (Agreement, Realisation)]
    before = [live.ask(query) for query in made]
    upload = sign_in_page.to(Role.OFFICER, Upload).attach(firms(), "bapak-angkat.xlsx")
    run = upload.as_kind("Bapak angkat dan realisasi").fits().read()

    run.shows("Isi jenis mitra", "PT Contoh Sungai Raya Utama Bersama Sejahtera").fits()
    assert (run.count("Diterima"), run.count("Ditahan"), run.count("Ditolak")) == (2, 1, 1)
    run.keep_picture("impor-bapak-angkat")
    row = run.open_row("Koperasi Contoh Antasan").fits().keep_picture("impor-bapak-angkat-baris")
    run = row.type("Jenis mitra", "Swasta").save()
    assert (run.count("Diterima"), run.count("Ditahan"), run.count("Ditolak")) == (3, 0, 1)

    run = run.take_over().fits().keep_picture("impor-bapak-angkat-hasil")
    assert [live.ask(query) for query in made] == [before[0] + 1, before[1] + 2]
    run.take_back("Salah berkas").shows("Impor ini sudah ditarik kembali").fits()
    assert [live.ask(query) for query in made] == before


def promises() -> bytes:
    return workbook(
        ["TARGET KINERJA TAHUN 2031"],
        [
            "NO",
            "INDIKATOR KINERJA",
            "LINGKUP",
            "SKPD",
            "JENIS TARGET",
            "TARGET",
            "TAHUN",
            "SUMBER",
            "DOKUMEN",
        ],
        [1, "I2", "SKPD", "DISPERDAGIN", "Tingkat (%)", "60 %", 2031, "RPJMD", "RPJMD contoh, halaman 12"],
        [2, "I2", "Kota", "", "Tingkat (%)", "55 %", 2031, "RPJMD", "RPJMD contoh, halaman 12"],
        [3, "I99", "SKPD", "DISPERDAGIN", "Tingkat (%)", "55 %", 2031, "RPJMD", "RPJMD contoh, halaman 13"],
        title="Target",
    )


def test_targets_come_in_as_proposals_and_those_of_the_city_are_left_to_the_supervisor(sign_in_page, live):
    before = live.ask(sa.select(sa.func.count(Target.id)))
    upload = sign_in_page.to(Role.OFFICER, Upload).attach(promises(), "target.xlsx")
    run = upload.as_kind("Target").fits().read()

    run.shows("Target kota dan SKPD lain diusulkan penyelia").fits().keep_picture("impor-target")
    assert (run.count("Diterima"), run.count("Ditahan"), run.count("Ditolak")) == (1, 1, 1)
    row = run.open_row("I99 · DISPERDAGIN · 2031").fits().keep_picture("impor-target-baris")
    run = row.type("Indikator", "I1").type("Jenis target", "").type("Nilai target", "500").save()
    run = run.take_over().fits().keep_picture("impor-target-hasil")
    assert live.ask(sa.select(sa.func.count(Target.id))) == before + 2
