"""Taking in what a phone sent: kept once however often it comes, and kept aside when it may not be kept.

Nothing that arrives whole is lost. What breaks a rule is refused and stays on the phone, where it can be put
right; what lacks a right, or differs from what stands under its key, waits here for a supervisor.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from models.account import Account
from models.base import db
from models.sending import HeldRecord, Sending
from models.vocabulary import HeldReason, SentKind
from wub import audit
from wub.errors import Conflict, NotFound, Refusal, StaleVersion
from wub.offline import receiving_queries
from wub.offline.refusals import TooManyWait
from wub.phone_clock import PhoneClock
from wub.records import flush
from wub.visits.refusals import AlreadyApproved, NotAssigned, OutsideContract

CLOCK_OFF = "jam_hp"  # the flag of the review queue
# The right to a record is not the phone's to put right.
LACKING: tuple[tuple[type[Refusal], HeldReason], ...] = (
    (NotFound, HeldReason.NOT_MENTORED),
    (NotAssigned, HeldReason.NOT_MENTORED),
    (OutsideContract, HeldReason.NO_CONTRACT),
    (StaleVersion, HeldReason.CHANGED_MEANWHILE),
    (AlreadyApproved, HeldReason.CHANGED_MEANWHILE),
    (Conflict, HeldReason.OTHER_CONTENT),
)
MOST_WAITING = 1000  # of one account: two months of visits with their photos
CONFLICTS = frozenset({HeldReason.OTHER_CONTENT, HeldReason.CHANGED_MEANWHILE})


@dataclass(frozen=True)
class Sent:
    """What arrived, as it arrived."""

    key: UUID
    kind: SentKind
    digest: str
    payload: dict[str, Any]
    clock: PhoneClock
    corrects: bool = False  # a version that was asked for, under a key that is kept already
    content: bytes | None = field(default=None, repr=False)  # of a photo
    of_key: UUID | None = None


@dataclass(frozen=True)
class Receipt:
    received_at: datetime
    subject_id: int | None = None
    is_new: bool = False
    held: HeldReason | None = None
    clock_off: bool = False


def receive(sent: Sent, keep: Callable[[], int], *, by: Account, barred: HeldReason | None) -> Receipt:
    """`keep` writes the record and returns its id; `barred` says why the account may not any more."""
    lock(sent.key)
    before = told_before(sent, by=by)
    if before is not None:
        return before
    reason = barred or _in_the_way(sent)
    if reason is None:
        try:
            with db.session.begin_nested():
                kept = keep()
        except Refusal as refusal:
            reason = next((why for kind, why in LACKING if isinstance(refusal, kind)), None)
            if reason is None:
                raise
        else:
            return _receipt_for(sent, kept, by=by)
    return hold(sent, reason, by=by)


def told_before(sent: Sent, *, by: Account) -> Receipt | None:
    """The answer to a content that came before, whatever review or anybody did to the record since."""
    kept = receiving_queries.sending(sent.key, sent.digest)
    if kept is not None and kept.account_id == by.id:
        return Receipt(kept.created_at, kept.subject_id, clock_off=sent.clock.is_off)
    held = receiving_queries.held(sent.key, sent.digest)
    return None if held is None else Receipt(held.created_at, held=held.reason)


def hold(sent: Sent, reason: HeldReason, *, by: Account, handed_in_by: Account | None = None) -> Receipt:
    """Set aside for a supervisor, as it came; `handed_in_by` whoever brought what `by` wrote."""
    if handed_in_by is None and receiving_queries.how_many_wait(by) >= MOST_WAITING:
        raise TooManyWait
    record = HeldRecord(
        key=sent.key,
        digest=sent.digest,
        kind=sent.kind,
        account_id=by.id,
        payload=sent.payload,
        content=sent.content,
        of_key=sent.of_key,
        device_time=sent.clock.captured_at,
        clock_offset=sent.clock.offset_seconds,
        reason=reason,
    )
    db.session.add(record)
    flush()
    audit.record(
        "field:hold",
        record,
        handed_in_by or by,
        changes={"kind": [None, sent.kind.value]},
        reason=reason.value,
    )
    return Receipt(record.created_at, held=reason)


def keep_receipt(
    *, key: UUID, digest: str, kind: SentKind, account_id: int, subject_id: int, clock: PhoneClock
) -> Sending:
    """From now on this content counts as stored."""
    receipt = Sending(
        key=key,
        digest=digest,
        kind=kind,
        account_id=account_id,
        subject_id=subject_id,
        device_time=clock.captured_at,
        clock_offset=clock.offset_seconds,
    )
    db.session.add(receipt)
    flush()
    return receipt


def lock(key: UUID) -> None:
    """Two sendings of one record take turns; SQLite has one writer anyhow."""
    if db.session.get_bind().dialect.name == "postgresql":
        number = int.from_bytes(key.bytes[8:], signed=True)
        db.session.execute(sa.select(sa.func.pg_advisory_xact_lock(number)))


def _in_the_way(sent: Sent) -> HeldReason | None:
    """Once a person has to decide about a key, everything else under it waits too."""
    waiting = receiving_queries.waiting(sent.key)
    if waiting is not None:
        return waiting.reason
    if receiving_queries.was_kept(sent.key) and not sent.corrects:
        return HeldReason.OTHER_CONTENT
    return None


def _receipt_for(sent: Sent, kept: int, *, by: Account) -> Receipt:
    receipt = keep_receipt(
        key=sent.key,
        digest=sent.digest,
        kind=sent.kind,
        account_id=by.id,
        subject_id=kept,
        clock=sent.clock,
    )
    return Receipt(receipt.created_at, kept, is_new=True, clock_off=sent.clock.is_off)
