"""What an import would do to the register, decided row by row before anything is written. Pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import chain

from imports import Outcome, RowReading


class Step(StrEnum):
    NEW = "new"  # a person the register did not know, enrolled
    MATCHED = "matched"  # a person it knew, enrolled once more
    NOTHING = "nothing"  # already there, or not to be taken


@dataclass(slots=True)
class Decision:
    """Of one row. It does not hold what the row says: of a large list that stays packed (`Plan.judged`).

    `identity` and `year`: of a row that may be taken. `person_id`: of a person the register knew. `became` (a
    person) and `participation_id` are known when the row was brought in.
    """

    sheet: str
    number: int  # of the row in the file
    outcome: Outcome
    step: Step = Step.NOTHING
    identity: bytes | None = None
    year: int | None = None
    person_id: int | None = None
    codes: tuple[str, ...] = ()  # of its problems, each once
    became: int | None = None
    participation_id: int | None = None

    @property
    def at(self) -> tuple[str, int]:
        return self.sheet, self.number


@dataclass
class Plan:
    """`rows`: sheet by sheet what was read and judged, in the order of the decisions."""

    decisions: list[Decision] = field(default_factory=list)
    rows: list[Sequence[RowReading]] = field(default_factory=list)
    counts: dict[str, Counter[Outcome]] = field(default_factory=dict)  # by sheet
    persons_new: int = 0
    persons_matched: int = 0
    held_as_provisional: int = 0
    # (sheet, row) → people whom the row may mean, with a likelihood: in lists that refer to people
    perhaps: dict[tuple[str, int], list[tuple[int, float]]] = field(default_factory=dict)

    def judged(self) -> Iterator[tuple[Decision, RowReading]]:
        return zip(self.decisions, chain.from_iterable(self.rows), strict=True)


def codes_of(row: RowReading) -> tuple[str, ...]:
    return tuple(dict.fromkeys(problem.code for problem in row.problems)) if row.problems else ()


def takeable(row: RowReading) -> bool:
    """A held row is taken when its NIK is blank; a damaged NIK waits, because it is never repaired."""
    if row.outcome is Outcome.HELD:
        return all(problem.weight != "held" or problem.code == "nik_blank" for problem in row.problems)
    return row.outcome is not Outcome.REJECTED


def settle(
    decisions: list[Decision],
    rows: list[Sequence[RowReading]],
    known: Mapping[bytes, int],
    is_enrolled: Callable[[int, int], bool],
    sheets: Iterable[str],
) -> Plan:
    """Decides what nobody has decided yet. A person is enrolled once a year, whatever the sheet."""
    plan = Plan(decisions, rows, {name: Counter() for name in sheets})
    met: set[bytes] = set()
    enrolling: dict[int, set[bytes]] = defaultdict(set)  # by year
    for one in decisions:
        if one.identity is not None and one.year is not None:
            one.person_id = person = known.get(one.identity)
            there = one.identity in enrolling[one.year]
            there = there or (person is not None and is_enrolled(person, one.year))
            enrolling[one.year].add(one.identity)
            if there and one.outcome is Outcome.ACCEPTED:
                one.outcome = Outcome.REPEATED
            one.step = Step.NOTHING if there else Step.NEW if person is None else Step.MATCHED
            if one.identity not in met:
                met.add(one.identity)
                _count_person(plan, one)
        plan.counts[one.sheet][one.outcome] += 1
    return plan


def _count_person(plan: Plan, decision: Decision) -> None:
    if decision.outcome is Outcome.HELD:
        plan.held_as_provisional += decision.person_id is None
    elif decision.person_id is None:
        plan.persons_new += 1
    else:
        plan.persons_matched += 1
