"""Proposing, approving and replacing targets; what was once promised is never deleted."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from models.account import Account
from models.target import Target
from models.vocabulary import N_, ScopeLevel, TargetSource, TargetState, TargetType
from wub.access.scope import sees_whole_programme
from wub.clock import today
from wub.errors import Conflict, Forbidden, Invalid, expect_version, on_constraint
from wub.records import amend, keep_once, remove
from wub.targets import queries


@dataclass(frozen=True, kw_only=True)
class TargetDraft:
    indicator_version_id: int
    level: ScopeLevel
    period_starts_on: date
    period_ends_on: date
    type: TargetType
    value: Decimal
    source: TargetSource
    agency_id: int | None = None
    cohort_year: int | None = None
    area_code: str | None = None
    source_document: str | None = None
    note: str | None = None


class NotYourOffice(Forbidden):
    code = "target_skpd_lain"
    sentence = N_("Anda mengusulkan target SKPD Anda sendiri. Target kota dan SKPD lain diusulkan penyelia.")


class OnlySupervisors(Forbidden):
    code = "target_oleh_penyelia"
    sentence = N_("Target disetujui dan diganti oleh penyelia. Minta penyelia melakukannya.")


class NoLongerProposed(Conflict):
    code = "target_sudah_disetujui"
    sentence = N_("Target ini tidak lagi berupa usulan. Yang sudah disetujui tidak diubah: pilih Ganti.")


class NotApproved(Conflict):
    code = "target_belum_berlaku"
    sentence = N_("Hanya target yang disetujui yang dapat diganti. Muat ulang halaman ini.")


class DocumentNeeded(Invalid):
    code = "target_tanpa_dokumen"
    sentence = N_("Tulis dokumen sumbernya dahulu: tanpa dokumen, target tidak dapat disetujui.")


class EndsBeforeStart(Invalid):
    code = "target_berakhir_sebelum_mulai"
    sentence = N_("Masa target berakhir sebelum mulai. Perbaiki salah satu tanggalnya.")


class ScopeUnnamed(Invalid):
    code = "target_tanpa_lingkup"
    sentence = N_("Lingkup target belum lengkap. Pilih SKPD, tahun angkatan atau wilayahnya.")


class ScopeTooMuch(Invalid):
    code = "target_lingkup_berlebih"
    sentence = N_("Isian ini tidak termasuk lingkup yang dipilih. Kosongkan, atau pilih lingkup lain.")


on_constraint("ck_target_ends_after_start", EndsBeforeStart)
on_constraint("ck_target_scope_named", ScopeUnnamed)

NEEDS = {
    ScopeLevel.CITY: frozenset[str](),
    ScopeLevel.AGENCY: frozenset({"agency_id"}),
    ScopeLevel.COHORT: frozenset({"cohort_year"}),
    ScopeLevel.AREA: frozenset({"area_code"}),
}
ALLOWS = NEEDS | {ScopeLevel.COHORT: frozenset({"cohort_year", "agency_id"})}
SCOPE = ("agency_id", "cohort_year", "area_code")


def propose(draft: TargetDraft, *, key: UUID, by: Account) -> Target:
    _check(draft, by)
    return keep_once(Target(**asdict(draft), client_key=key), by=by, action="target:propose")


def change_proposal(target: Target, draft: TargetDraft, *, version: int | None, by: Account) -> None:
    expect_proposal(target, by)
    _check(draft, by)
    amend(target, asdict(draft), version=version, by=by, action="target:change")


def withdraw(target: Target, reason: str, *, version: int | None, by: Account) -> None:
    """A proposal made by mistake; what it said stays in the trail."""
    expect_proposal(target, by)
    remove(target, version=version, by=by, action="target:withdraw", reason=reason)


def approve(target: Target, *, version: int | None, by: Account) -> None:
    """From now on it judges the figures; one it contradicts is replaced by it."""
    _supervisor(by)
    if target.state is TargetState.APPROVED and target.approved_by_id == by.id:
        return  # the same button twice
    if target.state is not TargetState.PROPOSED:
        raise NoLongerProposed
    expect_version(target, version)
    if not target.source_document:
        raise DocumentNeeded
    for old in queries.overtaken_by(target):
        _retire(old, target, by)
    amend(target, _approval(by), version=version, by=by, action="target:approve")


def replace(target: Target, draft: TargetDraft, *, version: int | None, key: UUID, by: Account) -> Target:
    """A new target takes the place of an approved one, at once; the old one stays readable."""
    _supervisor(by)
    _check(draft, by)
    if not draft.source_document:
        raise DocumentNeeded(fields={"source_document": DocumentNeeded.sentence})
    if queries.by_key(key) is None:
        if target.state is not TargetState.APPROVED:
            raise NotApproved
        expect_version(target, version)
    successor = Target(**asdict(draft), **_approval(by), client_key=key)
    kept = keep_once(successor, by=by, action="target:succeed", own=frozenset({"approved_on"}))
    if target.state is TargetState.APPROVED:
        _retire(target, kept, by)
    for old in queries.overtaken_by(kept):
        _retire(old, kept, by)
    return kept


def expect_proposal(target: Target, by: Account) -> None:
    if target.state is not TargetState.PROPOSED:
        raise NoLongerProposed
    if not queries.keeps_for(target.agency_id, by):
        raise NotYourOffice


def _approval(by: Account) -> dict[str, Any]:
    return {"state": TargetState.APPROVED, "approved_by_id": by.id, "approved_on": today()}


def _retire(old: Target, by_target: Target, by: Account) -> None:
    amend(
        old,
        {"state": TargetState.REPLACED},
        version=old.version,
        by=by,
        action="target:replace",
        reason=f"Diganti target {by_target.id}",
    )


def _supervisor(by: Account) -> None:
    if not sees_whole_programme(by):
        raise OnlySupervisors


def _check(draft: TargetDraft, by: Account) -> None:
    given = {name for name in SCOPE if getattr(draft, name) is not None}
    if missing := NEEDS[draft.level] - given:
        raise ScopeUnnamed(fields=dict.fromkeys(missing, ScopeUnnamed.sentence))
    if extra := given - ALLOWS[draft.level]:
        raise ScopeTooMuch(fields=dict.fromkeys(extra, ScopeTooMuch.sentence))
    if not queries.keeps_for(draft.agency_id, by):
        raise NotYourOffice(fields={"agency_id": NotYourOffice.sentence})
    if draft.period_ends_on < draft.period_starts_on:
        raise EndsBeforeStart(fields={"period_ends_on": EndsBeforeStart.sentence})
