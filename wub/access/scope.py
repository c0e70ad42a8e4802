"""Which rows an account sees: the primitives on which every feature's `visible_to(account)` builds.

Used by lists, details, searches, exports and everything else that reads rows; a row outside does not exist.
"""

from __future__ import annotations

from datetime import date, timedelta

import sqlalchemy as sa

from models.account import Account
from models.agency import Agency, Cohort
from models.participation import Assignment, Participation
from models.vocabulary import Role
from wub.clock import today

# A consultant finishes reports after the hand-over.
DAYS_AFTER_ASSIGNMENT = 30

NOTHING = sa.false()
EVERYTHING = sa.true()


def sees_participation(account: Account, on: date | None = None) -> sa.ColumnElement[bool]:
    """On Participation: supervisor all, officer own agencies, consultant own assigned, others none."""
    day = on or today()
    roles = account.roles_on(day)
    if not account.active:
        return NOTHING
    if Role.SUPERVISOR in roles:
        return EVERYTHING
    ways: list[sa.ColumnElement[bool]] = []
    if Role.OFFICER in roles:
        ways.append(_enrolled_by(account.agencies_on(day)))
    if Role.CONSULTANT in roles:
        ways.append(Participation.id.in_(assigned_to(account, day)))
    return sa.or_(*ways) if ways else NOTHING


def sees_person(account: Account, on: date | None = None) -> sa.ColumnElement[bool]:
    """Condition on Person: through a participation that the account sees; never an entry that was merged."""
    from models.person import Person

    itself = Person.merged_into_id.is_(None)
    seen = sa.select(Participation.person_id).where(sees_participation(account, on))
    return itself if sees_whole_programme(account, on) else sa.and_(itself, Person.id.in_(seen))


def sees_agency(account: Account, on: date | None = None) -> sa.ColumnElement[bool]:
    """Condition on Agency: whose lists the account works on (figures of all agencies are another matter)."""
    if sees_whole_programme(account, on):
        return EVERYTHING
    return Agency.id.in_(sorted(account.agencies_on(on or today())))


def sees_whole_programme(account: Account, on: date | None = None) -> bool:
    return account.active and Role.SUPERVISOR in account.roles_on(on or today())


def assigned_to(account: Account, on: date | None = None) -> sa.Select[int]:
    """Participations mentored now, or until thirty days ago."""
    day = on or today()
    return sa.select(Assignment.participation_id).where(
        Assignment.consultant_id == account.id,
        Assignment.starts_on <= day,
        sa.or_(
            Assignment.ends_on.is_(None),
            Assignment.ends_on >= day - timedelta(days=DAYS_AFTER_ASSIGNMENT),
        ),
    )


def _enrolled_by(agencies: frozenset[int]) -> sa.ColumnElement[bool]:
    cohorts = sa.select(Cohort.id).where(Cohort.agency_id.in_(sorted(agencies)))
    return Participation.cohort_id.in_(cohorts)
