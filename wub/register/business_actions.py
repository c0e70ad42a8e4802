"""Keeping businesses and who owns them; a business may have several owners, a person several businesses."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from models.account import Account
from models.base import new_key
from models.business import Business, Ownership
from models.person import Person
from models.reading import Reading
from models.vocabulary import CloseReason, NibCheck, Premises, Sector, YesNo
from wub.records import amend, keep_once
from wub.register import choice_queries as choices
from wub.register import search_actions
from wub.register.refusals import DayOutOfOrder, NibIncomplete, UnknownClass


@dataclass(frozen=True)
class BusinessDraft:
    name: str | None = None
    sector: Sector = Sector.NOT_ASKED
    kbli_code: str | None = None
    kbli_edition: int | None = None
    product: str | None = None
    started_on: date | None = None
    premises: Premises = Premises.NOT_ASKED
    address: str | None = None
    area_code: str | None = None
    latitude: Decimal | None = None
    longitude: Decimal | None = None
    nib: str | None = None
    nib_check: NibCheck = NibCheck.NOT_ASKED
    capital: Reading = field(default_factory=Reading)
    seasonal: YesNo = YesNo.NOT_ASKED
    season_months: tuple[str, ...] = ()
    closed_on: date | None = None
    close_reason: CloseReason | None = None
    note: str | None = None

    @property
    def says_nothing(self) -> bool:
        return self == BusinessDraft(kbli_edition=self.kbli_edition)


@dataclass(frozen=True)
class OwnershipDraft:
    since: date | None = None
    until: date | None = None


def add_business(
    draft: BusinessDraft, owner: Person, owned: OwnershipDraft, *, key: UUID | None = None, by: Account
) -> Business:
    key = key or new_key()
    business = keep_once(Business(**_columns(draft), client_key=key), by=by, action="business:add")
    add_owner(business, owner, owned, key=key, by=by)
    return business


def change_business(business: Business, draft: BusinessDraft, *, version: int | None, by: Account) -> None:
    amend(business, _columns(draft), version=version, by=by, action="business:change")
    search_actions.refresh(search_actions.owners_of(business.id))


def add_owner(
    business: Business, person: Person, draft: OwnershipDraft, *, key: UUID | None = None, by: Account
) -> Ownership:
    _in_order(draft)
    row = Ownership(**asdict(draft), business_id=business.id, person_id=person.id, client_key=key)
    kept = keep_once(row, by=by, action="ownership:add")
    search_actions.refresh([person.id])
    return kept


def change_ownership(
    ownership: Ownership, draft: OwnershipDraft, *, version: int | None, by: Account
) -> None:
    _in_order(draft)
    amend(ownership, asdict(draft), version=version, by=by, action="ownership:change")


def _columns(draft: BusinessDraft) -> dict[str, Any]:
    if draft.nib_check in (NibCheck.CLAIMED, NibCheck.VERIFIED) and not draft.nib:
        raise NibIncomplete
    if draft.started_on and draft.closed_on and draft.closed_on < draft.started_on:
        raise DayOutOfOrder("closed_on", draft.started_on)
    if draft.kbli_code and not choices.business_class(draft.kbli_code, draft.kbli_edition):
        raise UnknownClass
    columns = asdict(draft)
    columns["capital"], columns["capital_answer"] = draft.capital
    columns["season_months"] = list(draft.season_months)
    if not draft.kbli_code:
        columns["kbli_edition"] = None
    return columns


def _in_order(draft: OwnershipDraft) -> None:
    if draft.since and draft.until and draft.until < draft.since:
        raise DayOutOfOrder("until", draft.since)
