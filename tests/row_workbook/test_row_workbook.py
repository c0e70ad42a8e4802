"""Big lists as workbooks: every kind of value, more rows than a sheet holds, and no row at all."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

from wub.row_workbook import Column, Kind, Summary, write

COLUMNS = [
    Column("Nama"),
    Column("Omzet", Kind.NUMBER),
    Column("Tahun", Kind.YEAR),
    Column("Hari", Kind.DAY, repeats=True),
    Column("Sektor", repeats=True, tell=str.upper, choices=("KULINER", "JASA")),
]


def book_of(batches, **values):
    file = BytesIO()
    rows = write(file, COLUMNS, batches, name="Peserta", summary=summary, **values)
    return load_workbook(file), rows


def summary(rows):
    return Summary("Daftar", [("Baris", rows)], "SKPD", [("Disperdagin", rows)])


def row(name="Galuh", sales=0, year=2018, day=date(2018, 3, 1), sector="jasa"):
    return name, sales, year, day, sector


def test_every_kind_of_value_stays_what_it_is():
    book, rows = book_of([[row(), row(None, None, None, None, None)]])

    first, second = list(book["Peserta"].iter_rows(min_row=2, values_only=True))

    assert rows == 2
    assert (*first[:3], first[3].date(), first[4]) == ("Galuh", 0, 2018, date(2018, 3, 1), "JASA")
    assert second == ("belum diketahui",) * 5


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+62",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "a & <b>",
        "baris\nkedua",
        "😀 Ünïcode",
        "x" * 40_000,
        "a\x00b",
    ],
)
def test_text_is_never_a_formula_and_never_breaks_the_file(text):
    book, _rows = book_of([[row(text)]])

    cell = book["Peserta"]["A2"]

    assert cell.data_type == "s"
    assert cell.value == text.replace("\x00", "")[:32_767]
    assert bool(cell.quotePrefix) is text.startswith(("=", "+", "-", "@", "\t"))


def test_more_rows_than_a_sheet_holds_go_on_in_the_next():
    batches = [[row(f"Orang {batch * 2 + one}") for one in range(2)] for batch in range(5)]

    book, rows = book_of(batches, most=4)

    sheets = [sheet for sheet in book.sheetnames if sheet.startswith("Peserta")]
    names = [cell.value for sheet in sheets for cell in book[sheet]["A"][1:]]
    assert (sheets, rows) == (["Peserta", "Peserta 2", "Peserta 3"], 10)
    assert names == [f"Orang {number}" for number in range(10)]
    assert [book[sheet].auto_filter.ref for sheet in sheets] == ["A1:E5", "A1:E5", "A1:E3"]
    assert all(book[sheet].freeze_panes == "B2" for sheet in sheets)


def test_rows_wear_the_looks_of_the_finished_workbook():
    book, _rows = book_of([[row()]])
    sheet = book["Peserta"]

    assert sheet["A1"].font.bold
    assert sheet["A1"].fill.fgColor.rgb == "000B5563"
    assert [sheet[place].number_format for place in ("A2", "B2", "D2")] == [
        "General", "[$-421]#,##0", "[$-421]dd/mm/yyyy",
    ]  # fmt: skip


@pytest.mark.parametrize("batches", [[], [[]]], ids=["no batch", "an empty batch"])
def test_a_list_without_rows_is_a_workbook_too(batches):
    book, rows = book_of(batches)
    assert (rows, book["Peserta"].max_row) == (0, 1)


def test_the_rows_are_asked_for_one_batch_at_a_time():
    asked = []

    def batches():
        for number in range(3):
            asked.append(number)
            yield [row()]

    book_of(batches())
    assert asked == [0, 1, 2]
