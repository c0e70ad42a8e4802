"""What the page of one person shows: enrolments, businesses, consultants, aid, milestones, consents."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

import sqlalchemy as sa

from models.account import Account
from models.agency import Agency, Cohort, Scheme
from models.aid import Aid
from models.base import db
from models.business import Business, Ownership
from models.group import Group
from models.milestone import Milestone
from models.participation import Assignment, Participation
from models.person import Consent
from models.vocabulary import AidCondition, AidKind, Answer, CloseReason, ExitReason, Funding, Route, Sector
from wub.access.scope import sees_participation
from wub.register.queries import sees_aid, sees_milestone


class Enrolment(NamedTuple):
    id: int
    agency: str
    year: int
    scheme: str
    enrolled_on: date
    funding: Funding
    route: Route
    activity_code: str | None
    group_id: int | None
    group: str | None
    business_id: int | None
    business: str | None
    exited_on: date | None
    exit_reason: ExitReason | None
    note: str | None


def enrolments(person_id: int, account: Account) -> list[Enrolment]:
    """Those in scope, newest first."""
    query = (
        sa.select(
            Participation.id,
            Agency.short_name,
            Cohort.year,
            Scheme.name,
            Participation.enrolled_on,
            Participation.funding,
            Participation.route,
            Participation.activity_code,
            Participation.group_id,
            Group.name,
            Participation.business_id,
            _words(),
            Participation.exited_on,
            Participation.exit_reason,
            Participation.note,
        )
        .join(Cohort, Cohort.id == Participation.cohort_id)
        .join(Agency, Agency.id == Cohort.agency_id)
        .join(Scheme, Scheme.id == Cohort.scheme_id)
        .outerjoin(Group, Group.id == Participation.group_id)
        .outerjoin(Business, Business.id == Participation.business_id)
        .where(Participation.person_id == person_id, sees_participation(account))
        .order_by(Participation.enrolled_on.desc(), Participation.id.desc())
    )
    return [Enrolment._make(row) for row in db.session.execute(query)]


class Owned(NamedTuple):
    ownership_id: int
    business_id: int
    name: str | None
    sector: Sector
    since: date | None
    until: date | None
    started_on: date | None
    closed_on: date | None
    close_reason: CloseReason | None


def businesses(person_id: int) -> list[Owned]:
    query = (
        sa.select(
            Ownership.id,
            Business.id,
            _words(),
            Business.sector,
            Ownership.since,
            Ownership.until,
            Business.started_on,
            Business.closed_on,
            Business.close_reason,
        )
        .join(Business, Business.id == Ownership.business_id)
        .where(Ownership.person_id == person_id)
        .order_by(Ownership.until.is_not(None), Business.closed_on.is_not(None), Business.id)
    )
    return [Owned(*row) for row in db.session.execute(query)]


class Mentor(NamedTuple):
    id: int
    participation_id: int
    consultant: str
    intake: str
    starts_on: date
    ends_on: date | None
    reason: str | None


def mentors(person_id: int, account: Account) -> list[Mentor]:
    """Every consultant there was, the present ones first."""
    query = (
        sa.select(
            Assignment.id,
            Assignment.participation_id,
            Account.name,
            Agency.short_name,
            Cohort.year,
            Assignment.starts_on,
            Assignment.ends_on,
            Assignment.reason,
        )
        .join(Account, Account.id == Assignment.consultant_id)
        .join(Participation, Participation.id == Assignment.participation_id)
        .join(Cohort, Cohort.id == Participation.cohort_id)
        .join(Agency, Agency.id == Cohort.agency_id)
        .where(Participation.person_id == person_id, sees_participation(account))
        .order_by(Assignment.ends_on.is_not(None), Assignment.starts_on.desc(), Assignment.id.desc())
    )
    return [
        Mentor(number, enrolment, name, f"{agency} {year}", start, end, reason)
        for number, enrolment, name, agency, year, start, end, reason in db.session.execute(query)
    ]


class AidRow(NamedTuple):
    id: int
    kind: AidKind
    description: str
    quantity: int
    value: int | None
    value_answer: Answer
    given_on: date
    condition: AidCondition
    group: str | None


def aid_of(enrolled: Sequence[Enrolment], account: Account) -> list[AidRow]:
    """To the person, and to the groups the person works in; newest first."""
    groups = [one.group_id for one in enrolled if one.group_id is not None]
    direct = Aid.participation_id.in_([one.id for one in enrolled])
    return _aid(sa.or_(direct, Aid.group_id.in_(groups)), account)


def aid_of_group(group_id: int, account: Account) -> list[AidRow]:
    return _aid(Aid.group_id == group_id, account)


def _aid(condition: sa.ColumnElement[bool], account: Account) -> list[AidRow]:
    query = (
        sa.select(
            Aid.id,
            Aid.kind,
            Aid.description,
            Aid.quantity,
            Aid.value,
            Aid.value_answer,
            Aid.given_on,
            Aid.condition,
            Group.name,
        )
        .outerjoin(Group, Group.id == Aid.group_id)
        .where(condition, sees_aid(account))
        .order_by(Aid.given_on.desc(), Aid.id.desc())
    )
    return [AidRow(*row) for row in db.session.execute(query)]


def milestones(person_id: int, account: Account) -> Sequence[Milestone]:
    """By kind in the order of the list, newest first within a kind."""
    found = db.session.scalars(
        sa.select(Milestone)
        .where(Milestone.person_id == person_id, sees_milestone(account))
        .order_by(Milestone.attained_on.desc(), Milestone.id.desc())
    ).all()
    kinds = {kind: position for position, kind in enumerate(type(found[0].kind))} if found else {}
    return sorted(found, key=lambda one: kinds[one.kind])


def consents(person_id: int) -> Sequence[Consent]:
    query = sa.select(Consent).where(Consent.person_id == person_id)
    return db.session.scalars(query.order_by(Consent.purpose, Consent.given_on.desc(), Consent.id)).all()


def _words() -> Any:
    """A business by its name, else by what it sells."""
    return sa.func.coalesce(Business.name, Business.product)
