"""Argon2id, with the same work for unknown names: the clock tells nobody who has an account."""

from __future__ import annotations

import secrets
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError

SHORTEST = 10
# Without the letters and digits that are mistaken for one another when read out.
READABLE = "abcdefghjkmnpqrstuvwxyz23456789"

_hasher = PasswordHasher()


def hash_of(password: str) -> str:
    return _hasher.hash(password)


def matches(kept: str | None, password: str) -> bool:
    """`kept` is None for an unknown name: the same work is done and the answer is no."""
    try:
        return _hasher.verify(kept or _nobodys(), password) and kept is not None
    except (Argon2Error, InvalidHashError):
        return False


def is_outdated(kept: str) -> bool:
    """Made with weaker parameters than today's: hash again at the next sign-in."""
    return _hasher.check_needs_rehash(kept)


def one_time() -> str:
    """A password to be told once and replaced at the first sign-in: about 79 bits, easy to read out."""
    groups = ("".join(secrets.choice(READABLE) for _ in range(4)) for _ in range(4))
    return "-".join(groups)


@cache
def _nobodys() -> str:
    return _hasher.hash(secrets.token_hex(16))
