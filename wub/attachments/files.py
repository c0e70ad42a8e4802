"""Where the bytes lie: outside the database, under the record's own UUID, kept only with their row.

A file is written after its row was flushed and before the commit: a row never stands without its file. A
power cut between the two leaves a file without a row, which `sweep` takes away.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from models.base import db

SMALL = "kecil"
_NEW, _GONE = "wub.files.new", "wub.files.gone"
OLD_ENOUGH = 24 * 3600  # an upload that is under way has no row yet


def path_of(folder: Path, key: UUID, part: str = "") -> Path:
    return folder / (f"{key}.{part}" if part else str(key))


def write(folder: Path, key: UUID, parts: dict[str, bytes]) -> None:
    """They go again when the transaction does not stand. Raises OSError when the disk is full."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for part, content in parts.items():
        path = path_of(folder, key, part)
        _pending(_NEW).append(path)
        _write_whole(path, content)
    _settle(folder)


def remove(folder: Path, key: UUID) -> None:
    """Only once the transaction stands: a refused removal leaves everything as it was."""
    _pending(_GONE).extend(path_of(folder, key, part) for part in ("", SMALL))


def sweep(folder: Path, known: Callable[[set[UUID]], set[UUID]]) -> int:
    """Take away files whose row never came to be; `known` says which of the keys have a row."""
    before = time.time() - OLD_ENOUGH
    strays = {path: key for path, key in _kept(folder) if path.stat().st_mtime < before}
    standing = known(set(strays.values())) if strays else set()
    lost = [path for path, key in strays.items() if key not in standing]
    for path in lost:
        path.unlink(missing_ok=True)
    return len(lost)


def _kept(folder: Path) -> Iterator[tuple[Path, UUID]]:
    for path in folder.glob("*") if folder.is_dir() else ():
        try:
            yield path, UUID(path.name.partition(".")[0])
        except ValueError:
            continue  # not ours


def _write_whole(path: Path, content: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _settle(folder: Path) -> None:
    """The names too must have reached the disk before the row says that they are there."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _pending(kind: str) -> list[Path]:
    waiting: list[Path] = db.session().info.setdefault(kind, [])
    return waiting


@sa.event.listens_for(Session, "after_commit")
def _stands(session: Session) -> None:
    if not session.in_nested_transaction():
        session.info.pop(_NEW, None)
        _unlink(session, _GONE)


@sa.event.listens_for(Session, "after_rollback")
def _falls(session: Session) -> None:
    session.info.pop(_GONE, None)
    _unlink(session, _NEW)


def _unlink(session: Session, kind: str) -> None:
    for path in session.info.pop(kind, ()):
        path.unlink(missing_ok=True)
