"""Whom to trace first so that an open verdict of I2 is settled: the unknown of a scope, easiest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from imports.collecting import no_collection
from models import Account, Area, Participation, Person, db
from models.vocabulary import Code
from wub.access.scope import sees_participation, sees_whole_programme
from wub.measurement.indicators import first_due
from wub.measurement.success import Reason, Result
from wub.reports.definitions import definitions
from wub.reports.facts import enrolments
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
    person_id: int
    name: str
    phone: str | None
    area: str | None
    agency: str
    year: int
    reason: Code


def to_trace(scope: Scope, as_of: date, account: Account) -> list[Untraced]:
    """Those whom the account may see; who has a telephone goes before who has none."""
    with no_collection():
        rows = [one for one in enrolments(as_of, definitions(as_of)["I2"].rule) if scope.holds(one)]
        open_rows = [
            one for one in first_due(rows) if one.outcome is not None and one.outcome.result is Result.UNKNOWN
        ]
    told = _told(account)
    found = [
        Untraced(*told[one.participation_id], one.agency, one.year, one.outcome.reason)
        for one in open_rows
        if one.outcome is not None and one.participation_id in told
    ]
    ease = {reason: place for place, reason in enumerate(EASE)}
    return sorted(found, key=lambda one: (ease.get(one.reason, len(ease)), one.phone is None, one.name))  # type: ignore[call-overload]


def _told(account: Account) -> dict[int, tuple[int, str, str | None, str | None]]:
    query = (
        sa.select(Participation.id, Person.id, Person.name, Person.phone, Area.name)
        .join(Person, Person.id == Participation.person_id)
        .join(Area, Area.code == Person.area_code, isouter=True)
    )
    if not sees_whole_programme(account):
        query = query.where(sees_participation(account))
    return {
        number: (person, name, phone, area) for number, person, name, phone, area in db.session.execute(query)
    }
