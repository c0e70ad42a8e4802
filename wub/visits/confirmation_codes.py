"""Tokens, codes and marks of a confirmation: made of a serial and the key, so that the database holds none.

Whoever reads the database alone can neither open a participant's page nor guess what it shows.
"""

from __future__ import annotations

from base64 import b32encode
from collections.abc import Sequence
from hashlib import sha256
from hmac import compare_digest
from typing import TYPE_CHECKING
from uuid import UUID

from models.sealed import vault

if TYPE_CHECKING:
    import segno

TOKEN_BYTES = 10  # 80 bits: 16 letters, so that the QR code stays coarse enough for a scratched camera
PHONE_DIGITS = 4


def token_of(serial: UUID) -> str:
    return b32encode(vault().mark("confirmation token", serial.hex)[:TOKEN_BYTES]).decode("ascii").lower()


def digest_of(token: str) -> str:
    """A token that somebody typed may have capitals."""
    return sha256(token.strip().lower().encode()).hexdigest()


def code_of(serial: UUID) -> str:
    """Six digits, to be read out to a consultant without signal."""
    number = int.from_bytes(vault().mark("confirmation code", serial.hex)[:8])
    return f"{number % 1_000_000:06d}"


def fits(serial: UUID, code: str) -> bool:
    said = "".join(sign for sign in code if sign.isascii() and sign.isdigit())
    return compare_digest(said, code_of(serial))


def phone_mark(serial: UUID, digits: str) -> str:
    return vault().mark("confirmation phone", f"{serial.hex} {digits}").hex()


def is_phone(serial: UUID, mark: str, numbers: Sequence[str | None]) -> bool:
    """Whether the mark was made of the last digits of one of these telephone numbers."""
    return any(number and phone_mark(serial, number[-PHONE_DIGITS:]) == mark for number in numbers)


def qr_of(address: str) -> segno.QRCode:
    import segno  # ten megabytes that no other page needs

    return segno.make_qr(address, error="m")


def matrix_of(address: str) -> list[list[int]]:
    """Rows of 0 and 1 without the quiet border, for a page that draws it itself."""
    return [list(row) for row in qr_of(address).matrix]
