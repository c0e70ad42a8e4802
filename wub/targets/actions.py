"""Proposing targets, and approving or refusing what others propose; what was promised is never deleted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
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
    sentence = N_("Usulan target disetujui atau ditolak oleh penyelia. Minta penyelia melakukannya.")


class OwnProposal(Forbidden):
    code = "target_usulan_sendiri"
    sentence = N_("Ini usulan Anda sendiri. Minta penyelia lain memeriksa dan memutuskannya.")


class NoLongerProposed(Conflict):
    code = "target_sudah_disetujui"
    sentence = N_("Target ini sudah diputuskan. Yang sudah disetujui tidak diubah: usulkan penggantinya.")


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


def propose(draft: TargetDraft, *, key: UUID, by: Account, replaces: Target | None = None) -> Target:
    """A word that holds once somebody else, a supervisor, has approved it."""
    _check(draft, by)
    record = Target(
        **asdict(draft), proposed_by_id=by.id, replaces_id=replaces.id if replaces else None, client_key=key
    )
    return keep_once(record, by=by, action="target:propose")


def propose_successor(
    target: Target, draft: TargetDraft, *, version: int | None, key: UUID, by: Account
) -> Target:
    """An approved target is never changed: another one takes its place, when that is approved."""
    if not draft.source_document:
        raise DocumentNeeded(fields={"source_document": DocumentNeeded.sentence})
    if queries.by_key(key) is None:
        if target.state is not TargetState.APPROVED:
            raise NotApproved
        expect_version(target, version)
    return propose(draft, key=key, by=by, replaces=target)


def change_proposal(target: Target, draft: TargetDraft, *, version: int | None, by: Account) -> None:
    """Who changes the words owns them, and leaves their approval to somebody else."""
    expect_proposal(target, by)
    _check(draft, by)
    told = asdict(draft) | {"proposed_by_id": by.id}
    amend(target, told, version=version, by=by, action="target:change")


def withdraw(target: Target, reason: str, *, version: int | None, by: Account) -> None:
    """A proposal made by mistake; what it said stays in the trail."""
    expect_proposal(target, by)
    remove(target, version=version, by=by, action="target:withdraw", reason=reason)


def approve(target: Target, *, version: int | None, by: Account) -> None:
    """From now on it judges the figures; one it contradicts is replaced by it."""
    if target.state is TargetState.APPROVED and target.approved_by_id == by.id:
        return  # the same button twice
    _expect_judge(target, by)
    expect_version(target, version)
    if not target.source_document:
        raise DocumentNeeded
    for old in queries.overtaken_by(target):
        _retire(old, target, by)
    approval = {"state": TargetState.APPROVED, "approved_by_id": by.id, "approved_on": today()}
    amend(target, approval, version=version, by=by, action="target:approve")


def approve_all(targets: Sequence[Target], *, versions: Mapping[int, int], by: Account) -> None:
    """Each as it was read on the page, or none of them."""
    for target in targets:
        approve(target, version=versions[target.id], by=by)


def refuse(target: Target, reason: str, *, version: int | None, by: Account) -> None:
    """It stays readable with its reason, so that the next proposal can do better."""
    _expect_judge(target, by)
    refused = {"state": TargetState.REFUSED, "refusal": reason}
    amend(target, refused, version=version, by=by, action="target:refuse", reason=reason)


def expect_proposal(target: Target, by: Account) -> None:
    if target.state is not TargetState.PROPOSED:
        raise NoLongerProposed
    if not queries.keeps_for(target.agency_id, by):
        raise NotYourOffice


def _expect_judge(target: Target, by: Account) -> None:
    if not sees_whole_programme(by):
        raise OnlySupervisors
    if target.state is not TargetState.PROPOSED:
        raise NoLongerProposed
    if target.proposed_by_id == by.id:
        raise OwnProposal


def _retire(old: Target, by_target: Target, by: Account) -> None:
    amend(
        old,
        {"state": TargetState.REPLACED, "replaced_by_id": by_target.id, "replaced_on": today()},
        version=old.version,
        by=by,
        action="target:replace",
        reason=f"Diganti target {by_target.id}",
    )


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
