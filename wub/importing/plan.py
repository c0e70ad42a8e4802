"""What an import would do to the register, decided row by row before anything is written. Pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from imports import ImportReading, Outcome, RowReading, SheetReading


class Step(StrEnum):
    NEW = "new"  # a person the register did not know, enrolled
    MATCHED = "matched"  # a person it knew, enrolled once more
    NOTHING = "nothing"  # already there, or not to be taken


@dataclass(frozen=True, slots=True)
class Decision:
    sheet: str
    row: RowReading
    outcome: Outcome
    step: Step
    identity: bytes | None
    year: int | None
    person_id: int | None = None  # of a person the register knew


@dataclass
class Plan:
    decisions: list[Decision] = field(default_factory=list)
    counts: dict[str, Counter[Outcome]] = field(default_factory=dict)  # by sheet
    persons_new: int = 0
    persons_matched: int = 0
    held_as_provisional: int = 0
    # (sheet, row) → people whom the row may mean, with a likelihood: in lists that refer to people
    perhaps: dict[tuple[str, int], list[tuple[int, float]]] = field(default_factory=dict)


def make_plan(
    reading: ImportReading,
    *,
    identities: Iterable[bytes | None],
    known: Mapping[bytes, int],
    is_enrolled: Callable[[int, int], bool],
    year_of: Callable[[SheetReading, RowReading], int],
) -> Plan:
    """`identities`: of all rows in reading order. A person is enrolled once a year, whatever the sheet."""
    plan = Plan()
    identity_of = iter(identities)
    met: set[bytes] = set()
    enrolling: dict[int, set[bytes]] = defaultdict(set)  # by year
    for sheet in reading.sheets:
        counts = plan.counts.setdefault(sheet.sheet, Counter())
        for row in sheet.rows:
            decision = _decide(sheet, row, next(identity_of), known, is_enrolled, year_of, enrolling)
            plan.decisions.append(decision)
            counts[decision.outcome] += 1
            _count_person(plan, decision, met)
    return plan


def _decide(
    sheet: SheetReading,
    row: RowReading,
    identity: bytes | None,
    known: Mapping[bytes, int],
    is_enrolled: Callable[[int, int], bool],
    year_of: Callable[[SheetReading, RowReading], int],
    enrolling: dict[int, set[bytes]],
) -> Decision:
    if row.outcome is Outcome.REJECTED or identity is None or not _takeable(row):
        return Decision(sheet.sheet, row, row.outcome, Step.NOTHING, None, None)
    year = year_of(sheet, row)
    person = known.get(identity)
    there = identity in enrolling[year] or (person is not None and is_enrolled(person, year))
    enrolling[year].add(identity)
    outcome = Outcome.REPEATED if there and row.outcome is Outcome.ACCEPTED else row.outcome
    step = Step.NOTHING if there else Step.NEW if person is None else Step.MATCHED
    return Decision(sheet.sheet, row, outcome, step, identity, year, person)


def _takeable(row: RowReading) -> bool:
    """A held row is taken when its NIK is blank; a damaged NIK waits, because it is never repaired."""
    return row.outcome is not Outcome.HELD or all(
        problem.weight != "held" or problem.code == "nik_blank" for problem in row.problems
    )


def _count_person(plan: Plan, decision: Decision, met: set[bytes]) -> None:
    if decision.identity is None or decision.identity in met:
        return
    met.add(decision.identity)
    if decision.row.outcome is Outcome.HELD:
        plan.held_as_provisional += decision.person_id is None
    elif decision.person_id is None:
        plan.persons_new += 1
    else:
        plan.persons_matched += 1
