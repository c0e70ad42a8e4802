"""What was read from a file: the one result that preview, command and commit are made from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple

from imports.headers import MappedColumn
from imports.kinds import Kind
from imports.mappings.participants import ParticipantRow
from imports.problems import Problem


class Outcome(StrEnum):
    """The same words as models.vocabulary.RowOutcome."""

    ACCEPTED = "accepted"
    REPEATED = "repeated"
    HELD = "held"
    REJECTED = "rejected"


class Repeat(NamedTuple):
    """Where the same person stands first in this file; `year` is that sheet's."""

    sheet: str
    row: int
    year: int | None


@dataclass(frozen=True, slots=True)
class RowReading:
    """`row` is the row number in the file. `values` is None when the row names nobody.

    `provisional`: no valid NIK, so the person may be worked with but never counts as unique.
    `provisional_key`: normalised owner and business, to find the same provisional person again;
    blank where the NIK tells who it is.
    """

    row: int
    outcome: Outcome
    values: ParticipantRow | None
    provisional: bool = False
    provisional_key: str = ""
    repeats: Repeat | None = None
    problems: tuple[Problem, ...] = ()

    def __reduce__(self) -> tuple[Any, ...]:
        """Packed by the hundred thousand (imports.packed): three times quicker than field by field."""
        return RowReading, self._told()

    def _told(self) -> tuple[Any, ...]:
        return (
            *(self.row, self.outcome, self.values, self.provisional),
            *(self.provisional_key, self.repeats, self.problems),
        )


@dataclass(frozen=True, slots=True)
class SheetReading:
    """accepted + repeated + held + rejected = data_rows, always."""

    sheet: str
    kind: Kind
    hidden: bool = False
    header_rows: tuple[int, ...] = ()
    titles: tuple[str, ...] = ()
    year: int | None = None
    columns: tuple[MappedColumn, ...] = ()
    unknown: tuple[tuple[str, str], ...] = ()  # (letter, heading) that were not taken
    missing: tuple[str, ...] = ()  # expected fields without a column
    rows: Sequence[RowReading] = ()  # of participants: packed, so go through them once and in order
    problems: tuple[Problem, ...] = ()  # of the sheet and of all rows, equal ones merged
    counts: Counter[str] = field(default_factory=Counter)

    @property
    def has_nik_column(self) -> bool:
        return any(column.field == "nik" for column in self.columns)

    @property
    def data_rows(self) -> int:
        return len(self.rows)

    @property
    def accepted(self) -> int:
        return self.counts[Outcome.ACCEPTED]

    @property
    def repeated(self) -> int:
        return self.counts[Outcome.REPEATED]

    @property
    def held(self) -> int:
        return self.counts[Outcome.HELD]

    @property
    def rejected(self) -> int:
        return self.counts[Outcome.REJECTED]

    def returns(self, row: RowReading) -> bool:
        """Repeated, but from a sheet of another year: the same person in a second intake, not a mistake."""
        if row.repeats is None or row.repeats.year is None or self.year is None:
            return False
        return row.repeats.year != self.year


@dataclass(frozen=True, slots=True)
class ImportReading:
    filename: str
    sheets: tuple[SheetReading, ...]

    def sheet(self, name: str) -> SheetReading:
        return next(sheet for sheet in self.sheets if sheet.sheet == name)
