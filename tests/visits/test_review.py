"""Sent, looked at, returned or approved; and never by oneself."""

from __future__ import annotations

import pytest

from models.vocabulary import Role, VisitState
from tests import factories
from tests.visits.drafts import consultant
from wub.errors import StaleVersion
from wub.visits import actions, refusals, review_actions


@pytest.fixture
def visit(session):
    return factories.visit(consultant=consultant(), state=VisitState.SENT)


@pytest.fixture
def supervisor(session):
    return factories.account(role=Role.SUPERVISOR)


def test_an_approval_names_who_and_when(visit, supervisor):
    review_actions.approve(visit, version=visit.version, by=supervisor)

    assert (visit.state, visit.reviewed_by_id) == (VisitState.APPROVED, supervisor.id)
    assert visit.reviewed_at is not None


def test_a_return_needs_its_reason(visit, supervisor):
    with pytest.raises(refusals.ReasonNeeded):
        review_actions.give_back(visit, version=visit.version, reason=None, by=supervisor)

    review_actions.give_back(visit, version=visit.version, reason="Tambah bukti", by=supervisor)

    assert (visit.state, visit.review_note) == (VisitState.RETURNED, "Tambah bukti")


def test_a_returned_visit_is_sent_again_by_its_consultant(visit, supervisor, session):
    from models.account import Account

    review_actions.give_back(visit, version=visit.version, reason="Tambah bukti", by=supervisor)
    author = session.get(Account, visit.consultant_id)

    with pytest.raises(refusals.NotYours):
        actions.send_visit(visit, version=visit.version, by=supervisor)
    actions.send_visit(visit, version=visit.version, by=author)

    assert visit.state is VisitState.SENT


def test_nobody_reviews_a_visit_of_his_own(session):
    both = factories.account(role=Role.SUPERVISOR)
    own = factories.visit(consultant=both, state=VisitState.SENT)

    for judge in (review_actions.look_at, review_actions.approve):
        with pytest.raises(refusals.OwnVisit):
            judge(own, version=own.version, by=both)
    with pytest.raises(refusals.OwnVisit):
        review_actions.give_back(own, version=own.version, reason="x", by=both)


@pytest.mark.parametrize("state", [VisitState.DRAFT, VisitState.RETURNED, VisitState.APPROVED])
def test_only_what_waits_can_be_judged(supervisor, state):
    visit = factories.visit(consultant=consultant(), state=state)

    with pytest.raises(refusals.NotWaiting):
        review_actions.approve(visit, version=visit.version, by=supervisor)


def test_a_visit_that_changed_meanwhile_is_not_approved_unseen(visit, supervisor):
    with pytest.raises(StaleVersion):
        review_actions.approve(visit, version=visit.version - 1, by=supervisor)
