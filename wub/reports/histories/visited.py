"""Visits as work: how many, in which state, and how long, apart from whom they reached."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import NamedTuple

import sqlalchemy as sa

from models.visit import stands
from models.vocabulary import VisitOutcome, VisitState
from wub.reports.histories.asking import Moment, rows, table
from wub.reports.histories.city_days import minute_of_day

LATELY = timedelta(days=90)


class Work(NamedTuple):
    """Everything held until the day. Hours of a group visit count once for the consultant."""

    visits: int
    approved: int
    waiting: int  # sent or reviewed, not approved yet
    returned: int
    nobody_home: int
    minutes: int  # of approved visits at which somebody was met
    consultants: int  # with a visit in the last ninety days


def work(moment: Moment) -> Work:
    """Added up by the database: there are ten times as many visits as people."""
    visit = table("visit")
    v = visit.c
    held = [
        v.held_on <= moment.as_of,
        v.state != VisitState.DRAFT,
        stands(v, moment.known_by),
        *moment.recorded(visit),
    ]
    minutes = sa.func.sum(minute_of_day(v.ends_at) - minute_of_day(v.starts_at))
    counts: Counter[str] = Counter()
    for state, outcome, number, spent in rows(
        sa.select(v.state, v.outcome, sa.func.count(), minutes).where(*held).group_by(v.state, v.outcome)
    ):
        met, approved = outcome is VisitOutcome.MET, state is VisitState.APPROVED
        counts["visits"] += number
        counts["nobody_home"] += 0 if met else number
        counts["returned"] += number if state is VisitState.RETURNED else 0
        counts["waiting"] += number if state in (VisitState.SENT, VisitState.REVIEWED) else 0
        counts["approved"] += number if approved else 0
        counts["minutes"] += int(spent) if approved and met else 0
    lately = sa.select(sa.func.count(v.consultant_id.distinct())).where(
        *held, v.held_on > moment.as_of - LATELY
    )
    told = {name: counts[name] for name in Work._fields if name != "consultants"}
    return Work(**told, consultants=next(iter(rows(lately)))[0])
