"""Visits of one consultant and day that may be one meeting, and what a group visit was made of."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import NamedTuple, TypeAlias
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from models.account import Account
from models.attachment import Attachment
from models.base import db
from models.plan import ActionItem
from models.visit import Visit, VisitAttendee, stands
from models.vocabulary import VisitOutcome, VisitState
from wub.visits.group_visits import Part
from wub.visits.queries import visible_to
from wub.visits.text_marks import words_of

Belonging: TypeAlias = ActionItem | Attachment


def of_the_day(consultant_id: int, day: date, account: Account) -> Sequence[Visit]:
    """Those that could be merged, by hour: sent, somebody was met, and no group visit yet."""
    part = aliased(Visit)
    merged = sa.exists().where(part.merged_into_id == Visit.id).correlate(Visit)
    query = sa.select(Visit).where(
        Visit.consultant_id == consultant_id,
        Visit.held_on == day,
        Visit.state != VisitState.DRAFT,
        Visit.outcome == VisitOutcome.MET,
        stands(Visit),
        ~merged,
        visible_to(account),
    )
    return db.session.scalars(query.order_by(Visit.starts_at, Visit.id)).all()


def part_of(visit: Visit) -> Part:
    return Part(visit.id, visit.starts_at, visit.ends_at, words_of(visit.problem, visit.advice))


def under_key(key: UUID) -> Visit | None:
    return db.session.scalar(sa.select(Visit).where(Visit.client_key == key))


def parts_chosen(visit_ids: Collection[int], account: Account) -> list[Visit]:
    query = sa.select(Visit).where(Visit.id.in_(visit_ids), visible_to(account))
    return list(db.session.scalars(query.order_by(Visit.starts_at, Visit.id)))


def parts(group_id: int) -> Sequence[Visit]:
    """The visits that a group visit was made of, by hour; none of a visit that was logged as it is."""
    query = sa.select(Visit).where(Visit.merged_into_id == group_id)
    return db.session.scalars(query.order_by(Visit.starts_at, Visit.id)).all()


def belongings(visit_id: int) -> list[Belonging]:
    """What was promised in the visit, and what proves it."""
    items = db.session.scalars(sa.select(ActionItem).where(ActionItem.visit_id == visit_id))
    proofs = db.session.scalars(sa.select(Attachment).where(Attachment.visit_id == visit_id))
    return [*items, *proofs]


class Sums(NamedTuple):
    """Before, and as one visit."""

    visits: int
    consultant: int  # minutes
    attending: int
    contact: int  # minutes of all who attended together
    longest: int
    shortest: int


def sums(chosen: Sequence[Visit]) -> Sums:
    among = VisitAttendee.visit_id.in_([one.id for one in chosen])
    each = sa.select(VisitAttendee.visit_id, sa.func.count()).where(among).group_by(VisitAttendee.visit_id)
    counted = {row[0]: row[1] for row in db.session.execute(each)}
    people = sa.select(sa.func.count(VisitAttendee.participation_id.distinct()))
    minutes = [one.contact_minutes for one in chosen]
    return Sums(
        visits=len(chosen),
        consultant=sum(minutes),
        attending=db.session.scalar(people.where(VisitAttendee.visit_id.in_([one.id for one in chosen])))
        or 0,
        contact=sum(one.contact_minutes * counted.get(one.id, 0) for one in chosen),
        longest=max(minutes, default=0),
        shortest=min(minutes, default=0),
    )
