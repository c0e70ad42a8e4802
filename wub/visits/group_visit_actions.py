"""One meeting that was logged once for each participant becomes one group visit, and several again.

The visits stay as they were written, readable and out of all counts; what proves them and what was promised
goes to the group visit and remembers where it came from.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import time
from typing import Any
from uuid import UUID

from models.account import Account
from models.base import db
from models.visit import Visit, VisitAttendee
from models.vocabulary import Answer, Confirmation, Status, VisitOutcome, VisitState
from wub.clock import now
from wub.records import add, amend, flush, remove
from wub.visits import group_visit_queries, queries, refusals
from wub.visits.group_visits import commonest, said_once
from wub.visits.review_actions import expect_judge


@dataclass(frozen=True)
class GroupVisitDraft:
    """Which visits, each as it was looked at, and when the one meeting was."""

    versions: dict[int, int]  # visit → version
    starts_at: time
    ends_at: time
    reason: str | None = None


def merge(draft: GroupVisitDraft, *, key: UUID, by: Account) -> Visit:
    """The group visit, waiting to be judged like any other. Sent twice, it is made once."""
    made = group_visit_queries.under_key(key)
    if made is not None:
        return made
    parts = group_visit_queries.parts_chosen(draft.versions, by)
    _check(draft, parts, by)
    group = add(
        Visit(**_told(draft, parts), client_key=key), by=by, action="visit:merge", reason=draft.reason
    )
    db.session.add_all(_attendees(group.id, parts))
    flush()
    for part in parts:
        values = {"merged_into_id": group.id, "merged_at": now()}
        amend(part, values, version=draft.versions[part.id], by=by, action="visit:merge", reason=draft.reason)
        for belonging in group_visit_queries.belongings(part.id):
            _move(belonging, group.id, came_from=part.id, by=by)
    return group


def undo(group: Visit, *, version: int | None, reason: str | None, by: Account) -> list[Visit]:
    """The visits stand by themselves again, as they were; the group visit goes. What came to it later goes to
    the first of them."""
    expect_judge(group, by=by)
    if not reason:
        raise refusals.WhyUndone
    parts = group_visit_queries.parts(group.id)
    if not parts:
        raise refusals.NoGroupVisit
    for belonging in group_visit_queries.belongings(group.id):
        _move(belonging, belonging.moved_from_id or parts[0].id, came_from=None, by=by)
    for part in parts:
        values = {"merged_into_id": None, "merged_at": None}
        amend(part, values, version=part.version, by=by, action="visit:unmerge", reason=reason)
    for attendee in queries.attendee_rows(group.id):
        remove(attendee, version=attendee.version, by=by, action="visit:unmerge", reason=reason)
    remove(group, version=version, by=by, action="visit:unmerge", reason=reason)
    return list(parts)


def _check(draft: GroupVisitDraft, parts: Sequence[Visit], by: Account) -> None:
    if len(parts) < 2:
        raise refusals.NothingToMerge
    if draft.ends_at <= draft.starts_at:
        raise refusals.EndsBeforeStart
    if len({(part.consultant_id, part.held_on) for part in parts}) > 1:
        raise refusals.NotOneMeeting
    for part in parts:
        expect_judge(part, by=by)
        if part.merged_into_id is not None:
            raise refusals.PartOfGroupVisit
        if part.state is VisitState.DRAFT:
            raise refusals.StillADraft
        if part.outcome is not VisitOutcome.MET:
            raise refusals.NobodyMet
        if group_visit_queries.parts(part.id):
            raise refusals.GroupVisitAlready


def _told(draft: GroupVisitDraft, parts: Sequence[Visit]) -> dict[str, Any]:
    """What the visits say together. The consultant travelled and prepared once."""
    best = min(parts, key=_how_wrong)
    first = parts[0]
    return {
        "consultant_id": first.consultant_id,
        "held_on": first.held_on,
        "starts_at": draft.starts_at,
        "ends_at": draft.ends_at,
        "mode": commonest(part.mode for part in parts),
        "outcome": VisitOutcome.MET,
        "place": next((part.place for part in (best, *parts) if part.place), None),
        "latitude": best.latitude,
        "longitude": best.longitude,
        "accuracy_m": best.accuracy_m,
        "accuracy_note": best.accuracy_note,
        "topics": sorted({topic for part in parts for topic in part.topics}),
        "problem": said_once(part.problem for part in parts),
        "advice": said_once(part.advice for part in parts),
        **_confirmed(parts),
        "travel_minutes": max(
            (part.travel_minutes for part in parts if part.travel_minutes is not None), default=None
        ),
        "preparation_minutes": max(
            (part.preparation_minutes for part in parts if part.preparation_minutes is not None), default=None
        ),
        "next_visit_on": min((part.next_visit_on for part in parts if part.next_visit_on), default=None),
        "state": VisitState.SENT,
        "explanation": said_once(part.explanation for part in parts),
    }


def _most(minutes: Iterable[int | None]) -> int | None:
    return max((known for known in minutes if known is not None), default=None)


def _how_wrong(part: Visit) -> float:
    if part.latitude is None:
        return float("inf")
    return part.accuracy_m if part.accuracy_m is not None else 1e6


def _confirmed(parts: Sequence[Visit]) -> dict[str, Any]:
    """As those confirmed who did; that some did not is said beside it."""
    given = [part.confirmation for part in parts if part.confirmation is not Confirmation.NONE]
    missing = len(parts) - len(given)
    why = said_once(part.no_confirmation_reason for part in parts)
    if missing and given:
        why = f"{missing} dari {len(parts)} peserta tidak mengonfirmasi" + (f": {why}" if why else "")
    return {
        "confirmation": commonest(given) if given else Confirmation.NONE,
        "no_confirmation_reason": why[:200] if why and missing else None,
    }


def _attendees(group_id: int, parts: Sequence[Visit]) -> list[VisitAttendee]:
    """Everybody once; who was logged twice keeps what is known, from the later visit where both know."""
    rows: dict[int, VisitAttendee] = {}
    for part in sorted(parts, key=lambda one: (one.starts_at, one.id)):
        for said in queries.attendee_rows(part.id):
            number = said.participation_id
            row = rows.setdefault(number, VisitAttendee(visit_id=group_id, participation_id=number))
            if said.status_seen is not Status.NOT_ASKED or row.status_seen is None:
                row.status_seen = said.status_seen
            if said.sales_answer is Answer.KNOWN or row.sales_answer is not Answer.KNOWN:
                row.sales, row.sales_answer = said.sales, said.sales_answer
    return list(rows.values())


def _move(belonging: group_visit_queries.Belonging, to: int, *, came_from: int | None, by: Account) -> None:
    values = {"visit_id": to, "moved_from_id": came_from}
    amend(belonging, values, version=belonging.version, by=by, action=f"{belonging.__tablename__}:move")
