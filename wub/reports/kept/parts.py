"""What one person adds to the counts: pure arithmetic over the person's facts (rules of wub.measurement)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from wub.measurement.success import Reason
from wub.reports.scopes import CITY, Scope

LISTED, UNIQUE, PROVISIONAL, SHARED = "listed", "unique", "provisional", "shared"


class Fact(NamedTuple):
    participation_id: int
    person_id: int
    provisional: bool
    agency: str
    year: int
    enrolled_on: date
    verdicts: str

    @property
    def turns(self) -> list[tuple[date, str]]:
        """From which day the person counts as what."""
        pairs = (turn.split(" ") for turn in self.verdicts.split(", "))
        return [(date.fromisoformat(day), reason) for day, reason in pairs]


class Cell(NamedTuple):
    from_day: date
    scope: Scope
    measure: str  # one of the four above, or a reason of I2


def verdicts_of(turns: Iterable[tuple[date, Reason]]) -> str:
    """Only the days on which it becomes another one."""
    written: list[str] = []
    last: Reason | None = None
    for day, reason in turns:
        if reason is not last:
            written.append(f"{day} {reason.value}")
        last = reason
    return ", ".join(written)


def parts(facts: Iterable[Fact]) -> Counter[Cell]:
    """Of many people; all facts of a person must be among them."""
    whole: Counter[Cell] = Counter()
    people: dict[int, list[Fact]] = defaultdict(list)
    for fact in facts:
        people[fact.person_id].append(fact)
    for rows in people.values():
        rows.sort(key=lambda row: (row.enrolled_on, row.participation_id))
        _add(whole, rows)
    return whole


def _add(whole: Counter[Cell], rows: list[Fact]) -> None:
    several_from = min((row.enrolled_on for row in rows if row.agency != rows[0].agency), default=None)
    met: set[Scope] = set()
    for row in rows:
        measure = PROVISIONAL if row.provisional else UNIQUE
        for scope in (CITY, Scope(row.agency), Scope(year=row.year), Scope(row.agency, row.year)):
            whole[Cell(row.enrolled_on, scope, LISTED)] += 1
            first = scope not in met
            if first or row.provisional:
                whole[Cell(row.enrolled_on, scope, measure)] += 1
            if first:
                met.add(scope)
                _add_verdicts(whole, scope, row)
                if several_from and not row.provisional:
                    whole[Cell(max(row.enrolled_on, several_from), scope, SHARED)] += 1


def _add_verdicts(whole: Counter[Cell], scope: Scope, row: Fact) -> None:
    """I2 goes by the first enrolment in the scope."""
    before: str | None = None
    for day, reason in row.turns:
        whole[Cell(day, scope, reason)] += 1
        if before:
            whole[Cell(day, scope, before)] -= 1
        before = reason
