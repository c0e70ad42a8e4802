"""The mayor's office: one page and one workbook, and no person anywhere."""

from __future__ import annotations

import openpyxl
import pytest
from playwright.sync_api import expect

from models.vocabulary import Role
from tests.browser.pages.results import NumbersAndResults
from tests.browser.pages.screen import Screen

pytestmark = pytest.mark.browser

SHEETS = [
    *("Ringkasan", "Angka vs Hasil", "Kohort", "Target dan Capaian", "Wilayah", "Pendampingan", "Pameran"),
    *("Bapak Angkat CSR", "Biaya", "Mutu Data", "Klaim Lama", "Catatan dan Definisi"),
]
BOARDS = {
    "Kohort": "/papan/kohort",
    "Corong": "/papan/corong",
    "SKPD": "/papan/skpd",
    "Wilayah": "/papan/wilayah",
    "Pendampingan": "/papan/pendampingan",
    "Pameran": "/papan/pameran",
    "Bapak angkat": "/papan/bapak-angkat",
    "Biaya": "/papan/biaya",
    "Mutu data": "/papan/mutu-data",
    "Klaim lama": "/klaim",
    "Potret": "/potret",
}
# The printed part of an A4 page, in CSS pixels: standing, and lying across.
SHEET, SHEET_ACROSS = (688, 1016), (1046, 718)
SHOWN_AND_TOO_WIDE = """(tables, width) => tables
    .map(table => [table.caption?.textContent || table.className, table.getBoundingClientRect()])
    .filter(([, box]) => box.width && Math.round(box.right) > width)
    .map(([name]) => name)"""


def test_number_and_result_stand_side_by_side(sign_in_page):
    page = NumbersAndResults(sign_in_page.as_role(Role.EXECUTIVE).page).is_called("Angka dan hasil")

    page.shows("Angka: berapa orang terdaftar?", "Hasil: apakah berhasil pada bulan ke-12?", "Menurut SKPD")
    expect(page.main.locator(".figures a")).to_have_count(0)
    page.fits().keep_picture("angka-hasil-wali-kota")


def test_the_workbook_opens_with_its_twelve_sheets(sign_in_page, tmp_path):
    page = NumbersAndResults(sign_in_page.as_role(Role.EXECUTIVE).page)

    book = openpyxl.load_workbook(page.download_summary(tmp_path), read_only=True)
    assert book.sheetnames == SHEETS
    book.close()


@pytest.mark.parametrize("name", BOARDS)
def test_a_board_can_be_used_by_everybody(name, sign_in_page):
    page = Screen(sign_in_page.as_role(Role.EXECUTIVE).page)

    page.page.goto(BOARDS[name])
    page.is_called(name).is_usable().keep_picture(f"papan-{name.lower().replace(' ', '-')}")


@pytest.mark.parametrize("name", BOARDS)
@pytest.mark.parametrize("size", [SHEET], ids=["A4"], indirect=True)
def test_a_board_on_paper_loses_no_column(name, sign_in_page):
    page = sign_in_page.as_role(Role.EXECUTIVE).page
    page.emulate_media(media="print")
    page.goto(BOARDS[name])

    if page.evaluate("getComputedStyle(document.body).page") == "wide":
        page.set_viewport_size(dict(zip(("width", "height"), SHEET_ACROSS, strict=True)))
    width = page.viewport_size["width"]
    assert page.locator("table").evaluate_all(SHOWN_AND_TOO_WIDE, width) == []


@pytest.mark.parametrize("address", ["/peserta", "/kunjungan", "/impor", "/angka-hasil/orang?kelompok=tutup"])
@pytest.mark.parametrize("size", [(360, 740)], ids=["360"], indirect=True)
def test_people_are_closed_to_the_mayors_office(address, sign_in_page):
    page = sign_in_page.as_role(Role.EXECUTIVE).page

    answer = page.goto(address)
    assert answer is not None
    assert answer.status in (403, 404)
