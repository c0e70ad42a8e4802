"""Where phones deliver: one record or one photo at a time, each in a transaction of its own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from hashlib import sha256
from typing import Any, Protocol, TypeVar
from uuid import UUID

from flask import Response, current_app, jsonify, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from models.vocabulary import HeldReason, SentKind
from wub import unit_of_work
from wub.access.former import barred, takes_from_former
from wub.access.guards import current_account, requires
from wub.access.permissions import Permission
from wub.access.throttle import limiter, signed_in
from wub.attachments import actions as attachments
from wub.attachments.places import store_of
from wub.attachments.refusals import TooLarge
from wub.attachments.stores import Store
from wub.clock import now
from wub.offline import keeping_actions, photo_actions, refusals
from wub.offline.blueprint import blueprint
from wub.offline.checkup_said import read_checkup
from wub.offline.item_said import read_done
from wub.offline.receiving_actions import CLOCK_OFF, CONFLICTS, Receipt, Sent, receive
from wub.offline.said import digest_of, read_instant, read_json
from wub.offline.visit_said import read_visit
from wub.phone_clock import PhoneClock

# A phone sends one thing after the other; a month's backlog with photos is sent in a few minutes.
AS_OFTEN = "600 per minute"


class Captured(Protocol):
    @property
    def captured_at(self) -> datetime: ...


Read = TypeVar("Read", bound=Captured)


@blueprint.put("/catatan/kunjungan/<uuid:sent_key>")
@limiter.limit(AS_OFTEN, key_func=signed_in)
@requires(Permission.VISIT_LOG)
@takes_from_former
def put_visit(sent_key: UUID) -> ResponseReturnValue:
    account = current_account()
    return _take_in(
        sent_key,
        SentKind.VISIT,
        read_visit,
        lambda said, clock: keeping_actions.keep_visit(said, sent_key, clock, by=account),
    )


@blueprint.put("/catatan/pemeriksaan/<uuid:sent_key>")
@limiter.limit(AS_OFTEN, key_func=signed_in)
@requires(Permission.CHECKUP_RECORD)
@takes_from_former
def put_checkup(sent_key: UUID) -> ResponseReturnValue:
    account = current_account()
    return _take_in(
        sent_key,
        SentKind.CHECKUP,
        read_checkup,
        lambda said, clock: keeping_actions.keep_checkup(said, sent_key, clock, by=account),
    )


@blueprint.put("/catatan/tindak-lanjut/<uuid:sent_key>")
@limiter.limit(AS_OFTEN, key_func=signed_in)
@requires(Permission.VISIT_LOG)
@takes_from_former
def put_done(sent_key: UUID) -> ResponseReturnValue:
    account = current_account()
    return _take_in(
        sent_key,
        SentKind.ITEM,
        read_done,
        lambda said, clock: keeping_actions.keep_done(said, clock, by=account),
    )


@blueprint.put("/foto/<uuid:sent_key>")
@limiter.limit(AS_OFTEN, key_func=signed_in)
@requires(Permission.VISIT_LOG, Permission.CHECKUP_RECORD)
@takes_from_former
def put_photo(sent_key: UUID) -> ResponseReturnValue:
    """A photo that was kept already is answered before it is drawn anew, which takes a while."""
    account = current_account()
    _own_queue()
    clock = _clock(None)
    kind, of_key = _belongs_to()
    body = request.get_data(cache=False)
    if len(body) > attachments.MOST_BYTES:
        raise TooLarge
    digest = sha256(body).hexdigest()
    if digest != request.args.get("digest", "").lower():
        raise refusals.PhotoDamaged
    signed = request.args.get("jenis") == "tanda_tangan"
    photo = photo_actions.SentPhoto(sent_key, digest, kind, of_key, clock, is_signature=signed)
    with unit_of_work.reading():
        before = photo_actions.before(photo, by=account)
        unit_of_work.without_lock()
        checked = attachments.check(body) if before is None else None
    if checked is None:
        return _answer(before, photo.kind)  # type: ignore[arg-type]
    receipt = photo_actions.receive_photo(photo, checked, store=_store(), by=account, barred=barred())
    return _answer(receipt, SentKind.PHOTO)


def _take_in(
    key: UUID,
    kind: SentKind,
    read: Callable[[dict[str, Any]], Read],
    keep: Callable[[Read, PhoneClock], int],
) -> ResponseReturnValue:
    """Read what was sent, and keep it under its key or learn what became of it before."""
    told = _told()
    said = read(told)
    clock = _clock(said.captured_at)
    sent = Sent(key, kind, digest_of(told), told, clock, corrects=told.get("replaces") is not None)
    receipt = receive(sent, lambda: keep(said, clock), by=current_account(), barred=barred())
    return _answer(receipt, kind)


def _answer(receipt: Receipt, kind: SentKind) -> Response:
    """What stands is told by its number; of what was set aside only that it was."""
    if receipt.held is not None:
        return _set_aside(receipt.held)
    body = {
        "id": receipt.subject_id,
        "state": keeping_actions.state_of(kind, receipt.subject_id or 0),
        "received_at": receipt.received_at.isoformat(),
        "flags": [CLOCK_OFF] if receipt.clock_off else [],
    }
    response = jsonify(body)
    response.status_code = 201 if receipt.is_new else 200
    return response


def _set_aside(reason: HeldReason) -> Response:
    if reason not in CONFLICTS:
        title = _("Catatan ini tersimpan di kantor dan menunggu penyelia: hak Anda atasnya sudah berubah.")
        response = jsonify({"code": "karantina", "title": title})
        response.status_code = 202
        return response
    title = _("Catatan ini sudah ada dengan isi berbeda. Kedua versi tersimpan; penyelia akan memilih.")
    response = jsonify({"status": 409, "code": "kunci_terpakai", "title": title})
    response.status_code, response.content_type = 409, "application/problem+json"
    unit_of_work.keep()  # the second version stands although the answer is no
    return response


def _told() -> dict[str, Any]:
    _own_queue()
    if request.mimetype != "application/json":
        raise refusals.NotJson
    return read_json(request.get_data(cache=False))


def _own_queue() -> None:
    if request.headers.get("X-Account") != str(current_account().id):
        raise refusals.OtherAccount


def _clock(captured_at: Any) -> PhoneClock:
    try:
        sent_at = read_instant(request.headers.get("X-Phone-Clock", ""))
    except ValueError as error:
        raise refusals.NoClock from error
    return PhoneClock(captured_at or sent_at, sent_at, now())


def _belongs_to() -> tuple[SentKind, UUID]:
    for name, kind in (("kunjungan", SentKind.VISIT), ("pemeriksaan", SentKind.CHECKUP)):
        if name in request.args:
            try:
                return kind, UUID(request.args[name])
            except ValueError:
                break
    raise refusals.RecordFirst


def _store() -> Store:
    return store_of(current_app.extensions["wub.settings"])
