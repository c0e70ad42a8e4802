"""Where a token leads: the address of the participant's page, its QR code, and the message that brings it."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import quote
from uuid import UUID

from flask import url_for
from flask_babel import gettext as _
from markupsafe import Markup

from models.account import Account
from models.confirmation import ConfirmationToken
from wub.visits import confirmation_actions as actions
from wub.visits import confirmation_codes as codes


class Asking(NamedTuple):
    """What the consultant shows or sends while a visit waits for its participant."""

    address: str
    picture: Markup
    messages: list[tuple[str, str]]  # name, and the link that opens WhatsApp


class Issued(NamedTuple):
    """One token for a phone that will have no signal."""

    id: int
    token: str
    address: str
    qr: list[list[int]]


def tokens_at_hand(account: Account, number: int) -> list[Issued]:
    """At most so many of the consultant's unused tokens; `issue_tokens` makes what is missing."""
    return [_issued(one) for one in actions.fresh(account, number)]


def issue_tokens(account: Account, number: int) -> list[Issued]:
    """The consultant's stock of unused tokens, filled up: a writing request (`unit_of_work.keep()` in a GET).

    A phone that has used one for a visit not sent yet gets it again, and must pass it over by itself.
    """
    return [_issued(one) for one in actions.stock(account, number)]


def _issued(token: ConfirmationToken) -> Issued:
    address = address_of(token.serial)
    return Issued(token.id, codes.token_of(token.serial), address, codes.matrix_of(address))


def asking(serial: UUID, numbers: list[tuple[str, str]]) -> Asking:
    messages = [(name, whatsapp_link(serial, number)) for name, number in numbers]
    return Asking(address_of(serial), drawn(serial), messages or [("", whatsapp_link(serial, None))])


def address_of(serial: UUID) -> str:
    return url_for("visits.confirmation", token=codes.token_of(serial), _external=True)


def drawn(serial: UUID) -> Markup:
    """The QR code as a picture within the page, dark on white also where the page is dark."""
    svg = codes.qr_of(address_of(serial)).svg_inline(border=3, omitsize=True, dark="#000", light="#fff")
    return Markup(svg)  # noqa: S704  drawn by the library from an address of our own


def whatsapp_link(serial: UUID, number: str | None) -> str:
    """Opens WhatsApp on the consultant's phone with the message written; he sends it himself."""
    words = _(
        "Assalamualaikum. Mohon konfirmasi kunjungan pendampingan usaha: buka %(address)s lalu jawab benar"
        " atau tidak. Tidak ada biaya dan tidak perlu kata sandi.",
        address=address_of(serial),
    )
    return f"https://wa.me/{re.sub(r'[^0-9]', '', number or '')}?text={quote(words)}"
