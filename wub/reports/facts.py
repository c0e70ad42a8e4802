"""One plain row per participation with what the indicators need. Asks; decides no rule.

The whole register is read for one page of figures, so this selects columns of tables and never entities.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import GenericFunction

from models import Base, db
from wub.measurement.indicators import Enrolment
from wub.measurement.rounds import anniversary
from wub.measurement.success import Evidence, Outcome, Rule, latest_usable, outcome_of
from wub.reports.histories.among import among
from wub.reports.histories.asking import Only
from wub.reports.offices import intakes

# A month count is at most so many days off when counted as days; the exact window is drawn by measurement.
SLACK = timedelta(days=4)


def enrolments(
    as_of: date,
    rule: Rule,
    known_by: datetime | None = None,
    only: Only | None = None,
) -> list[Enrolment]:
    """Everybody enrolled by the day; with `known_by`, only as far as had been recorded by that instant.

    `only`: of some people alone.
    """
    offices = {intake.id: (intake.agency, intake.year) for intake in intakes()}
    provisional, merged = _people_without_nik(only), _merged(only)
    rows_of = None if only is None else only.participations
    checkups = _checkups_in_window(as_of, rule, known_by, rows_of, of_merged=bool(merged))
    due_on: dict[date, date] = {}
    rows = []
    for row_id, person_id, cohort_id, enrolled_on in _participations(known_by, rows_of):
        if enrolled_on > as_of:
            continue
        person_id = merged.get(person_id, person_id)
        due = due_on.get(enrolled_on)
        if due is None:
            due = due_on[enrolled_on] = anniversary(enrolled_on, rule.month)
        blank = person_id in provisional
        outcome: Outcome | None = None
        if due <= as_of:
            latest = latest_usable(checkups.get(row_id, ()), due, rule, as_of)
            outcome = outcome_of(latest, rule, provisional=blank)
        rows.append(Enrolment(row_id, person_id, blank, *offices[cohort_id], enrolled_on, outcome))
    return rows


def _people_without_nik(only: Only | None) -> set[int]:
    person = Base.metadata.tables["person"].c
    some = [] if only is None else [among(person.id, only.entries)]
    return {row[0] for row in _all(sa.select(person.id).where(person.nik_index.is_(None), *some))}


def _merged(only: Only | None) -> dict[int, int]:
    """Entry → the person it was merged into. What stayed with it is still a row of a list, of that person."""
    person = Base.metadata.tables["person"].c
    some = [] if only is None else [among(person.id, only.entries)]
    found = sa.select(person.id, person.merged_into_id).where(person.merged_into_id.is_not(None), *some)
    return dict(_all(found))


def _participations(known_by: datetime | None, only: Collection[int] | None) -> Sequence[Any]:
    """All, in the order of the table: asking for a day leads SQLite through an index, at twice the time."""
    row = Base.metadata.tables["participation"].c
    recorded = [] if known_by is None else [row.created_at <= known_by]
    recorded += [] if only is None else [among(row.id, only)]
    return _all(sa.select(row.id, row.person_id, row.cohort_id, row.enrolled_on).where(*recorded))


def _checkups_in_window(
    as_of: date,
    rule: Rule,
    known_by: datetime | None,
    only: Collection[int] | None,
    *,
    of_merged: bool,
) -> dict[int, list[Evidence]]:
    """Participation → checkups of its person round month 12, in the order of recording, whoever made them.

    `of_merged`: look for those of merged entries too, whose checkups hang on the enrolment that was kept.
    """
    measured = Base.metadata.tables["participation"].alias("measured")
    other = Base.metadata.tables["participation"].alias("other")
    gone = Base.metadata.tables["person"].alias("gone")
    checkup = Base.metadata.tables["checkup"]
    found_on, enrolled_on = checkup.c.as_of_date, measured.c.enrolled_on
    recorded = [] if known_by is None else [checkup.c.created_at <= known_by]
    recorded += [] if only is None else [among(measured.c.id, only)]
    months = timedelta(days=rule.month * 365.25 / 12)
    columns = sa.select(
        measured.c.id,
        checkup.c.id,
        found_on,
        checkup.c.status,
        checkup.c.verification,
        checkup.c.sales_last_month,
        checkup.c.sales_last_season,
    )
    kept = measured.join(gone, gone.c.id == measured.c.person_id)
    joined = [measured.join(other, other.c.person_id == measured.c.person_id)]
    joined += [kept.join(other, other.c.person_id == gone.c.merged_into_id)] if of_merged else []
    rows = [
        row
        for people in joined
        for row in _all(
            columns.select_from(people.join(checkup, checkup.c.participation_id == other.c.id)).where(
                found_on <= as_of,
                found_on >= days_after(enrolled_on, months - rule.window - SLACK),
                found_on <= days_after(enrolled_on, months + rule.window + SLACK),
                *recorded,
            )
        )
    ]
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[row[0]].append(row)
    # Sorted here: asked to sort, SQLite would rather walk through all checkups ever made.
    return {whose: [Evidence(*row[2:]) for row in sorted(few, key=_recorded)] for whose, few in found.items()}


def _recorded(row: Any) -> int:
    recorded_as: int = row[1]
    return recorded_as


def _all(select: sa.Select[Any]) -> Sequence[Any]:
    return db.session.connection().execute(select).all()


class days_after(GenericFunction[date]):  # noqa: N801  reads as the SQL function it is
    """A date so many days later, in a form that lets the index on (participation, as_of) be used."""

    type = sa.Date()
    inherit_cache = True

    def __init__(self, day: Any, later: timedelta) -> None:
        super().__init__(day, sa.literal(later.days, sa.Integer()))


@compiles(days_after, "sqlite")
def _in_sqlite(element: days_after, compiler: Any, **kw: Any) -> str:
    day, days = (compiler.process(clause, **kw) for clause in element.clauses)
    return f"date({day}, {days} || ' days')"


@compiles(days_after)
def _in_postgresql(element: days_after, compiler: Any, **kw: Any) -> str:
    day, days = (compiler.process(clause, **kw) for clause in element.clauses)
    return f"({day} + CAST({days} AS integer))"
