"""Recording what was really given: to a participant, to a group, or to a number of people not named."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from models.account import Account
from models.partner import Agreement, Realisation
from models.reading import Reading
from models.vocabulary import N_, AgreementScope, AgreementState, YesNo
from wub.errors import Forbidden, Invalid, on_constraint
from wub.partnerships.actions import UNKNOWN, keeps, readings_apart
from wub.partnerships.receiver_queries import Receivers
from wub.records import amend, keep_once


@dataclass(frozen=True, kw_only=True)
class RealisationDraft:
    realised_on: date
    kind: AgreementScope
    value: Reading = UNKNOWN
    participation_id: int | None = None
    group_id: int | None = None
    beneficiaries: int | None = None
    also_city_budget: YesNo = YesNo.NOT_ASKED
    note: str | None = None


class OneBeneficiary(Invalid):
    code = "satu_penerima"
    sentence = N_("Satu realisasi untuk satu peserta atau satu kelompok. Kosongkan salah satunya.")


class BeforeTheAgreement(Invalid):
    code = "realisasi_sebelum_perjanjian"
    sentence = N_("Perjanjian belum mulai pada tanggal itu. Periksa tanggal realisasinya.")


class NotBindingYet(Invalid):
    code = "perjanjian_masih_rencana"
    sentence = N_("Perjanjian ini masih Rencana atau sudah Batal. Perbarui keadaannya lebih dahulu.")


class NotYours(Forbidden):
    code = "realisasi_skpd_lain"
    sentence = N_(
        "Anda hanya mencatat realisasi perjanjian SKPD Anda, atau yang diterima peserta SKPD Anda sendiri."
    )


on_constraint("ck_realisation_one_beneficiary", OneBeneficiary)


def record_realisation(
    agreement: Agreement,
    draft: RealisationDraft,
    *,
    key: UUID,
    by: Account,
    receivers: Receivers | None = None,
) -> Realisation:
    """`receivers`: who may receive, when it was asked for many realisations together."""
    _check(agreement, draft, by, receivers)
    given = Realisation(agreement_id=agreement.id, client_key=key, **readings_apart(draft))
    return keep_once(given, by=by, action="realisation:record")


def change_realisation(
    agreement: Agreement, given: Realisation, draft: RealisationDraft, *, version: int | None, by: Account
) -> None:
    if not keeps(agreement, by) and given.participation_id is None and given.group_id is None:
        raise NotYours
    _check(agreement, draft, by)
    amend(given, readings_apart(draft), version=version, by=by, action="realisation:change")


def _check(
    agreement: Agreement, draft: RealisationDraft, by: Account, receivers: Receivers | None = None
) -> None:
    if draft.participation_id is not None and draft.group_id is not None:
        raise OneBeneficiary(fields={"group_id": OneBeneficiary.sentence})
    people = [draft.participation_id] if draft.participation_id is not None else []
    groups = [draft.group_id] if draft.group_id is not None else []
    (receivers or Receivers(people, groups, by)).expect(draft.participation_id, draft.group_id)
    if not keeps(agreement, by) and draft.participation_id is None and draft.group_id is None:
        raise NotYours
    if agreement.state in (AgreementState.PLANNED, AgreementState.CANCELLED):
        raise NotBindingYet
    if draft.realised_on < agreement.starts_on:
        raise BeforeTheAgreement(fields={"realised_on": BeforeTheAgreement.sentence})
