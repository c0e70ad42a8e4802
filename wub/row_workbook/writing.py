"""Streams the rows into the frame: nothing but one batch is ever held."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile

from wub.row_workbook.cells import makers, rows_xml
from wub.row_workbook.columns import Column, Summary

MOST_ROWS = 1_048_575  # a sheet holds one more, the heading
LEVEL = 2  # of compression: nearly as small as 6, at a third of the work

Batch = Sequence[Sequence[Any]]
_NOTHING = Summary("", (), "", ())


def write(
    file: IO[bytes],
    columns: Sequence[Column],
    batches: Iterable[Batch],
    *,
    name: str,
    summary: Callable[[int], Summary],
    most: int = MOST_ROWS,
) -> int:
    """The number of rows. `summary` is asked when all of them have passed, and told how many they were."""
    from wub.row_workbook.frame import Frame, row_sheet  # openpyxl: 20 MB that few processes ever need

    lengths: list[int] = []
    with ZipFile(file, "w", ZIP_DEFLATED, compresslevel=LEVEL) as archive:
        for sheet in _sheets(batches, most):
            lengths.append(0)
            number = len(lengths) - 1
            opened = Frame(columns, name, _NOTHING, [1] * len(lengths))
            make = makers(columns, opened.styles)
            with archive.open(row_sheet(number), "w") as entry:
                entry.write(opened.around(number)[0])
                for batch in sheet:
                    entry.write(rows_xml(batch, make))
                    lengths[number] += len(batch)
                entry.write(Frame(columns, name, _NOTHING, lengths).around(number)[1])
        rows = sum(lengths)
        for part, content in Frame(columns, name, summary(rows), lengths).others():
            archive.writestr(part, content)
    return rows


def _sheets(batches: Iterable[Batch], most: int) -> Iterable[Iterable[Batch]]:
    """The batches of each sheet; a list without rows has one sheet too."""
    coming = iter(batches)
    waiting: list[Batch] = []

    def of_one_sheet() -> Iterable[Batch]:
        room = most
        while True:
            batch = waiting.pop() if waiting else next(coming, None)
            if batch is None:
                return
            if len(batch) > room:
                waiting.append(batch)
                return
            room -= len(batch)
            yield batch

    yield of_one_sheet()
    while waiting:
        yield of_one_sheet()
