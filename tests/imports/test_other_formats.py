from datetime import date

import pytest
import xlrd

from imports import FileRefused, read_workbook
from tests.imports.other_formats import ods, ods_row, xls
from tests.imports.workbooks import HEADER, person, read

ROWS = (
    ["DAFTAR WUB 2018"],
    HEADER,
    list(range(1, 10)),
    person(),
    person(**{"NIK": 6371014101900003, "NO. HP": 81200000003, "MULAI USAHA": date(2018, 2, 18)}),
    ["JUMLAH", *[None] * 6, 3_000_000],
)


def refusal(data: bytes) -> str:
    with pytest.raises(FileRefused) as caught:
        read_workbook(data, "daftar")
    return caught.value.code


@pytest.mark.parametrize("make", [xls, ods])
def test_old_excel_and_libreoffice_give_the_same_people(make):
    (sheet,) = read(make(*ROWS), "daftar").sheets
    first, second = (row.values for row in sheet.rows)
    assert (sheet.sheet, sheet.header_rows, sheet.accepted, sheet.data_rows) == ("WUB 2018", (2, 3), 2, 2)
    assert (first.nik, first.sales_before, first.business_start) == (
        "6371014101900001", 1_500_000, date(2018, 2, 18),
    )  # fmt: skip
    assert (second.nik, second.phone) == ("6371014101900003", "+6281200000003")
    assert second.business_start == date(2018, 2, 18)
    assert [problem.code for problem in sheet.rows[1].problems] == ["nik_number"]


def test_every_cell_of_an_xls_agrees_with_another_reader():
    data = xls(*ROWS, [0.5, -3, 2**40, "", " x "])
    page = xlrd.open_workbook(file_contents=data).sheet_by_index(0)
    ours = read_workbook(data, "a.xls").sheets[0]
    assert len(ours.rows) == page.nrows
    for row, theirs in zip(ours.rows, page.get_rows(), strict=True):
        numbers = [cell.value for cell in theirs if cell.ctype == xlrd.XL_CELL_NUMBER]
        assert [cell for cell in row if isinstance(cell, float)] == numbers
        assert all(isinstance(cell, str | float | date) for cell in row)


def test_hidden_rows_of_an_xls_are_read_and_known():
    sheet = read_workbook(xls(*ROWS, hidden=[4]), "a.xls").sheets[0]
    assert sheet.marks.hidden_rows == (4,)
    assert len(sheet.rows) == len(ROWS)


def test_hidden_rows_and_columns_merged_cells_and_the_date_system_of_an_ods_are_known():
    data = ods(
        '<table:table-column/><table:table-column table:visibility="collapse"/>',
        ods_row(["a", "b"], 'table:visibility="filter"'),
        '<table:table-row><table:table-cell table:number-rows-spanned="2" office:value-type="string">'
        "<text:p>x</text:p></table:table-cell></table:table-row>",
        ods_row(["c", 1]),
        before='<table:calculation-settings><table:null-date table:date-value="1904-01-01"/>'
        "</table:calculation-settings>",
    )
    marks = read_workbook(data, "a.ods").sheets[0].marks
    assert (marks.hidden_rows, marks.hidden_columns) == ((1,), (1,))
    assert (marks.merged, marks.since_1904) == (((2, 0, 3, 0),), True)


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (ods_row(["x"], 'table:number-rows-repeated="1000000"'), "too_many_rows"),
        (ods_row([None], 'table:number-rows-repeated="1000000"') + ods_row(["x"]), "too_many_rows"),
        (ods_row(["x"]).replace("cell ", 'cell table:number-columns-repeated="16000" '), "too_many_columns"),
    ],
)
def test_what_an_ods_repeats_is_judged_before_it_is_unfolded(row, code):
    assert refusal(ods(["a", "b"], row)) == code


def test_blank_rows_that_an_ods_repeats_to_the_end_cost_nothing():
    data = ods(["a", "b"], ods_row([None], 'table:number-rows-repeated="1048000"'))
    assert read_workbook(data, "a.ods").sheets[0].rows == [["a", "b"]]


def test_an_ods_with_a_password_is_refused_as_such():
    assert refusal(ods(["a"], manifest="<encryption-data/>")) == "encrypted"


def test_an_xls_with_a_password_is_refused_as_such():
    data = xls(["a", "b"])
    first_record = data.index(b"\x42\x00\x02\x00")  # CODEPAGE, of the same length as a FILEPASS
    assert refusal(data[:first_record] + b"\x2f\x00\x02\x00" + data[first_record + 4 :]) == "encrypted"


def test_an_xls_whose_sectors_go_in_a_circle_comes_to_an_end():
    data = bytearray(xls(["a", "b"]))
    table = (int.from_bytes(data[76:80], "little") + 1) * 512
    for at in range(table, table + 512, 4):
        data[at : at + 4] = (1).to_bytes(4, "little")
    with pytest.raises(FileRefused):
        read_workbook(bytes(data), "a.xls")
