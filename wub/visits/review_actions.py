"""Judging visits: looked at, returned, approved. Nobody judges his own, or what he brought in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Protocol

from models.account import Account
from models.base import db
from models.visit import Visit
from models.vocabulary import VisitState
from wub.clock import now
from wub.errors import Refusal
from wub.records import amend
from wub.visits import clock_queries, queries, refusals
from wub.visits.queries import WAITING


class Judge(Protocol):
    def __call__(self, visit: Visit, *, version: int | None, by: Account) -> None: ...


@dataclass
class Judged:
    """Of several visits at once: which were, and why the others were not."""

    done: list[Visit] = field(default_factory=list)
    refused: list[tuple[int, Refusal]] = field(default_factory=list)  # visit, why


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


def judge_each(judge: Judge, visits: Iterable[tuple[Visit, int | None]], *, by: Account) -> Judged:
    """Each by itself: one that may not be judged, or that changed since it was ticked, keeps none from it."""
    judged = Judged()
    for visit, version in visits:
        number = visit.id
        try:
            with db.session.begin_nested():
                judge(visit, version=version, by=by)
        except Refusal as refusal:
            judged.refused.append((number, refusal))
        else:
            judged.done.append(visit)
    return judged


def expect_judge(visit: Visit, *, by: Account) -> None:
    """Whoever may judge the visit; what to do with it is another question."""
    if visit.consultant_id == by.id:
        raise refusals.OwnVisit
    if by.id in queries.brought_in_by(visit.id):
        raise refusals.BroughtInByYou


def _judge(
    visit: Visit, state: VisitState, *, version: int | None, note: str | None, by: Account, action: str
) -> None:
    expect_judge(visit, by=by)
    if visit.merged_into_id is not None:
        raise refusals.PartOfGroupVisit
    if visit.state not in WAITING:
        raise refusals.NotWaiting
    values: dict[str, Any] = {
        "state": state,
        "reviewed_by_id": by.id,
        "reviewed_at": now(),
        "review_note": note,
    }
    amend(visit, values, version=version, by=by, action=action, reason=note)
