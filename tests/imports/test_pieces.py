"""A large sheet is cut for the parser and comes out whole: the same rows, marks and refusals as uncut."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from imports import FileRefused, read_workbook, reader
from imports.limited import parts, pieces
from imports.limited.facts import Refused
from tests.imports.messy_lists import MessyList, messy_lists
from tests.imports.test_messy_lists import as_xlsx, lists
from tests.imports.workbooks import HEADER, SHEET, changed, part, person, workbook

GOOD = workbook(HEADER, person())
CELL = '<c r="A{0}"><v>{0}</v></c>'


def with_rows(rows: str) -> bytes:
    body = part(GOOD).decode()
    start, end = body.index("<sheetData>") + len("<sheetData>"), body.index("</sheetData>")
    return changed(GOOD, {SHEET: (body[:start] + rows + body[end:]).encode()})


def numbered(*numbers: int, between: str = "") -> bytes:
    return with_rows(between.join(f'<row r="{at}">{CELL.format(at)}</row>' for at in numbers))


def told(data: bytes, piece: int, chunk: int = 200) -> tuple[list[Any], int]:
    """What the reader says of the file when it cuts so, its rows together, and how many pieces it made."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pieces, "PIECE", piece)
        patch.setattr(parts, "CHUNK", chunk)
        further = sum(len(sheet.further) for sheet in reader.look(data, "xlsx", 1_000, 100).sheets.values())
        said = list(reader.read(data, "xlsx", 1_000, 100))
    rows = [row for word, *rest in said if word == "rows" for row in rest[0]]
    while rows and not any(cell != "" for cell in rows[-1]):
        rows.pop()
    bare = [[*row[: max((at + 1 for at, cell in enumerate(row) if cell != ""), default=0)]] for row in rows]
    return [message for message in said if message[0] != "rows"] + bare, further


def whole(data: bytes) -> list[Any]:
    return told(data, piece=1 << 30)[0]


@lists(40)
@given(messy_lists())
def test_any_list_comes_out_of_the_pieces_as_it_went_in(made: MessyList) -> None:
    data = as_xlsx(made)
    assert told(data, piece=1)[0] == whole(data)


def test_blank_rows_between_two_pieces_keep_the_rows_below_at_their_place():
    found, further = told(numbered(2, 3, 9, 10, 30), piece=1, chunk=20)
    assert further == 4
    assert found == whole(numbered(2, 3, 9, 10, 30))
    assert found[0] == ("sheet", "WUB 2018", False, 2)


def test_marks_of_the_end_of_a_sheet_are_known_though_it_was_cut():
    merged = b'</sheetData><mergeCells><mergeCell ref="A1:A3"/></mergeCells>'
    data = changed(numbered(1, 2, 3), {SHEET: part(numbered(1, 2, 3)).replace(b"</sheetData>", merged)})
    found, further = told(data, piece=1, chunk=20)
    assert further
    assert ("told", 1, ((), (), ((1, 0, 3, 0),), False)) in found


def test_a_row_that_does_not_say_its_number_is_no_place_to_cut():
    rows = f'<row r="1">{CELL.format(1)}</row><row><c><v>2</v></c></row><row r="3">{CELL.format(3)}</row>'
    found, further = told(with_rows(rows), piece=1, chunk=20)
    assert further == 1
    assert found[-3:] == [[1.0], [2.0], [3.0]]


@pytest.mark.parametrize("hidden", ['<!-- <row r="2"> -->', '<?x <row r="2"> ?>'])
def test_what_only_looks_like_a_row_is_never_cut_at(hidden):
    data = numbered(1, 2, 3, between=hidden)
    found, further = told(data, piece=1, chunk=20)
    assert further == 0
    assert found[-3:] == [[1.0], [2.0], [3.0]]


def test_a_sheet_with_the_name_of_a_piece_stays_itself():
    data = changed(
        numbered(1, 2, 3),
        {"xl/workbook.xml": part(GOOD, "xl/workbook.xml").replace(b'"WUB 2018"', b'"potongan0"')},
    )
    found, further = told(data, piece=1, chunk=20)
    assert further == 2
    assert found[0] == ("sheet", "potongan0", False, 1)
    assert found[-3:] == [[1.0], [2.0], [3.0]]


def test_rows_that_count_backwards_are_refused():
    with pytest.raises(Refused, match="damaged"):
        told(numbered(1, 7, 5, 6), piece=1, chunk=20)


def test_too_many_rows_are_refused_though_each_piece_has_few():
    with pytest.raises(Refused, match="too_many_rows"):
        told(numbered(1, 2, 1_100), piece=1, chunk=20)


def test_a_large_sheet_is_read_by_the_child_to_its_last_row():
    number = 40_000
    sheet = read_workbook(numbered(*range(1, number + 1)), "besar.xlsx").sheets[0]
    assert [row[0] for row in sheet.rows] == list(range(1, number + 1))


def test_a_row_lost_between_the_pieces_would_be_noticed(monkeypatch):
    """The parser is given one row less than the file has."""
    monkeypatch.setattr(pieces, "PIECE", 1)
    monkeypatch.setattr(parts, "CHUNK", 20)
    real = pieces._cut_sheet

    def careless(copy, part, blocks, *rest):
        real(copy, part, (block for block in blocks if b'r="2"' not in block), *rest)

    monkeypatch.setattr(pieces, "_cut_sheet", careless)
    with pytest.raises(Refused, match="rows_lost"):
        list(reader.read(numbered(1, 2, 3), "xlsx", 1_000, 100))


def test_a_refusal_inside_a_piece_reaches_the_officer():
    large = numbered(*range(1, 60_000))
    with pytest.raises(FileRefused):
        read_workbook(changed(large, {SHEET: part(large)[:-200]}), "besar.xlsx")
