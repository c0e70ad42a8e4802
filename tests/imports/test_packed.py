"""Packed rows read like the list that they were made of."""

from __future__ import annotations

from datetime import date

import pytest

from imports.grid import Formula
from imports.packed import ROWS_A_PACK, PackedRows

MANY = 2 * ROWS_A_PACK + 5


def rows(number):
    return [[str(at), float(at), date(2026, 1, 1), ""] for at in range(number)]


@pytest.mark.parametrize("number", [0, 1, ROWS_A_PACK, MANY])
def test_packed_rows_are_the_same_rows_in_the_same_order(number):
    packed = PackedRows(rows(number))
    assert len(packed) == number
    assert list(packed) == rows(number)
    assert packed == rows(number)


def test_any_row_and_any_piece_can_be_taken_out():
    packed = PackedRows(rows(MANY))
    assert packed[0][0] == "0"
    assert packed[ROWS_A_PACK][0] == str(ROWS_A_PACK)
    assert packed[-1] == rows(MANY)[-1]
    assert packed[ROWS_A_PACK - 1 : ROWS_A_PACK + 2] == rows(MANY)[ROWS_A_PACK - 1 : ROWS_A_PACK + 2]
    with pytest.raises(IndexError):
        packed[MANY]


def test_rows_that_come_bit_by_bit_are_packed_as_if_they_came_at_once():
    packed = PackedRows()
    for start in range(0, MANY, 300):
        packed.extend(rows(MANY)[start : start + 300])
    assert packed == PackedRows(rows(MANY)) == rows(MANY)


def test_whoever_goes_through_the_rows_gets_copies():
    packed = PackedRows(rows(MANY))
    for row in packed:
        row.append("changed")
    assert packed == rows(MANY)


def test_a_formula_is_still_one():
    assert type(PackedRows([[Formula("=A1")]])[0][0]) is Formula
