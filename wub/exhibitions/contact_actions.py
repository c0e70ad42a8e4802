"""Buyer contacts of a stand, and what they ordered 30, 60 and 90 days later."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from models.account import Account
from models.exhibition import BuyerContact, Exhibition, ExhibitionEntry, OrderFollowUp
from models.reading import Reading
from models.vocabulary import N_, BuyerType, UnableReason, YesNo
from wub.errors import Conflict, Invalid, on_constraint
from wub.exhibitions.actions import UNKNOWN, columns
from wub.records import amend, keep_once


@dataclass(frozen=True, kw_only=True)
class ContactDraft:
    name: str
    kind: BuyerType = BuyerType.UNKNOWN
    phone: str | None = None
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class FollowUpDraft:
    after_days: int
    asked_on: date
    reached: bool
    order_value: Reading = UNKNOWN
    repeat_order: YesNo = YesNo.NOT_ASKED
    unable_to_supply: YesNo = YesNo.NOT_ASKED
    unable_reason: UnableReason | None = None
    note: str | None = None


class AlreadyAsked(Conflict):
    code = "putaran_sudah_dicatat"
    sentence = N_("Hasil hari ke-30, 60 atau 90 ini sudah dicatat. Buka catatannya lalu ubah di sana.")


class ReasonNeeded(Invalid):
    code = "alasan_tidak_sanggup"
    sentence = N_("Pilih alasan mengapa pesanan tidak sanggup dipenuhi.")


class ReasonWithoutCause(Invalid):
    code = "alasan_tanpa_sebab"
    sentence = N_("Ada alasan, tetapi “tidak sanggup” tidak dijawab Ya. Samakan keduanya.")


class NotReached(Invalid):
    code = "belum_dihubungi"
    sentence = N_("Pembeli tidak dapat dihubungi, jadi nilai pesanannya belum diketahui. Kosongkan nilainya.")


class AskedTooEarly(Invalid):
    code = "ditanya_terlalu_awal"
    sentence = N_("Pameran baru selesai %(end)s. Tanggal bertanya tidak mungkin sebelum itu.")


on_constraint("uq_order_follow_up_contact_id_after_days", AlreadyAsked)
on_constraint("ck_order_follow_up_unable_has_reason", ReasonNeeded)


def add_contact(entry: ExhibitionEntry, draft: ContactDraft, *, key: UUID, by: Account) -> BuyerContact:
    contact = BuyerContact(entry_id=entry.id, client_key=key, **asdict(draft))
    return keep_once(contact, by=by, action="buyer_contact:add")


def change_contact(contact: BuyerContact, draft: ContactDraft, *, version: int | None, by: Account) -> None:
    amend(contact, asdict(draft), version=version, by=by, action="buyer_contact:change")


def record_follow_up(
    exhibition: Exhibition, contact: BuyerContact, draft: FollowUpDraft, *, key: UUID, by: Account
) -> OrderFollowUp:
    _check(exhibition, draft)
    asked = OrderFollowUp(contact_id=contact.id, client_key=key, **columns(draft))
    return keep_once(asked, by=by, action="order_follow_up:record")


def change_follow_up(
    exhibition: Exhibition, asked: OrderFollowUp, draft: FollowUpDraft, *, version: int | None, by: Account
) -> None:
    _check(exhibition, draft)
    amend(asked, columns(draft), version=version, by=by, action="order_follow_up:change")


def due_on(exhibition: Exhibition, after_days: int) -> date:
    return exhibition.ends_on + timedelta(days=after_days)


def _check(exhibition: Exhibition, draft: FollowUpDraft) -> None:
    if draft.asked_on < exhibition.ends_on:
        told: Any = exhibition.ends_on.strftime("%d-%m-%Y")
        raise AskedTooEarly(fields={"asked_on": AskedTooEarly.sentence}, end=told)
    if not draft.reached and draft.order_value.value is not None:
        raise NotReached(fields={"order_value": NotReached.sentence})
    if draft.unable_to_supply is YesNo.YES and draft.unable_reason is None:
        raise ReasonNeeded(fields={"unable_reason": ReasonNeeded.sentence})
    if draft.unable_to_supply is not YesNo.YES and draft.unable_reason is not None:
        raise ReasonWithoutCause(fields={"unable_reason": ReasonWithoutCause.sentence})
