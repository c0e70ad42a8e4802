"""Mentoring plans: what a participant and a consultant agreed to work on."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from models.account import Account
from models.plan import MentoringPlan
from models.vocabulary import PlanState, Role
from wub.clock import today
from wub.records import amend, keep_once
from wub.visits import participant_queries, refusals


@dataclass(frozen=True)
class PlanDraft:
    participation_id: int
    consultant_id: int
    starts_on: date
    problems: str
    targets: str
    ends_on: date | None = None
    needs: str | None = None
    contract_number: str | None = None
    participant_signed_on: date | None = None
    consultant_signed_on: date | None = None
    state: PlanState = PlanState.DRAFT


def draw_up_plan(draft: PlanDraft, *, key: UUID, by: Account) -> MentoringPlan:
    _check(draft, by, before=None)
    return keep_once(MentoringPlan(**asdict(draft), client_key=key), by=by, action="plan:draw_up")


def change_plan(plan: MentoringPlan, draft: PlanDraft, *, version: int | None, by: Account) -> None:
    _check(draft, by, before=plan.consultant_id)
    amend(plan, asdict(draft), version=version, by=by, action="plan:change")


def _check(draft: PlanDraft, by: Account, *, before: int | None) -> None:
    participant_queries.participant(draft.participation_id, by)
    if draft.consultant_id != before:
        _check_consultant(draft, by)
    if draft.ends_on is not None and draft.ends_on < draft.starts_on:
        raise refusals.PlanEndsBeforeStart
    unsigned = []
    for name in ("participant_signed_on", "consultant_signed_on"):
        signed = getattr(draft, name)
        if signed is None:
            unsigned.append(name)
        elif signed > today():
            raise refusals.SignedInTheFuture(name)
    if draft.state is PlanState.AGREED and unsigned:
        raise refusals.AgreedUnsigned(*unsigned)


def _check_consultant(draft: PlanDraft, by: Account) -> None:
    """The plan's consultant mentors the participant; a consultant draws up plans of his own only."""
    mentors = {number for number, _name in participant_queries.consultants_of(draft.participation_id)}
    roles = by.roles_on(today())
    only_consultant = not roles & {Role.OFFICER, Role.SUPERVISOR}
    if draft.consultant_id not in mentors or (only_consultant and draft.consultant_id != by.id):
        raise refusals.NotTheMentor
