"""A list on its way into the register: several files, columns, cells put right, taken over, taken back."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from models import Participation, Person
from models.vocabulary import Role
from tests.browser.pages.importing import Upload
from tests.importing.lists import NIK, some_list
from tests.imports.workbooks import workbook

pytestmark = pytest.mark.browser

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


def a_messy_list() -> bytes:
    """A heading nobody knows, a kelurahan that is nearly one, and a NIK that lost a digit."""
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
        title="WUB 2020",
    )


def test_several_files_a_matched_column_a_cell_put_right_and_all_of_it_taken_back(sign_in_page, live):
    before = live.ask(sa.select(sa.func.count(Person.id)))
    upload = sign_in_page.to(Role.OFFICER, Upload).attach_several(
        daftar_jukung=a_messy_list(),
        daftar_kedua=some_list({"NIK": "6371014101900007", "NAMA PESERTA": "Contoh Kedua"}, title="WUB 2020"),
    )
    upload.keep_picture("impor-unggah").fits()
    run = upload.read_several().shows("daftar_kedua.xlsx").open_file("daftar_jukung.xlsx").fits()

    columns = run.match_columns().keep_picture("impor-kolom").fits()
    run = columns.match("B", "Nama peserta").match("F", "No. HP").save()
    run.shows("Contoh Lanting").fits().keep_picture("impor-pratinjau")
    assert (run.count("Diterima"), run.count("Ditahan") + run.count("Ditolak")) == (3, 1)

    run.take_suggestion("Contoh Lanting", "Kuin Cerucuk").shows("Diperbaiki di sini: sel D")
    assert run.row("Contoh Titian").get_by_role("button").count() == 0, (
        "the same words are put right everywhere"
    )
    row = run.open_row("Contoh Rakit").keep_picture("impor-baris").fits()
    run = row.type("NIK", "6371014101900009").save()
    assert (run.count("Diterima"), run.count("Ditahan"), run.count("Ditolak")) == (4, 0, 0)

    run = run.take_over().shows("Contoh Titian").fits().keep_picture("impor-hasil")
    assert live.ask(sa.select(sa.func.count(Person.id))) == before + 4
    enrolled = live.ask(
        sa.select(sa.func.count(Participation.id)).where(Participation.import_run_id.is_not(None))
    )
    assert enrolled == 4

    run.take_back("Daftar percobaan").shows("Impor ini sudah ditarik kembali").fits()
    assert live.ask(sa.select(sa.func.count(Person.id))) == before


@pytest.mark.parametrize("scripts", [False])
@pytest.mark.parametrize("size", [(1280, 800)], ids=["1280"], indirect=True)
def test_without_scripts_the_page_loads_itself_anew_until_the_list_is_read(sign_in_page, scripts):
    run = sign_in_page.to(Role.OFFICER, Upload).attach(a_messy_list()).read()

    run.shows("Cocokkan kolom").fits()
