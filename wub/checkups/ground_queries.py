"""What the rules of a checkup ask of the register, for one participation or for many at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from typing import NamedTuple

import sqlalchemy as sa

from models.account import Account
from models.base import db
from models.checkup import Checkup
from models.visit import Visit, VisitAttendee, stands
from models.vocabulary import Answer, VisitState
from wub.checkups.queries import Known, judges
from wub.errors import NotFound
from wub.visits import participant_queries
from wub.visits.participant_queries import Participant

SALES = ("sales_last_month", "sales_typical_month", "sales_last_season")


class _Told(NamedTuple):
    """The later day counts, and of one day what was recorded later."""

    day: date
    id: int
    value: int


class Sales:
    """What checkups and visits told of the sales of some participations."""

    def __init__(self, participations: Collection[int]) -> None:
        self._told: dict[tuple[int, str], list[_Told]] = defaultdict(list)
        self._heard: dict[int, list[_Told]] = defaultdict(list)
        columns = [getattr(Checkup, name) for name in SALES]
        measured = sa.select(Checkup.participation_id, Checkup.as_of_date, Checkup.id, *columns).where(
            Checkup.participation_id.in_(participations),
            sa.or_(*(column.is_not(None) for column in columns)),
        )
        for participation, day, number, *values in db.session.execute(measured):
            self._note(participation, day, number, values)
        heard = (
            sa.select(VisitAttendee.participation_id, Visit.held_on, Visit.id, VisitAttendee.sales)
            .join(Visit, Visit.id == VisitAttendee.visit_id)
            .where(
                VisitAttendee.participation_id.in_(participations),
                VisitAttendee.sales_answer == Answer.KNOWN,
                Visit.state != VisitState.DRAFT,
                stands(Visit),
            )
        )
        for participation, day, number, value in db.session.execute(heard):
            self._heard[participation].append(_Told(day, number, value or 0))

    def note(self, checkup: Checkup) -> None:
        """Recorded since it was asked."""
        values = [getattr(checkup, name) for name in SALES]
        self._note(checkup.participation_id, checkup.as_of_date, checkup.id, values)

    def last(self, participation: int, name: str, *, until: date, without: int | None = None) -> Known | None:
        """The latest known number up to the day; sales of a month also from what a visit heard."""
        measured = [one for one in self._told[participation, name] if one.day <= until and one.id != without]
        found = [max(measured)] if measured else []
        if name == "sales_last_month":
            heard = [one for one in self._heard[participation] if one.day <= until]
            found += [max(heard)] if heard else []
        latest = max(found, key=lambda one: one.day, default=None)
        return Known(latest.value, latest.day) if latest else None

    def _note(self, participation: int, day: date, number: int, values: Iterable[int | None]) -> None:
        for name, value in zip(SALES, values, strict=True):
            if value is not None:
                self._told[participation, name].append(_Told(day, number, value))


class Ground:
    """`writer`: whose scope counts; `by`: who recorded, and is independent or not."""

    def __init__(self, participations: Collection[int], writer: Account, by: Account) -> None:
        seen = participant_queries.participants(participations, writer)
        self._participants = {one.id: one for one in seen}
        self.sales = Sales(participations)
        self._judges = judges(by)
        self._mentored = participant_queries.mentored_by(by.id, participations) if self._judges else set()

    def participant(self, participation: int) -> Participant:
        """Raises NotFound when absent or out of scope."""
        if participation not in self._participants:
            raise NotFound
        return self._participants[participation]

    def is_independent(self, participation: int) -> bool:
        """An officer or supervisor who never mentored the participant."""
        return self._judges and participation not in self._mentored
