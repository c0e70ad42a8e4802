"""Consultants for a storm, and what must be there after it."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from models.attachment import Attachment
from models.base import db
from models.plan import ActionItem
from models.sending import HeldRecord
from models.sending import Sending as Receipt
from models.visit import Visit, VisitAttendee
from tests.offline.storm import Sending
from tests.visits.drafts import consultant, mentored_by
from wub.attachments import actions as attachments
from wub.attachments import files
from wub.attachments.folder import Folder

A_WEEK = 7 * 24 * 3600


def consultants(number: int, participants: int) -> list[tuple[str, int]]:
    """Login and account id of each, who has participants of his own. Nothing stays open: a reader would keep
    SQLite from putting its log away for as long as the storm lasts."""
    mentors = [consultant() for _ in range(number)]
    for mentor in mentors:
        for _ in range(participants):
            mentored_by(mentor)
    told = [(mentor.login, mentor.id) for mentor in mentors]
    db.session.commit()
    db.session.remove()
    return told


def aftermath(sendings: list[Sending], folder: Path) -> dict[str, Any]:
    """What is there; `lost`, `doubled`, `damaged` and `strays` must be nothing."""
    _age(folder)
    swept = attachments.sweep(Folder(folder))
    visits = Counter(db.session.scalars(sa.select(Visit.client_key)))
    photos = Counter(db.session.scalars(sa.select(Attachment.client_key)))
    sent_visits = {one.key for one in sendings if not one.is_photo}
    sent_photos = {one.key for one in sendings if one.is_photo}
    kept = dict(db.session.execute(sa.select(Attachment.client_key, Attachment.digest)).all())
    return {
        "visits": len(visits),
        "attendees": _count(VisitAttendee),
        "action items": _count(ActionItem),
        "photos": len(photos),
        "receipts": _count(Receipt),
        "held": _count(HeldRecord),
        "lost": len(sent_visits - visits.keys()) + len(sent_photos - photos.keys()),
        "doubled": sum(visits.values()) - len(visits) + sum(photos.values()) - len(photos),
        "damaged": sum(_differs(folder, key, digest) for key, digest in kept.items()),
        "swept": swept,
        "strays": len({path.name for path in folder.iterdir()} - _names(kept)),
    }


def _names(keys: Iterable[UUID]) -> set[str]:
    return {files.name_of(key, part) for key in keys for part in ("", files.SMALL)}


def _count(table: Any) -> int:
    return db.session.scalar(sa.select(sa.func.count()).select_from(table)) or 0


def _differs(folder: Path, key: UUID, digest: str) -> bool:
    path, small = folder / files.name_of(key), folder / files.name_of(key, files.SMALL)
    return not small.exists() or sha256(path.read_bytes()).hexdigest() != digest


def _age(folder: Path) -> None:
    """As if the storm had been a week ago: the sweep leaves alone what may still be under way."""
    before = time.time() - A_WEEK
    for path in folder.iterdir():
        os.utime(path, (before, before))
