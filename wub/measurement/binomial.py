"""Exact binomial limits: how far chance alone moves a count of n (I14)."""

from __future__ import annotations

from math import exp, lgamma, log
from typing import NamedTuple


class Limits(NamedTuple):
    low: int
    high: int


def cumulative(k: int, n: int, p: float) -> float:
    """The chance of at most k successes in n."""
    return min(1.0, sum(_chance(i, n, p) for i in range(k + 1)))


def limits(n: int, p: float, share: float) -> Limits:
    """Counts that hold `share` of all outcomes, by the lowest k whose cumulative chance reaches each tail."""
    tail = (1 - share) / 2
    return Limits(_lowest_reaching(tail, n, p), _lowest_reaching(1 - tail, n, p))


def _lowest_reaching(alpha: float, n: int, p: float) -> int:
    total = 0.0
    for k in range(n + 1):
        total += _chance(k, n, p)
        if total >= alpha:
            return k
    return n


def _chance(k: int, n: int, p: float) -> float:
    if p in (0.0, 1.0):
        return float(k == n * p)
    ways = lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)
    return exp(ways + k * log(p) + (n - k) * log(1 - p))
