"""Whom to trace first so that an open verdict of I2 is settled: the unknown of a scope, easiest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa

from imports.collecting import no_collection
from models import Account, Area, Participation, Person, db
from models.vocabulary import Code
from wub.access.scope import sees_participation, sees_whole_programme
from wub.measurement.indicators import first_due
from wub.measurement.success import Reason, Result
from wub.reports.definitions import definitions
from wub.reports.facts import enrolments
from wub.reports.histories.among import among
from wub.reports.kept.taking import in_chunks
from wub.reports.offices import intakes
from wub.reports.scopes import Scope

# What is nearest to an answer comes first: who said to be active only has to be seen.
EASE = (
    Reason.NOT_SEEN,
    Reason.SALES_UNKNOWN,
    Reason.HEARSAY,
    Reason.NOT_ASKED,
    Reason.NO_CHECKUP,
    Reason.PROVISIONAL,
    Reason.NOT_FOUND,
)


@dataclass(frozen=True)
class Untraced:
    reason: Code
    agency: str
    year: int
    person_id: int
    name: str
    phone: str | None
    area: str | None


@dataclass(frozen=True)
class Trace:
    """Who has a telephone goes before who has none."""

    number: int
    people: Iterable[Untraced]  # who is nearest to an answer first; read as far as somebody looks


def counted_now(scope: Scope, as_of: date, account: Account) -> Trace:
    """Those whom the account may see, of everybody counted for it."""
    with no_collection():
        rows = [one for one in enrolments(as_of, definitions(as_of)["I2"].rule) if scope.holds(one)]
        reasons = {
            one.participation_id: one.outcome.reason
            for one in first_due(rows)
            if one.outcome is not None and one.outcome.result is Result.UNKNOWN
        }
    found = described(reasons, account)
    return Trace(len(found), found)


def described(reasons: Mapping[int, Code], account: Account) -> list[Untraced]:
    """Participation → why its result is not known; those of them whom the account may see, in order.

    Whom the account sees is put so that no index can be looked through for it, and intakes are looked up
    here: SQLite would rather go through all intakes with everybody in them.
    """
    columns: list[Any] = [
        *(Participation.id, Participation.cohort_id, Person.id, Person.name, Person.phone, Area.name)
    ]
    query = (
        sa.select(*columns)
        .join(Person, Person.id == Participation.person_id)
        .join(Area, Area.code == Person.area_code, isouter=True)
    )
    if not sees_whole_programme(account):
        query = query.where(sa.case((sees_participation(account), 1), else_=0) == 1)
    lists = {one.id: (one.agency, one.year) for one in intakes()}
    found = [
        Untraced(reasons[number], *lists[cohort], *told)
        for some in in_chunks(reasons)
        for number, cohort, *told in db.session.execute(query.where(among(Participation.id, some)))
    ]
    ease = {reason: place for place, reason in enumerate(EASE)}
    return sorted(found, key=lambda one: (ease.get(one.reason, len(ease)), one.phone is None, one.name))  # type: ignore[call-overload]
