"""A list on its way into the register: several files, columns, cells put right, taken over, taken back."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from models import Agency, Cohort, Participation, Person
from models.base import db
from models.vocabulary import Role
from tests.browser.pages.importing import Upload
from tests.importing.lists import NIK, some_list
from tests.imports.workbooks import workbook

pytestmark = pytest.mark.browser
OFFICE = "DISPERDAGIN"

HEADINGS = [
    "NO",
    "SEBUTAN",
    "NIK",
    "KELURAHAN",
    "KECAMATAN",
    "KONTAK WA 1",
    "NAMA USAHA",
    "OMZET/BULAN SEBELUM",
]


def a_messy_list(*more: tuple[str, str]) -> bytes:
    """A heading nobody knows, a kelurahan that is nearly one, and a NIK that lost a digit.

    `more`: name and NIK of people who may be known already, with another telephone.
    """
    return workbook(
        HEADINGS,
        [
            1,
            "Contoh Jukung",
            NIK[0],
            "Kuin Cerucuk",
            "Banjarmasin Barat",
            "081200000001",
            "Kue Jukung",
            "1,5 jt",
        ],
        [
            2,
            "Contoh Lanting",
            NIK[1],
            "Kuwin Cerucukk",
            "Banjarmasin Barat",
            "081200000002",
            "Kios Lanting",
            900000,
        ],
        [
            3,
            "Contoh Titian",
            NIK[2],
            "Kuwin Cerucukk",
            "Banjarmasin Barat",
            "081200000003",
            "Sasirangan Titian",
            "",
        ],
        [
            4,
            "Contoh Rakit",
            NIK[0][:15],
            "Alalak Utara",
            "Banjarmasin Utara",
            "081200000004",
            "Warung Rakit",
            "2 jt",
        ],
        *(
            [5 + number, name, nik, "", "", f"0812888800{number:02d}", "", ""]
            for number, (name, nik) in enumerate(more)
        ),
        title="WUB 2020",
    )


def somebody_known(live) -> tuple[int, str, str]:
    """Id, name and NIK of somebody the office enrolled in another year."""
    that_year = sa.select(Participation.person_id).join(Cohort).where(Cohort.year == 2020)
    query = (
        sa.select(Person)
        .join(Participation, Participation.person_id == Person.id)
        .join(Cohort)
        .join(Agency)
        .where(Agency.code == OFFICE, Person.nik_index.is_not(None), Person.id.not_in(that_year))
        .order_by(Person.id)
        .limit(1)
    )
    with live.app.app_context():
        person = db.session.scalars(query).one()
        return person.id, person.name, person.reveal_nik() or ""


def phone_of(live, person_id: int) -> str | None:
    return live.ask(sa.select(Person.phone).where(Person.id == person_id))


def test_several_files_a_matched_column_a_cell_put_right_and_all_of_it_taken_back(sign_in_page, live):
    before = live.ask(sa.select(sa.func.count(Person.id)))
    known, name, nik = somebody_known(live)
    phone = phone_of(live, known)
    upload = sign_in_page.to(Role.OFFICER, Upload).attach_several(
        daftar_jukung=a_messy_list((name, nik)),
        daftar_kedua=some_list({"NIK": "6371014101900007", "NAMA PESERTA": "Contoh Kedua"}, title="WUB 2020"),
    )
    upload.keep_picture("impor-unggah").fits()
    run = upload.read_several().shows("daftar_kedua.xlsx").open_file("daftar_jukung.xlsx").fits()

    columns = run.match_columns().keep_picture("impor-kolom").fits()
    run = columns.match("B", "Nama peserta").match("F", "No. HP").save()
    run.shows("Contoh Lanting", "Isinya berbeda").fits().keep_picture("impor-pratinjau")
    assert (run.count("Diterima"), run.count("Ditahan") + run.count("Ditolak")) == (4, 1)

    run.take_value(name, "Telepon").shows("Pilihan tersimpan.")

    run.take_suggestion("Contoh Lanting", "Kuin Cerucuk").shows("Diperbaiki di sini: sel D")
    assert run.row("Contoh Titian").get_by_role("button").count() == 0, (
        "the same words are put right everywhere"
    )
    row = run.open_row("Contoh Rakit").keep_picture("impor-baris").fits()
    run = row.type("NIK", "6371014101900009").save()
    assert (run.count("Diterima"), run.count("Ditahan"), run.count("Ditolak")) == (5, 0, 0)

    run = run.take_over().shows("Contoh Titian").fits().keep_picture("impor-hasil")
    assert live.ask(sa.select(sa.func.count(Person.id))) == before + 4
    enrolled = live.ask(
        sa.select(sa.func.count(Participation.id)).where(Participation.import_run_id.is_not(None))
    )
    assert enrolled == 5
    assert phone_of(live, known) == "+6281288880000"

    run.take_back("Daftar percobaan").shows("Impor ini sudah ditarik kembali").fits()
    assert live.ask(sa.select(sa.func.count(Person.id))) == before
    assert phone_of(live, known) == phone


@pytest.mark.parametrize("scripts", [False])
@pytest.mark.parametrize("size", [(1280, 800)], ids=["1280"], indirect=True)
def test_without_scripts_the_page_loads_itself_anew_until_the_list_is_read(sign_in_page, scripts):
    run = sign_in_page.to(Role.OFFICER, Upload).attach(a_messy_list()).read()

    run.shows("Cocokkan kolom").fits()
