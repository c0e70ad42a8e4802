"""Writes a plan into the register: a few large statements in the caller's transaction, never row by row.

Some thousand rows at a time, table by table, so that no more of a large list is unpacked at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import NamedTuple, TypeVar

import sqlalchemy as sa

from imports import ParticipantRow
from imports.collecting import no_collection
from models import Agency, Business, Cohort, Group, ImportRun, Ownership, Participation, Person, Scheme
from models.base import Base, db, new_keys
from models.vocabulary import Funding, Route
from wub.importing.baseline import baseline_checkup, remainder
from wub.importing.bulk import insert, insert_so_many, insert_with_ids
from wub.importing.kinds import Made, Tick, Written, no_tick
from wub.importing.plan import Decision, Plan, Step
from wub.importing.register_rows import business_row, person_row, tells_of_a_business

ROWS_AT_ONCE = 2_000
T = TypeVar("T")


class Told(NamedTuple):
    """A row that names somebody who may be taken, and what it says."""

    decision: Decision
    values: ParticipantRow
    identity: bytes


def write(plan: Plan, run: ImportRun, agency: Agency, by_id: int | None, tick: Tick = no_tick) -> Written:
    years = {one.year for one in plan.decisions if one.step is not Step.NOTHING and one.year is not None}
    writer = _Writer(run, _cohorts(years, agency), by_id)
    rows = (
        Told(one, row.values, one.identity)
        for one, row in plan.judged()
        if one.identity is not None and row.values is not None
    )
    done = 0
    for some in _in_parts(rows):
        with no_collection():  # once a part: asking the database does make cycles
            writer.enter(some)
        done += len(some)
        tick(done, len(plan.decisions))
    return Written(writer.participations, writer.made)


class _Writer:
    """`people`: identity → person, of everybody met so far. `made`: the ids of what was added."""

    def __init__(self, run: ImportRun, cohorts: dict[int, Cohort], by_id: int | None) -> None:
        self.run_id, self.cohorts, self.by_id = run.id, cohorts, by_id
        self.people: dict[bytes, int] = {}
        self.groups = _groups_of(cohorts.values())
        self.participations = 0
        self.made: dict[str, Made] = {"person": [], "working_group": [], "business": []}

    def enter(self, rows: list[Told]) -> None:
        enrolling = [one for one in rows if one.decision.step is not Step.NOTHING]
        new = self._add_people(rows)
        self._add_groups(enrolling)
        businesses = self._businesses(enrolling, new)
        self._enrol(enrolling, businesses)
        for one in rows:
            one.decision.became = self.people.get(one.identity)

    def _add_people(self, rows: list[Told]) -> set[int]:
        new: dict[bytes, ParticipantRow] = {}
        for one in rows:
            if one.decision.person_id is not None:
                self.people[one.identity] = one.decision.person_id
            elif one.decision.step is Step.NEW and one.identity not in self.people:
                new.setdefault(one.identity, one.values)
        keys = new_keys(len(new))
        made = (person_row(*one, key) for one, key in zip(new.items(), keys, strict=True))
        numbers = insert_so_many(Person, len(new), made)
        self.made["person"] = in_ranges(numbers, self.made["person"])
        self.people.update(zip(new, numbers, strict=True))
        return set(numbers)

    def _add_groups(self, enrolling: list[Told]) -> None:
        wanted = {(self._cohort(one).id, name) for one in enrolling if (name := one.values.group_name)}
        missing = sorted(wanted - self.groups.keys())
        numbers = insert_with_ids(Group, [{"cohort_id": cohort, "name": name} for cohort, name in missing])
        self.made["working_group"] = in_ranges(numbers, self.made["working_group"])
        self.groups.update(zip(missing, numbers, strict=True))

    def _businesses(self, enrolling: list[Told], new_people: set[int]) -> list[int | None]:
        """Of each row; a business of that name which its person has already is used again."""
        known = _owned({self.people[one.identity] for one in enrolling} - new_people)
        new: dict[tuple[int, str], ParticipantRow] = {}
        named: list[tuple[int, str] | None] = []
        for one in enrolling:
            called = None
            if tells_of_a_business(one.values):
                called = _called(self.people[one.identity], one.values.business_name)
                if called not in known:
                    new.setdefault(called, one.values)
            named.append(called)
        numbers = insert_so_many(Business, len(new), map(business_row, new.values()))
        self.made["business"] = in_ranges(numbers, self.made["business"])
        added = dict(zip(new, numbers, strict=True))
        owned = ({"business_id": business, "person_id": owner} for (owner, _name), business in added.items())
        insert(Base.metadata.tables["ownership"], owned)
        known.update(added)
        return [None if called is None else known[called] for called in named]

    def _enrol(self, enrolling: list[Told], businesses: Sequence[int | None]) -> None:
        rows = (
            {
                "person_id": self.people[one.identity],
                "cohort_id": cohort.id,
                "group_id": self.groups[cohort.id, name] if (name := one.values.group_name) else None,
                "business_id": business,
                "enrolled_on": _enrolled_on(one.values, cohort),
                "funding": Funding.NOT_ASKED,
                "route": Route.NOT_ASKED,
                "import_run_id": self.run_id,
                "note": remainder(one.values),
            }
            for one, business in zip(enrolling, businesses, strict=True)
            for cohort in (self._cohort(one),)
        )
        numbers = insert_so_many(Participation, len(enrolling), rows)
        self.participations += len(numbers)
        for one, number in zip(enrolling, numbers, strict=True):
            one.decision.participation_id = number
        checkups = (
            baseline_checkup(values, number, business, _enrolled_on(values, self._cohort(one)), self.by_id)
            for one, number, business in zip(enrolling, numbers, businesses, strict=True)
            if (values := one.values).sales_before is not None
        )
        insert(Base.metadata.tables["checkup"], checkups)

    def _cohort(self, one: Told) -> Cohort:
        if one.decision.year is None:
            raise ValueError("a row without a year cannot be enrolled")
        return self.cohorts[one.decision.year]


def _in_parts(rows: Iterator[T]) -> Iterator[list[T]]:
    while some := list(islice(rows, ROWS_AT_ONCE)):
        yield some


def _enrolled_on(values: ParticipantRow, cohort: Cohort) -> date:
    return values.enrolled_on or cohort.opened_on or date(cohort.year, 12, 31)


def _cohorts(years: set[int], agency: Agency) -> dict[int, Cohort]:
    scheme = db.session.scalars(sa.select(Scheme).order_by(Scheme.id).limit(1)).one()
    found = sa.select(Cohort).where(
        Cohort.agency_id == agency.id, Cohort.scheme_id == scheme.id, Cohort.year.in_(years)
    )
    cohorts = {cohort.year: cohort for cohort in db.session.scalars(found)}
    for year in sorted(years - cohorts.keys()):
        cohorts[year] = Cohort(
            code=f"{year}-{agency.code}", year=year, agency_id=agency.id, scheme_id=scheme.id
        )
        db.session.add(cohorts[year])
    db.session.flush()
    return cohorts


def _groups_of(cohorts: Iterable[Cohort]) -> dict[tuple[int, str], int]:
    stored = sa.select(Group.cohort_id, Group.name, Group.id).where(
        Group.cohort_id.in_({cohort.id for cohort in cohorts})
    )
    return {(cohort, name): number for cohort, name, number in db.session.execute(stored)}


def _called(person: int, name: str | None) -> tuple[int, str]:
    return person, (name or "").casefold()


def _owned(people: set[int]) -> dict[tuple[int, str], int]:
    owned: dict[tuple[int, str], int] = {}
    chosen = sorted(people)
    for start in range(0, len(chosen), 500):
        rows = sa.select(Ownership.person_id, Business.name, Business.id).join(
            Business, Business.id == Ownership.business_id
        )
        for person, name, business in db.session.execute(
            rows.where(Ownership.person_id.in_(chosen[start : start + 500]))
        ):
            owned[_called(person, name)] = business
    return owned


def in_ranges(numbers: Iterable[int], before: Made | None = None) -> Made:
    """[4, 5, 6, 9] → [[4, 6], [9, 9]]: a hundred thousand new people are one line. `before` is continued."""
    ranges: Made = [*(before or [])]
    for number in sorted(numbers):
        if ranges and ranges[-1][1] == number - 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    return ranges
