"""The last large list that this process read, packed and sealed: to be confirmed without reading it again.

Only a saving. Whatever decides a reading makes its mark: another byte, another answer of the officer or
another day is another mark, and then the file is read anew; so it is after a restart, or by another worker.
"""

from __future__ import annotations

import json
import pickle
import zlib
from dataclasses import dataclass, replace
from hashlib import sha256
from threading import Lock

from imports import ImportReading, SheetReading
from imports.packed import PackedRows
from models.sealed import vault
from models.vocabulary import ImportKind
from wub import clock
from wub.importing.judging import Task

LARGE = 2_000  # rows; a smaller list is read again in no time


@dataclass(frozen=True)
class _Kept:
    mark: str
    file_name: str
    sheets: list[list[bytes]]  # each: the sheet without its rows, then its rows as they were packed


_lock = Lock()
_last: _Kept | None = None


def mark_of(task: Task) -> str | None:
    """Of everything that decides a reading; None for lists of other kinds than people's, which are small."""
    if task.kind.kind is not ImportKind.PARTICIPANTS:
        return None
    decided = [task.digest, task.file_name, task.sheets, task.mapping, task.typed, task.headings]
    said = json.dumps([*decided, clock.today().isoformat()], sort_keys=True)
    return sha256(said.encode()).hexdigest()


def keep(task: Task, reading: ImportReading) -> None:
    """In place of what was kept before."""
    global _last
    mark = mark_of(task)
    rows = sum(sheet.data_rows for sheet in reading.sheets)
    if mark is None or rows < LARGE:
        return
    sheets = [
        [
            _sealed(pickle.dumps(replace(sheet, rows=())), mark),
            *(_sealed(pack, mark) for pack in _packs(sheet)),
        ]
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


def _packs(sheet: SheetReading) -> tuple[bytes, ...]:
    return (sheet.rows if isinstance(sheet.rows, PackedRows) else PackedRows(sheet.rows)).packs


def _sealed(plain: bytes, mark: str) -> bytes:
    return vault().seal(zlib.compress(plain, 1), bound_to=f"reading:{mark}")


def _unsealed(kept: bytes, mark: str) -> bytes:
    return zlib.decompress(vault().unseal(kept, bound_to=f"reading:{mark}"))


def _unfolded(packs: list[bytes], mark: str) -> SheetReading:
    """Each pack is let go as soon as it is open."""
    about, *rows = (_unsealed(packs.pop(0), mark) for _ in range(len(packs)))
    sheet: SheetReading = pickle.loads(about)  # noqa: S301  packed and sealed by this very process
    return replace(sheet, rows=PackedRows.of_packs(rows, sum(sheet.counts.values())))
