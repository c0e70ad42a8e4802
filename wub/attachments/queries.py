"""Which proofs an account sees and keeps: those of the records it sees and keeps, whatever they prove."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from models.account import Account
from models.aid import Aid
from models.attachment import Attachment
from models.base import db
from models.business import Business
from models.checkup import Checkup
from models.exhibition import ExhibitionEntry
from models.milestone import Milestone
from models.partner import Agreement, Realisation
from models.plan import MentoringPlan
from models.visit import Visit
from models.vocabulary import N_, Purpose, VisitState
from wub.access.permissions import Permission as P  # noqa: N817  read like the policy
from wub.access.rules import permissions_of
from wub.access.scope import EVERYTHING
from wub.checkups import queries as checkups
from wub.errors import NotFound
from wub.exhibitions import queries as exhibitions
from wub.partnerships import queries as partnerships
from wub.register import queries as register
from wub.visits import plan_queries as plans
from wub.visits import queries as visits

Condition = Callable[[Account], sa.ColumnElement[bool]]


@dataclass(frozen=True)
class Kind:
    """A kind of record that can be proved. `name` is its column, `word` its address; `sees` and `keeps` are
    conditions on the record, asked only of those who have the permission."""

    name: str
    word: str
    title: str
    record: Any
    reads: P
    writes: P
    sees: Condition
    keeps: Condition

    @property
    def column(self) -> Any:
        return getattr(Attachment, f"{self.name}_id")


def _all_seen(_account: Account) -> sa.ColumnElement[bool]:
    return EVERYTHING


def _own_open_visit(account: Account) -> sa.ColumnElement[bool]:
    """What was approved stays as it was judged."""
    return sa.and_(Visit.consultant_id == account.id, Visit.state != VisitState.APPROVED)


def _checkup_to_change(account: Account) -> sa.ColumnElement[bool]:
    return EVERYTHING if checkups.judges(account) else Checkup.recorded_by_id == account.id


KINDS = {
    kind.name: kind
    for kind in (
        Kind("milestone", "capaian", N_("Bukti capaian atau izin"), Milestone,
             P.REGISTER_READ, P.REGISTER_WRITE, register.sees_milestone, _all_seen),
        Kind("aid", "bantuan", N_("Bukti bantuan"), Aid,
             P.REGISTER_READ, P.AID_WRITE, register.sees_aid, _all_seen),
        Kind("business", "usaha", N_("Bukti usaha"), Business,
             P.REGISTER_READ, P.REGISTER_WRITE, register.sees_business, _all_seen),
        Kind("visit", "kunjungan", N_("Bukti kunjungan"), Visit,
             P.VISIT_READ, P.VISIT_LOG, visits.visible_to, _own_open_visit),
        Kind("checkup", "pemeriksaan", N_("Bukti pemeriksaan"), Checkup,
             P.CHECKUP_READ, P.CHECKUP_RECORD, checkups.visible_to, _checkup_to_change),
        Kind("exhibition_entry", "stan", N_("Bukti pameran"), ExhibitionEntry,
             P.EXHIBITION_READ, P.EXHIBITION_WRITE, exhibitions.sees_entry, _all_seen),
        Kind("agreement", "perjanjian", N_("Bukti perjanjian"), Agreement,
             P.PARTNERSHIP_READ, P.PARTNERSHIP_WRITE, partnerships.visible_to, partnerships.keeps),
        Kind("realisation", "realisasi", N_("Bukti realisasi"), Realisation,
             P.PARTNERSHIP_READ, P.PARTNERSHIP_WRITE,
             partnerships.sees_realisation, partnerships.keeps_realisation),
        Kind("mentoring_plan", "rencana", N_("Rencana bertanda tangan"), MentoringPlan,
             P.VISIT_READ, P.PLAN_WRITE, plans.visible_to, _all_seen),
    )
}  # fmt: skip
BY_WORD = {kind.word: kind for kind in KINDS.values()}


def kind_at(word: str) -> Kind:
    if word not in BY_WORD:
        raise NotFound
    return BY_WORD[word]


def record_of(attachment: Attachment) -> tuple[Kind, int]:
    """What it proves."""
    for kind in KINDS.values():
        record_id: int | None = getattr(attachment, f"{kind.name}_id")
        if record_id is not None:
            return kind, record_id
    raise NotFound  # the table refuses such a row


def visible(attachment_id: int, account: Account) -> Attachment:
    """Absent, and proving a record out of scope, are the same."""
    found = db.session.get(Attachment, attachment_id)
    if found is None or not sees_record(*record_of(found), account):
        raise NotFound
    return found


def sees_record(kind: Kind, record_id: int, account: Account) -> bool:
    return kind.reads in permissions_of(account) and _is(kind, record_id, kind.sees(account))


def keeps_record(kind: Kind, record_id: int, account: Account) -> bool:
    """Who may change the record may prove it."""
    allowed = {kind.reads, kind.writes} <= permissions_of(account)
    return allowed and _is(kind, record_id, kind.sees(account), kind.keeps(account))


def proofs(kind: Kind, record_id: int) -> Sequence[sa.Row[*tuple[Any, ...]]]:
    """Of a record that the account was found to see; newest first."""
    query = (
        sa.select(
            Attachment.id,
            Attachment.file_name,
            Attachment.media_type,
            Attachment.size,
            Attachment.caption,
            Attachment.purpose,
            Attachment.created_at,
            Attachment.version,
            Account.name.label("uploaded_by"),
        )
        .join(Account, Account.id == Attachment.uploaded_by_id)
        .where(kind.column == record_id)
        .order_by(Attachment.id.desc())
    )
    return db.session.execute(query).all()


def pictures(kind: Kind, record_id: int) -> Sequence[sa.Row[*tuple[Any, ...]]]:
    """What can be looked at one after the other: photos first, in the order they were taken in."""
    query = (
        sa.select(Attachment.id, Attachment.file_name, Attachment.caption, Attachment.purpose)
        .where(kind.column == record_id, Attachment.media_type.like("image/%"))
        .order_by(Attachment.purpose != Purpose.PHOTO, Attachment.id)
    )
    return db.session.execute(query).all()


def moved_with_its_visit(key: UUID, visit_id: int) -> Attachment | None:
    """The photo under that key, if it went to a group visit together with this visit."""
    query = sa.select(Attachment).where(Attachment.client_key == key, Attachment.moved_from_id == visit_id)
    return db.session.scalar(query)


def count(kind: Kind, record_id: int) -> int:
    query = sa.select(sa.func.count()).select_from(Attachment).where(kind.column == record_id)
    return db.session.scalar(query) or 0


def _is(kind: Kind, record_id: int, *conditions: sa.ColumnElement[bool]) -> bool:
    query = sa.select(kind.record.id).where(kind.record.id == record_id, *conditions)
    return db.session.scalar(query) is not None
