"""What is asked about checkups: which the account sees, the list, and what was known before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

import sqlalchemy as sa

from models.account import Account
from models.agency import Cohort
from models.base import db
from models.checkup import Checkup
from models.participation import Participation
from models.person import Person
from models.vocabulary import Role, Status
from wub.access.scope import sees_participation
from wub.clock import today
from wub.errors import NotFound
from wub.pages.paging import Key, Page, Place, page_of
from wub.visits.participant_queries import mentored_by

NEWEST_FIRST = (Key(Checkup.as_of_date, descending=True), Key(Checkup.id, descending=True))


def visible_to(account: Account) -> sa.ColumnElement[bool]:
    """Condition on Checkup: of a participant in scope."""
    return (
        sa.exists()
        .where(Participation.id == Checkup.participation_id, sees_participation(account))
        .correlate(Checkup)
    )


def visible(checkup_id: int, account: Account) -> Checkup:
    found = db.session.scalar(sa.select(Checkup).where(Checkup.id == checkup_id, visible_to(account)))
    if found is None:
        raise NotFound
    return found


@dataclass(frozen=True)
class CheckupFilter:
    participation_id: int | None = None
    agency_id: int | None = None
    round_month: int | None = None
    status: Status | None = None
    verification: int | None = None
    since: date | None = None
    until: date | None = None
    rechecks: bool = False


def checkups(wanted: CheckupFilter, account: Account, *, place: Place | None = None) -> Page:
    """Newest first."""
    columns: list[Any] = [Checkup.id, Checkup.as_of_date, Checkup.round_month, Checkup.status]
    columns += [Checkup.verification, Checkup.sales_last_month, Checkup.sales_last_month_answer]
    columns += [Checkup.recheck_of_id, Checkup.reconstructed, Person.name, Cohort.code.label("cohort")]
    query = (
        sa.select(*columns)
        .join(Participation, Participation.id == Checkup.participation_id)
        .join(Person, Person.id == Participation.person_id)
        .join(Cohort, Cohort.id == Participation.cohort_id)
        .where(sees_participation(account), *_conditions(wanted))
    )
    return page_of(query, order=NEWEST_FIRST, place=place or Place())


def of_round(participation_id: int, round_month: int) -> Sequence[Checkup]:
    """What stands already for a participant and a round, the latest first."""
    query = sa.select(Checkup).where(
        Checkup.participation_id == participation_id, Checkup.round_month == round_month
    )
    return db.session.scalars(query.order_by(Checkup.as_of_date.desc(), Checkup.id.desc())).all()


def rechecks_of(checkup_id: int) -> Sequence[Checkup]:
    query = sa.select(Checkup).where(Checkup.recheck_of_id == checkup_id).order_by(Checkup.id)
    return db.session.scalars(query).all()


class Known(NamedTuple):
    value: int
    day: date


def last_season(participation_id: int, until: date | None) -> Known | None:
    """What the last season sold, of an enterprise that was seen to be seasonal: the day it was told."""
    query = sa.select(Checkup.status, Checkup.as_of_date, Checkup.sales_last_season).where(
        Checkup.participation_id == participation_id,
        Checkup.as_of_date <= (until or today()),
        Checkup.status.not_in((Status.NOT_FOUND, Status.NOT_ASKED)),
    )
    row = db.session.execute(query.order_by(Checkup.as_of_date.desc(), Checkup.id.desc()).limit(1)).first()
    if row is None or row[0] is not Status.SEASONAL or row[2] is None:
        return None
    return Known(row[2], row[1])


def is_independent(participation_id: int, account: Account) -> bool:
    """An officer or supervisor who never mentored the participant."""
    return judges(account) and not mentored_by(account.id, [participation_id])


def judges(account: Account) -> bool:
    return bool(account.roles_on(today()) & {Role.OFFICER, Role.SUPERVISOR})


def _conditions(wanted: CheckupFilter) -> list[sa.ColumnElement[bool]]:
    asked: list[sa.ColumnElement[bool] | None] = [
        Checkup.participation_id == wanted.participation_id if wanted.participation_id else None,
        Cohort.agency_id == wanted.agency_id if wanted.agency_id else None,
        Checkup.round_month == wanted.round_month if wanted.round_month is not None else None,
        Checkup.status == wanted.status if wanted.status else None,
        Checkup.verification == wanted.verification if wanted.verification is not None else None,
        Checkup.as_of_date >= wanted.since if wanted.since else None,
        Checkup.as_of_date <= wanted.until if wanted.until else None,
        Checkup.recheck_of_id.is_not(None) if wanted.rechecks else None,
    ]
    return [condition for condition in asked if condition is not None]
