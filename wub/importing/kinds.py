"""What the import flow needs to know about one kind of list; everything else is the same for all kinds.

The flow (upload, background reading, sheets, columns, preview, corrections, confirm, result, undo) never
names a kind. To add one: write a `ListKind` in a file of its own, enter it in `wub.importing.registry`. In
a run:

1. `read(book, choices)` → `imports.ImportReading`. Pure: no database. The book has the officer's corrected
   cells in it already, and only the sheets that were chosen. `choices.mapping` is sheet → column letter →
   field ("" leaves a column out) and wins over heading aliases. Sheets of this kind have `sheet.kind ==
   kind.value` (`imports.Kind` and `ImportKind` use the same words); another kind, a recapitulation and the
   rest keep their own word, so that the page can say what a sheet looks like. accepted + repeated + held +
   rejected = data_rows.
2. `plan(reading, intake, same)` → `Plan`: one `Decision` for every row, in reading order, counts by sheet.
   It asks the database but leaves it as it was. `same`: (sheet, row) → id of the person whom the officer
   said it is. Steps: NEW makes something, MATCHED adds to
   something known, NOTHING leaves the register as it is. `identity` and `person_id` may stay None in lists
   that make no people.
3. `bring_in(reading, run, intake, same, by)` → `Plan` and `Written`, inside one transaction that the flow
   opens, locks (one commit of an import at a time on each database) and commits. It decides every row as
   `plan` does, for the register may have changed since the preview, and does what it decides; the decisions
   then say what the row `became`. A row that is refused has its `Problem` in the plan; anything else that is
   raised undoes all. `written.made` (table → id ranges) is what undo takes out again.
4. `obstacles(run)` and `take_out(run)`: what stands in the way of taking the import back, and taking it
   back.

`tick(done, of)` may be called now and then inside `read` and `bring_in`: it moves the bar, and raises
`wub.importing.watching.Stopped` when the officer has cancelled; let that pass.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeAlias

from imports import ImportReading, RowReading
from imports.mappings.columns import Column
from imports.workbook import Workbook
from models import Account, ImportRun
from models.vocabulary import ImportKind
from wub.access.permissions import Permission
from wub.importing.plan import Plan
from wub.importing.planning import Intake

Tick: TypeAlias = Callable[[int, int], None]
At: TypeAlias = tuple[str, int]  # sheet, row number of the file
Made: TypeAlias = list[list[int]]  # ids as [first, last]


def no_tick(_done: int, _of: int) -> None:
    """For reading and writing that nobody watches."""


@dataclass(frozen=True)
class Choices:
    """What the officer decided about the columns of a file: sheet → column letter → field, "" leaves out."""

    mapping: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


@dataclass
class Written:
    """What became of the rows, apart from what their decisions say of people and participations.

    `became`: (sheet, row) → (endpoint, values of its address) where a row became something that is no person,
    such as ("visits.visit", {"visit_id": 7}).
    """

    participations: int = 0
    made: dict[str, Made] = field(default_factory=dict)
    became: dict[At, tuple[str, dict[str, int]]] = field(default_factory=dict)


class ListKind(Protocol):
    @property
    def kind(self) -> ImportKind: ...

    @property
    def permission(self) -> Permission:
        """Needed beside IMPORT_RUN: what the same change asks for when it is made by hand."""

    @property
    def columns(self) -> Sequence[Column]:
        """Fields that a column of the file can be matched to, in the order of the choice."""

    @property
    def asks_year(self) -> bool:
        """Whether the upload page asks for the year of the intake."""

    def name_of(self, row: RowReading) -> str:
        """What the row is about in a few words, for the preview and its search; "" when it cannot be told."""

    def read(self, book: Workbook, choices: Choices, tick: Tick = no_tick) -> ImportReading: ...

    def plan(self, reading: ImportReading, intake: Intake, same: Mapping[At, int]) -> Plan: ...

    def bring_in(
        self,
        reading: ImportReading,
        run: ImportRun,
        intake: Intake,
        same: Mapping[At, int],
        by: Account | None,
        tick: Tick = no_tick,
    ) -> tuple[Plan, Written]: ...

    def template(self) -> bytes:
        """The blank workbook to download."""

    def obstacles(self, run: ImportRun) -> list[tuple[str, int]]:
        """What stands in the way of taking the import back, as (words, number)."""

    def take_out(self, run: ImportRun) -> dict[str, int]:
        """Take out everything the import made; tells how many of each table."""
