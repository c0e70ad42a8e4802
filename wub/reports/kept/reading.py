"""Today's numbers from the kept counts: so many rows to read, however many people there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

import sqlalchemy as sa

from models.base import db
from wub import changes, clock
from wub.measurement.indicators import Headcount
from wub.measurement.rates import Tally
from wub.measurement.success import Reason, Rule, outcome_because
from wub.reports.kept.counts import TABLE
from wub.reports.kept.parts import LISTED, PROVISIONAL, SHARED, UNIQUE
from wub.reports.kept.state import rule_of, state
from wub.reports.scopes import Scope

REASONS = {reason.value: outcome_because(reason) for reason in Reason}


class Measured(NamedTuple):
    heads: Headcount = Headcount()
    tally: Tally = Tally()


def kept_for(as_of: date, rule: Rule) -> Mapping[Scope, Measured] | None:
    """None where the numbers must be counted: another day, another rule, or changes not yet followed."""
    if as_of != clock.today() or changes.pending():
        return None
    connection = db.session.connection()
    kept = state(connection)
    if kept is None or kept.settled_through > as_of or rule_of(kept) != rule:
        return None
    return _measured(connection, as_of)


def _measured(connection: sa.Connection, as_of: date) -> dict[Scope, Measured]:
    found: dict[Scope, dict[str, int]] = defaultdict(dict)
    for row in connection.execute(reading(as_of)):
        found[Scope(row.agency_code or None, row.year or None)][row.measure] = row.people
    return {scope: _of(measures) for scope, measures in found.items()}


def reading(as_of: date) -> sa.Select[Any]:
    cell = TABLE.c
    people = sa.func.sum(cell.people).label("people")
    return (
        sa.select(cell.agency_code, cell.year, cell.measure, people)
        .where(cell.from_day <= as_of)
        .group_by(cell.agency_code, cell.year, cell.measure)
        .having(sa.func.sum(cell.people) != 0)
    )


def _of(measures: dict[str, int]) -> Measured:
    heads = Headcount(*(measures.get(name, 0) for name in (LISTED, UNIQUE, PROVISIONAL, SHARED)))
    verdicts = {REASONS[name]: people for name, people in measures.items() if name in REASONS}
    return Measured(heads, Tally.of(verdicts))
