"""What a sheet says apart from its cells: merged cells, hidden rows and columns, the system of its days."""

import io
from datetime import date

from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from tests.imports.other_formats import xls
from tests.imports.workbooks import HEADER, person, read

GROUPED = [*HEADER, "KELOMPOK", "KECAMATAN", "NILAI BANTUAN"]


def grouped(*merges, hide=(), hide_columns=()):
    """Three people under a group that is written once, in a cell merged over their rows."""
    book = Workbook()
    page = book.active
    page.append(GROUPED)
    for number in (1, 2, 3):
        who = {"NIK": f"637101410190000{number}", "NAMA PESERTA": f"Contoh {number}", "KELURAHAN": ""}
        beside = ["Mawar 1", "Banjarmasin Utara", 9_000_000] if number == 1 else ["", "", ""]
        page.append(person(**who) + beside)
    for merge in merges:
        page.merge_cells(merge)
    for row in hide:
        page.row_dimensions[row].hidden = True
    for letter in hide_columns:
        page.column_dimensions[letter].hidden = True
    file = io.BytesIO()
    book.save(file)
    return read(file.getvalue()).sheets[0]


def codes(sheet):
    return {problem.code: problem.said for problem in sheet.problems if problem.row == 0}


def test_a_cell_merged_over_the_rows_of_a_group_counts_for_each_of_its_members():
    sheet = grouped("J2:J4", "K2:K3", "L2:L4")
    assert [row.values.group_name for row in sheet.rows] == ["Mawar 1"] * 3
    assert [row.values.kecamatan for row in sheet.rows] == ["Banjarmasin Utara", "Banjarmasin Utara", None]


def test_money_in_a_merged_cell_is_not_given_to_each_of_them():
    sheet = grouped("J2:J4", "L2:L4")
    assert [row.values.aid_value for row in sheet.rows] == [9_000_000, None, None]


def test_without_a_merge_nothing_is_filled_down():
    assert [row.values.group_name for row in grouped().rows] == ["Mawar 1", None, None]


def test_hidden_rows_are_read_and_said():
    sheet = grouped(hide=(3, 4))
    assert sheet.data_rows == 3
    assert codes(sheet)["hidden_rows"] == "3, 4"


def test_a_hidden_column_that_is_taken_is_said():
    sheet = grouped(hide_columns=("F",))
    assert codes(sheet)["hidden_columns"] == "F"
    assert sheet.rows[0].values.phone == "+6281200000001"


def test_nothing_hidden_is_nothing_said():
    assert not {"hidden_rows", "hidden_columns"} & codes(grouped()).keys()


def days(values, since_1904):
    """The same two days as a date and as its bare number, the way a cell of text format keeps it."""
    book = Workbook()
    if since_1904:
        book.epoch = CALENDAR_MAC_1904
    page = book.active
    page.append(HEADER)
    for number, value in enumerate(values, 1):
        page.append(person(**{"NIK": f"637101410190000{number}", "MULAI USAHA": value}))
    file = io.BytesIO()
    book.save(file)
    return [row.values.business_start for row in read(file.getvalue()).sheets[0].rows]


def test_a_bare_number_of_days_counts_from_the_year_that_the_workbook_counts_from():
    day = date(2018, 2, 18)
    assert days([day, 43149, "43149"], since_1904=False) == [day] * 3
    assert days([day, 41687, "41687"], since_1904=True) == [day] * 3


def test_an_old_excel_file_that_counts_from_1904_gives_the_same_days():
    data = xls(HEADER, person(**{"MULAI USAHA": 41687}), since_1904=True)
    assert read(data, "daftar.xls").sheets[0].rows[0].values.business_start == date(2018, 2, 18)


def test_a_year_stays_a_year_in_both():
    sheet = read(xls(HEADER, person(**{"MULAI USAHA": 2015}), since_1904=True), "daftar.xls").sheets[0]
    assert sheet.rows[0].values.business_start_year == 2015
