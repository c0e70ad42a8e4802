"""The last large list that this process read, packed and sealed: to be confirmed without reading it again.

Only a saving. Whatever decides a reading makes its mark: another byte, another answer of the officer or
another day is another mark, and then the file is read anew; so it is after a restart, or by another worker.
"""

from __future__ import annotations

import json
import pickle
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import chain, islice
from threading import Lock
from typing import Any

from imports import ImportReading
from imports.collecting import no_collection
from models.sealed import vault
from models.vocabulary import ImportKind
from wub import clock
from wub.importing.judging import Task

LARGE = 2_000  # rows; a smaller list is read again in no time
ROWS_A_PACK = 1_000


@dataclass(frozen=True)
class _Kept:
    mark: str
    file_name: str
    sheets: list[list[bytes]]  # each: the sheet without its rows, then its rows by the thousand


_lock = Lock()
_last: _Kept | None = None


def mark_of(task: Task) -> str | None:
    """Of everything that decides a reading; None for lists of other kinds than people's, which are small."""
    if task.kind.kind is not ImportKind.PARTICIPANTS:
        return None
    decided = [task.file_name, task.sheets, task.mapping, task.typed, task.headings]
    said = json.dumps([*decided, clock.today().isoformat()], sort_keys=True)
    return sha256(said.encode() + b"\0" + task.data).hexdigest()


def keep(mark: str | None, reading: ImportReading) -> None:
    """In place of what was kept before."""
    global _last
    rows = sum(sheet.data_rows for sheet in reading.sheets)
    if mark is None or rows < LARGE:
        return
    sheets = [
        [_packed(one, mark) for one in chain([replace(sheet, rows=())], _by_thousand(sheet.rows))]
        for sheet in reading.sheets
    ]
    with _lock:
        _last = _Kept(mark, reading.filename, sheets)


def take(task: Task) -> ImportReading | None:
    """What was kept of the very same task; it is handed out once, and forgotten here."""
    global _last
    with _lock:
        found = _last
        if found is None or found.mark != mark_of(task):
            return None
        _last = None
    return ImportReading(found.file_name, tuple(_unfolded(packs, found.mark) for packs in found.sheets))


def _by_thousand(rows: tuple[Any, ...]) -> Iterator[list[Any]]:
    waiting = iter(rows)
    while some := list(islice(waiting, ROWS_A_PACK)):
        yield some


def _packed(value: Any, mark: str) -> bytes:
    return vault().seal(zlib.compress(pickle.dumps(value, protocol=5), 1), bound_to=f"reading:{mark}")


def _unpacked(kept: bytes, mark: str) -> Any:
    plain = zlib.decompress(vault().unseal(kept, bound_to=f"reading:{mark}"))
    return pickle.loads(plain)  # noqa: S301  packed and sealed by this very process


def _unfolded(packs: list[bytes], mark: str) -> Any:
    """Each thousand is let go as soon as its rows are there."""
    packs.reverse()
    about = _unpacked(packs.pop(), mark)
    rows: list[Any] = []
    with no_collection():
        while packs:
            rows += _unpacked(packs.pop(), mark)
    return replace(about, rows=tuple(rows))
