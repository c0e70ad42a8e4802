"""Whether a number is so far from the last one that somebody should look twice. Pure."""

from __future__ import annotations

TIMES = 5


def is_far(last: int | None, now: int | None) -> bool:
    """Outside a fifth to five times of the last known; from nothing no ratio can be told."""
    if last is None or now is None or last == 0:
        return False
    return now * TIMES < last or now > last * TIMES
