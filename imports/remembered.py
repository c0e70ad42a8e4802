"""A function of a value that comes again and again, such as a day or a code: worked out once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")
LARGEST = 4_000  # a column of ever new values must not fill the memory: nothing more is learnt then


def remembered(work: Callable[[Any], T]) -> Callable[[Any], T]:
    """For one list only, so that nothing of it stays in memory afterwards.

    The kind of the value belongs to what is remembered: 1.0 is not True, a formula is not text.
    """
    known: dict[tuple[type, Any], T] = {}

    def look(value: Any) -> T:
        asked = value.__class__, value
        try:
            return known[asked]
        except KeyError:
            found = work(value)
            if len(known) < LARGEST:
                known[asked] = found
            return found

    return look
