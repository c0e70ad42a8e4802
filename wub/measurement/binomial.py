"""Exact binomial limits: how far chance alone moves a count of n (I14)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from math import exp, lgamma, log, sqrt
from typing import NamedTuple

NOTHING_BELOW = 12  # standard deviations under the mean: less than any number here could tell


class Limits(NamedTuple):
    low: int
    high: int


def cumulative(k: int, n: int, p: float) -> float:
    """The chance of at most k successes in n."""
    return min(1.0, sum(_chance(i, n, p) for i in range(k + 1)))


@lru_cache(maxsize=1 << 12)  # a page draws the same limits each time it is looked at
def limits(n: int, p: float, share: float) -> Limits:
    """Counts that hold `share` of all outcomes, by the lowest k whose cumulative chance reaches each tail."""
    tail = (1 - share) / 2
    ends: list[int] = []
    for k, total in _totals(n, p):
        while len(ends) < 2 and total >= (tail, 1 - tail)[len(ends)]:
            ends.append(k)
        if len(ends) == 2:
            break
    low, high = (*ends, n, n)[:2]
    return Limits(low, high)


def _totals(n: int, p: float) -> Iterator[tuple[int, float]]:
    """Each count with the chance of at most so many, from where that chance begins to be anything at all."""
    start = max(0, int(n * p - NOTHING_BELOW * (sqrt(n * p * (1 - p)) + 1)))
    chance = _chance(start, n, p)
    total, odds = chance, p / (1 - p) if p < 1 else 0.0
    yield start, total
    for k in range(start, n):
        chance = chance * (n - k) / (k + 1) * odds if 0 < p < 1 else _chance(k + 1, n, p)
        total += chance
        yield k + 1, total


def _chance(k: int, n: int, p: float) -> float:
    if p in (0.0, 1.0):
        return float(k == n * p)
    ways = lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)
    return exp(ways + k * log(p) + (n - k) * log(1 - p))
