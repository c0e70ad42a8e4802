"""How few answers could turn "belum dapat dipastikan" into a verdict (common rule 8, turned round).

With s known successes, u unknown of n and a target T, K = ceil(T·n) successes reach it. K − s answers
"berhasil" settle Tercapai; s + u − K + 1 answers "tidak" leave the best case below K: Tidak tercapai.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil

from wub.measurement.rates import FEWEST_FOR_A_VERDICT, Counts


@dataclass(frozen=True)
class Tracing:
    """`reached_by` successes or `missed_by` failures among the unknown settle it; all answers surely do."""

    unknown: int
    reached_by: int
    missed_by: int

    @property
    def fewest(self) -> int:
        return min(self.reached_by, self.missed_by)


def tracing(counts: Counts, target: Decimal | None) -> Tracing | None:
    """None where the verdict stands already, or where none can be given."""
    if target is None or counts.n < FEWEST_FOR_A_VERDICT:
        return None
    wanted = ceil(Fraction(target) * counts.n)
    if not counts.success < wanted <= counts.success + counts.unknown:
        return None
    return Tracing(counts.unknown, wanted - counts.success, counts.success + counts.unknown - wanted + 1)
