"""The median of many values that are counted already."""

from __future__ import annotations

from collections.abc import Sequence


def median(ordered: Sequence[tuple[float, int]]) -> float | None:
    """Of values with how often each comes, the smallest first; None of nothing."""
    every = sum(number for _value, number in ordered)
    if not every:
        return None
    low, high = at(ordered, (every - 1) // 2), at(ordered, every // 2)
    return float(low) if low == high else (low + high) / 2


def at(ordered: Sequence[tuple[float, int]], place: int) -> float:
    """The value that stands at a place, counted from nought."""
    passed = 0
    for value, number in ordered:
        passed += number
        if place < passed:
            return value
    raise IndexError(place)
