"""Logging a visit, changing it until it is approved, and sending it for review."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any
from uuid import UUID

from models.account import Account
from models.base import db
from models.visit import Visit, VisitAttendee
from models.vocabulary import ActionOwner, Answer, Confirmation, Status, VisitMode, VisitOutcome, VisitState
from wub import audit
from wub.clock import WITA, now
from wub.errors import NotFound, SameKeyOtherContent
from wub.phone_clock import PhoneClock
from wub.records import add_parts, amend, flush, keep_once
from wub.visits import participant_queries, queries, refusals
from wub.visits.ground_queries import Ground
from wub.visits.promise_actions import keep_promises

POOR_FIX_M = 100
EDITABLE = frozenset({VisitState.DRAFT, VisitState.SENT, VisitState.RETURNED, VisitState.REVIEWED})
# Written by the review and by the system, never by the form: two sendings of one visit may differ in them.
_NOT_SAID = frozenset(
    {"state", "reviewed_by_id", "reviewed_at", "review_note", "clock_offset"}
    | {"explanation", "merged_into_id", "merged_at", "text_digest"}
)


@dataclass(frozen=True)
class AttendeeDraft:
    participation_id: int
    status_seen: Status = Status.NOT_ASKED
    sales: int | None = None
    sales_answer: Answer = Answer.NOT_ASKED


@dataclass(frozen=True)
class PromiseDraft:
    """An action item of the visit; `id` names one that stands already, an empty text takes it back."""

    text: str | None
    participation_id: int
    owner: ActionOwner = ActionOwner.PARTICIPANT
    due_on: date | None = None
    id: int | None = None
    key: UUID | None = None  # made on the phone, for one that is new


@dataclass(frozen=True)
class VisitDraft:
    held_on: date
    starts_at: time
    ends_at: time
    mode: VisitMode
    confirmation: Confirmation
    attendees: tuple[AttendeeDraft, ...]
    outcome: VisitOutcome = VisitOutcome.MET
    place: str | None = None
    latitude: Decimal | None = None
    longitude: Decimal | None = None
    accuracy_m: int | None = None
    accuracy_note: str | None = None
    topics: tuple[str, ...] = ()
    problem: str | None = None
    advice: str | None = None
    no_confirmation_reason: str | None = None
    travel_minutes: int | None = None
    preparation_minutes: int | None = None
    next_visit_on: date | None = None
    device_time: datetime | None = None
    promises: tuple[PromiseDraft, ...] = ()

    def columns(self) -> dict[str, Any]:
        """The visit's own columns, as its table keeps them."""
        apart = {"attendees", "promises"}
        own = {field.name: getattr(self, field.name) for field in fields(self) if field.name not in apart}
        return own | {"topics": list(self.topics)}


def log_visit(
    draft: VisitDraft,
    *,
    key: UUID,
    send: bool = True,
    by: Account,
    entered_by: Account | None = None,
    clock: PhoneClock | None = None,
    admitted: bool = False,
    ground: Ground | None = None,
) -> Visit:
    """Keep the visit under its client-made key: sent twice, it is one visit.

    `entered_by`: an officer who brings in the consultant's log; the trail names him, and his scope counts.
    `clock`: the phone's that wrote it. `admitted`: somebody judged that the visit counts although the
    consultant was not assigned, or had no contract, on that day. `ground`: what the rules ask, when it was
    asked for many visits together.
    """
    writer = entered_by or by
    _check(draft, by, ground or _ground(draft, by, writer), clock=clock, admitted=admitted)
    state = VisitState.SENT if send else VisitState.DRAFT
    logged = Visit(**draft.columns(), consultant_id=by.id, client_key=key, state=state)
    _note_clock(logged, clock)
    visit = keep_once(logged, by=writer, action="visit:log", own=_NOT_SAID)
    if visit is not logged:
        if _attendance(queries.attendee_rows(visit.id)) != _attendance(draft.attendees):
            raise SameKeyOtherContent
        if send and visit.state is VisitState.DRAFT:
            send_visit(visit, version=visit.version, by=by)
        return visit
    add_parts(VisitAttendee(visit_id=visit.id, **vars(attendee)) for attendee in draft.attendees)
    keep_promises(visit, draft.promises, by=writer, standing=())
    return visit


def change_visit(
    visit: Visit,
    draft: VisitDraft,
    *,
    version: int | None,
    send: bool = True,
    reason: str | None = None,
    by: Account,
    entered_by: Account | None = None,
    clock: PhoneClock | None = None,
    admitted: bool = False,
) -> None:
    """Change a visit that is not approved yet; what had been reviewed waits for review again."""
    expect_open(visit, by=by)
    writer = entered_by or by
    _check(draft, by, _ground(draft, by, writer), clock=clock, admitted=admitted)
    values: dict[str, Any] = draft.columns() | {"device_time": visit.device_time}
    if clock is not None:
        values |= {"device_time": clock.captured_at, "clock_offset": clock.offset_seconds}
    if send:
        values |= _waiting()
    elif visit.state is not VisitState.RETURNED:
        values |= {"state": VisitState.DRAFT} if visit.state is VisitState.DRAFT else _waiting()
    # The lock is on the visit, also when only its attendees change.
    amended = amend(visit, values, version=version, by=writer, action="visit:change", reason=reason)
    if _change_attendees(visit, draft.attendees, by=writer) and not amended:
        visit.updated_at = now()
        flush()
    keep_promises(visit, draft.promises, by=writer)


def send_visit(visit: Visit, *, version: int | None, by: Account) -> None:
    """Hand a draft or a returned visit over for review."""
    expect_open(visit, by=by)
    if visit.state not in (VisitState.DRAFT, VisitState.RETURNED):
        raise refusals.AlreadySent
    amend(visit, _waiting(), version=version, by=by, action="visit:send")


def explain(visit: Visit, explanation: str | None, *, version: int | None, by: Account) -> None:
    """What the consultant says to the questions about his visit; as long as it may be changed."""
    expect_open(visit, by=by)
    amend(visit, {"explanation": explanation}, version=version, by=by, action="visit:explain")


def expect_open(visit: Visit, *, by: Account) -> None:
    """Only its consultant changes a visit, and only until it is approved."""
    if visit.consultant_id != by.id:
        raise refusals.NotYours
    if visit.merged_into_id is not None:
        raise refusals.PartOfGroupVisit
    if visit.state not in EDITABLE:
        raise refusals.AlreadyApproved


def _waiting() -> dict[str, Any]:
    """What the reviewer wrote stays readable until the next review replaces it."""
    return {"state": VisitState.SENT, "reviewed_by_id": None, "reviewed_at": None}


def _note_clock(visit: Visit, clock: PhoneClock | None) -> None:
    if clock is not None:
        visit.device_time, visit.clock_offset = clock.captured_at, clock.offset_seconds


def _ground(draft: VisitDraft, by: Account, writer: Account) -> Ground:
    return Ground({attendee.participation_id for attendee in draft.attendees}, writer, [by.id])


def _check(
    draft: VisitDraft, by: Account, ground: Ground, *, clock: PhoneClock | None, admitted: bool
) -> None:
    day = _check_time(draft, clock)
    _check_attendees(draft, ground)
    if not admitted:
        _check_right(draft, by, ground, day)
    _check_words(draft)


def _check_time(draft: VisitDraft, clock: PhoneClock | None) -> date:
    """The day on which the visit really was: a phone's wrong clock neither forbids nor allows anything."""
    if draft.ends_at <= draft.starts_at:
        raise refusals.EndsBeforeStart
    if draft.next_visit_on is not None and draft.next_visit_on <= draft.held_on:
        raise refusals.NextVisitInThePast
    began = datetime.combine(draft.held_on, draft.starts_at, WITA)
    if clock is None:
        if began > now():
            raise refusals.InTheFuture
        return draft.held_on
    if not clock.had_come(draft.held_on):
        raise refusals.InTheFuture
    return clock.real_day(began)


def _check_right(draft: VisitDraft, by: Account, ground: Ground, day: date) -> None:
    begins, ends = by.contract_starts_on, by.contract_ends_on
    if (begins and day < begins) or (ends and day > ends):
        raise refusals.OutsideContract
    ids = {attendee.participation_id for attendee in draft.attendees}
    if strangers := ground.strangers(ids, by.id, day):
        raise refusals.NotAssigned(", ".join(participant_queries.names(strangers)))


def _check_attendees(draft: VisitDraft, ground: Ground) -> None:
    ids = {attendee.participation_id for attendee in draft.attendees}
    if not ids:
        raise refusals.NobodyAttended
    if ground.unseen(ids) or len(ids) < len(draft.attendees):
        raise NotFound
    if any(promise.participation_id not in ids for promise in draft.promises if promise.text):
        raise NotFound


def _check_words(draft: VisitDraft) -> None:
    if draft.confirmation is Confirmation.NONE and not draft.no_confirmation_reason:
        raise refusals.NoConfirmationReason
    if (draft.latitude is None) != (draft.longitude is None):
        raise refusals.HalfPosition
    if draft.accuracy_m is not None and draft.accuracy_m > POOR_FIX_M and not draft.accuracy_note:
        raise refusals.PoorFix
    if draft.outcome is VisitOutcome.NOT_MET:
        if any(_says_something(attendee) for attendee in draft.attendees):
            raise refusals.AttemptSaysNothing
        if draft.confirmation is not Confirmation.NONE:
            raise refusals.AttemptNotConfirmed


def _says_something(attendee: AttendeeDraft) -> bool:
    return attendee.status_seen is not Status.NOT_ASKED or attendee.sales_answer is not Answer.NOT_ASKED


def _attendance(rows: Any) -> list[tuple[Any, ...]]:
    return sorted((row.participation_id, row.status_seen, row.sales, row.sales_answer) for row in rows)


def _change_attendees(visit: Visit, drafts: tuple[AttendeeDraft, ...], *, by: Account) -> bool:
    """Bring the rows to what the form says; the trail keeps who came and went, and what was said."""
    standing = {row.participation_id: row for row in queries.attendee_rows(visit.id)}
    wanted = {draft.participation_id: draft for draft in drafts}
    changes: dict[str, list[Any]] = {}
    for number, draft in wanted.items():
        row = standing.get(number) or VisitAttendee(visit_id=visit.id, participation_id=number)
        before = _said(vars(row) if number in standing else None)
        after = _said(vars(draft))
        if before != after:
            changes[f"attendee {number}"] = [before, after]
            for name in ("status_seen", "sales", "sales_answer"):
                setattr(row, name, getattr(draft, name))
            db.session.add(row)
    for number in standing.keys() - wanted.keys():
        changes[f"attendee {number}"] = [_said(vars(standing[number])), None]
        db.session.delete(standing[number])
    if changes:
        flush()
        audit.record("visit:attendees", visit, by, changes=changes)
    return bool(changes)


def _said(values: Mapping[str, Any] | None) -> list[Any] | None:
    if values is None:
        return None
    return [audit.plain(values.get(name)) for name in ("status_seen", "sales", "sales_answer")]
