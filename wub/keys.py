"""Secrets of an installation: taken from the environment, or made once and kept for the embedded use."""

from __future__ import annotations

import base64
import binascii
import os
import secrets
from collections.abc import Mapping
from pathlib import Path

KEY_BYTES = 32


class KeyRefused(ValueError):
    """A secret that is missing or too weak to protect what it is for."""


def from_environment(name: str, environ: Mapping[str, str]) -> str | None:
    """The value of `NAME`, or the content of the file that `NAME_FILE` points to (container secrets)."""
    if environ.get(name):
        return environ[name]
    file = environ.get(f"{name}_FILE")
    return Path(file).read_text(encoding="utf-8").strip() if file else None


def kept_in(folder: Path, name: str) -> str:
    """A random key made on first use; readable by its owner only."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    file = folder / name
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return file.read_text(encoding="ascii").strip()
    with os.fdopen(handle, "w", encoding="ascii") as out:
        key = secrets.token_hex(KEY_BYTES)
        out.write(key)
    return key


def refuse_weak(name: str, value: str) -> None:
    if len(value.encode()) < KEY_BYTES or len(set(value)) < 10:
        raise KeyRefused(
            f"{name} is too weak: use at least {KEY_BYTES} random bytes, e.g. `openssl rand -hex 32`"
        )


def as_bytes(name: str, value: str) -> bytes:
    """Thirty-two bytes written as 64 hexadecimal digits or as base64."""
    try:
        key = bytes.fromhex(value) if len(value) == 2 * KEY_BYTES else base64.b64decode(value, validate=True)
    except (ValueError, binascii.Error) as error:
        raise KeyRefused(f"{name} must be 32 bytes as hexadecimal or base64") from error
    if len(key) != KEY_BYTES:
        raise KeyRefused(f"{name} must be exactly 32 bytes, written as hexadecimal or base64")
    return key
