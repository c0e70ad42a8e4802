"""A column that a list may have, and how its cells are read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from imports.cells import Read
from imports.cells.dates import read_date, read_date_since_1904
from imports.cells.money import read_money, unit_of
from imports.cells.text import read_text
from imports.grid import Cell

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


def plain(reader: Reader) -> ReaderFor:
    return lambda _today, _heading: reader


def text(longest: int = 200) -> ReaderFor:
    return lambda _today, _heading: lambda cell: read_text(cell, longest)


def money(_today: date, heading: str) -> Reader:
    unit = unit_of(heading)
    return lambda cell: read_money(cell, unit)


def day(today: date, _heading: str) -> Reader:
    return lambda cell: read_date(cell, today)


def day_since_1904(today: date, _heading: str) -> Reader:
    return lambda cell: read_date_since_1904(cell, today)
