"""A day that the phone's clock got wrong is corrected by somebody, never by itself."""

from __future__ import annotations

from models.account import Account
from models.visit import Visit
from wub.records import amend
from wub.visits import clock_queries, refusals
from wub.visits.queries import WAITING

WRONG_CLOCK = "jam HP salah"


def correct_day(visit: Visit, *, version: int | None, by: Account) -> None:
    """By the office's clock; the announced next visit moves along. How far the clock was off stays known."""
    if visit.consultant_id == by.id:
        raise refusals.OwnVisit
    if visit.state not in WAITING:
        raise refusals.NotWaiting
    held = clock_queries.really_held(visit)
    if held is None:
        raise refusals.ClockWasRight
    values = {"held_on": held.day, "starts_at": held.starts_at, "ends_at": held.ends_at}
    if visit.next_visit_on is not None:
        values["next_visit_on"] = visit.next_visit_on + (held.day - visit.held_on)
    amend(visit, values, version=version, by=by, action=clock_queries.CORRECTED, reason=WRONG_CLOCK)
