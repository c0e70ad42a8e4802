"""Visits as work: how many, in which state, and how long, apart from whom they reached."""

from __future__ import annotations

from datetime import timedelta
from typing import NamedTuple

import sqlalchemy as sa

from models.visit import stands
from models.vocabulary import VisitOutcome, VisitState
from wub.reports.histories.asking import Moment, rows, table
from wub.reports.histories.mentoring import minutes_of

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
    visit = table("visit")
    v = visit.c
    query = sa.select(v.state, v.outcome, v.consultant_id, v.held_on, v.starts_at, v.ends_at).where(
        v.held_on <= moment.as_of,
        v.state != VisitState.DRAFT,
        stands(v, moment.known_by),
        *moment.recorded(visit),
    )
    counts = dict.fromkeys(("visits", "approved", "waiting", "returned", "nobody_home", "minutes"), 0)
    lately: set[int] = set()
    for state, outcome, consultant, held_on, starts, ends in rows(query):
        counts["visits"] += 1
        counts["nobody_home"] += outcome is not VisitOutcome.MET
        counts["returned"] += state is VisitState.RETURNED
        counts["waiting"] += state in (VisitState.SENT, VisitState.REVIEWED)
        if state is VisitState.APPROVED:
            counts["approved"] += 1
            if outcome is VisitOutcome.MET:
                counts["minutes"] += minutes_of(starts, ends)
        if held_on > moment.as_of - LATELY:
            lately.add(consultant)
    return Work(**counts, consultants=len(lately))
