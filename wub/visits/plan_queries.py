"""What is asked about mentoring plans."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

import sqlalchemy as sa

from models.account import Account
from models.agency import Cohort
from models.base import db
from models.participation import Participation
from models.person import Person
from models.plan import ActionItem, MentoringPlan, PlanSignature, PlanTarget
from models.vocabulary import PlanState, Signer
from wub.access.scope import sees_participation
from wub.errors import NotFound
from wub.pages.paging import Key, Page, Place, page_of

NEWEST_FIRST = (Key(MentoringPlan.starts_on, descending=True), Key(MentoringPlan.id, descending=True))


def visible_to(account: Account) -> sa.ColumnElement[bool]:
    """Condition on MentoringPlan: of a participant in scope."""
    return (
        sa.exists()
        .where(Participation.id == MentoringPlan.participation_id, sees_participation(account))
        .correlate(MentoringPlan)
    )


def visible(plan_id: int, account: Account) -> MentoringPlan:
    found = db.session.scalar(
        sa.select(MentoringPlan).where(MentoringPlan.id == plan_id, visible_to(account))
    )
    if found is None:
        raise NotFound
    return found


@dataclass(frozen=True)
class PlanFilter:
    state: PlanState | None = None
    consultant_id: int | None = None
    agency_id: int | None = None
    participation_id: int | None = None


def plans(wanted: PlanFilter, account: Account, *, place: Place | None = None) -> Page:
    """Newest first."""
    still_open = (
        sa.select(sa.func.count())
        .where(ActionItem.plan_id == MentoringPlan.id, ActionItem.done_on.is_(None))
        .correlate(MentoringPlan)
        .scalar_subquery()
    )
    query = (
        sa.select(
            MentoringPlan.id,
            MentoringPlan.starts_on,
            MentoringPlan.ends_on,
            MentoringPlan.state,
            Person.name,
            Account.name.label("consultant"),
            MentoringPlan.targets,
            still_open.label("open_items"),
        )
        .join(Participation, Participation.id == MentoringPlan.participation_id)
        .join(Person, Person.id == Participation.person_id)
        .join(Cohort, Cohort.id == Participation.cohort_id)
        .join(Account, Account.id == MentoringPlan.consultant_id)
        .where(sees_participation(account))
    )
    asked = (
        MentoringPlan.state == wanted.state if wanted.state else None,
        MentoringPlan.consultant_id == wanted.consultant_id if wanted.consultant_id else None,
        Cohort.agency_id == wanted.agency_id if wanted.agency_id else None,
        MentoringPlan.participation_id == wanted.participation_id if wanted.participation_id else None,
    )
    query = query.where(*(condition for condition in asked if condition is not None))
    return page_of(query, order=NEWEST_FIRST, place=place or Place())


def targets_of(plan_id: int) -> Sequence[PlanTarget]:
    query = sa.select(PlanTarget).where(PlanTarget.plan_id == plan_id)
    return db.session.scalars(
        query.order_by(PlanTarget.due_on.is_(None), PlanTarget.due_on, PlanTarget.id)
    ).all()


def visible_target(target_id: int, account: Account) -> PlanTarget:
    found = db.session.get(PlanTarget, target_id)
    if found is None:
        raise NotFound
    visible(found.plan_id, account)
    return found


def content_of(plan: MentoringPlan) -> str:
    """A digest of what is agreed: whoever changes it afterwards has it signed again."""
    lines = [[line.what, line.amount, str(line.due_on)] for line in targets_of(plan.id)]
    said = [
        *(plan.participation_id, plan.consultant_id, str(plan.starts_on), str(plan.ends_on)),
        *(plan.needs, plan.needs_by_topic, plan.problems, plan.targets, sorted(lines, key=str)),
    ]
    return sha256(json.dumps(said, sort_keys=True, default=str).encode()).hexdigest()


def signatures_of(plan_id: int) -> dict[Signer, PlanSignature]:
    """The latest of each."""
    query = sa.select(PlanSignature).where(PlanSignature.plan_id == plan_id).order_by(PlanSignature.id)
    return {one.signer: one for one in db.session.scalars(query)}


def choices_of(participation_id: int) -> list[tuple[int, str]]:
    """Id and words of a participant's plans."""
    query = (
        sa.select(MentoringPlan.id, MentoringPlan.targets)
        .where(MentoringPlan.participation_id == participation_id)
        .order_by(MentoringPlan.starts_on.desc(), MentoringPlan.id)
    )
    return [(number, targets[:80]) for number, targets in db.session.execute(query)]
