"""Dated stages and licences of a person; in any order, for life is no ladder."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from models.account import Account
from models.milestone import Milestone
from models.person import Person
from models.vocabulary import MilestoneKind, MilestoneState
from wub.clock import today
from wub.records import amend, keep_once
from wub.register.refusals import AttainedWhen, DayOutOfOrder, EnrolledInFuture, OnlyLicences, WithdrawnWhen

LICENCES = frozenset(
    {
        MilestoneKind.NIB,
        MilestoneKind.PIRT,
        MilestoneKind.HALAL,
        MilestoneKind.BPOM,
        MilestoneKind.TRADEMARK,
        MilestoneKind.SNI,
        MilestoneKind.NPWP,
    }
)


@dataclass(frozen=True)
class MilestoneDraft:
    kind: MilestoneKind
    state: MilestoneState = MilestoneState.ATTAINED
    attained_on: date | None = None
    valid_until: date | None = None
    withdrawn_on: date | None = None
    number: str | None = None
    participation_id: int | None = None
    business_id: int | None = None
    verified_by_id: int | None = None
    verified_on: date | None = None
    note: str | None = None


def reach(person: Person, draft: MilestoneDraft, *, key: UUID | None = None, by: Account) -> Milestone:
    _check(draft)
    row = Milestone(**asdict(draft), person_id=person.id, client_key=key)
    return keep_once(row, by=by, action="milestone:reach")


def change_milestone(
    milestone: Milestone, draft: MilestoneDraft, *, version: int | None, by: Account
) -> None:
    _check(draft)
    amend(milestone, asdict(draft), version=version, by=by, action="milestone:change")


def _check(draft: MilestoneDraft) -> None:
    if draft.state is MilestoneState.ATTAINED and draft.attained_on is None:
        raise AttainedWhen
    if draft.state is MilestoneState.WITHDRAWN and draft.withdrawn_on is None:
        raise WithdrawnWhen
    if draft.state is MilestoneState.NOT_NEEDED and draft.kind not in LICENCES:
        raise OnlyLicences
    for name in ("attained_on", "withdrawn_on", "verified_on"):
        day = getattr(draft, name)
        if day is not None and day > today():
            raise EnrolledInFuture(name)
    for name in ("valid_until", "withdrawn_on"):
        day = getattr(draft, name)
        if day is not None and draft.attained_on is not None and day < draft.attained_on:
            raise DayOutOfOrder(name, draft.attained_on)
