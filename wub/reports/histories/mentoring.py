"""Visits, promises and who mentored whom."""

from __future__ import annotations

from datetime import date, time
from operator import attrgetter
from typing import Any, NamedTuple

import sqlalchemy as sa

from models.visit import stands
from models.vocabulary import VisitOutcome, VisitState
from wub.clock import day_of
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

    What a visit must be is looked at here: asked for it, a database would rather search all visits there are.
    """
    visit, attendee = table("visit"), table("visit_attendee")
    v = visit.c
    query = (
        sa.select(
            *(attendee.c.participation_id, v.held_on, v.id, v.starts_at, v.ends_at),
            *(v.state, v.outcome, v.reviewed_at),
        )
        .join_from(attendee, visit, v.id == attendee.c.visit_id)
        .where(
            stands(v, moment.known_by),
            *moment.recorded(visit),
            *moment.about(attendee.c.participation_id),
        )
    )
    found = [row for row in rows(query) if _met(row, moment) and row.participation_id in people.of]
    found.sort(key=attrgetter("held_on", "id"))
    return gathered(
        (people.of[row.participation_id], Contact(row.held_on, _minutes(row), _approved(row, moment)))
        for row in found
    )


def _met(row: Any, moment: Moment) -> bool:
    return row.held_on <= moment.as_of and row.outcome is VisitOutcome.MET and row.state in COUNTED


def _minutes(row: Any) -> int:
    return minutes_of(row.starts_at, row.ends_at)


def _approved(row: Any, moment: Moment) -> bool:
    if row.state is not VisitState.APPROVED:
        return False
    return row.reviewed_at is None or day_of(row.reviewed_at) <= moment.as_of


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
