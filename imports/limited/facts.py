"""What a file says about one of its sheets apart from the cells."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import IO, TypeAlias

# Row numbers as the file counts them; columns from 0.
Merged: TypeAlias = tuple[int, int, int, int]  # top row, left column, bottom row, right column


class Refused(Exception):
    """`args[0]` is a code of imports.refusals."""


@dataclass(slots=True)
class SheetFacts:
    """`check` gets the numbers of the rows that were read and raises `Refused` when one is absent.

    `further`: places of the sheet's further pieces, counted behind the sheets that the file has.
    """

    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)
    merged: list[Merged] = field(default_factory=list)
    further: list[int] = field(default_factory=list)
    uncalculated: Callable[[int], list[tuple[int, int, float | str]]] | None = None
    check: Callable[[set[int]], None] | None = None


@dataclass(slots=True)
class Facts:
    """`cut`: the file as the parser shall have it, if not as it came, with `added` sheets that are pieces."""

    since_1904: bool = False
    sheets: dict[str, SheetFacts] = field(default_factory=dict)
    cut: IO[bytes] | None = None
    added: int = 0

    def of(self, sheet: str) -> SheetFacts:
        return self.sheets.get(sheet) or SheetFacts()


def nothing_lost(told: set[int], read: set[int]) -> None:
    if told - read:
        raise Refused("rows_lost")
