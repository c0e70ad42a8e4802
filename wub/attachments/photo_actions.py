"""Photos that come with a record: checked while the form is, kept in the record's own transaction.

When the form is refused they are held without a row, so that nobody has to choose them again: the sweep
takes away what was never saved.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from typing import NamedTuple
from uuid import UUID, uuid5

from models.account import Account
from models.vocabulary import Purpose
from wub.attachments import actions, files, queries, refusals
from wub.attachments.stores import Store

MOST = 5


class Photo(NamedTuple):
    """A photo drawn anew, not kept yet. Its key follows from form and content: sent twice, it is one."""

    key: UUID
    name: str
    content: actions.Checked

    @property
    def preview(self) -> str:
        return f"data:image/jpeg;base64,{b64encode(self.content.small or b'').decode('ascii')}"


class Held(NamedTuple):
    """What a form remembers of a photo held for it."""

    key: UUID
    name: str
    media_type: str
    digest: str


def take_in(content: bytes, *, name: str, form_key: UUID) -> Photo:
    """Slow; needs no database. Raises the refusal that fits."""
    if content.startswith(b"%PDF-"):
        raise refusals.NotAPhoto
    checked = actions.check(content)
    digest = sha256(checked.content).hexdigest()
    ending = actions.ENDINGS[checked.media_type]
    return Photo(uuid5(form_key, digest), actions.shown_name(name, ending), checked)


def attach_photos(
    photos: Iterable[Photo], subject: str, record_id: int, *, store: Store, by: Account
) -> None:
    for photo in photos:
        draft = actions.ProofDraft(
            kind=queries.KINDS[subject],
            record_id=record_id,
            file_name=photo.name,
            content=photo.content,
            purpose=Purpose.PHOTO,
        )
        actions.attach(draft, key=photo.key, store=store, by=by)


def hold(photo: Photo, store: Store) -> Held | None:
    """None when the store cannot: the photo must be chosen again."""
    content, media_type, small = photo.content
    try:
        store.put(files.name_of(photo.key), content)
        store.put(files.name_of(photo.key, files.SMALL), small or b"")
    except OSError:
        return None
    return Held(photo.key, photo.name, media_type, sha256(content).hexdigest())


def take_up(held: Held, store: Store) -> Photo:
    """A photo held earlier, the same to the byte."""
    try:
        content = store.get(files.name_of(held.key))
        small = store.get(files.name_of(held.key, files.SMALL))
    except FileNotFoundError as error:
        raise refusals.NoLongerHeld from error
    except ConnectionError as error:
        raise refusals.StoreAway from error
    if sha256(content).hexdigest() != held.digest:
        raise refusals.NoLongerHeld
    return Photo(held.key, held.name, actions.Checked(content, held.media_type, small))
