"""What a consultant leaves behind with each participant: promises, announced visits and drafts."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

import sqlalchemy as sa

from models.base import db
from models.plan import ActionItem
from models.visit import Visit, VisitAttendee, stands
from models.vocabulary import VisitState
from wub.clock import today


class Unfinished(NamedTuple):
    """With one participant."""

    items: int = 0
    overdue: int = 0
    next_visit_on: date | None = None  # as the last visit announced it
    last_visit_on: date | None = None
    drafts: int = 0  # visits that the consultant has not sent, or got back

    @property
    def is_something(self) -> bool:
        return bool(self.items or self.next_visit_on or self.drafts)


def unfinished(consultant_id: int, participations: Collection[int]) -> dict[int, Unfinished]:
    """Of every participation asked for."""
    items, overdue = _items(participations)
    last = _last_visits(participations)
    drafts = _drafts(consultant_id, participations)
    nothing = (None, None)
    return {
        one: Unfinished(
            items.get(one, 0),
            overdue.get(one, 0),
            last.get(one, nothing)[1],
            last.get(one, nothing)[0],
            drafts.get(one, 0),
        )
        for one in participations
    }


def visits_this_month(consultants: Collection[int], participations: sa.Select[int]) -> dict[int, int]:
    """Consultant → visits since the first of the month, with anybody of those participations."""
    query = (
        sa.select(Visit.consultant_id, sa.func.count(sa.distinct(Visit.id)))
        .join(VisitAttendee, VisitAttendee.visit_id == Visit.id)
        .where(
            Visit.consultant_id.in_(consultants),
            Visit.held_on >= today().replace(day=1),
            Visit.state != VisitState.DRAFT,
            stands(Visit),
            VisitAttendee.participation_id.in_(participations),
        )
        .group_by(Visit.consultant_id)
    )
    return dict(db.session.execute(query).all())


def _items(participations: Collection[int]) -> tuple[dict[int, int], dict[int, int]]:
    late = sa.func.sum(sa.case((ActionItem.due_on < today(), 1), else_=0))
    query = (
        sa.select(ActionItem.participation_id, sa.func.count(), late)
        .where(ActionItem.participation_id.in_(participations), ActionItem.done_on.is_(None))
        .group_by(ActionItem.participation_id)
    )
    rows = db.session.execute(query).all()
    return {joined: number for joined, number, _late in rows}, {
        joined: late for joined, _number, late in rows
    }


def _last_visits(participations: Collection[int]) -> dict[int, tuple[date, date | None]]:
    """Participation → when it was visited last, and which day that visit announced."""
    query = (
        sa.select(VisitAttendee.participation_id, Visit.held_on, Visit.next_visit_on)
        .join(Visit, Visit.id == VisitAttendee.visit_id)
        .where(
            VisitAttendee.participation_id.in_(participations),
            Visit.state != VisitState.DRAFT,
            stands(Visit),
        )
        .order_by(Visit.held_on, Visit.id)
    )
    return {joined: (held, following) for joined, held, following in db.session.execute(query)}


def _drafts(consultant_id: int, participations: Collection[int]) -> dict[int, int]:
    query = (
        sa.select(VisitAttendee.participation_id, sa.func.count())
        .join(Visit, Visit.id == VisitAttendee.visit_id)
        .where(
            VisitAttendee.participation_id.in_(participations),
            Visit.consultant_id == consultant_id,
            Visit.state.in_((VisitState.DRAFT, VisitState.RETURNED)),
            stands(Visit),
        )
        .group_by(VisitAttendee.participation_id)
    )
    return dict(db.session.execute(query).all())
