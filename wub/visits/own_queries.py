"""A consultant's own last weeks: how many visits in which state, the time spent, and what may be asked."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa

from models.account import Account
from models.base import db
from models.visit import Visit, stands
from models.vocabulary import VisitState
from wub.clock import today
from wub.visits.integrity import Flag, Sign
from wub.visits.integrity_queries import flags_of
from wub.visits.queries import Attendance, Time, attendance, time_spent

WEEKS = 8
MOST = 400  # visits in eight weeks: seven a day


@dataclass(frozen=True)
class Summary:
    since: date
    states: dict[VisitState, int]
    time: Time
    asked: list[tuple[Any, list[Flag]]]  # visits with questions, newest first
    signs: dict[Sign, int]
    attendance: dict[int, Attendance]


def summary(account: Account) -> Summary:
    since = today() - timedelta(weeks=WEEKS)
    own = (Visit.consultant_id == account.id, Visit.held_on >= since)
    columns: list[Any] = [Visit.id, Visit.held_on, Visit.starts_at, Visit.state, Visit.explanation]
    newest = sa.select(*columns).where(*own, stands(Visit)).order_by(Visit.held_on.desc(), Visit.id.desc())
    rows = db.session.execute(newest.limit(MOST)).all()
    flags = flags_of([row.id for row in rows])
    asked = [(row, flags[row.id]) for row in rows if flags[row.id]]
    counted = Counter(flag.sign for _, found in asked for flag in found)
    states = Counter(row.state for row in rows)
    return Summary(
        since=since,
        states={state: states[state] for state in VisitState},
        time=time_spent(*own),
        asked=asked,
        signs={sign: counted[sign] for sign in Sign if counted[sign]},
        attendance=attendance([row.id for row, _ in asked], account),
    )
