"""Visits from a list: rows of one consultant, day, hour and manner are one visit with several attendees."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

import sqlalchemy as sa

from models import Visit, VisitAttendee
from models.base import db, new_key
from models.vocabulary import Answer, Confirmation, Status, VisitMode, VisitOutcome
from wub.importing.lists.named import Agencies, Consultants
from wub.importing.lists.people import Enrolled, People
from wub.importing.lists.rows import Context, Done, Row, Verdict, Waits, Writer, differing, record_of
from wub.visits.actions import AttendeeDraft, PromiseDraft, VisitDraft, log_visit
from wub.visits.ground_queries import Ground

NOT_WRITTEN = "Tidak tertulis di daftar yang diimpor"
ALIKE = ("outcome", "confirmation", "next_visit_on", "travel_minutes", "preparation_minutes")


class Same(NamedTuple):
    """One consultant is with one visit at a time."""

    consultant_id: int
    held_on: date
    starts_at: time
    mode: VisitMode


class VisitWriter(Writer):
    def __init__(self, context: Context) -> None:
        self.context = context
        self.people = People(context, Agencies(context))
        self.consultants = Consultants()

    def units(self, rows: Sequence[Row]) -> list[list[Row]]:
        self.people.learn(rows)
        together: dict[Any, list[Row]] = {}
        for row in rows:
            same = row.get("consultant").casefold(), row.get("held_on"), row.get("hours")[0], row.get("mode")
            together.setdefault(same, []).append(row)
        return list(together.values())

    def look_up(self, rows: Sequence[Row]) -> None:
        meant = {one.id for one in self.people.meant(rows)}
        consultants = set(self.consultants.numbers_of(rows))
        self.ground = Ground(meant, self.context.by, consultants)
        query = (
            sa.select(Visit.consultant_id, Visit.held_on, Visit.starts_at, Visit.mode, VisitAttendee)
            .join(Visit, Visit.id == VisitAttendee.visit_id)
            .where(
                Visit.consultant_id.in_(consultants),
                Visit.held_on.in_({row.get("held_on") for row in rows}),
                Visit.starts_at.in_({row.get("hours")[0] for row in rows}),
            )
        )
        self.standing: dict[Same, dict[int, VisitAttendee]] = defaultdict(dict)
        for *same, attendee in db.session.execute(query):
            self.standing[Same._make(same)][attendee.participation_id] = attendee

    def forget(self) -> None:
        """Whatever is known is looked up for each portion of rows."""

    def write(self, unit: list[Row]) -> list[Verdict]:
        consultant = self.consultants.find(unit[0])
        found = [self._person(row) for row in unit]
        if any(isinstance(one, Waits) for one in found):
            return [one if isinstance(one, Waits) else Waits("visit_waits") for one in found]
        people = [one for one in found if isinstance(one, Enrolled)]
        first = unit[0]
        same = Same(consultant.id, first.get("held_on"), first.get("hours")[0], first.get("mode"))
        standing = self.standing.get(same)
        if standing:
            return [_known(row, one, standing) for row, one in zip(unit, people, strict=True)]
        first_rows: dict[int, Row] = {}
        for row, one in zip(unit, people, strict=True):
            first_rows.setdefault(one.id, row)
        draft = _draft(unit, first_rows)
        visit = log_visit(draft, key=new_key(), by=consultant, entered_by=self.context.by, ground=self.ground)
        self.standing[same] |= {
            each.participation_id: VisitAttendee(visit_id=visit.id, **vars(each)) for each in draft.attendees
        }
        pairs = zip(unit, people, strict=True)
        return [_logged(visit, one.id, again=first_rows[one.id] is not row) for row, one in pairs]

    def _person(self, row: Row) -> Enrolled | Waits:
        try:
            return self.people.find(row)
        except Waits as waits:
            return waits


def _known(row: Row, one: Enrolled, standing: dict[int, VisitAttendee]) -> Verdict:
    attendee = standing.get(one.id)
    if attendee is None:
        return Waits("visit_without_this_one", "name")
    told = {"status_seen": row.get("status_seen"), "sales": row.number("sales")}
    labels = {"status_seen": "Keadaan usaha", "sales": "Penjualan bulan lalu"}
    return Done(
        ("visit", attendee.visit_id),
        known=True,
        otherwise=differing(attendee, told, labels),
        participation_id=one.id,
        shown_at=("visits.visit", {"visit_id": attendee.visit_id}),
    )


def _logged(visit: Visit, participation_id: int, *, again: bool) -> Done:
    address = ("visits.visit", {"visit_id": visit.id})
    return Done(record_of(visit), known=again, participation_id=participation_id, shown_at=address)


def _draft(unit: list[Row], first_rows: dict[int, Row]) -> VisitDraft:
    first = unit[0]
    shared = {name: _alike(unit, name) for name in ALIKE}
    ends = {end for row in unit if (end := _ends(row)) is not None}
    if len(ends) > 1:
        raise Waits("visit_differs", "hours")
    if not ends:
        raise Waits("ends_unknown", "hours")
    confirmation = shared["confirmation"] or Confirmation.NONE
    reason = _first(unit, "no_confirmation_reason") or NOT_WRITTEN
    topics = dict.fromkeys(topic.value for row in unit for topic in row.get("topics", ()))
    return VisitDraft(
        held_on=first.get("held_on"),
        starts_at=first.get("hours")[0],
        ends_at=ends.pop(),
        mode=first.get("mode"),
        outcome=shared["outcome"] or VisitOutcome.MET,
        confirmation=confirmation,
        no_confirmation_reason=reason if confirmation is Confirmation.NONE else None,
        place=_first(unit, "place"),
        attendees=tuple(_attendee(number, row) for number, row in first_rows.items()),
        topics=tuple(topics),
        travel_minutes=shared["travel_minutes"],
        preparation_minutes=shared["preparation_minutes"],
        next_visit_on=shared["next_visit_on"],
        promises=tuple(
            PromiseDraft(row.get("follow_up"), number, due_on=row.get("follow_up_by"))
            for number, row in first_rows.items()
            if row.get("follow_up")
        ),
        problem=_together(unit, "problem"),
        advice=_together(unit, "advice"),
    )


def _attendee(participation_id: int, row: Row) -> AttendeeDraft:
    sales = row.number("sales")
    return AttendeeDraft(
        participation_id,
        row.get("status_seen") or Status.NOT_ASKED,
        sales.value,
        sales.answer or Answer.NOT_ASKED,
    )


def _ends(row: Row) -> time | None:
    """As told in either column, or after so many minutes of the same day."""
    starts, ends = row.get("hours")
    if row.get("ends_at"):
        return row.get("ends_at")[0]  # type: ignore[no-any-return]
    if ends is not None:
        return ends  # type: ignore[no-any-return]
    if row.get("minutes") is None:
        return None
    after = datetime.combine(row.get("held_on"), starts) + timedelta(minutes=row.get("minutes"))
    return after.time() if after.date() == row.get("held_on") else None


def _alike(unit: list[Row], name: str) -> Any:
    said = {row.get(name) for row in unit} - {None}
    if len(said) > 1:
        raise Waits("visit_differs", name)
    return said.pop() if said else None


def _first(unit: list[Row], name: str) -> str | None:
    return next((row.get(name) for row in unit if row.get(name)), None)


def _together(unit: list[Row], name: str) -> str | None:
    """What several rows say of one visit, once each."""
    return "\n".join(dict.fromkeys(row.get(name) for row in unit if row.get(name))) or None
