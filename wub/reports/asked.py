"""What a question is answered from: a frozen day if the address names one, else the day itself."""

from __future__ import annotations

from wub.reports.forms import Question
from wub.reports.remembered import remembered_standing
from wub.reports.report import Report, report
from wub.reports.snapshots import queries
from wub.reports.snapshots.packed import standing_of
from wub.reports.standing import Frozen, Standing


def standing_for(asked: Question) -> Standing:
    """Raises NotFound for a snapshot that is not there or not frozen yet."""
    if asked.snapshot is not None:
        return standing_of(queries.snapshot(asked.snapshot))
    return remembered_standing(asked.as_of)


def report_for(asked: Question) -> tuple[Report, Frozen | None]:
    """I1 and I2 only: quick. With the snapshot they come from, if they do."""
    if asked.snapshot is None:
        return report(asked.as_of), None
    kept = standing_for(asked)
    return kept.report, kept.frozen
