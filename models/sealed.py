"""NIK and whole imported rows at rest: AES-256-GCM, with a keyed index for exact look-up (security.md c).

A plain hash of a NIK is no protection (birth date and sex are in its digits); an HMAC under a key
that lies outside the database is. The index key differs from the data key on purpose.
"""

from __future__ import annotations

import hmac
import os
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NONCE = 12


class Unreadable(Exception):
    """The value was sealed with another key, belongs to another record, or was tampered with."""


@dataclass(frozen=True)
class Keys:
    """`data`: key number (1 to 255) → 32 bytes, the highest seals; `index`: 32 bytes."""

    data: dict[int, bytes]
    index: bytes

    def __post_init__(self) -> None:
        if not self.data or any(len(key) != 32 for key in [*self.data.values(), self.index]):
            raise ValueError("NIK keys must be 32 bytes each")
        if self.index in self.data.values():
            raise ValueError("the index key must differ from the data keys")


class Vault:
    def __init__(self, keys: Keys) -> None:
        self._ciphers = {number: AESGCM(key) for number, key in keys.data.items()}
        self._current = max(keys.data)
        self._index_key = keys.index

    def seal(self, plain: bytes, *, bound_to: str) -> bytes:
        """Key number, nonce, ciphertext. `bound_to` names the record, so that a value cannot be moved."""
        nonce = os.urandom(NONCE)
        sealed = self._ciphers[self._current].encrypt(nonce, plain, bound_to.encode())
        return bytes([self._current]) + nonce + sealed

    def unseal(self, sealed: bytes, *, bound_to: str) -> bytes:
        cipher = self._ciphers.get(sealed[0])
        if cipher is None:
            raise Unreadable("sealed with a key that is not at hand")
        try:
            return cipher.decrypt(sealed[1 : 1 + NONCE], sealed[1 + NONCE :], bound_to.encode())
        except InvalidTag as error:
            raise Unreadable("wrong key or changed value") from error

    def blind_index(self, nik: str) -> bytes:
        """Equal for equal NIK, useless without the key: exact look-up, no prefix, no order."""
        return hmac.digest(self._index_key, nik.encode("ascii"), "sha256")

    def mark(self, purpose: str, text: str) -> bytes:
        """Equal for equal text of one purpose; the purpose is a word, so that no mark is a NIK's index."""
        return hmac.digest(self._index_key, f"{purpose}: {text}".encode(), "sha256")


_vault: Vault | None = None


def open_vault(keys: Keys) -> None:
    """Called once when the application starts."""
    global _vault
    _vault = Vault(keys)


def vault() -> Vault:
    if _vault is None:
        raise RuntimeError("the vault is not open: create_app() opens it with the keys of the settings")
    return _vault
