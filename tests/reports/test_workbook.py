"""The workbook survives hostile text, says no name and no NIK, and prints on A4."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZipFile

import pytest

from tests import factories
from tests.reports import city, reading
from tests.reports.city import AS_OF, promise
from wub.reports import workbook
from wub.reports.standing import standing

PAYLOADS = ("=HYPERLINK(1)", "+62812", "-2+3", "@SUM(A1)", "\tx", "=cmd|' /C calc'!A0", "a\x00b\ud800c")


@pytest.fixture
def content(session):
    city.everything()
    return workbook.summary(standing(AS_OF))


def parts(content: bytes) -> dict[str, str]:
    with ZipFile(BytesIO(content)) as book:
        return {name: book.read(name).decode("utf-8") for name in book.namelist() if name.endswith(".xml")}


def test_the_sheets_have_frozen_headings_on_a4(content):
    book = reading.workbook(content)
    assert book.sheetnames == list(workbook.SHEETS)
    for sheet in book:
        assert sheet.freeze_panes
        assert sheet.print_area
        assert sheet.page_setup.paperSize in (9, "9")
        assert sheet.page_setup.fitToWidth == 1
        assert sheet.sheet_properties.pageSetUpPr.fitToPage


def test_no_person_and_no_nik_is_in_it(content):
    everything = "\n".join(parts(content).values())
    assert "Contoh" not in everything.replace("RPJMD contoh", "")
    assert not re.search(r"(?<![\d.])\d{16}(?!\d)", everything)


def test_only_totals_are_formulas(content):
    formulas = re.findall(r"<f>(.*?)</f>", "\n".join(parts(content).values()))
    live = [
        formula for formula in formulas if not formula.startswith("'")
    ]  # charts name their cells in <f> too
    assert live
    assert all(re.fullmatch(r"SUM\([A-P]\d+:[A-P]\d+\)", formula) for formula in live)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_text_never_becomes_a_formula(session, payload):
    clean = payload.replace("\x00", "").replace("\ud800", "")
    if clean == payload:
        factories.agency().short_name = payload
        promise("I1", "5", source_document=payload)
    sheet = workbook_sheet()
    workbook.style.put(sheet, "A1", payload)
    assert (sheet["A1"].value, sheet["A1"].data_type) == (clean, "s")
    city.twenty()
    found = reading.workbook(workbook.summary(standing(AS_OF)))["Target dan Capaian"]
    kinds = {cell.data_type for row in found.iter_rows() for cell in row}
    assert "f" not in kinds


def test_only_what_has_a_target_is_printed_and_it_stands_first(content):
    sheet = reading.workbook(content)["Target dan Capaian"]
    promised = [cell.value is not None for cell in sheet["D"][4:]]
    assert promised == sorted(promised, reverse=True)
    assert sheet.print_area.endswith(f"$N${4 + sum(promised)}")


def test_figures_are_numbers_in_indonesian_form(content):
    sheet = reading.workbook(content)["Angka vs Hasil"]
    row = next(row for row in sheet.iter_rows(min_row=5) if row[0].value == "Kota Banjarmasin")
    assert isinstance(row[2].value, int)
    assert row[2].number_format == "[$-421]#,##0"
    assert isinstance(row[11].value, float)
    assert row[11].number_format == "[$-421]0.0%"


def test_every_colour_follows_a_word(content):
    sheet = reading.workbook(content)["Angka vs Hasil"]
    rules = [rule for cells in sheet.conditional_formatting for rule in cells.rules]
    words = [rule.formula[0] for rule in rules if rule.type == "expression"]
    assert len(words) == 4
    assert any('"Belum dapat dipastikan"' in word for word in words)


def test_native_charts_point_at_the_figures(content):
    charts = {name: xml for name, xml in parts(content).items() if "/charts/chart" in name}
    assert {sheet for xml in charts.values() for sheet in re.findall(r"<f>'([^']+)'!", xml)} >= {
        *("Ringkasan", "Angka vs Hasil", "Kohort")
    }


def test_no_chart_makes_a_share_of_four_people(session):
    city.succeed(4)
    rows = list(reading.workbook(workbook.summary(standing(AS_OF)))["Ringkasan"].values)
    first = next(at for at, row in enumerate(rows) if row[0] == "Data grafik")
    assert {row[1:4] for row in rows[first + 1 :]} == {(None, None, None)}


def test_the_definitions_are_in_it_with_their_version(content):
    said = [
        row[0].value for row in reading.workbook(content)["Catatan dan Definisi"].iter_rows() if row[0].value
    ]
    assert "I2 Keberhasilan 12 bulan (versi 1)" in said


def test_an_empty_register_gives_an_empty_workbook(session):
    book = reading.workbook(workbook.summary(standing(AS_OF)))
    assert book["Angka vs Hasil"]["C6"].value == 0


def workbook_sheet():
    from openpyxl import Workbook

    sheet = Workbook().active
    assert sheet is not None
    return sheet
