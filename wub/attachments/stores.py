"""What a store of bytes promises, be it a folder of this machine or a bucket that speaks S3 (`places`).

It knows names and bytes only; that row and bytes stand or fall together is the work of `files`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple, Protocol


class Stored(NamedTuple):
    name: str
    size: int
    changed_at: datetime


class Store(Protocol):
    """Problems are OSErrors: FileNotFoundError; ConnectionError when it is away; others when it is full."""

    def put(self, name: str, content: bytes) -> None:
        """All of it or nothing, and on the disk when it returns; what had the name before is replaced."""

    def get(self, name: str) -> bytes: ...

    def delete(self, name: str) -> None:
        """Whether it was there or not."""

    def names(self) -> Iterator[Stored]: ...
