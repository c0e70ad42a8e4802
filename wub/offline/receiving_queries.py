"""What is known about a key that a phone made."""

from __future__ import annotations

from uuid import UUID

import sqlalchemy as sa

from models.account import Account
from models.attachment import Attachment
from models.base import db
from models.checkup import Checkup
from models.sending import HeldRecord, Sending
from models.visit import Visit
from models.vocabulary import HeldState, SentKind


def sending(key: UUID, digest: str) -> Sending | None:
    """The receipt of this very content."""
    return db.session.scalar(sa.select(Sending).where(Sending.key == key, Sending.digest == digest))


def was_kept(key: UUID) -> bool:
    """Some content was kept under the key."""
    return db.session.scalar(sa.select(sa.exists().where(Sending.key == key))) or False


def held(key: UUID, digest: str) -> HeldRecord | None:
    return db.session.scalar(sa.select(HeldRecord).where(HeldRecord.key == key, HeldRecord.digest == digest))


def waiting(key: UUID) -> HeldRecord | None:
    """Another content under the key that nobody has judged yet; the first one that came."""
    query = sa.select(HeldRecord).where(HeldRecord.key == key, HeldRecord.state == HeldState.WAITING)
    return db.session.scalar(query.order_by(HeldRecord.id).limit(1))


def how_many_wait(account: Account) -> int:
    query = sa.select(sa.func.count()).select_from(HeldRecord)
    waiting = query.where(HeldRecord.account_id == account.id, HeldRecord.state == HeldState.WAITING)
    return db.session.scalar(waiting) or 0


def visit_of(key: UUID, account_id: int) -> Visit | None:
    return db.session.scalar(
        sa.select(Visit).where(Visit.client_key == key, Visit.consultant_id == account_id)
    )


def checkup_of(key: UUID, account_id: int) -> Checkup | None:
    return db.session.scalar(
        sa.select(Checkup).where(Checkup.client_key == key, Checkup.recorded_by_id == account_id)
    )


def record_of(kind: SentKind, key: UUID, account_id: int) -> Visit | Checkup | None:
    """What a photo belongs to."""
    return visit_of(key, account_id) if kind is SentKind.VISIT else checkup_of(key, account_id)


def counted(record: Visit | Checkup) -> Visit | Checkup:
    """The visit that counts: the group visit, where one was made of several."""
    if isinstance(record, Visit) and record.merged_into_id is not None:
        return db.session.get_one(Visit, record.merged_into_id)
    return record


def is_held(key: UUID, account: Account) -> bool:
    """A record of the account came under the key and was set aside."""
    mine = sa.exists().where(HeldRecord.key == key, HeldRecord.account_id == account.id)
    return db.session.scalar(sa.select(mine)) or False


def attachment_of(key: UUID) -> Attachment | None:
    return db.session.scalar(sa.select(Attachment).where(Attachment.client_key == key))
