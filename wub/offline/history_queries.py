"""What visits and checkups have said of participants so far, as far as a consultant needs it in the field."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa

from models.base import db
from models.checkup import Checkup
from models.visit import Visit, VisitAttendee, stands
from models.vocabulary import Status, VisitMode, VisitOutcome, VisitState
from wub.clock import today


@dataclass
class History:
    last_visit_on: date | None = None
    next_visit_on: date | None = None
    visits_this_year: int = 0
    last_checkup_on: date | None = None
    status: Status = Status.NOT_ASKED
    status_on: date = date.min
    place: tuple[Any, Any] | None = None  # of the last visit on site that knew where it was

    def seen(self, status: Status, day: date) -> None:
        if status is not Status.NOT_ASKED and day >= self.status_on:
            self.status, self.status_on = status, day


def histories(participation_ids: Collection[int]) -> dict[int, History]:
    """Of visits that were sent, whoever made them; a day that has not come yet is not the last."""
    found: dict[int, History] = defaultdict(History)
    this_year = today().year
    for row in db.session.execute(_visits(participation_ids)):
        past = found[row.participation_id]
        past.next_visit_on = row.next_visit_on  # what the latest one announced
        if row.outcome is VisitOutcome.MET:
            past.last_visit_on = row.held_on
            past.visits_this_year += row.held_on.year == this_year
        if row.mode is VisitMode.ON_SITE and row.latitude is not None:
            past.place = row.latitude, row.longitude
        past.seen(row.status_seen, row.held_on)
    for row in db.session.execute(_checkups(participation_ids)):
        past = found[row.participation_id]
        past.last_checkup_on = row.as_of_date
        past.seen(row.status, row.as_of_date)
    return found


def _visits(participation_ids: Collection[int]) -> sa.Select[Any]:
    columns: list[Any] = [
        VisitAttendee.participation_id,
        VisitAttendee.status_seen,
        Visit.held_on,
        Visit.mode,
    ]
    columns += [Visit.outcome, Visit.next_visit_on, Visit.latitude, Visit.longitude]
    return (
        sa.select(*columns)
        .join(Visit, Visit.id == VisitAttendee.visit_id)
        .where(
            VisitAttendee.participation_id.in_(participation_ids),
            Visit.state != VisitState.DRAFT,
            stands(Visit),
            Visit.held_on <= today(),
        )
        .order_by(Visit.held_on, Visit.id)
    )


def _checkups(participation_ids: Collection[int]) -> sa.Select[Any]:
    columns: list[Any] = [Checkup.participation_id, Checkup.as_of_date, Checkup.status]
    return (
        sa.select(*columns)
        .where(Checkup.participation_id.in_(participation_ids), Checkup.as_of_date <= today())
        .order_by(Checkup.as_of_date, Checkup.id)
    )
