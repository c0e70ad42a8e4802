"""A sheet as positions: plain lists of cells that keep their address."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TypeAlias

# "" is an empty cell. A number is a float, so that it is never mistaken for typed text.
Cell: TypeAlias = str | float | bool | date | datetime | time | timedelta
Row: TypeAlias = list[Cell]


class Formula(str):
    """A formula that was stored without its result: something is there, but nobody calculated it."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Marks:
    """What a sheet says apart from its cells. Row numbers as in the file, columns from 0.

    `merged`: (top row, left column, bottom row, right column). `since_1904`: days are counted from 1904.
    """

    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    merged: tuple[tuple[int, int, int, int], ...] = ()
    since_1904: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """`rows[0]` is row `first_row` of the file; position 0 of every row is column A."""

    name: str
    rows: Sequence[Row]
    first_row: int = 1
    hidden: bool = False
    width: int = 0
    marks: Marks = Marks()

    def number(self, position: int) -> int:
        return self.first_row + position


def column_letter(position: int) -> str:
    letters = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_position(letter: str) -> int:
    position = 0
    for character in letter.upper():
        position = position * 26 + ord(character) - 64
    return position - 1
