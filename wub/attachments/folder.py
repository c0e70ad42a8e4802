"""The local folder: one file each, readable by its owner alone."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from wub.attachments.stores import Stored

UNFINISHED = ".baru"


class Folder:
    def __init__(self, path: Path) -> None:
        self.path = path

    def put(self, name: str, content: bytes) -> None:
        self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
        unfinished = self.path / f"{name}{UNFINISHED}"
        try:
            _write_whole(unfinished, content)
            unfinished.replace(self.path / name)
        except OSError:
            unfinished.unlink(missing_ok=True)
            raise
        self._settle()

    def get(self, name: str) -> bytes:
        return (self.path / name).read_bytes()

    def delete(self, name: str) -> None:
        (self.path / name).unlink(missing_ok=True)

    def names(self) -> Iterator[Stored]:
        for path in self.path.glob("*") if self.path.is_dir() else ():
            try:
                found = path.stat()
            except FileNotFoundError:
                continue  # somebody took it away meanwhile
            yield Stored(path.name, found.st_size, datetime.fromtimestamp(found.st_mtime, UTC))

    def _settle(self) -> None:
        """The name too must have reached the disk before the row says that it is there."""
        if os.name == "posix":
            descriptor = os.open(self.path, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)


def _write_whole(path: Path, content: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
