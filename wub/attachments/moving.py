"""Photos from one store into another; each is compared with its digest before the old place is emptied.

May be cut off and started again: what lies whole in the new place is not moved twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

import sqlalchemy as sa

from models.attachment import Attachment
from models.base import db
from wub.attachments import files, images
from wub.attachments.stores import Store

BATCH = 500


@dataclass
class Moved:
    moved: int = 0
    there: int = 0
    lost: list[int] = field(default_factory=list)  # ids of rows whose bytes neither place has whole


def move(source: Store, target: Store, *, keep: bool) -> Moved:
    """With `keep` the old place stays as it is: for a first pass while the application still reads there."""
    found = Moved()
    for row in _rows():
        name = files.name_of(row.client_key)
        content = _whole(target, name, row.digest)
        if content is not None:
            found.there += 1
        else:
            content = _whole(source, name, row.digest)
            if content is None or not _put(target, name, content):
                found.lost.append(row.id)
                continue
            found.moved += 1
        if row.media_type.startswith("image/"):
            _move_small(source, target, files.name_of(row.client_key, files.SMALL), row.media_type, content)
        if not keep:
            source.delete(name)
            source.delete(files.name_of(row.client_key, files.SMALL))
    return found


def _move_small(source: Store, target: Store, name: str, media_type: str, picture: bytes) -> None:
    """A thumbnail has no digest of its own; one that got lost is drawn again."""
    small = _got(source, name)
    if small is None and _got(target, name) is not None:
        return
    if small is None:
        small = images.drawn_anew(picture, "PNG" if media_type == "image/png" else "JPEG")[1]
    target.put(name, small)


def _put(target: Store, name: str, content: bytes) -> bool:
    target.put(name, content)
    return _got(target, name) == content


def _whole(store: Store, name: str, digest: str) -> bytes | None:
    content = _got(store, name)
    return content if content is not None and sha256(content).hexdigest() == digest else None


def _got(store: Store, name: str) -> bytes | None:
    with suppress(FileNotFoundError):
        return store.get(name)
    return None


def _rows() -> Iterator[Any]:
    last = 0
    columns = (Attachment.id, Attachment.client_key, Attachment.digest, Attachment.media_type)
    while True:
        query = sa.select(*columns).where(Attachment.id > last).order_by(Attachment.id).limit(BATCH)
        rows = db.session.execute(query).all()
        db.session.rollback()  # copying takes a while; nobody should wait for it
        if not rows:
            return
        yield from rows
        last = rows[-1].id
