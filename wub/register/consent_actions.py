"""What people agreed to, how and when, and when they took it back (UU 27/2022)."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from models.account import Account
from models.person import Consent, Person
from models.vocabulary import ConsentMethod, ConsentPurpose
from wub.clock import today
from wub.records import amend, keep_once
from wub.register.refusals import DayOutOfOrder, EnrolledInFuture


@dataclass(frozen=True)
class ConsentDraft:
    purpose: ConsentPurpose
    method: ConsentMethod
    given_on: date
    withdrawn_on: date | None = None
    text_version: str | None = None


def give_consent(person: Person, draft: ConsentDraft, *, key: UUID | None = None, by: Account) -> Consent:
    _check(draft)
    row = Consent(**asdict(draft), person_id=person.id, client_key=key)
    return keep_once(row, by=by, action="consent:give")


def change_consent(consent: Consent, draft: ConsentDraft, *, version: int | None, by: Account) -> None:
    _check(draft)
    amend(consent, asdict(draft), version=version, by=by, action="consent:change")


def _check(draft: ConsentDraft) -> None:
    for name in ("given_on", "withdrawn_on"):
        day = getattr(draft, name)
        if day is not None and day > today():
            raise EnrolledInFuture(name)
    if draft.withdrawn_on is not None and draft.withdrawn_on < draft.given_on:
        raise DayOutOfOrder("withdrawn_on", draft.given_on)
