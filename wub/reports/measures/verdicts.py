"""The verdicts of every indicator that has them, person by person."""

from __future__ import annotations

from wub.reports.measures.seen import Seen
from wub.reports.measures.sums import Sums

LISTED, UNIQUE, PROVISIONAL, SHARED = "listed", "unique", "provisional", "shared"


def add_heads(seen: Seen, sums: Sums) -> None:
    """I1: whether two rows without a NIK are one person is not known, so each counts."""
    heads, rows = sums["heads"], len(seen.cases)
    heads[LISTED] += rows
    if seen.first.enrolment.provisional:
        heads[PROVISIONAL] += rows
        return
    heads[UNIQUE] += 1
    heads[SHARED] += seen.shared


def add_verdicts(seen: Seen, sums: Sums) -> None:
    told: set[str] = set()
    for case in seen.cases:
        for code, outcome in case.judged.items():
            if code not in told:
                told.add(code)
                sums[code][outcome] += 1
