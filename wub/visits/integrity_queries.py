"""What the database knows that bears on some visits: fed to the rules of `integrity`, a page at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from models.base import db
from models.business import Business
from models.participation import Participation
from models.visit import Visit, VisitAttendee, stands
from models.vocabulary import Confirmation, VisitMode, VisitOutcome, VisitState
from wub.clock import day_of
from wub.visits.confirmation_queries import Standing, standings
from wub.visits.integrity import Facts, Flag, Like, OfTheDay, Position, flags
from wub.visits.photo_queries import shared_photos
from wub.visits.text_queries import alike_texts

_OF_THE_DAY = ("id", "starts_at", "ends_at", "outcome", "latitude", "longitude", "accuracy_m")


def flags_of(visit_ids: Collection[int]) -> dict[int, list[Flag]]:
    """Asked anew each time: a corrected hour or place takes its question away at once."""
    return {visit_id: flags(facts) for visit_id, facts in facts_of(visit_ids).items()}


def facts_of(visit_ids: Collection[int]) -> dict[int, Facts]:
    columns: list[Any] = [getattr(Visit, name) for name in _OF_THE_DAY]
    columns += [
        Visit.clock_offset,
        Visit.held_on,
        Visit.mode,
        Visit.confirmation,
        Visit.created_at,
        Visit.consultant_id,
    ]
    rows = db.session.execute(sa.select(*columns).where(Visit.id.in_(visit_ids))).all()
    others, businesses = _others_of_the_day(visit_ids), _businesses(visit_ids)
    first_entered, texts, photos = _first_entered(visit_ids), alike_texts(visit_ids), _photos(visit_ids)
    answers = standings(visit_ids)
    return {
        row.id: Facts(
            visit=_of_the_day(row),
            held_on=row.held_on,
            entered_on=day_of(min(row.created_at, first_entered.get(row.id, row.created_at))),
            confirmed=row.confirmation is not Confirmation.NONE or answers.get(row.id) is Standing.PROVED,
            on_site=row.mode is VisitMode.ON_SITE,
            day=others[row.id],
            businesses=businesses[row.id],
            text=texts.get(row.id),
            photo=photos.get(row.id),
            denied=answers.get(row.id) is Standing.DENIED,
            code_fits=answers.get(row.id) is not Standing.UNPROVED,
            clock_off=None if row.clock_offset is None else timedelta(seconds=row.clock_offset),
        )
        for row in rows
    }


def told(visit_ids: Collection[int]) -> Mapping[int, tuple[int, date]]:
    """Consultant and day."""
    query = sa.select(Visit.id, Visit.consultant_id, Visit.held_on).where(Visit.id.in_(visit_ids))
    return {row[0]: (row[1], row[2]) for row in db.session.execute(query)}


def _of_the_day(row: Any) -> OfTheDay:
    place = None
    if row.latitude is not None and row.longitude is not None:
        place = Position(float(row.latitude), float(row.longitude), row.accuracy_m or 0)
    return OfTheDay(row.id, row.starts_at, row.ends_at, row.outcome is VisitOutcome.MET, place)


def _others_of_the_day(visit_ids: Collection[int]) -> dict[int, list[OfTheDay]]:
    """Of the same consultant; what is still a draft has not been said."""
    mine, other = aliased(Visit), aliased(Visit)
    columns: list[Any] = [getattr(other, name) for name in _OF_THE_DAY]
    query = (
        sa.select(mine.id.label("beside"), *columns)
        .join(other, sa.and_(other.consultant_id == mine.consultant_id, other.held_on == mine.held_on))
        .where(mine.id.in_(visit_ids), other.id != mine.id, other.state != VisitState.DRAFT, stands(other))
        .order_by(other.starts_at, other.id)
    )
    found: dict[int, list[OfTheDay]] = defaultdict(list)
    for row in db.session.execute(query):
        found[row.beside].append(_of_the_day(row))
    return found


def _businesses(visit_ids: Collection[int]) -> dict[int, list[Position]]:
    query = (
        sa.select(VisitAttendee.visit_id, Business.latitude, Business.longitude)
        .join(Participation, Participation.id == VisitAttendee.participation_id)
        .join(Business, Business.id == Participation.business_id)
        .where(
            VisitAttendee.visit_id.in_(visit_ids),
            Business.latitude.is_not(None),
            Business.longitude.is_not(None),
        )
    )
    found: dict[int, list[Position]] = defaultdict(list)
    for visit_id, latitude, longitude in db.session.execute(query):
        found[visit_id].append(Position(float(latitude or 0), float(longitude or 0)))
    return found


def _first_entered(visit_ids: Collection[int]) -> dict[int, datetime]:
    """A group visit was entered when the first of its parts was."""
    query = sa.select(Visit.merged_into_id, sa.func.min(Visit.created_at)).where(
        Visit.merged_into_id.in_(visit_ids)
    )
    found = db.session.execute(query.group_by(Visit.merged_into_id))
    return {group: entered for group, entered in found if group is not None}


def _photos(visit_ids: Collection[int]) -> dict[int, Like]:
    shared = shared_photos(visit_ids)
    known = told({number for one in shared for number in (one.visit_id, one.other_id)})
    return {
        one.visit_id: Like(
            one.other_id,
            held_on=known[one.other_id][1],
            same_consultant=known[one.other_id][0] == known[one.visit_id][0],
            share=1 - one.apart / 64,
        )
        for one in shared
    }
