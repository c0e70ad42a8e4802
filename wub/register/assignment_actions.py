"""Which consultant mentors whom, from when until when; a hand-over ends one row and begins another."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, timedelta
from uuid import UUID

import sqlalchemy as sa

from models.account import Account
from models.base import db
from models.participation import Assignment, Participation
from models.vocabulary import Role
from wub.records import amend, keep_once
from wub.register.refusals import (
    AlreadyAssigned,
    ContractOver,
    DayOutOfOrder,
    HandedOverBeforeStart,
    NotAConsultant,
)


@dataclass(frozen=True)
class AssignmentDraft:
    consultant_id: int
    starts_on: date
    ends_on: date | None = None
    reason: str | None = None


@dataclass(frozen=True)
class EndDraft:
    ends_on: date | None
    reason: str | None = None


def assign(
    participation: Participation,
    draft: AssignmentDraft,
    *,
    hand_over: bool = False,
    key: UUID | None = None,
    by: Account,
) -> Assignment:
    """`hand_over` ends the other consultants' time on the day before."""
    _in_order(draft.starts_on, draft.ends_on)
    expect_consultant(draft.consultant_id, draft.starts_on)
    for other in _overlapping(participation, draft, key):
        if other.consultant_id == draft.consultant_id:
            raise AlreadyAssigned
        if hand_over:
            _end(other, draft, by)
    row = Assignment(**asdict(draft), participation_id=participation.id, client_key=key)
    return keep_once(row, by=by, action="assignment:begin")


def end_assignment(assignment: Assignment, draft: EndDraft, *, version: int | None, by: Account) -> None:
    _in_order(assignment.starts_on, draft.ends_on)
    amend(assignment, asdict(draft), version=version, by=by, action="assignment:end")


def expect_consultant(account_id: int, day: date) -> None:
    consultant = db.session.get(Account, account_id)
    if consultant is None or not consultant.active or Role.CONSULTANT not in consultant.roles_on(day):
        raise NotAConsultant
    if consultant.contract_ends_on is not None and consultant.contract_ends_on < day:
        raise ContractOver(consultant.contract_ends_on)


def _overlapping(participation: Participation, draft: AssignmentDraft, key: UUID | None) -> list[Assignment]:
    """Those of the same enrolment running on or after the new one's first day; not the same sending again."""
    query = sa.select(Assignment).where(
        Assignment.participation_id == participation.id,
        sa.or_(Assignment.ends_on.is_(None), Assignment.ends_on >= draft.starts_on),
    )
    if draft.ends_on is not None:
        query = query.where(Assignment.starts_on <= draft.ends_on)
    if key is not None:
        query = query.where(Assignment.client_key != key)
    return list(db.session.scalars(query.order_by(Assignment.id)))


def _end(other: Assignment, draft: AssignmentDraft, by: Account) -> None:
    last = draft.starts_on - timedelta(days=1)
    if last < other.starts_on:
        raise HandedOverBeforeStart(other.starts_on)
    values = {"ends_on": last, "reason": draft.reason or other.reason}
    amend(other, values, version=other.version, by=by, action="assignment:hand-over")


def _in_order(starts_on: date, ends_on: date | None) -> None:
    if ends_on is not None and ends_on < starts_on:
        raise DayOutOfOrder("ends_on", starts_on)
