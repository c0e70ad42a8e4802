"""Filing photos where alike ones are looked for."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import event

from models.attachment import Attachment
from models.base import db
from models.likeness import PhotoBand
from wub.attachments import files
from wub.attachments.stores import Store
from wub.likeness import bands_of, likeness_of
from wub.records import add_missing


def file_old_photos(store: Store) -> int:
    """Those kept before photos were compared; returns how many there were."""
    known = sa.select(Attachment.id, Attachment.client_key).where(
        Attachment.likeness.is_(None), Attachment.media_type.startswith("image/")
    )
    filed = 0
    for attachment_id, key in db.session.execute(known).all():
        likeness = likeness_of(_small(store, key))
        if likeness is not None:
            one = sa.update(Attachment).where(Attachment.id == attachment_id)
            db.session.execute(one.values(likeness=likeness))
            _file(db.session.connection(), likeness)
            filed += 1
    return filed


def _small(store: Store, key: UUID) -> bytes | None:
    try:
        return store.get(files.name_of(key, files.SMALL))
    except FileNotFoundError:
        return None


@event.listens_for(Attachment, "before_insert")
def _file_photo(_mapper: Any, connection: sa.Connection, attachment: Attachment) -> None:
    if attachment.likeness is not None:
        _file(connection, attachment.likeness)


def _file(connection: sa.Connection, likeness: int) -> None:
    add_missing(connection, PhotoBand, [{"band": band, "likeness": likeness} for band in bands_of(likeness)])
