"""Several photos chosen within the form of a record; what was taken in once need not be chosen again.

A view with such a form: `photos_taken_in(form)` before validating, `attach_photos(form, "visit", id)` in the
action, `form.photos.hold()` before the form is shown again.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from flask import current_app, g, request
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf.file import MultipleFileField
from itsdangerous import BadData, URLSafeTimedSerializer

from wub import unit_of_work
from wub.access.guards import current_account
from wub.attachments import actions, files, photo_actions, refusals
from wub.attachments.photo_actions import Held, Photo
from wub.attachments.places import store_of
from wub.attachments.stores import Store
from wub.errors import Refusal

# The sweep takes what is older than a day; a form that lay open for so long chooses its photos again.
HELD_FOR = int(files.OLD_ENOUGH.total_seconds()) - 3600


class PhotosField(MultipleFileField):  # type: ignore[misc]
    """Call `take_in` before the form is validated, outside the write lock, and `hold` when it is refused."""

    errors: list[str]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.taken: list[Photo] = []
        self.held: list[tuple[str, Photo]] = []
        given = {
            "label": _l("Foto"),
            "description": _l("Paling banyak lima, JPEG atau PNG, masing-masing paling besar 8 MB."),
            "render_kw": {"accept": "image/jpeg,image/png", "multiple": True},
        }
        super().__init__(*args, **(given | kwargs))

    @property
    def held_name(self) -> str:
        return f"{self.name}-diterima"

    def take_in(self, form_key: UUID) -> None:
        """Each one that is refused is named; the others are taken."""
        chosen = list(self.data or ())
        for sealed in request.form.getlist(self.held_name)[: photo_actions.MOST]:
            self._try(_("Foto yang sudah diterima"), partial(_take_up, sealed))
        for file in chosen[: photo_actions.MOST]:
            name, content = file.filename or "", file.read(actions.MOST_BYTES + 1)
            shown = actions.shown_name(name, "").rstrip(".")
            self._try(shown, partial(photo_actions.take_in, content, name=name, form_key=form_key))
        self.taken = list({photo.key: photo for photo in self.taken}.values())
        if len(chosen) > photo_actions.MOST or len(self.taken) > photo_actions.MOST:
            self.taken = self.taken[: photo_actions.MOST]
            self.process_errors.append(_(refusals.TooManyPhotos.sentence))

    def hold(self) -> None:
        """Keep what was taken in for the next try of the same form."""
        for photo in self.taken:
            held = photo_actions.hold(photo, _store())
            if held is None:
                said = _("%(name)s: belum dapat disimpan. Pilih sekali lagi.", name=photo.name)
                self.errors = [*self.errors, said]
            else:
                self.held.append((_seal(held), photo))

    def _try(self, name: str, take: Callable[[], Photo]) -> None:
        try:
            self.taken.append(take())
        except Refusal as refusal:
            self.process_errors.append(f"{name}: {_(refusal.sentence)}")


def photos_taken_in(form: Any) -> None:
    """Of a form that was sent: drawing photos anew takes a while, and nobody need wait for it."""
    if form.is_submitted():
        with unit_of_work.reading():
            form.photos.take_in(form.key)


def attach_photos(form: Any, subject: str, record_id: int) -> None:
    """In the transaction that keeps the record."""
    photo_actions.attach_photos(form.photos.taken, subject, record_id, store=_store(), by=current_account())


def _seal(held: Held) -> str:
    sealed: str = _sealer().dumps([held.key.hex, *held[1:], g.account_id])
    return sealed


def _take_up(sealed: str) -> Photo:
    try:
        key, name, media_type, digest, account_id = _sealer().loads(sealed, max_age=HELD_FOR)
    except BadData as error:
        raise refusals.NoLongerHeld from error
    if account_id != g.account_id:
        raise refusals.NoLongerHeld
    return photo_actions.take_up(Held(UUID(key), name, media_type, digest), _store())


def _sealer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(current_app.config["SECRET_KEY"], salt="held photo")


def _store() -> Store:
    return store_of(current_app.extensions["wub.settings"])
