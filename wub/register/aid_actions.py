"""Bantuan: what was handed over to an enrolment or to a group, and what became of it."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from models.account import Account
from models.aid import Aid
from models.group import Group
from models.participation import Participation
from models.reading import Reading
from models.vocabulary import AidCondition, AidKind, Funding
from wub.clock import today
from wub.records import amend, keep_once
from wub.register.refusals import DayOutOfOrder, EnrolledInFuture


@dataclass(frozen=True)
class AidDraft:
    kind: AidKind
    description: str
    given_on: date
    quantity: int = 1
    value: Reading = field(default_factory=Reading)
    funding: Funding = Funding.NOT_ASKED
    bast_number: str | None = None
    rent_ends_on: date | None = None
    condition: AidCondition = AidCondition.NOT_ASKED
    condition_seen_on: date | None = None
    note: str | None = None


def hand_over(draft: AidDraft, to: Participation | Group, *, key: UUID | None = None, by: Account) -> Aid:
    receiver = {"group_id": to.id} if isinstance(to, Group) else {"participation_id": to.id}
    row = Aid(**_columns(draft), **receiver, client_key=key)
    return keep_once(row, by=by, action="aid:hand-over")


def change_aid(aid: Aid, draft: AidDraft, *, version: int | None, by: Account) -> None:
    amend(aid, _columns(draft), version=version, by=by, action="aid:change")


def _columns(draft: AidDraft) -> dict[str, Any]:
    for name in ("given_on", "condition_seen_on"):
        day = getattr(draft, name)
        if day is not None and day > today():
            raise EnrolledInFuture(name)
    for name in ("rent_ends_on", "condition_seen_on"):
        day = getattr(draft, name)
        if day is not None and day < draft.given_on:
            raise DayOutOfOrder(name, draft.given_on)
    columns = asdict(draft)
    columns["value"], columns["value_answer"] = draft.value
    return columns
