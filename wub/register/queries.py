"""Which people an account sees, and what hangs on them; a record outside does not exist."""

from __future__ import annotations

from typing import TypeVar

import sqlalchemy as sa

from models.account import Account
from models.agency import Agency, Cohort
from models.aid import Aid
from models.base import Base, db
from models.business import Business, Ownership
from models.group import Group
from models.milestone import Milestone
from models.participation import Assignment, Participation
from models.person import Consent, Person
from wub.access.scope import sees_agency, sees_participation, sees_person, sees_whole_programme
from wub.errors import NotFound

Row = TypeVar("Row", bound=Base)


def visible_to(account: Account) -> sa.ColumnElement[bool]:
    """Condition on Person; feeds list, detail, search and export."""
    return sees_person(account)


def person(person_id: int, account: Account) -> Person:
    return _one(Person, person_id, visible_to(account))


def participation(participation_id: int, account: Account) -> Participation:
    return _one(Participation, participation_id, sees_participation(account))


def assignment(assignment_id: int, account: Account) -> Assignment:
    return _one(Assignment, assignment_id, Assignment.participation_id.in_(_participations(account)))


def sees_business(account: Account) -> sa.ColumnElement[bool]:
    """Condition on Business: of a person, or of an enrolment, that the account sees."""
    if sees_whole_programme(account):
        return sa.true()
    owned = sa.select(Ownership.business_id).join(Person, Person.id == Ownership.person_id)
    at_entry = sa.select(Participation.business_id).where(
        Participation.business_id.is_not(None), sees_participation(account)
    )
    return sa.or_(Business.id.in_(owned.where(visible_to(account))), Business.id.in_(at_entry))


def business(business_id: int, account: Account) -> Business:
    return _one(Business, business_id, sees_business(account))


def ownership(ownership_id: int, account: Account) -> Ownership:
    people = sa.select(Person.id).where(visible_to(account))
    return _one(Ownership, ownership_id, Ownership.person_id.in_(people))


def sees_group(account: Account) -> sa.ColumnElement[bool]:
    """Condition on Group: of an intake of the account's offices, or with a member in scope."""
    if sees_whole_programme(account):
        return sa.true()
    cohorts = sa.select(Cohort.id).join(Agency, Agency.id == Cohort.agency_id).where(sees_agency(account))
    with_member = sa.select(Participation.group_id).where(
        Participation.group_id.is_not(None), sees_participation(account)
    )
    return sa.or_(Group.cohort_id.in_(cohorts), Group.id.in_(with_member))


def group(group_id: int, account: Account) -> Group:
    return _one(Group, group_id, sees_group(account))


def sees_aid(account: Account) -> sa.ColumnElement[bool]:
    """Condition on Aid: to an enrolment or to a group that the account sees."""
    if sees_whole_programme(account):
        return sa.true()
    groups = sa.select(Group.id).where(sees_group(account))
    return sa.or_(Aid.participation_id.in_(_participations(account)), Aid.group_id.in_(groups))


def aid(aid_id: int, account: Account) -> Aid:
    return _one(Aid, aid_id, sees_aid(account))


def sees_milestone(account: Account) -> sa.ColumnElement[bool]:
    """Condition on Milestone: the person is in scope, and so is the enrolment where one is named."""
    people = sa.select(Person.id).where(visible_to(account))
    ours = sa.or_(
        Milestone.participation_id.is_(None), Milestone.participation_id.in_(_participations(account))
    )
    return sa.and_(Milestone.person_id.in_(people), ours)


def milestone(milestone_id: int, account: Account) -> Milestone:
    return _one(Milestone, milestone_id, sees_milestone(account))


def consent(consent_id: int, account: Account) -> Consent:
    people = sa.select(Person.id).where(visible_to(account))
    return _one(Consent, consent_id, Consent.person_id.in_(people))


def _participations(account: Account) -> sa.Select[int]:
    return sa.select(Participation.id).where(sees_participation(account))


def _one(kind: type[Row], record_id: int, condition: sa.ColumnElement[bool]) -> Row:
    key: sa.ColumnElement[int] = kind.__table__.c.id
    found = db.session.scalar(sa.select(kind).where(key == record_id, condition))
    if found is None:
        raise NotFound
    return found
