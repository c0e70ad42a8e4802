"""Many rows in little memory: packed by the thousand, unpacked one thousand at a time while looked at."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import TypeVar, overload

from imports.collecting import no_collection

T = TypeVar("T")
ROWS_A_PACK = 1_000


class PackedRows(Sequence[T]):
    """Reads like a tuple; nobody changes a row in place.

    Unpacks only what it packed itself, in this process: what others send is never put in as bytes.
    """

    __slots__ = ("_length", "_opened", "_packs")

    def __init__(self, rows: Iterable[T] = ()) -> None:
        self._packs: list[bytes] = []
        self._length = 0
        self._opened: tuple[int, list[T]] = (-1, [])
        self.extend(rows)

    def extend(self, rows: Iterable[T]) -> None:
        begun = self._unpacked(len(self._packs) - 1) if self._length % ROWS_A_PACK else []
        if begun:
            self._packs.pop()
            self._length -= len(begun)
        waiting = chain(begun, rows)
        while some := list(islice(waiting, ROWS_A_PACK)):
            self._packs.append(pickle.dumps(some, protocol=5))
            self._length += len(some)
        self._opened = (-1, [])

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[T]:
        for number in range(len(self._packs)):
            with no_collection():
                some = self._unpacked(number)
            yield from some

    @property
    def packs(self) -> tuple[bytes, ...]:
        """For whoever keeps the rows elsewhere meanwhile, where nobody else can write."""
        return tuple(self._packs)

    @classmethod
    def of_packs(cls, packs: Iterable[bytes], length: int) -> PackedRows[T]:
        """What `packs` gave, in the same process."""
        rows: PackedRows[T] = cls()
        rows._packs, rows._length = list(packs), length
        return rows

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> list[T]: ...
    def __getitem__(self, at: int | slice) -> T | list[T]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(self._length))]
        position = at + self._length if at < 0 else at
        if not 0 <= position < self._length:
            raise IndexError(at)
        number, place = divmod(position, ROWS_A_PACK)
        if self._opened[0] != number:
            self._opened = number, self._unpacked(number)
        return self._opened[1][place]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(other) == len(self) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]  # as a list has none

    def _unpacked(self, number: int) -> list[T]:
        rows: list[T] = pickle.loads(self._packs[number])  # noqa: S301  packed by ourselves
        return rows
