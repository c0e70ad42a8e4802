"""What the columns of a big list are, and what its first sheet says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any


class Kind(Enum):
    TEXT = "text"
    NUMBER = "number"
    YEAR = "year"
    DAY = "day"


@dataclass(frozen=True)
class Column:
    heading: str
    kind: Kind = Kind.TEXT
    width: int = 16
    absent: str = "belum diketahui"  # a blank cell would say nothing, or zero
    tell: Callable[[Any], Any] | None = None  # what the database keeps, as it is told
    repeats: bool = False  # few different values: each is made into a cell once
    choices: Sequence[str] = ()  # what may be written into the column afterwards


@dataclass(frozen=True)
class Summary:
    """The first sheet: what the list is, and how its rows are spread."""

    title: str
    facts: Sequence[tuple[str, str | int]]
    heading: str
    counts: Sequence[tuple[str, int]]
