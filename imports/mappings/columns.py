"""A column that a list may have, how its cells are read, and the table of all columns of one kind of list."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeAlias

from imports.cells import Read
from imports.cells.dates import counted_from_1900, read_date
from imports.cells.money import read_money, unit_of
from imports.cells.text import read_text
from imports.grid import Cell
from imports.kinds import Kind

Reader: TypeAlias = Callable[[Cell], Read[Any]]
# A reader may need to know what day it is, and what stands in the heading (a unit such as Rp.000).
ReaderFor: TypeAlias = Callable[[date, str], Reader]


@dataclass(frozen=True, slots=True)
class Column:
    """`aliases` are normalised headings (imports.cells.text.key); the first one is what templates print."""

    field: str
    label: str
    aliases: tuple[str, ...]
    reader: ReaderFor
    example: str | int | date | None = None
    choices: tuple[str, ...] = ()
    several: bool = False  # more than one choice may stand in a cell, so there is no drop-down


@dataclass(frozen=True, eq=False)
class ListMapping:
    """One kind of list: reading it, recognising it and its blank workbook all come from this table.

    `subject`: the column whose text tells a row of the list from a heading or a total.
    `required`: without a value in these, a row is rejected. `expected`: told when no column has them.
    `signs`: a sheet that has all columns of one of these sets is taken for this kind; `enough`: so few will
    do when the officer has chosen the kind and the sheet looks no more like another one.
    `of_the_title`: the field that a year named in the title fills, where no column has it.
    `same`: what makes two rows, or a row and a record of the register, the same (in words, for the guide).
    `guide`: sentences of the blank workbook; `examples`: its example rows, by field.
    """

    kind: Kind
    label: str
    page: str  # name of the sheet in the blank workbook
    columns: tuple[Column, ...]
    subject: str
    required: tuple[str, ...] = ()
    expected: tuple[str, ...] = ()
    signs: tuple[frozenset[str], ...] = ()
    enough: frozenset[str] = frozenset()
    of_the_title: str | None = None
    same: str = ""
    guide: tuple[str, ...] = ()
    examples: tuple[dict[str, str | int | date], ...] = ()
    by_field: dict[str, Column] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_field", {column.field: column for column in self.columns})

    def is_told_by(self, fields: frozenset[str]) -> bool:
        return any(sign <= fields for sign in self.signs)

    def could_be(self, fields: frozenset[str]) -> bool:
        return self.is_told_by(fields) or (bool(self.enough) and self.enough <= fields)


def plain(reader: Reader) -> ReaderFor:
    return lambda _today, _heading: reader


def text(longest: int = 200) -> ReaderFor:
    return lambda _today, _heading: lambda cell: read_text(cell, longest)


def money(_today: date, heading: str) -> Reader:
    unit = unit_of(heading)
    return lambda cell: read_money(cell, unit)


def day(today: date, _heading: str) -> Reader:
    return lambda cell: read_date(cell, today)


def past_day(today: date, _heading: str) -> Reader:
    """Of something that has happened: a day to come refuses its row."""

    def read(cell: Cell) -> Read[date]:
        value, troubles = read_date(cell, today)
        return (None, (("date_future", ""),)) if value is not None and value > today else (value, troubles)

    return read


def since_1904(reader: ReaderFor) -> ReaderFor:
    """The reader for a workbook that counts its days from 1904."""
    if reader not in (day, past_day):
        return reader

    def of_1904(today: date, heading: str) -> Reader:
        read = reader(today, heading)
        return lambda cell: read(counted_from_1900(cell, today))

    return of_1904


def written_like(pattern: str, trouble: str, longest: int = 200) -> ReaderFor:
    """Text of a fixed form, such as an address for mail; anything else is asked about."""
    form = re.compile(pattern)

    def read(cell: Cell) -> Read[str]:
        value, troubles = read_text(cell, longest)
        return (
            (None, ((trouble, ""),)) if value is not None and not form.fullmatch(value) else (value, troubles)
        )

    return plain(read)
