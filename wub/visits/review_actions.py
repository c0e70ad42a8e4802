"""Judging a visit: looked at, returned, approved. Nobody judges his own, or what he brought in."""

from __future__ import annotations

from typing import Any

from models.account import Account
from models.visit import Visit
from models.vocabulary import VisitState
from wub.clock import now
from wub.records import amend
from wub.visits import clock_queries, queries, refusals
from wub.visits.queries import WAITING


def look_at(visit: Visit, *, version: int | None, note: str | None = None, by: Account) -> None:
    """Somebody is on it; the decision is still open."""
    _judge(visit, VisitState.REVIEWED, version=version, note=note, by=by, action="visit:review")


def give_back(visit: Visit, *, version: int | None, reason: str | None, by: Account) -> None:
    if not reason:
        raise refusals.ReasonNeeded
    _judge(visit, VisitState.RETURNED, version=version, note=reason, by=by, action="visit:return")


def approve(visit: Visit, *, version: int | None, note: str | None = None, by: Account) -> None:
    if clock_queries.is_ahead(visit):
        raise refusals.StillAhead
    _judge(visit, VisitState.APPROVED, version=version, note=note, by=by, action="visit:approve")


def _judge(
    visit: Visit, state: VisitState, *, version: int | None, note: str | None, by: Account, action: str
) -> None:
    if visit.consultant_id == by.id:
        raise refusals.OwnVisit
    if queries.brought_in_by(visit.id) == by.id:
        raise refusals.BroughtInByYou
    if visit.state not in WAITING:
        raise refusals.NotWaiting
    values: dict[str, Any] = {
        "state": state,
        "reviewed_by_id": by.id,
        "reviewed_at": now(),
        "review_note": note,
    }
    amend(visit, values, version=version, by=by, action=action, reason=note)
