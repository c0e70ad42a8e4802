"""Taking in a file from a phone: everything in it waits for a decision, except what is here already."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from models.account import Account
from models.vocabulary import HeldReason, SentKind
from wub.attachments import actions as attachments
from wub.clock import now
from wub.errors import Refusal
from wub.offline.handed_in import Carried, CarriedPhoto, Carrying
from wub.offline.photo_actions import SentPhoto
from wub.offline.receiving_actions import Sent, hold, lock, told_before
from wub.offline.said import digest_of
from wub.phone_clock import PhoneClock


@dataclass
class Taken:
    held: int = 0
    known: int = 0
    unreadable: int = 0
    photos: int = 0


def checked(carrying: Carrying) -> dict[CarriedPhoto, attachments.Checked]:
    """The pictures drawn anew, which takes a while and needs no database; what is none is left out."""
    found = {}
    for photo in (photo for one in carrying.records for photo in one.photos):
        try:
            found[photo] = attachments.check(photo.content)
        except Refusal:
            continue
    return found


def hand_in(
    carrying: Carrying,
    pictures: dict[CarriedPhoto, attachments.Checked],
    *,
    sender: Account,
    by: Account,
) -> Taken:
    """`sender` wrote what `by` brings. How far the phone's clock is off cannot be told from a file."""
    taken = Taken(unreadable=carrying.unreadable)
    for one in carrying.records:
        clock = PhoneClock(one.captured_at, received := now(), received)
        sent = Sent(one.key, one.kind, digest_of(one.payload), one.payload, clock)
        if _held_now(sent, HeldReason.HANDED_IN, sender=sender, by=by):
            taken.held += 1
        else:
            taken.known += 1
        for photo in one.photos:
            picture = pictures.get(photo)
            if picture is None:
                taken.unreadable += 1
            else:
                taken.photos += _held_now(
                    _photo(one, photo, picture, clock), HeldReason.WITH_ITS_RECORD, sender=sender, by=by
                )
    return taken


def _held_now(sent: Sent, reason: HeldReason, *, sender: Account, by: Account) -> bool:
    lock(sent.key)
    if told_before(sent, by=sender) is not None:
        return False
    hold(sent, reason, by=sender, handed_in_by=by)
    return True


def _photo(one: Carried, photo: CarriedPhoto, picture: attachments.Checked, clock: PhoneClock) -> Sent:
    of_it = SentPhoto(
        photo.key,
        sha256(photo.content).hexdigest(),
        SentKind(one.kind),
        one.key,
        clock,
        is_signature=photo.jenis == "tanda_tangan",
    )
    return of_it.sent(picture.content, picture.media_type)
