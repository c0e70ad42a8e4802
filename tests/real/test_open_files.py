"""Every real list reaches the result that a correct import must reach (pure: no database)."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from imports import ImportReading, Kind, Outcome, SheetReading, load_places, read_participants
from models.vocabulary import Sex
from tests.real.open_files import content, expected, require_open_files

require_open_files()

TODAY = date(2026, 11, 24)
KONSTRUKSI = "konstruksi_wub_2018_2019.xlsx"
BINAAN = "balikpapan_umkm_binaan.xlsx"
BINAAN_SHEETS = ["final", "sandang", "mesin", "elektronika", "makanan", "aneka&kerajinan"]
BINAAN_SHEETS += [
    "kimia&bahan bangunan",
    "minuman",
    "furniture",
    "logam",
    "legalitas",
]


@cache
def reading(name: str, sheet: str | None = None) -> ImportReading:
    return read_participants(content(name), name, sheet=sheet, places=load_places(), today=TODAY)


def counts(sheet: SheetReading) -> tuple[int, int, int, int, int]:
    assert sheet.data_rows == sheet.accepted + sheet.repeated + sheet.held + sheet.rejected
    return sheet.data_rows, sheet.accepted, sheet.repeated, sheet.held, sheet.rejected


@pytest.mark.parametrize(
    ("name", "sheet", "key"),
    [
        ("balikpapan_data_umkm.xlsx", "Sheet1", "Sheet1"),
        ("balikpapan_dataset_umkm1.csv", None, "csv"),
        *((BINAAN, sheet, sheet) for sheet in BINAAN_SHEETS),
    ],
)
def test_a_balikpapan_sheet_gives_its_people_repeats_and_refusals(name, sheet, key):
    truth = expected(name)[key]
    found = reading(name, sheet).sheets[0]
    total = truth["data_rows"] + truth["rejected"]
    assert counts(found) == (total, truth["unique"], truth["duplicates"], 0, truth["rejected"])
    repeated = [[row.row, row.repeats.row] for row in found.rows if row.repeats]
    assert repeated == truth["duplicate_rows"]
    rejected = [row.row for row in found.rows if row.outcome is Outcome.REJECTED]
    assert rejected == [row for row, _ in truth["rejected_rows"]]
    no_owner = [row.row for row in found.rows if [p.code for p in row.problems] == ["no_name"]]
    assert no_owner == [row for row, reason in truth["rejected_rows"] if reason == "no owner"]


def test_the_whole_balikpapan_workbook_does_not_multiply_its_people():
    sheets = reading(BINAAN).sheets
    assert (
        sum(sheet.accepted for sheet in sheets)
        == expected(BINAAN)["workbook"]["distinct_owner_business"]
        == 1402
    )
    assert all(row.provisional for sheet in sheets for row in sheet.rows if row.values)


@pytest.mark.parametrize(
    ("name", "letter"),
    [("balikpapan_data_umkm.xlsx", "T"), ("balikpapan_dataset_umkm1.csv", "R"), (BINAAN, "T")],
)
def test_money_in_thousands_is_read_as_rupiah(name, letter):
    first = reading(name).sheets[0]
    assert next(column.letter for column in first.columns if column.field == "capital") == letter
    assert first.rows[0].values.capital == 28_000_000


def test_a_formula_of_plain_numbers_keeps_its_amount():
    row = next(row for row in reading(BINAAN, "final").sheets[0].rows if row.row == 934)
    assert row.values.capital == 653_337  # =653337/1000 in a column of thousands


@pytest.mark.parametrize("name", ["balikpapan_data_umkm.xlsx", "balikpapan_dataset_umkm1.csv"])
def test_a_lost_leading_zero_comes_back(name):
    assert reading(name).sheets[0].rows[0].values.phone == "+6281302409835"


def test_the_columns_of_the_sector_sheets_are_found_under_merged_headings():
    for sheet in reading(BINAAN).sheets:
        found = {column.field: column.letter for column in sheet.columns}
        assert (found["business_name"], found["name"], found["kelurahan"], found["phone"]) == (
            "D",
            "E",
            "H",
            "J",
        )
        assert (found["workers_male"], found["workers_female"], found["kbli"]) == ("R", "S", "M")


def test_a_list_of_businesses_without_owners_makes_no_participant():
    truth = expected("solo_umkm.csv")["csv"]
    sheet = reading("solo_umkm.csv").sheets[0]
    total = truth["data_rows"] + truth["rejected"]
    assert sheet.kind is Kind.OTHER
    assert counts(sheet) == (total, 0, 0, 0, total)
    (reason,) = [problem for problem in sheet.problems if problem.code == "no_owner_column"]
    assert len(reason.also) == total - 1


def test_a_damaged_recapitulation_is_refused_as_such():
    sheet = reading("sleman_rekap_umkm.csv").sheets[0]
    assert sheet.kind is Kind.AGGREGATE
    assert counts(sheet) == (0, 0, 0, 0, 0)
    assert [problem.code for problem in sheet.problems] == ["aggregate"]


@pytest.mark.parametrize(("name", "numbers"), [("WUB 2018", (96, 81, 6)), ("WUB 2019", (55, 50, 5))])
def test_the_wub_lists_give_their_counts(name, numbers):
    sheet = reading(KONSTRUKSI).sheet(name)
    data_rows, accepted, repeated, held, rejected = counts(sheet)
    assert (data_rows, accepted, repeated) == numbers
    assert held + rejected == numbers[0] - numbers[1] - numbers[2]
    assert (sheet.year, sheet.header_rows) == (int(name[-4:]), (5, 6, 7))
    assert sheet.unknown == ()


def test_the_rekap_sheet_is_an_aggregate():
    assert reading(KONSTRUKSI).sheet("REKAP").kind is Kind.AGGREGATE


@pytest.mark.parametrize("name", ["WUB 2018", "WUB 2019"])
def test_every_wub_row_reaches_its_true_value(name):
    sheet = reading(KONSTRUKSI).sheet(name)
    truth = expected(KONSTRUKSI)["rows"][name]
    assert [row.row for row in sheet.rows] == [row["row"] for row in truth]
    for row, true in zip(sheet.rows, truth, strict=True):
        values = row.values
        assert values is not None
        assert values.name.casefold() == true["nama"].casefold()
        assert values.nik == (None if true["reject"] else true["nik"])
        assert values.business_start == date.fromisoformat(true["mulai"])
        assert values.phone == "+62" + true["hp"][1:]
        assert (values.kelurahan, values.kecamatan) == (true["kel"], true["kec"])
        assert (values.sales_before, values.sales_now) == (true["om0"], true["om1"])
        assert values.area_code is not None
        assert (row.outcome in (Outcome.HELD, Outcome.REJECTED)) is bool(true["reject"])
        assert (row.outcome is Outcome.REPEATED) is bool(true["dup_of"])


def test_each_refused_wub_row_says_why():
    reasons = {
        "15": "nik_length", "lost": "nik_lost_digits", "none": "nik_blank", "strip": "nik_blank",
        "sci": "nik_scientific", "O": "nik_letter", "baddate": "nik_date",
    }  # fmt: skip
    found = {row.row: row for row in reading(KONSTRUKSI).sheet("WUB 2018").rows}
    refused = [row for row in expected(KONSTRUKSI)["rows"]["WUB 2018"] if row["reject"]]
    assert len(refused) == 9
    for true in refused:
        assert reasons[true["nik_kind"]] in [problem.code for problem in found[true["row"]].problems]


def test_five_people_of_2018_return_in_2019_and_131_are_distinct():
    sheets = reading(KONSTRUKSI).sheets
    second = sheets[1]
    returning = [row for row in second.rows if second.returns(row)]
    assert len(returning) == 5
    assert {row.repeats.sheet for row in returning} == {"WUB 2018"}
    distinct = {row.values.nik for sheet in sheets for row in sheet.rows if row.values and row.values.nik}
    assert len(distinct) == expected(KONSTRUKSI)["summary"]["distinct_valid_nik_in_file"] == 131
    assert {row.values.sex for row in second.rows} == {Sex.MALE, Sex.FEMALE}


def test_no_problem_tells_a_whole_nik():
    said = [problem.said for sheet in reading(KONSTRUKSI).sheets for problem in sheet.problems]
    assert not any(sum(character.isdigit() for character in text) >= 15 for text in said)
