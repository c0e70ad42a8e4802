"""Keeping partners and agreements."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any
from uuid import UUID

from models.account import Account
from models.partner import Agreement, Partner
from models.reading import Reading
from models.vocabulary import (
    N_,
    AgreementScope,
    AgreementState,
    Contribution,
    PartnerKind,
    YesNo,
)
from wub.access.scope import sees_whole_programme
from wub.clock import today
from wub.errors import Conflict, Forbidden, Invalid, on_constraint
from wub.partnerships import queries
from wub.records import amend, keep_once

UNKNOWN = Reading()
SIGNED = frozenset(
    {AgreementState.SIGNED, AgreementState.RUNNING, AgreementState.STUCK, AgreementState.FINISHED}
)


@dataclass(frozen=True, kw_only=True)
class PartnerDraft:
    name: str
    kind: PartnerKind
    npwp: str | None = None
    nib: str | None = None
    address: str | None = None
    contact_name: str | None = None
    contact_phone: str | None = None
    contact_email: str | None = None
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class AgreementDraft:
    partner_id: int
    number: str
    starts_on: date
    contribution: Contribution
    agency_id: int | None = None
    signed_on: date | None = None
    ends_on: date | None = None
    scopes: tuple[AgreementScope, ...] = ()
    committed_value: Reading = UNKNOWN
    planned_beneficiaries: int | None = None
    city_obligations: str | None = None
    partner_obligations: str | None = None
    signatories: str | None = None
    state: AgreementState = AgreementState.PLANNED
    also_city_budget: YesNo = YesNo.NOT_ASKED
    note: str | None = None

    def columns(self) -> dict[str, Any]:
        return readings_apart(self) | {"scopes": [scope.value for scope in self.scopes]}


class PartnerKnown(Conflict):
    code = "mitra_sudah_ada"
    sentence = N_("Mitra dengan nama ini sudah ada. Buka datanya dari daftar mitra.")


class WrongNib(Invalid):
    code = "nib_13_angka"
    sentence = N_("NIB terdiri dari 13 angka. Periksa kembali.")


class NumberTaken(Conflict):
    code = "nomor_perjanjian_terpakai"
    sentence = N_("Mitra ini sudah punya perjanjian dengan nomor yang sama. Buka perjanjian itu.")


class EndsBeforeStart(Invalid):
    code = "perjanjian_berakhir_sebelum_mulai"
    sentence = N_("Tanggal berakhir mendahului tanggal mulai. Perbaiki salah satunya.")


class NotSignedYet(Invalid):
    code = "belum_ditandatangani"
    sentence = N_("Isi tanggal tanda tangan, atau pilih keadaan Rencana bila memang belum ditandatangani.")


class OfficeNeeded(Invalid):
    code = "perjanjian_tanpa_skpd"
    sentence = N_("Pilih SKPD Anda sebagai penanggung jawab perjanjian ini.")


class NotYourOffice(Forbidden):
    code = "perjanjian_skpd_lain"
    sentence = N_("Perjanjian ini dipegang SKPD lain. Minta SKPD itu atau pengawas mengubahnya.")


on_constraint("uq_partner_name", PartnerKnown)
on_constraint("ck_partner_nib_has_13_digits", WrongNib)
on_constraint("uq_agreement_partner_id_number", NumberTaken)
on_constraint("ck_agreement_ends_after_start", EndsBeforeStart)


def add_partner(draft: PartnerDraft, *, key: UUID, by: Account) -> Partner:
    _check_nib(draft)
    return keep_once(Partner(**asdict(draft), client_key=key), by=by, action="partner:add")


def change_partner(partner: Partner, draft: PartnerDraft, *, version: int | None, by: Account) -> None:
    _check_nib(draft)
    amend(partner, asdict(draft), version=version, by=by, action="partner:change")


def make_agreement(
    draft: AgreementDraft, *, key: UUID, by: Account, partner: Partner | None = None
) -> Agreement:
    """`partner`: the one it is with, if it is known already that the account sees it."""
    if partner is None:
        queries.partner(draft.partner_id, by)
    _check(draft, by)
    return keep_once(Agreement(**draft.columns(), client_key=key), by=by, action="agreement:make")


def change_agreement(
    agreement: Agreement, draft: AgreementDraft, *, version: int | None, by: Account
) -> None:
    if not keeps(agreement, by):
        raise NotYourOffice
    queries.partner(draft.partner_id, by)
    _check(draft, by)
    amend(agreement, draft.columns(), version=version, by=by, action="agreement:change")


def keeps(agreement: Agreement, account: Account) -> bool:
    return _keeps_for(agreement.agency_id, account)


def readings_apart(draft: Any) -> dict[str, Any]:
    """A number with its answer is two columns."""
    told: dict[str, Any] = {}
    for each in fields(draft):
        value = getattr(draft, each.name)
        told |= value.columns(each.name) if isinstance(value, Reading) else {each.name: value}
    return told


def _check_nib(draft: PartnerDraft) -> None:
    if draft.nib is not None and not (len(draft.nib) == 13 and draft.nib.isdecimal()):
        raise WrongNib(fields={"nib": WrongNib.sentence})


def _check(draft: AgreementDraft, by: Account) -> None:
    if draft.agency_id is None and not sees_whole_programme(by):
        raise OfficeNeeded(fields={"agency_id": OfficeNeeded.sentence})
    if not _keeps_for(draft.agency_id, by):
        raise NotYourOffice
    if draft.ends_on is not None and draft.ends_on < draft.starts_on:
        raise EndsBeforeStart(fields={"ends_on": EndsBeforeStart.sentence})
    if draft.state in SIGNED and draft.signed_on is None:
        raise NotSignedYet(fields={"signed_on": NotSignedYet.sentence})


def _keeps_for(agency_id: int | None, account: Account) -> bool:
    return sees_whole_programme(account) or agency_id in account.agencies_on(today())
