"""Photos follow their record: attached to it, set aside with it, or asked to come again after it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from models.account import Account
from models.visit import Visit
from models.vocabulary import HeldReason, Purpose, SentKind, VisitState
from wub.attachments.actions import Checked
from wub.attachments.stores import Store
from wub.offline import keeping_actions, receiving_queries
from wub.offline.receiving_actions import Receipt, Sent, hold, lock, receive, told_before
from wub.offline.refusals import RecordFirst
from wub.phone_clock import PhoneClock


@dataclass(frozen=True)
class SentPhoto:
    key: UUID
    digest: str  # of the bytes the phone sent; those that are kept were drawn anew
    kind: SentKind  # of the record
    of_key: UUID
    clock: PhoneClock
    is_signature: bool = False

    @property
    def told_kind(self) -> str:
        return "tanda_tangan" if self.is_signature else "foto"

    def sent(self, content: bytes | None = None, media_type: str | None = None) -> Sent:
        told = {"jenis": self.told_kind, "of": self.kind.value}
        payload = told | {"media_type": media_type}
        return Sent(
            self.key, SentKind.PHOTO, self.digest, payload, self.clock, content=content, of_key=self.of_key
        )


def purpose_of(told_kind: str) -> Purpose:
    return Purpose.SIGNATURE if told_kind == "tanda_tangan" else Purpose.PHOTO


def before(photo: SentPhoto, *, by: Account) -> Receipt | None:
    """What can be answered without looking at the picture; raises RecordFirst."""
    known = told_before(photo.sent(), by=by)
    if known is None and not _record_is_here(photo, by):
        raise RecordFirst
    return known


def receive_photo(
    photo: SentPhoto, checked: Checked, *, store: Store, by: Account, barred: HeldReason | None
) -> Receipt:
    sent = photo.sent(checked.content, checked.media_type)
    lock(photo.of_key)  # its record neither leaves the quarantine nor is approved in between
    record = receiving_queries.record_of(photo.kind, photo.of_key, by.id)
    if record is not None:
        record = receiving_queries.counted(record)
        late = isinstance(record, Visit) and record.state is VisitState.APPROVED
        return receive(
            sent,
            lambda: keeping_actions.keep_photo(
                checked,
                kind=photo.kind,
                record_id=record.id,
                key=photo.key,
                purpose=purpose_of(photo.told_kind),
                store=store,
                by=by,
            ),
            by=by,
            barred=barred or (HeldReason.APPROVED_ALREADY if late else None),
        )
    if not receiving_queries.is_held(photo.of_key, by):
        raise RecordFirst
    lock(photo.key)
    return told_before(sent, by=by) or hold(sent, barred or HeldReason.WITH_ITS_RECORD, by=by)


def _record_is_here(photo: SentPhoto, by: Account) -> bool:
    found = receiving_queries.record_of(photo.kind, photo.of_key, by.id)
    return found is not None or receiving_queries.is_held(photo.of_key, by)
