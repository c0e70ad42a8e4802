"""Mentoring plans: drawn up with whoever mentors, agreed with both signatures."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from models.vocabulary import PlanState, Role
from tests import factories
from tests.visits.drafts import consultant, mentored_by
from wub.errors import NotFound
from wub.visits import plan_actions, plan_queries, refusals
from wub.visits.plan_actions import PlanDraft
from wub.visits.plan_queries import PlanFilter


@pytest.fixture
def mentor(session):
    return consultant()


@pytest.fixture
def draft(mentor):
    return PlanDraft(
        mentored_by(mentor).id, mentor.id, date(2026, 11, 2), "Belum ada catatan", "Buku kas terisi"
    )


def draw_up(draft, by):
    return plan_actions.draw_up_plan(draft, key=uuid4(), by=by)


def test_a_plan_is_listed_with_what_is_still_open(draft, mentor):
    plan = draw_up(draft, mentor)
    joined = draft.participation_id
    factories.action_item(participation_id=joined, plan=plan)
    factories.action_item(participation_id=joined, plan=plan, done_on=date(2026, 11, 3))

    (row,) = plan_queries.plans(PlanFilter(state=PlanState.DRAFT), mentor).rows

    assert (row.id, row.open_items, row.consultant) == (plan.id, 1, mentor.name)


def test_what_is_agreed_is_signed_by_both(draft, mentor):
    agreed = replace(draft, state=PlanState.AGREED, participant_signed_on=date(2026, 11, 3))

    with pytest.raises(refusals.AgreedUnsigned) as refused:
        draw_up(agreed, mentor)

    assert set(refused.value.fields) == {"consultant_signed_on"}
    assert draw_up(replace(agreed, consultant_signed_on=date(2026, 11, 3)), mentor).state is PlanState.AGREED


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ({"ends_on": date(2026, 11, 1)}, refusals.PlanEndsBeforeStart),
        ({"participant_signed_on": date(2026, 11, 25)}, refusals.SignedInTheFuture),
    ],
)
def test_a_plan_that_cannot_be_is_refused(draft, mentor, changed, refusal):
    with pytest.raises(refusal):
        draw_up(replace(draft, **changed), mentor)


def test_a_consultant_draws_up_plans_of_his_own_only(draft, mentor):
    colleague = consultant()
    factories.assignment(participation_id=draft.participation_id, consultant=colleague)

    with pytest.raises(refusals.NotTheMentor):
        draw_up(replace(draft, consultant_id=colleague.id), mentor)
    assert draw_up(replace(draft, consultant_id=colleague.id), factories.account(role=Role.SUPERVISOR))


def test_somebody_elses_participant_does_not_exist(draft):
    with pytest.raises(NotFound):
        draw_up(draft, consultant())


def test_an_old_plan_is_closed_long_after_its_consultant_left(session):
    supervisor = factories.account(role=Role.SUPERVISOR)
    plan = factories.plan()
    draft = PlanDraft(plan.participation_id, plan.consultant_id, plan.starts_on, plan.problems, plan.targets)

    plan_actions.change_plan(
        plan, replace(draft, state=PlanState.FINISHED), version=plan.version, by=supervisor
    )

    assert plan.state is PlanState.FINISHED
