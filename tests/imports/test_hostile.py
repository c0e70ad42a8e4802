"""Files made to harm: each ends in a refusal with a reason, and the reader takes nobody along."""

import io
import sys
import zipfile

import pytest

from imports import FileRefused, read_workbook
from tests.imports.workbooks import HEADER, SHEET, changed, part, person, workbook

GOOD = workbook(HEADER, person())


def refusal(data: bytes) -> str:
    with pytest.raises(FileRefused) as caught:
        read_workbook(data, "daftar.xlsx")
    return caught.value.code


def with_rows(xml: str) -> bytes:
    body = part(GOOD).decode()
    start, end = body.index("<sheetData>") + len("<sheetData>"), body.index("</sheetData>")
    return changed(GOOD, {SHEET: (body[:start] + xml + body[end:]).encode()})


def cell(address: str, value: int = 1) -> str:
    return f'<c r="{address}"><v>{value}</v></c>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("word", ["<!DOCTYPE x>", "<!doctype x>", '<!DOCTYPE x [<!ENTITY a "b">]>'])
def test_a_doctype_is_found_in_every_encoding_and_part(encoding, word):
    evil = f'<?xml version="1.0" encoding="{encoding}"?>{word}<a/>'.encode(encoding)
    assert refusal(changed(GOOD, {"xl/theme/theme1.xml": evil})) == "doctype"
    assert refusal(changed(GOOD, {"xl/worksheets/sheet9.dat": evil})) == "doctype"


def test_a_doctype_across_two_chunks_is_found():
    filler = b"<a>" + b"x" * ((1 << 18) - 8)
    assert refusal(changed(GOOD, {"xl/theme/theme1.xml": filler + b"<!DOCTYPE x>"})) == "doctype"


@pytest.mark.parametrize("name", ["../evil.xml", "/etc/evil", "xl\\evil.xml", "C:evil.xml", "xl/../../evil"])
def test_a_part_whose_name_leads_outside_is_refused(name):
    assert refusal(changed(GOOD, {name: b"x"})) == "doctype"


def test_an_archive_of_lists_is_told_from_a_list():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("Kecamatan Utara/daftar.xlsx", GOOD)
    assert refusal(out.getvalue()) == "archive"


def test_many_names_for_the_same_bytes_are_refused():
    """Thirty entries of the directory point to one part, so that little holds much."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"<a/>")
        archive.writestr("kernel", bytes(range(256)) * 4_000)
        kernel = archive.getinfo("kernel")
        for number in range(30):
            copy = zipfile.ZipInfo(f"xl/worksheets/sheet{number}.xml")
            for name in ("CRC", "compress_size", "file_size", "header_offset", "compress_type"):
                setattr(copy, name, getattr(kernel, name))
            archive.filelist.append(copy)
            archive.NameToInfo[copy.filename] = copy
    assert refusal(out.getvalue()) == "too_much_inside"


def test_a_part_that_is_larger_than_it_says_is_noticed():
    data = bytearray(changed(GOOD, {"xl/media/x.xml": b"<a>" + b"y" * 5_000 + b"</a>"}))
    size = (5_007).to_bytes(4, "little")
    assert data.count(size) == 2
    assert refusal(bytes(data).replace(size, (7).to_bytes(4, "little"))) == "damaged"


def test_two_rows_with_one_number_would_hide_the_first():
    twice = f'<row r="1">{cell("A1")}</row><row r="1">{cell("A1", 2)}</row>'
    assert refusal(with_rows(twice)) == "rows_lost"


def test_blank_rows_and_odd_but_honest_sheets_are_read():
    rows = (
        f'<row r="1">{cell("A1")}</row><row r="2" spans="1:2"><c r="A2" s="1"/><c r="B2"/></row><row r="3"/>'
        f'<row r="4"><c r="A4" t="inlineStr"><is><t> </t></is></c></row>'
        f'<row r="5"><c r="A5" t="e"><v>#REF!</v></c></row><row r="7">{cell("A7", 0)}</row>'
        f'<row r="9"><c r="A9"><f>SUM(A1:A7)</f></c></row>'
    )
    sheet = read_workbook(with_rows(rows), "a.xlsx").sheets[0]
    assert [sheet.number(at) for at, row in enumerate(sheet.rows) if any(c != "" for c in row)] == [1, 7, 9]


def test_a_sheet_whose_tags_have_a_prefix_loses_nothing():
    """Some programs write <x:row>; counting tags finds none there, so every row is looked at."""
    body = part(GOOD).decode()
    for tag in ("worksheet", "sheetData", "row", "c", "v", "is", "t"):
        body = body.replace(f"<{tag} ", f"<x:{tag} ").replace(f"<{tag}>", f"<x:{tag}>")
        body = body.replace(f"</{tag}>", f"</x:{tag}>")
    prefixed = changed(GOOD, {SHEET: body.replace("xmlns=", "xmlns:x=").encode()})
    assert read_workbook(prefixed, "a.xlsx").sheets[0].rows == read_workbook(GOOD, "a.xlsx").sheets[0].rows


def test_hidden_rows_columns_and_merged_cells_of_an_xlsx_are_known():
    rows = f'<row r="1">{cell("A1")}</row><row r="2" hidden="1">{cell("A2")}</row>'
    data = with_rows(rows)
    body = part(data).replace(b"<sheetData>", b'<cols><col min="2" max="3" hidden="1"/></cols><sheetData>')
    body = body.replace(b"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells>')
    sheet = read_workbook(changed(data, {SHEET: body}), "a.xlsx").sheets[0]
    assert (sheet.marks.hidden_rows, sheet.marks.hidden_columns) == ((2,), (1, 2))
    assert sheet.marks.merged == ((1, 0, 2, 1),)
    assert len(sheet.rows) == 2


def test_a_merged_range_over_the_whole_sheet_costs_nothing():
    body = part(GOOD).replace(
        b"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="A5:XFD1048576"/></mergeCells>'
    )
    assert len(read_workbook(changed(GOOD, {SHEET: body}), "a.xlsx").sheets[0].rows) == 2


def with_shared_text(strings: bytes) -> bytes:
    """One sheet with one cell, which refers to the first shared text."""
    types, relations = "[Content_Types].xml", "xl/_rels/workbook.xml.rels"
    return changed(
        with_rows('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'),
        {
            types: part(GOOD, types).replace(
                b"</Types>",
                b'<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-'
                b'officedocument.spreadsheetml.sharedStrings+xml"/></Types>',
            ),
            relations: part(GOOD, relations).replace(
                b"</Relationships>",
                b'<Relationship Id="rId99" Target="sharedStrings.xml" Type="http://schemas.openxmlformats.org/'
                b'officeDocument/2006/relationships/sharedStrings"/></Relationships>',
            ),
            "xl/sharedStrings.xml": b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
            + strings
            + b"</sst>",
        },
    )


@pytest.mark.skipif(sys.platform == "win32", reason="no memory limit for a child process there")
def test_a_false_number_of_shared_texts_ends_the_child_and_nothing_else():
    honest = with_shared_text(b'uniqueCount="1"><si><t>a</t></si>')
    assert read_workbook(honest, "a.xlsx").sheets[0].rows == [["a"]]
    assert refusal(with_shared_text(b'uniqueCount="4000000000"><si><t>a</t></si>')) == "too_much_memory"


def test_a_bomb_of_one_shared_text_is_refused_before_anything_is_inflated():
    bomb = with_shared_text(b"><si><t>" + b"x" * 150_000_000 + b"</t></si>")
    assert len(bomb) < 200_000
    assert refusal(bomb) == "too_much_inside"


def test_tags_in_tags_without_end_are_damage():
    assert refusal(changed(GOOD, {"xl/workbook.xml": b"<a>" * 300_000})) == "damaged"
