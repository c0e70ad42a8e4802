"""The key under which a phone keeps what is on it: made from ours, so that only a signed-in phone has it."""

from __future__ import annotations

from base64 import b64encode

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from models.account import Account
from wub.settings import Settings

PURPOSE = b"wub field store 1 "


def store_key(account: Account, settings: Settings) -> str:
    """The same at every sign-in of the account, so that what was not sent can still be read then.

    From the key of the NIK, not from that of the cookies: ending every session must not take away records.
    """
    made = HKDF(SHA256(), 32, salt=None, info=PURPOSE + account.client_key.bytes).derive(settings.nik_key)
    return b64encode(made).decode()
