"""Attempts that found nobody, since the participant was met last: attempts, never closures."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

import sqlalchemy as sa

from models.base import db
from models.visit import Visit, VisitAttendee, stands
from models.vocabulary import VisitMode, VisitOutcome, VisitState

ENOUGH = 3  # after so many, "tidak ditemukan" may be said


class Attempt(NamedTuple):
    participation_id: int
    visit_id: int
    held_on: date
    mode: VisitMode


def attempts(participations: Collection[int], *, until: date | None = None) -> dict[int, list[Attempt]]:
    """Participation → its attempts since the last meeting, the first first; those without any are absent."""
    if not participations:
        return {}
    query = (
        sa.select(VisitAttendee.participation_id, Visit.id, Visit.held_on, Visit.mode, Visit.outcome)
        .join(Visit, Visit.id == VisitAttendee.visit_id)
        .where(
            VisitAttendee.participation_id.in_(participations),
            Visit.state != VisitState.DRAFT,
            stands(Visit),
        )
        .order_by(Visit.held_on, Visit.starts_at, Visit.id)
    )
    if until is not None:
        query = query.where(Visit.held_on <= until)
    found: dict[int, list[Attempt]] = {}
    for joined, visit_id, held_on, mode, outcome in db.session.execute(query):
        if outcome is VisitOutcome.MET:
            found.pop(joined, None)
        else:
            found.setdefault(joined, []).append(Attempt(joined, visit_id, held_on, mode))
    return found
