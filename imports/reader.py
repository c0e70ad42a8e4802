"""The limited reader: a program of its own, started by `imports.child`, never imported by the application.

Standard library, `imports.limited` and python-calamine only. Input: the file on stdin. Output: pickled
messages: ("sheet", name, hidden, first_row), ("rows", [...]), ("told", width, marks), ("formulas", [...]),
("refused", code), ("end",).
"""

from __future__ import annotations

import contextlib
import io
import pickle
import sys
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

if __name__ == "__main__":  # the package, without what its __init__ loads for the application
    package = sys.modules["imports"] = ModuleType("imports")
    package.__path__ = [str(Path(__file__).parent)]

from imports.limited import ods, xls, xlsx
from imports.limited.facts import Facts, Refused

if TYPE_CHECKING:
    from imports.limited.facts import SheetFacts

ROWS_A_MESSAGE = 1_000
LARGEST_MEMORY = 20_000  # texts
LAST_ROW = 1_048_576


def main(kind: str, memory: int, seconds: int, rows: int, columns: int) -> None:
    limit_myself(memory, seconds)
    answer = sys.stdout.buffer
    try:
        for message in read(sys.stdin.buffer.read(), kind, rows, columns):
            pickle.dump(message, answer, protocol=5)
        pickle.dump(("end",), answer, protocol=5)
    except Refused as refused:
        pickle.dump(("refused", refused.args[0]), answer, protocol=5)
    except MemoryError:
        pickle.dump(("refused", "too_much_memory"), answer, protocol=5)
    answer.flush()


def limit_myself(memory: int, seconds: int) -> None:
    try:
        import resource
    except ImportError:
        return  # Windows: the clock of the parent is the only limit there
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))


def read(data: bytes, kind: str, max_rows: int, max_columns: int) -> Iterator[tuple[Any, ...]]:
    facts = look(data, kind, max_rows, max_columns)
    import python_calamine

    file, facts.cut = facts.cut or io.BytesIO(data), None
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(file)
    except python_calamine.PasswordError:
        raise Refused("encrypted") from None
    except Exception:  # any complaint of the parser means the same to the officer
        raise Refused("damaged") from None
    del data, file  # the parser has a copy of its own
    own = len(book.sheets_metadata) - facts.added
    for about in book.sheets_metadata[:own]:
        if about.typ != python_calamine.SheetTypeEnum.WorkSheet:
            continue
        told = facts.of(about.name)
        yield from sheet_messages(
            _pieces(book, about, told, own), about, told, kind, facts.since_1904, max_rows, max_columns
        )
        if told.uncalculated:
            yield ("formulas", told.uncalculated(max_columns))


def _pieces(book: Any, about: Any, told: SheetFacts, own: int) -> Iterator[Any]:
    """The sheet as the parser has it: as one, or in pieces that stand behind the file's `own` sheets."""
    try:
        yield book.get_sheet_by_name(about.name)
        for place in told.further:
            yield book.get_sheet_by_index(own + place)
    except Exception:
        raise Refused("damaged") from None


def look(data: bytes, kind: str, max_rows: int, max_columns: int) -> Facts:
    if kind == "xls":
        return xls.look(data)
    if kind == "ods":
        return ods.look(data, max_rows, max_columns)
    return xlsx.look(data)


def sheet_messages(
    pieces: Iterator[Any],
    about: Any,
    told: SheetFacts,
    kind: str,
    since_1904: bool,
    max_rows: int,
    max_columns: int,
) -> Iterator[tuple[Any, ...]]:
    hidden = not str(about.visible).endswith(".Visible")
    merged = list(told.merged)
    filled: set[int] = set()
    width = number = 0  # the number of the next row
    for piece in _within(pieces, max_rows, max_columns):
        if not told.merged:
            merged += [(r + 1, c, to + 1, last) for (r, c), (to, last) in piece.merged_cell_ranges or ()]
        if piece.start is None:
            continue
        (top, left), (_bottom, right) = piece.start, piece.end
        if not width:
            number = top + 1
            yield ("sheet", about.name, hidden, number)
        width = max(width, right + 1)
        between = ([""] * width for _ in range(number, top + 1))  # blank rows above this piece
        rows = chain(between, _cells(piece, top, left, kind))
        while some := list(islice(rows, ROWS_A_MESSAGE)):
            if told.check:
                filled.update(at for at, row in enumerate(some, number) if row.count("") != len(row))
            number += len(some)
            yield ("rows", some)
    if not width:
        yield ("sheet", about.name, hidden, 1)
    yield ("told", width, (tuple(told.hidden_rows), tuple(told.hidden_columns), tuple(merged), since_1904))
    if told.check:
        told.check(filled)


def _within(pieces: Iterator[Any], max_rows: int, max_columns: int) -> Iterator[Any]:
    """The pieces, none of which may go beyond what a sheet may have; rows are counted from 0 here."""
    first = last = -1
    for piece in pieces:
        if piece.start is not None:
            (top, _left), (bottom, right) = piece.start, piece.end
            if bottom >= LAST_ROW or top <= last:
                raise Refused("damaged")  # no office program counts so far, nor backwards
            first, last = top if first < 0 else first, bottom
            if last - first >= max_rows:
                raise Refused("too_many_rows")
            if right >= max_columns:
                raise Refused("too_many_columns")
        yield piece


def _cells(sheet: Any, top: int, left: int, kind: str) -> Iterator[list[Any]]:
    """Row by row, so that a large sheet is not held twice; from the first filled row, all from column A.

    Equal texts become one object: what repeats down a column is sent and kept once.
    """
    far = top > ROWS_A_MESSAGE  # the parser would unfold every blank row above
    rows = sheet.to_python(skip_empty_area=True) if far else islice(sheet.iter_rows(), top, None)
    before = [""] * left
    texts: dict[str, str] = {}
    once = texts.setdefault
    for row in rows:
        if len(texts) > LARGEST_MEMORY:
            texts.clear()
        cells = [once(cell, cell) if type(cell) is str else cell for cell in row]
        if kind == "xls":  # there a whole number comes as int, and a cell is never one
            cells = [float(cell) if type(cell) is int else cell for cell in cells]
        yield before + cells if left else cells


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:6]))
