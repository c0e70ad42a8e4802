"""Deciding about what was set aside: it counts as it came, or beside what stands, or it does not count.

The record that was sent stays as it came, whatever is decided.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from models.account import Account
from models.base import db, new_key
from models.plan import ActionItem
from models.sending import HeldRecord
from models.vocabulary import HeldState, SentKind
from wub.attachments import actions as attachments
from wub.attachments.stores import Store
from wub.checkups.actions import change_checkup, record_checkup
from wub.clock import now
from wub.errors import NotFound, StaleVersion
from wub.offline import held_queries, keeping_actions, receiving_queries, refusals
from wub.offline.checkup_said import read_checkup
from wub.offline.item_said import read_done
from wub.offline.photo_actions import purpose_of
from wub.offline.receiving_actions import keep_receipt, lock
from wub.offline.visit_said import read_visit
from wub.phone_clock import PhoneClock
from wub.records import amend
from wub.visits.actions import log_visit
from wub.visits.confirmation_actions import confirm

FROM_THE_PHONE = "versi dari HP yang semula tertahan"


@dataclass(frozen=True)
class Decision:
    """`version` of what was set aside, `standing` of what it was compared with, if anything."""

    version: int | None
    standing: int | None = None


def accept(held: HeldRecord, decision: Decision, *, store: Store, by: Account) -> None:
    """As it came; of two versions the one from the phone. Its photos follow."""
    _expect_waiting(held, by=by)
    lock(held.key)
    _expect_seen(held, decision)
    kept = _kept(held, held.key, store=store, by=by)
    _settle(held, decision, kept, by=by)
    _accept_photos(held, store=store, by=by)


def accept_apart(held: HeldRecord, decision: Decision, *, by: Account) -> None:
    """As another record than the one that stands under its key."""
    _expect_waiting(held, by=by)
    if held.kind not in (SentKind.VISIT, SentKind.CHECKUP):
        raise refusals.NotTwoRecords
    lock(held.key)
    kept = _made(held, new_key(), by=by)
    _settle(held, decision, kept, by=by)


def set_aside(held: HeldRecord, decision: Decision, *, reason: str | None, by: Account) -> None:
    """It does not count, for a reason; it stays readable."""
    _expect_waiting(held, by=by)
    if not reason:
        raise refusals.ReasonNeeded
    _resolve(held, decision, HeldState.DISCARDED, None, reason=reason, by=by)
    if held_queries.standing(held) is None:  # else its photos may prove the one that stands
        for photo in held_queries.photos_of(held):
            _resolve(photo, Decision(photo.version), HeldState.DISCARDED, None, reason=reason, by=by)


def _expect_waiting(held: HeldRecord, *, by: Account) -> None:
    if held.account_id == by.id:
        raise refusals.OwnRecord
    if held.state is not HeldState.WAITING:
        raise refusals.AlreadyJudged


def _expect_seen(held: HeldRecord, decision: Decision) -> None:
    """Nobody replaces a version that he has not seen."""
    standing = held_queries.standing(held)
    if standing is not None and standing.version != decision.standing:
        raise StaleVersion(standing)


def _kept(held: HeldRecord, key: UUID, *, store: Store, by: Account) -> int:
    if held.kind is SentKind.ITEM:
        return _item_done(held, by=by)
    if held.kind is SentKind.PHOTO:
        return _photo_kept(held, store=store, by=by)
    standing = held_queries.standing(held)
    if standing is None:
        return _made(held, new_key() if held_queries.is_taken(held) else key, by=by)
    if held.kind is SentKind.VISIT:
        said, sender = read_visit(held.payload), _sender(held)
        keeping_actions.correct_visit(
            standing,  # type: ignore[arg-type]
            said,
            clock_of(held),
            version=standing.version,
            by=sender,
            entered_by=by,
            admitted=True,
        )
    else:
        draft = read_checkup(held.payload).draft
        change_checkup(standing, draft, version=standing.version, reason=FROM_THE_PHONE, by=by)  # type: ignore[arg-type]
    return standing.id


def _made(held: HeldRecord, key: UUID, *, by: Account) -> int:
    sender, clock = _sender(held), clock_of(held)
    if held.kind is SentKind.VISIT:
        said = read_visit(held.payload)
        visit = log_visit(said.draft, key=key, by=sender, entered_by=by, clock=clock, admitted=True)
        confirm(visit, said.token, said.code)
        return visit.id
    draft_of_checkup = read_checkup(held.payload).draft
    return record_checkup(draft_of_checkup, key=key, by=sender, entered_by=by, clock=clock).id


def _item_done(held: HeldRecord, *, by: Account) -> int:
    said = read_done(held.payload)
    item = db.session.get(ActionItem, said.item_id)
    if item is None:
        raise NotFound
    return keeping_actions.mark_done(item, said, clock_of(held), by=by)


def _photo_kept(held: HeldRecord, *, store: Store, by: Account) -> int:
    kind = SentKind(held.payload["of"])
    record_id = held_queries.record_of_photo(held)
    if record_id is None:
        raise refusals.RecordStillHeld
    return keeping_actions.keep_photo(
        attachments.check(held.content or b""),
        kind=kind,
        record_id=record_id,
        key=held.key,
        purpose=purpose_of(held.payload["jenis"]),
        store=store,
        by=_sender(held),
        admitted_by=by,
    )


def _accept_photos(held: HeldRecord, *, store: Store, by: Account) -> None:
    for photo in held_queries.photos_of(held):
        kept = _photo_kept(photo, store=store, by=by)
        _settle(photo, Decision(photo.version), kept, by=by)


def _settle(held: HeldRecord, decision: Decision, kept: int, *, by: Account) -> None:
    if receiving_queries.sending(held.key, held.digest) is None:
        keep_receipt(
            key=held.key,
            digest=held.digest,
            kind=held.kind,
            account_id=held.account_id,
            subject_id=kept,
            clock=clock_of(held),
        )
    _resolve(held, decision, HeldState.ACCEPTED, kept, reason=None, by=by)


def _resolve(
    held: HeldRecord,
    decision: Decision,
    state: HeldState,
    kept: int | None,
    *,
    reason: str | None,
    by: Account,
) -> None:
    values = {
        "state": state,
        "resolved_by_id": by.id,
        "resolved_at": now(),
        "resolution": reason,
        "subject_id": kept,
    }
    action = "field:accept" if state is HeldState.ACCEPTED else "field:set-aside"
    amend(held, values, version=decision.version, by=by, action=action, reason=reason)


def _sender(held: HeldRecord) -> Account:
    return db.session.get_one(Account, held.account_id)


def clock_of(held: HeldRecord) -> PhoneClock:
    ahead = timedelta(seconds=held.clock_offset)
    return PhoneClock(held.device_time, held.created_at + ahead, held.created_at)
