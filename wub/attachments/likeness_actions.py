"""Filing photos where alike ones are looked for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event

from models.attachment import Attachment
from models.base import db
from models.likeness import PhotoBand
from wub.attachments import files
from wub.likeness import bands_of, likeness_of
from wub.records import add_missing


def file_old_photos(folder: Path) -> int:
    """Those kept before photos were compared; returns how many there were."""
    known = sa.select(Attachment.id, Attachment.client_key).where(
        Attachment.likeness.is_(None), Attachment.media_type.startswith("image/")
    )
    filed = 0
    for attachment_id, key in db.session.execute(known).all():
        path = files.path_of(folder, key, files.SMALL)
        likeness = likeness_of(path.read_bytes()) if path.is_file() else None
        if likeness is not None:
            one = sa.update(Attachment).where(Attachment.id == attachment_id)
            db.session.execute(one.values(likeness=likeness))
            _file(db.session.connection(), likeness)
            filed += 1
    return filed


@event.listens_for(Attachment, "before_insert")
def _file_photo(_mapper: Any, connection: sa.Connection, attachment: Attachment) -> None:
    if attachment.likeness is not None:
        _file(connection, attachment.likeness)


def _file(connection: sa.Connection, likeness: int) -> None:
    add_missing(connection, PhotoBand, [{"band": band, "likeness": likeness} for band in bands_of(likeness)])
