"""A row on its way into the register, and what can become of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeAlias

from imports import ListRowReading, Problem
from models import Account, Agency
from models.base import Base
from models.reading import Reading

Record: TypeAlias = tuple[str, int]  # table, id


@dataclass(frozen=True)
class Context:
    """Whose list it is and who brings it in.

    `home`: names are looked for in this office's intakes. `same`: row → the person the officer said it is.
    """

    agency: Agency
    by: Account
    home: bool = True
    same: Mapping[tuple[str, int], int] = field(default_factory=dict)


@dataclass(frozen=True)
class Row:
    sheet: str
    reading: ListRowReading

    @property
    def said(self) -> Mapping[str, Any]:
        return self.reading.said

    @property
    def at(self) -> tuple[str, int]:
        return self.sheet, self.reading.row

    def get(self, name: str, otherwise: Any = None) -> Any:
        return self.said.get(name, otherwise)

    def number(self, name: str) -> Reading:
        """A number with its answer; a cell left empty was not asked."""
        reading: Reading = self.said.get(name, Reading())
        return reading

    def problem(self, code: str, name: str = "", hint: str = "") -> Problem:
        return Problem(self.reading.row, self.reading.letters.get(name, ""), code, self._words(name), hint)

    def _words(self, name: str) -> str:
        value = self.said.get(name)
        return value if isinstance(value, str) and name != "nik" else ""


class Waits(Exception):
    """The row cannot be taken: why, at which field, what may help, and whom it may mean."""

    def __init__(self, code: str, name: str = "", hint: str = "", people: Iterable[int] = ()) -> None:
        self.code, self.name, self.hint = code, name, hint
        self.people = tuple(dict.fromkeys(people))
        super().__init__(code)


@dataclass
class Done:
    """`known`: the record that says the same already; `otherwise`: labels of what it says differently."""

    record: Record
    known: bool = False
    otherwise: list[str] = field(default_factory=list)
    participation_id: int | None = None
    shown_at: tuple[str, dict[str, int]] | None = None  # endpoint, values of its address


Verdict: TypeAlias = Done | Waits


class Writer(Protocol):
    """Takes rows into the register, one unit at a time; a refusal of an action concerns the whole unit."""

    def units(self, rows: Sequence[Row]) -> list[list[Row]]:
        """Rows that are one record together; mostly each row is its own."""

    def by_itself(self, unit: list[Row]) -> bool:  # noqa: ARG002
        """Whether it reads or changes what rows above it made, so that those must be written before."""
        return False

    def look_up(self, rows: Sequence[Row]) -> None:
        """Ask the register, for all of these together, what `write` will need to know."""

    def forget(self) -> None:
        """What was made of some rows is taken back: ask anew whatever they may have changed."""

    def write(self, unit: list[Row]) -> list[Verdict]:
        """One verdict for each row, in order. May raise Waits or a Refusal for all of them."""


def each_alone(rows: Sequence[Row]) -> list[list[Row]]:
    return [[row] for row in rows]


def record_of(kept: Any) -> Record:
    return kept.__tablename__, kept.id


def differing(kept: Base, told: Mapping[str, Any], labels: Mapping[str, str]) -> list[str]:
    """Labels of what the row tells otherwise than the register; what it leaves out differs from nothing."""
    found = []
    for name, value in told.items():
        if value is None or value == Reading():
            continue
        stands: Any = getattr(kept, name)
        if isinstance(value, Reading):
            stands = Reading(stands, getattr(kept, f"{name}_answer"))
        if isinstance(value, tuple) and not isinstance(value, Reading):
            value, stands = sorted(value), sorted(stands or ())
        if stands != value:
            found.append(labels.get(name, name))
    return found
