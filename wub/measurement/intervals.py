"""The Wilson score interval of a proportion (common rule 6)."""

from __future__ import annotations

from math import sqrt
from typing import NamedTuple

Z_95 = 1.959964


class Interval(NamedTuple):
    low: float
    high: float


def wilson(successes: int, n: int, z: float = Z_95) -> Interval:
    """Chance variation round successes/n; stays inside 0 to 1 and is never empty at 0 % or 100 %.

    For a cohort counted in full it says how far chance alone could have moved the share.
    """
    if n < 1 or not 0 <= successes <= n:
        raise ValueError(f"no share of {successes} in {n}")
    p = successes / n
    spread = z * z / n
    centre = (p + spread / 2) / (1 + spread)
    half = z * sqrt(p * (1 - p) / n + spread / (4 * n)) / (1 + spread)
    # At the ends the formula gives 0 and 1 exactly; only rounding keeps it from saying so.
    low = 0.0 if successes == 0 else max(0.0, centre - half)
    high = 1.0 if successes == n else min(1.0, centre + half)
    return Interval(low, high)
