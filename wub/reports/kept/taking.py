"""Facts taken from the register, for some people and all that belongs to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa

from models import Base
from models.vocabulary import Status
from wub.measurement.rounds import anniversary
from wub.measurement.success import Evidence, Reason, Rule, latest_usable, outcome_of
from wub.reports.kept.parts import Fact, verdicts_of

TABLES = Base.metadata.tables
person, participation = TABLES["person"].c, TABLES["participation"].c
checkup, kept = TABLES["checkup"].c, TABLES["participation_fact"].c
CHUNK = 2000  # people asked for at once: under what the databases allow in one statement


def in_chunks(ids: Iterable[int]) -> Iterator[list[int]]:
    ordered = sorted(ids)
    for start in range(0, len(ordered), CHUNK):
        yield ordered[start : start + CHUNK]


def together(connection: sa.Connection, people: Collection[int]) -> set[int]:
    """Everybody whose facts belong together: entries merged with them, whoever held their enrolments."""
    found: set[int] = set()
    new = set(people)
    while new:
        found |= new
        new = {one for some in in_chunks(new) for one in _beside(connection, some)} - found
    return found


def _beside(connection: sa.Connection, some: list[int]) -> Iterator[int]:
    gone = TABLES["participation"].join(
        TABLES["participation_fact"], kept.participation_id == participation.id
    )
    for ask in (
        sa.select(person.merged_into_id).where(person.id.in_(some), person.merged_into_id.is_not(None)),
        sa.select(person.id).where(person.merged_into_id.in_(some)),
        sa.select(kept.person_id).select_from(gone).where(participation.person_id.in_(some)),
        sa.select(participation.person_id).select_from(gone).where(kept.person_id.in_(some)),
    ):
        yield from connection.scalars(ask)


def facts_of(connection: sa.Connection, people: Iterable[int], rule: Rule) -> Iterator[Fact]:
    """As the register says now. `people`: as `together` gives them."""
    intakes = _intakes(connection)
    for some in in_chunks(people):
        yield from _facts_of(connection, some, rule, intakes)


def _facts_of(
    connection: sa.Connection, some: list[int], rule: Rule, intakes: dict[int, tuple[str, int]]
) -> Iterator[Fact]:
    rows = connection.execute(
        sa.select(
            participation.id, participation.person_id, participation.cohort_id, participation.enrolled_on
        ).where(participation.person_id.in_(some))
    ).all()
    into = _merged(connection, some)
    holders = {into.get(row.person_id, row.person_id) for row in rows}
    unnamed = _without_nik(connection, holders)
    seen = _evidence(connection, {row.person_id for row in rows} | holders)
    for row in rows:
        holder = into.get(row.person_id, row.person_id)
        found = [*seen.get(row.person_id, ()), *(seen.get(holder, ()) if holder != row.person_id else ())]
        due = anniversary(row.enrolled_on, rule.month)
        blank = holder in unnamed
        verdicts = verdicts_of(_turns([one for _id, one in sorted(found)], due, rule, blank=blank))
        yield Fact(row.id, holder, blank, *intakes[row.cohort_id], row.enrolled_on, verdicts)


def _turns(found: list[Evidence], due: date, rule: Rule, *, blank: bool) -> Iterator[tuple[date, Reason]]:
    """The verdict on the day it falls due, and on each later day on which a checkup may change it."""
    later = {one.as_of for one in found if due < one.as_of <= due + rule.window}
    for day in [due, *sorted(later)]:
        outcome = outcome_of(latest_usable(found, due, rule, day), rule, provisional=blank)
        yield day, Reason(outcome.reason)


def _intakes(connection: sa.Connection) -> dict[int, tuple[str, int]]:
    cohort, agency = TABLES["cohort"], TABLES["agency"]
    rows = connection.execute(
        sa.select(cohort.c.id, agency.c.code, cohort.c.year).join(agency, agency.c.id == cohort.c.agency_id)
    )
    return {row.id: (row.code, row.year) for row in rows}


def _merged(connection: sa.Connection, some: list[int]) -> dict[int, int]:
    rows: Sequence[Any] = connection.execute(
        sa.select(person.id, person.merged_into_id).where(
            person.id.in_(some), person.merged_into_id.is_not(None)
        )
    ).all()
    return {row.id: row.merged_into_id for row in rows}


def _without_nik(connection: sa.Connection, some: set[int]) -> set[int]:
    return {
        one
        for few in in_chunks(some)
        for one in connection.scalars(
            sa.select(person.id).where(person.id.in_(few), person.nik_index.is_(None))
        )
    }


def _evidence(connection: sa.Connection, some: set[int]) -> dict[int, list[tuple[int, Evidence]]]:
    """Person → checkups of their enrolments, each with its number in the order of recording."""
    found: dict[int, list[tuple[int, Evidence]]] = defaultdict(list)
    for few in in_chunks(some):
        rows = connection.execute(
            sa.select(
                participation.person_id,
                checkup.id,
                checkup.as_of_date,
                checkup.status,
                checkup.verification,
                checkup.sales_last_month,
                checkup.sales_last_season,
            )
            .select_from(
                TABLES["participation"].join(TABLES["checkup"], checkup.participation_id == participation.id)
            )
            .where(participation.person_id.in_(few))
        )
        for whose, number, day, status, *rest in rows:
            found[whose].append((number, Evidence(day, Status(status), *rest)))
    return found
