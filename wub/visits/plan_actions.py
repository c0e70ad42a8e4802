"""Mentoring plans: what a participant and a consultant agreed to work on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from models.account import Account
from models.plan import MentoringPlan, PlanTarget
from models.vocabulary import PlanState, Reached, Role
from wub.clock import today
from wub.errors import NotFound
from wub.records import add, amend, keep_once, remove
from wub.visits import participant_queries, plan_queries, refusals

TAKEN_BACK = "dihapus dari isian rencana"


@dataclass(frozen=True)
class TargetDraft:
    """A line of the form: `id` names a target that stands, an empty `what` takes it back."""

    what: str | None
    amount: str | None = None
    due_on: date | None = None
    id: int | None = None


@dataclass(frozen=True)
class JudgeDraft:
    reached: Reached
    judged_on: date | None = None
    note: str | None = None


@dataclass(frozen=True)
class PlanDraft:
    participation_id: int
    consultant_id: int
    starts_on: date
    problems: str
    targets: str = ""
    ends_on: date | None = None
    needs: str | None = None
    contract_number: str | None = None
    participant_signed_on: date | None = None
    consultant_signed_on: date | None = None
    state: PlanState = PlanState.DRAFT
    needs_by_topic: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    target_lines: tuple[TargetDraft, ...] = ()

    def columns(self) -> dict[str, Any]:
        """As the table keeps them; the lines also in words, for lists."""
        values = asdict(self)
        del values["target_lines"]
        lines = "; ".join(line.what for line in self.target_lines if line.what)
        return values | {"targets": self.targets or lines}


def draw_up_plan(draft: PlanDraft, *, key: UUID, by: Account) -> MentoringPlan:
    _check(draft, by, before=None)
    made = MentoringPlan(**draft.columns(), client_key=key)
    kept = keep_once(made, by=by, action="plan:draw_up")
    if kept is made:
        _keep_targets(kept, draft, by)
    return kept


def change_plan(plan: MentoringPlan, draft: PlanDraft, *, version: int | None, by: Account) -> None:
    _check(draft, by, before=plan.consultant_id)
    amend(plan, draft.columns(), version=version, by=by, action="plan:change")
    _keep_targets(plan, draft, by)


def judge_target(target: PlanTarget, draft: JudgeDraft, *, version: int | None, by: Account) -> None:
    """Whether it was reached, on which day that was seen; not judged takes the judgement back."""
    judged = draft.reached is not Reached.NOT_JUDGED
    day = (draft.judged_on or today()) if judged else None
    if day is not None and day > today():
        raise refusals.JudgedInTheFuture
    values = {"reached": draft.reached, "judged_on": day, "note": draft.note}
    amend(target, values, version=version, by=by, action="plan:judge")


def _keep_targets(plan: MentoringPlan, draft: PlanDraft, by: Account) -> None:
    standing = {target.id: target for target in plan_queries.targets_of(plan.id)}
    for line in draft.target_lines:
        if line.id is not None and line.id not in standing:
            raise NotFound
        target = standing.get(line.id) if line.id is not None else None
        values = {"what": line.what, "amount": line.amount, "due_on": line.due_on}
        if target is None and line.what:
            add(PlanTarget(plan_id=plan.id, **values), by=by, action="plan:target")
        elif target is not None and line.what:
            amend(target, values, version=target.version, by=by, action="plan:target")
        elif target is not None:
            remove(target, version=target.version, by=by, action="plan:target-remove", reason=TAKEN_BACK)


def _check(draft: PlanDraft, by: Account, *, before: int | None) -> None:
    participant_queries.participant(draft.participation_id, by)
    if draft.consultant_id != before:
        _check_consultant(draft, by)
    if not draft.columns()["targets"]:
        raise refusals.WithoutTarget
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
