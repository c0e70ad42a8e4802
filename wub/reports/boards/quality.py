"""What is missing, what waits for somebody, and how few answers would settle each open verdict."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wub.measurement.tracing import Tracing, tracing
from wub.reports.ground import Ground
from wub.reports.histories.gaps import Missing, Waiting


@dataclass(frozen=True)
class Quality:
    missing: tuple[Missing, ...]  # by office, as filled in when it was asked
    waiting: Waiting
    tracing: Mapping[str, Tracing]  # scope code → only where the verdict of I2 is open


def quality(ground: Ground) -> Quality:
    found = {}
    for line in ground.lines:
        goal = line.success.goal
        open_verdict = tracing(line.success.rate.counts, goal.value if goal else None)
        if open_verdict is not None:
            found[line.scope.code] = open_verdict
    return Quality(ground.missing, ground.waiting, found)
