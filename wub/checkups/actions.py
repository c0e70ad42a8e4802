"""Recording a checkup, changing it, and checking again what somebody else recorded."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from models.account import Account
from models.checkup import MEASURED, Checkup
from models.reading import Reading
from models.vocabulary import CheckupSource, Obstacle, RecordingBasis, Status, Verification, YesNo
from wub.checkups import queries, refusals
from wub.checkups.due_queries import WINDOW
from wub.checkups.ground_queries import Ground
from wub.checkups.plausibility import is_far
from wub.checkups.proof import highest_claim
from wub.clock import WITA, today
from wub.errors import NotFound
from wub.phone_clock import PhoneClock
from wub.records import amend, keep_once
from wub.visits import participant_queries

# The last two of the list of states say that nobody knows.
UNKNOWN = frozenset({Status.NOT_FOUND, Status.NOT_ASKED})
NEVER_CLOSED = UNKNOWN | {Status.ACTIVE, Status.SEASONAL}
RUNNING = frozenset({Status.ACTIVE, Status.SEASONAL, Status.CHANGED})
LEAST_ATTEMPTS = 2
NOON = time(12)
_OF_THE_PHONE = frozenset({"device_time", "clock_offset"})


@dataclass(frozen=True)
class CheckupDraft:
    participation_id: int
    round_month: int
    as_of_date: date
    source: CheckupSource
    status: Status
    verification: int
    business_id: int | None = None
    closed_on: date | None = None
    closed_on_unknown: bool = False
    reopens_on: date | None = None
    attempts: int = 1
    refused: bool = False
    measured: dict[str, Reading] = field(default_factory=dict)  # by the names in models.checkup.MEASURED
    temporary_hours_week: int | None = None
    recording_basis: RecordingBasis = RecordingBasis.NOT_ASKED
    has_nib: YesNo = YesNo.NOT_ASKED
    digital_channels: tuple[str, ...] = ()
    finance_sources: tuple[str, ...] = ()
    obstacle: Obstacle = Obstacle.NOT_ASKED
    outlier_note: str | None = None
    outlier_confirmed: bool = False
    reconstructed: bool = False
    recheck_of_id: int | None = None
    note: str | None = None

    def columns(self) -> dict[str, Any]:
        """As the table keeps them."""
        apart = {"measured", "closed_on_unknown", "outlier_confirmed"}
        plain = {name: value for name, value in asdict(self).items() if name not in apart}
        for name in MEASURED:
            plain |= self.measured.get(name, Reading()).columns(name)
        lists = {name: list(plain[name]) for name in ("digital_channels", "finance_sources")}
        return plain | lists

    @property
    def is_measured(self) -> bool:
        return any(reading.value is not None for reading in self.measured.values())


def record_checkup(
    draft: CheckupDraft,
    *,
    key: UUID,
    by: Account,
    entered_by: Account | None = None,
    clock: PhoneClock | None = None,
    ground: Ground | None = None,
) -> Checkup:
    """`entered_by`: who admits what `by` recorded; his scope counts. `clock`: of the phone.

    `ground`: what the rules ask, when it was asked for many checkups together.
    """
    writer = entered_by or by
    ground = ground or Ground([draft.participation_id], writer, by)
    _check(draft, ground, before=None, clock=clock)
    _check_claim(draft, independent=ground.is_independent(draft.participation_id))
    if draft.recheck_of_id is not None:
        _check_recheck(draft, by)
    made = Checkup(**draft.columns(), recorded_by_id=by.id, client_key=key)
    if clock is not None:
        made.device_time, made.clock_offset = clock.captured_at, clock.offset_seconds
    action = "checkup:recheck" if draft.recheck_of_id else "checkup:record"
    kept = keep_once(made, by=writer, action=action, own=_OF_THE_PHONE)
    ground.sales.note(kept)
    return kept


def change_checkup(
    checkup: Checkup, draft: CheckupDraft, *, version: int | None, reason: str | None, by: Account
) -> None:
    """The trail keeps what was said before, and why it changed."""
    expect_changeable(checkup, by=by)
    if not reason:
        raise refusals.ReasonForChange
    _check(draft, Ground([draft.participation_id], by, by), before=checkup)
    _check_raise(checkup, draft, by)
    fixed = {"participation_id", "recheck_of_id"}
    values = {name: value for name, value in draft.columns().items() if name not in fixed}
    amend(checkup, values, version=version, by=by, action="checkup:change", reason=reason)


def expect_changeable(checkup: Checkup, *, by: Account) -> None:
    """Consultants change what they recorded; officers and supervisors what they see."""
    if checkup.recorded_by_id != by.id and not queries.judges(by):
        raise refusals.NotRecordedByYou


def _check(
    draft: CheckupDraft, ground: Ground, *, before: Checkup | None, clock: PhoneClock | None = None
) -> None:
    person = ground.participant(draft.participation_id)
    day = _day(draft, clock)
    if day > today():
        raise refusals.NotYet
    if day < person.enrolled_on - WINDOW:
        raise refusals.BeforeEnrolment
    if draft.business_id not in (None, person.business_id, before.business_id if before else None):
        owned = {number for number, _words in participant_queries.businesses_of(person.person_id)}
        if draft.business_id not in owned:
            raise refusals.AnotherOwner
    _check_status(draft)
    _check_closing(draft)
    _check_reopening(draft)
    _check_numbers(draft, ground, before)


def _day(draft: CheckupDraft, clock: PhoneClock | None) -> date:
    """By our clock: a phone with a wrong one neither forbids nor allows anything."""
    if clock is None or not clock.had_come(draft.as_of_date):
        return draft.as_of_date
    return clock.real_day(datetime.combine(draft.as_of_date, NOON, WITA))


def _check_status(draft: CheckupDraft) -> None:
    if draft.status is Status.NOT_FOUND and draft.attempts < LEAST_ATTEMPTS:
        raise refusals.TooFewAttempts
    if draft.refused and draft.is_measured:
        raise refusals.RefusedYetAnswered
    if draft.status in UNKNOWN and draft.is_measured:
        raise refusals.NobodyToMeasure(draft.status.label)


def _check_closing(draft: CheckupDraft) -> None:
    if draft.closed_on is None:
        if draft.status is Status.CLOSED and not draft.closed_on_unknown:
            raise refusals.ClosedWhen
        return
    if draft.status in NEVER_CLOSED or draft.closed_on_unknown:
        raise refusals.NotClosed
    if draft.closed_on > draft.as_of_date:
        raise refusals.ClosedAfterwards


def _check_reopening(draft: CheckupDraft) -> None:
    if draft.reopens_on is None:
        return
    if draft.status is not Status.PAUSED:
        raise refusals.NotPaused
    if draft.reopens_on <= draft.as_of_date:
        raise refusals.ReopenedAlready


def _check_numbers(draft: CheckupDraft, ground: Ground, before: Checkup | None) -> None:
    """A running enterprise's sales against the last known: of a month, or of a season."""
    if draft.status not in RUNNING or (draft.outlier_confirmed and draft.outlier_note):
        return
    seasonal = draft.status is Status.SEASONAL
    compared = ("sales_last_season",) if seasonal else ("sales_last_month", "sales_typical_month")
    for name in compared:
        now = draft.measured.get(name, Reading()).value
        without = before.id if before else None
        last = ground.sales.last(draft.participation_id, name, until=draft.as_of_date, without=without)
        if last is not None and is_far(last.value, now):
            raise refusals.FarFromLast(
                name, last=f"Rp{last.value:,}".replace(",", "."), day=f"{last.day:%d/%m/%Y}"
            )


def _check_claim(draft: CheckupDraft, *, independent: bool) -> None:
    most = highest_claim(draft.source, independent=independent)
    if draft.verification > most:
        raise refusals.ClaimsTooMuch(most.label)


def _check_raise(checkup: Checkup, draft: CheckupDraft, by: Account) -> None:
    """What somebody else proved stands as he proved it; more proof is a checkup of one's own."""
    if checkup.recorded_by_id == by.id:
        _check_claim(draft, independent=queries.is_independent(draft.participation_id, by))
        return
    if draft.verification > checkup.verification:
        raise refusals.RaisedByAnother
    most = highest_claim(draft.source, independent=checkup.verification > Verification.SEEN)
    if draft.verification > most:
        raise refusals.ClaimsTooMuch(most.label)


def _check_recheck(draft: CheckupDraft, by: Account) -> None:
    first = queries.visible(draft.recheck_of_id or 0, by)
    if (first.participation_id, first.round_month) != (draft.participation_id, draft.round_month):
        raise NotFound
    if first.recheck_of_id is not None:
        raise refusals.RecheckOfRecheck
    if first.recorded_by_id == by.id:
        raise refusals.SamePersonAgain
