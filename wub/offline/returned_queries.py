"""Visits that a reviewer sent back, as the phone needs them to correct them. Sales stay in the office."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from models.account import Account
from models.base import db
from models.visit import Visit, stands
from models.vocabulary import VisitState
from wub.visits import queries

MOST = 100
PLAIN = (
    *("mode", "outcome", "place", "accuracy_m", "accuracy_note", "topics", "problem", "advice"),
    *("confirmation", "no_confirmation_reason", "travel_minutes", "preparation_minutes"),
)


def returned(account: Account) -> list[dict[str, Any]]:
    """`content` is what a visit says, in the words of phones; its version goes back as `replaces`."""
    query = (
        sa.select(Visit)
        .where(Visit.consultant_id == account.id, Visit.state == VisitState.RETURNED, stands(Visit))
        .order_by(Visit.held_on, Visit.id)
        .limit(MOST)
    )
    visits = db.session.scalars(query).all()
    names = queries.attendance([visit.id for visit in visits], account)
    return [
        {
            "key": str(visit.client_key),
            "id": visit.id,
            "version": visit.version,
            "held_on": visit.held_on.isoformat(),
            "review_note": visit.review_note,
            "names": names[visit.id].names,
            "content": content_of(visit),
        }
        for visit in visits
    ]


def content_of(visit: Visit) -> dict[str, Any]:
    said = {name: getattr(visit, name) for name in PLAIN}
    return said | {
        "held_on": visit.held_on.isoformat(),
        "starts_at": f"{visit.starts_at:%H:%M}",
        "ends_at": f"{visit.ends_at:%H:%M}",
        "latitude": None if visit.latitude is None else float(visit.latitude),
        "longitude": None if visit.longitude is None else float(visit.longitude),
        "next_visit_on": None if visit.next_visit_on is None else visit.next_visit_on.isoformat(),
        "attendees": [
            {"participation_id": row.participation_id, "status_seen": row.status_seen.value}
            for row in queries.attendee_rows(visit.id)
        ],
        "action_items": [
            {
                "key": str(item.client_key),
                "participation_id": item.participation_id,
                "text": item.text,
                "owner": item.owner.value,
                "due_on": None if item.due_on is None else item.due_on.isoformat(),
            }
            for item in queries.items_of(visit.id)
        ],
    }
