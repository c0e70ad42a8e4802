"""Visits, promises and who mentored whom."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

import sqlalchemy as sa

from models.visit import stands
from models.vocabulary import VisitOutcome, VisitState
from wub.clock import WITA
from wub.measurement.dose import Contact, Promise
from wub.reports.histories.asking import Moment, People, gathered, rows, table

COUNTED = (VisitState.SENT, VisitState.REVIEWED, VisitState.APPROVED)


class Turn(NamedTuple):
    """A consultant's time with a participant, from its first day."""

    starts_on: date
    consultant_id: int


def minutes_of(starts: time, ends: time) -> int:
    """Of a visit, which never lasts beyond midnight."""
    return (ends.hour - starts.hour) * 60 + ends.minute - starts.minute


def contacts(moment: Moment, people: People) -> dict[int, list[Contact]]:
    """Person → visits at which they were met, of all offices. Approved later is not approved yet.

    What a visit must be is put so that no index can be looked through for it: a database would rather search
    all visits of a state that there are than the few of some people.
    """
    visit, attendee = table("visit"), table("visit_attendee")
    v = visit.c
    met = sa.and_(
        v.held_on <= moment.as_of,
        v.state.in_(COUNTED),
        v.outcome == VisitOutcome.MET,
        stands(v, moment.known_by),
    )
    until = datetime.combine(moment.as_of + timedelta(days=1), time(), WITA)
    approved = sa.and_(v.state == VisitState.APPROVED, sa.or_(v.reviewed_at.is_(None), v.reviewed_at < until))
    query = (
        sa.select(
            attendee.c.participation_id, v.held_on, v.starts_at, v.ends_at, sa.case((approved, 1), else_=0)
        )
        .join_from(attendee, visit, v.id == attendee.c.visit_id)
        .where(
            sa.case((met, 1), else_=0) == 1,
            *moment.recorded(visit),
            *moment.about(attendee.c.participation_id),
        )
    )
    found: dict[int, list[Contact]] = defaultdict(list)
    of = people.of
    for whose, held_on, starts, ends, counts in rows(query):
        if whose in of:
            found[of[whose]].append(Contact(held_on, minutes_of(starts, ends), counts == 1))
    return found


def promises(moment: Moment) -> dict[int, list[Promise]]:
    """Participation → what was promised by a day."""
    item = table("action_item")
    query = sa.select(item.c.participation_id, item.c.due_on, item.c.done_on).where(
        item.c.due_on.is_not(None), *moment.recorded(item), *moment.about(item.c.participation_id)
    )
    return gathered((row[0], Promise(row[1], row[2])) for row in rows(query.order_by(item.c.id)))


def turns(moment: Moment) -> dict[int, list[Turn]]:
    """Participation → its consultants, in order."""
    turn = table("assignment")
    query = sa.select(turn.c.participation_id, turn.c.starts_on, turn.c.consultant_id).where(
        turn.c.starts_on <= moment.as_of, *moment.recorded(turn), *moment.about(turn.c.participation_id)
    )
    ordered = query.order_by(turn.c.starts_on, turn.c.id)
    return gathered((row[0], Turn(row[1], row[2])) for row in rows(ordered))
