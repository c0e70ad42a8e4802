"""Starts the limited reader process and takes its rows, trusting nothing it says beyond plain cells."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from imports.collecting import no_collection
from imports.grid import Cell, Formula, Marks, Row, Sheet
from imports.packed import PackedRows
from imports.refusals import SENTENCES, FileRefused

if TYPE_CHECKING:
    from imports.workbook import Limits

_READER = Path(__file__).with_name("reader.py")
_HARMLESS = {"date", "datetime", "time", "timedelta"}


def read_in_child(data: bytes, kind: str, limits: Limits) -> list[Sheet]:
    """A process of its own: it sees neither our settings nor our database, and may die without harm.

    A plain subprocess, not multiprocessing, which would start the application's main module again on Windows.
    """
    amounts = (limits.memory_bytes, limits.seconds, limits.rows, limits.columns)
    process = subprocess.Popen(  # noqa: S603  our own interpreter and file, no shell
        [sys.executable, "-I", str(_READER), kind, *map(str, amounts)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={name: os.environ[name] for name in ("SYSTEMROOT", "PATH") if name in os.environ},
    )
    if process.stdin is None or process.stdout is None:
        raise RuntimeError("the reader was started without pipes")
    late = threading.Event()

    def stop() -> None:
        late.set()
        process.kill()

    watch = threading.Timer(limits.seconds, stop)
    feeder = threading.Thread(target=_feed, args=(process.stdin, data), daemon=True)
    watch.start()
    feeder.start()
    try:
        with no_collection():
            return _take(process.stdout)
    except (EOFError, OSError, pickle.UnpicklingError):
        raise FileRefused("too_slow" if late.is_set() else "too_much_memory") from None
    finally:
        watch.cancel()
        process.kill()
        process.wait()
        feeder.join()
        process.stdout.close()


def _feed(pipe: IO[bytes], data: bytes) -> None:
    try:
        with pipe:
            pipe.write(data)
    except OSError:
        pass  # the reader went away first; its silence is judged where its answer is read


class _PlainCells(pickle.Unpickler):
    """Cells are text, numbers and times; a reader that was taken over could not hand us anything else."""

    def find_class(self, module: str, name: str) -> Any:
        if module == "datetime" and name in _HARMLESS:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is not a cell")


def _take(pipe: IO[bytes]) -> list[Sheet]:
    sheets: list[Sheet] = []
    rows: PackedRows[Row] = PackedRows()  # of the last sheet
    while True:
        word, *rest = _PlainCells(pipe).load()
        if word == "end":
            return sheets
        if word == "refused":
            raise FileRefused(rest[0] if rest[0] in SENTENCES else "damaged")
        if word == "sheet":
            name, hidden, first_row = rest
            rows = PackedRows()
            sheets.append(Sheet(name, rows, first_row, hidden))
        elif word == "rows":
            rows.extend(rest[0])
        elif word == "told":
            width, marks = rest
            sheets[-1] = replace(sheets[-1], width=width, marks=Marks(*marks))
        elif word == "formulas" and rest[0]:
            whole = list(rows)
            _put_formulas(whole, sheets[-1].first_row, rest[0])
            sheets[-1] = replace(sheets[-1], rows=PackedRows(whole))


def _put_formulas(rows: list[Row], first_row: int, formulas: list[tuple[int, int, float | str]]) -> None:
    for number, column, value in formulas:
        position = number - first_row
        while len(rows) <= position:
            rows.append([])
        row = rows[position]
        row.extend([""] * (column + 1 - len(row)))
        cell: Cell = Formula("=" + value) if isinstance(value, str) else value
        row[column] = cell
