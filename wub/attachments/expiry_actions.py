"""Photos of visits are kept for as long as the city says, and no longer; papers and signatures stay."""

from __future__ import annotations

from datetime import date

import sqlalchemy as sa

from models.attachment import Attachment
from models.base import db
from models.visit import Visit
from models.vocabulary import Purpose
from wub import records
from wub.attachments import files
from wub.attachments.stores import Store

REASON = "Masa simpan foto kunjungan sudah lewat"


def expired(before: date) -> int:
    """Photos of visits held before that day."""
    return db.session.scalar(sa.select(sa.func.count()).select_from(_query(before).subquery())) or 0


def expire(before: date, *, store: Store, at_most: int) -> int:
    """Take some of them away, each with a line in the trail; returns how many."""
    gone = db.session.scalars(_query(before).limit(at_most)).all()
    for photo in gone:
        key = photo.client_key
        records.remove(photo, version=photo.version, by=None, action="attachment:expire", reason=REASON)
        files.remove(store, key)
    return len(gone)


def _query(before: date) -> sa.Select[Attachment]:
    return (
        sa.select(Attachment)
        .join(Visit, Visit.id == Attachment.visit_id)
        .where(Attachment.purpose == Purpose.PHOTO, Visit.held_on < before)
        .order_by(Attachment.id)
    )
