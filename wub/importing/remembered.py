"""A function of a value that comes again and again, such as a day or a code: worked out once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

LARGEST = 50_000


def remembered(work: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """For one bulk insert only, so that nothing of a list stays in memory after it."""
    known: dict[Any, Any] = {}

    def look(value: Any) -> Any:
        try:
            return known[value]
        except KeyError:
            if len(known) > LARGEST:
                known.clear()
            found = known[value] = work(value)
            return found

    return look
