import io
import sys
import zipfile

import pytest

from imports import FileRefused, Limits, read_workbook
from imports.grid import Formula
from tests.imports.workbooks import HEADER, SHEET, changed, part, person, workbook

GOOD = workbook(HEADER, person())


def refusal(data, **limits):
    with pytest.raises(FileRefused) as caught:
        read_workbook(data, "daftar.xlsx", limits=Limits(**limits))
    assert caught.value.sentence.endswith(".")
    return caught.value.code


def with_sheet_data(xml: str) -> bytes:
    body = part(GOOD).decode()
    start, end = body.index("<sheetData>"), body.index("</sheetData>")
    return changed(GOOD, {SHEET: (body[:start] + "<sheetData>" + xml + body[end:]).encode()})


def archive(**parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name.replace("__", "/"), content)
    return out.getvalue()


def test_cells_keep_their_address_below_blank_rows_and_columns():
    sheet = read_workbook(workbook([], [], [None, None, "x", 3], title="A"), "a.xlsx").sheet("A")
    position = next(at for at, row in enumerate(sheet.rows) if any(cell != "" for cell in row))
    assert sheet.number(position) == 3
    assert sheet.rows[position] == ["", "", "x", 3.0]


@pytest.mark.parametrize("data", [b"", b"  \n", b"\x00" * 50, workbook()])
def test_an_empty_file_is_refused(data):
    assert refusal(data) == "empty"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"%PDF-1.7 something", "not_a_workbook"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "not_a_workbook"),
        (b"<html><table><tr><td>NIK</td></tr></table></html>", "web_page"),
        (archive(a__txt="hello"), "not_a_workbook"),
        (archive(**{"xl__workbook.bin": "x"}), "unsupported"),
        (GOOD[: len(GOOD) // 2], "damaged"),
        (b"PK\x03\x04 and nothing", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (changed(GOOD, {SHEET: b"<worksheet><sheetData><row r="}), "damaged"),
    ],
)
def test_what_is_no_workbook_is_refused_with_the_reason(data, code):
    assert refusal(data) == code


def test_a_flipped_byte_inside_a_part_is_noticed():
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(GOOD)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    data = bytearray(out.getvalue())
    data[data.index(b"<sheetData>") + 3] ^= 1
    assert refusal(bytes(data)) == "damaged"


@pytest.mark.parametrize("name", ["xl/workbook.xml", "xl/styles.xml", SHEET])
def test_a_doctype_in_any_part_is_refused(name):
    body = part(GOOD, name)
    head, _, rest = (
        body.partition(b"?>") if body.startswith(b"<?xml") else (b"<?xml version='1.0'", b"", body)
    )
    evil = head + b'?><!DOCTYPE x [<!ENTITY a "b">]>' + rest
    assert refusal(changed(GOOD, {name: evil})) == "doctype"


def test_limits_are_judged_before_anything_is_parsed():
    assert refusal(GOOD, file_bytes=100) == "too_large"
    assert refusal(GOOD, inflated_bytes=1000) == "too_much_inside"
    assert refusal(GOOD, parts=3) == "too_much_inside"
    assert refusal(changed(GOOD, {"xl/media/x": b"0" * 3_000_000})) == "too_much_inside"
    assert refusal(workbook(*[[1]] * 20), rows=10) == "too_many_rows"
    assert refusal(workbook([1] * 20), columns=10) == "too_many_columns"


def test_a_false_dimension_loses_no_row():
    rows = "".join(f'<row r="{n}"><c r="A{n}" t="n"><v>{n}</v></c></row>' for n in range(1, 31))
    data = with_sheet_data(rows)
    data = changed(data, {SHEET: part(data).replace(b'<dimension ref="A1:I2"', b'<dimension ref="A1:B2"')})
    assert b'"A1:B2"' in part(data)
    assert len(read_workbook(data, "a.xlsx").sheets[0].rows) == 30


@pytest.mark.parametrize("far", ["A1048576", "XFD1", "XFD1048576"])
def test_a_stray_cell_far_away_is_refused_and_harms_nobody(far):
    digits = "".join(c for c in far if c.isdigit())
    near = '<row r="1"><c r="A1"><v>1</v></c></row>'
    cell = f'<c r="{far}"><v>1</v></c>'
    xml = (
        f'<row r="1"><c r="A1"><v>1</v></c>{cell}</row>'
        if digits == "1"
        else f'{near}<row r="{digits}">{cell}</row>'
    )
    assert refusal(with_sheet_data(xml)) in {"too_many_rows", "too_many_columns", "too_much_memory"}


@pytest.mark.skipif(sys.platform == "win32", reason="no memory limit for a child process there")
def test_a_file_that_needs_too_much_memory_is_refused():
    rows = "".join(
        f'<row r="{n}"><c r="A{n}"><v>{n}</v></c><c r="T{n}"><v>1</v></c></row>' for n in range(1, 40_001)
    )
    assert refusal(with_sheet_data(rows), memory_bytes=40 * 1024 * 1024) == "too_much_memory"


def test_a_file_that_takes_too_long_is_refused():
    assert refusal(GOOD, seconds=0) == "too_slow"


def test_a_formula_without_result_is_told_from_a_blank_cell():
    rows = read_workbook(workbook(["a", "=10*25", "=SUM(A1:A2)", None]), "a.xlsx").sheets[0].rows
    assert rows[0][1] == 250.0
    assert isinstance(rows[0][2], Formula)


def test_arithmetic_that_is_not_plain_is_left_alone():
    rows = read_workbook(workbook(["=9**9**9", "=1/0", "=(2+3)*-4"]), "a.xlsx").sheets[0].rows
    assert [isinstance(cell, Formula) for cell in rows[0]] == [True, True, False]
    assert rows[0][2] == -20.0


def test_a_hidden_sheet_is_known():
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["a"])
    book.create_sheet("Rahasia").append(["b"])
    book["Rahasia"].sheet_state = "hidden"
    file = io.BytesIO()
    book.save(file)
    assert [sheet.hidden for sheet in read_workbook(file.getvalue(), "a.xlsx").sheets] == [False, True]


def test_a_sheet_that_is_not_there_is_refused():
    book = read_workbook(GOOD, "a.xlsx")
    with pytest.raises(FileRefused) as caught:
        book.sheet("Lain")
    assert caught.value.code == "no_such_sheet"
