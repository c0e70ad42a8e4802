"""One row of any list but the participants' to typed values and problems, after its table of columns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from imports.cells.nik import read_nik_cell
from imports.cells.text import as_text
from imports.grid import Cell, Row, column_letter
from imports.mappings.columns import ListMapping, ReaderFor, since_1904
from imports.problems import Problem, Weight
from imports.reading import Outcome, RowReading
from imports.tables import Table
from models import nik
from models.nik import mask_nik

_OF_THE_PERSON = {"nik_blank", *(issue.code for issue in (nik.OTHER_AREA, nik.UNKNOWN_AREA, nik.AGE))}
_LONGEST_SAID = 80
# What a row is about → what else tells it from the next one about the same.
_NAMES: dict[str, tuple[str, ...]] = {
    "name": (),
    "group": (),
    "partner": ("agreement_number",),
    "indicator": ("agency", "kelurahan", "kecamatan", "cohort_year", "year"),
    "activity_name": (),
    "activity_code": (),
    "exhibition": (),
}
_WEIGHTS = {Weight.REJECTED: Outcome.REJECTED, Weight.HELD: Outcome.HELD}


@dataclass(frozen=True, slots=True)
class ListRowReading(RowReading):
    """`said`: field → value of the cells that could be read; a field that is absent is unknown.

    `letters`: field → column letter, the same for all rows of a sheet.
    """

    said: Mapping[str, Any] = field(default_factory=dict)
    letters: Mapping[str, str] = field(default_factory=dict)

    def __reduce__(self) -> tuple[Any, ...]:
        return ListRowReading, (*self._told(), self.said, self.letters)

    @property
    def title(self) -> str:
        """What to call the row on the screen: its person, else its firm, indicator or activity."""
        name = next((name for name in _NAMES if self.said.get(name)), "")
        return " · ".join(str(self.said[one]) for one in (name, *_NAMES.get(name, ())) if self.said.get(one))


class ListRowReader:
    """Knows the columns of one table; `read` is called for every row."""

    def __init__(self, table: Table, today: date) -> None:
        self.mapping: ListMapping = table.matching.mapping
        self.today = today
        self.columns = [
            (column.position, column.field, self._reader(table, column.field)(today, column.heading))
            for column in table.matching.columns
            if column.field != "number"
        ]
        self.above = self._above(table)
        self.letters = {column.field: column.letter for column in table.matching.columns}

    def _reader(self, table: Table, name: str) -> ReaderFor:
        reader = self.mapping.by_field[name].reader
        return since_1904(reader) if table.sheet.marks.since_1904 else reader

    def read(self, row: Row, number: int) -> ListRowReading:
        said: dict[str, Any] = dict(self.above)
        problems: list[Problem] = []
        for position, name, reader in self.columns:
            cell = row[position] if position < len(row) else ""
            if cell == "":
                continue
            value, troubles = self._nik(cell) if name == "nik" else reader(cell)
            if value is not None:
                said[name] = value
            if troubles:
                words = as_text(cell)[:_LONGEST_SAID]
                words = mask_nik(words) if name == "nik" else words
                letter = column_letter(position)
                problems += [Problem(number, letter, code, words, hint) for code, hint in troubles]
        problems += self._missing(said, number, {problem.column for problem in problems})
        outcome = outcome_of(problems)
        return ListRowReading(
            number, outcome, None, problems=tuple(problems), said=said, letters=self.letters
        )

    def _above(self, table: Table) -> dict[str, Any]:
        """What holds for all rows, as far as it can be read without a question."""
        found: dict[str, Any] = {}
        for name, (heading, text) in table.above.items():
            value, troubles = self.mapping.by_field[name].reader(self.today, heading)(text)
            if value is not None and not troubles and name != "nik":
                found[name] = value
        year = self.mapping.of_the_title
        if year is not None and table.year is not None and year not in table.matching.fields:
            found.setdefault(year, table.year)
        return found

    def _nik(self, cell: Cell) -> Any:
        """Here a NIK only points to somebody: it may be left out, and what it says of him is not asked."""
        value, troubles = read_nik_cell(cell, birth_date=None, sex=None, known_areas=None, today=self.today)
        return value, tuple(trouble for trouble in troubles if trouble[0] not in _OF_THE_PERSON)

    def _missing(self, said: Mapping[str, Any], number: int, asked: set[str]) -> list[Problem]:
        """`required` may name columns of which one is enough: "nik|name". `asked`: columns with a problem."""
        found = []
        for wanted in self.mapping.required:
            names = wanted.split("|")
            if not any(name in said for name in names):
                letter = next((self.letters[name] for name in names if name in self.letters), "")
                words = " / ".join(self.mapping.by_field[name].label for name in names)
                code = "required" if letter else "required_column"
                code = "required_unreadable" if letter in asked else code
                found.append(Problem(number, letter, code, hint=words))
        return found


def outcome_of(problems: list[Problem]) -> Outcome:
    """What the problems of a row make of it, the heaviest deciding."""
    weights = {problem.weight for problem in problems}
    return next((outcome for weight, outcome in _WEIGHTS.items() if weight in weights), Outcome.ACCEPTED)
