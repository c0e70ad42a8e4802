"""Who sees which visits, plans and promises."""

from __future__ import annotations

from datetime import date

import pytest

from models.vocabulary import Role, VisitState
from tests import factories
from tests.visits.drafts import consultant, mentored_by
from wub.errors import NotFound
from wub.visits import plan_queries, queries, worklist_queries
from wub.visits.queries import VisitFilter


def ids(account, **wanted):
    return {row.id for row in queries.visits(VisitFilter(**wanted), account).rows}


def test_each_role_sees_its_own_part(session):
    mentor = consultant()
    fishery = factories.agency("DKP3")
    mine = factories.visit([mentored_by(mentor)], consultant=mentor)
    of_fishery = factories.visit([factories.participation(cohort=factories.cohort(agency=fishery))])

    assert ids(mentor) == {mine.id}
    assert ids(factories.account(agency=fishery)) == {of_fishery.id}
    assert ids(factories.account(role=Role.SUPERVISOR)) == {mine.id, of_fishery.id}
    assert ids(factories.account(role=Role.EXECUTIVE)) == set()


def test_a_visit_out_of_scope_does_not_exist(session):
    other = factories.visit()

    with pytest.raises(NotFound):
        queries.visible(other.id, consultant())


def test_a_draft_is_seen_by_its_author_only(session):
    mentor = consultant()
    draft = factories.visit([mentored_by(mentor)], consultant=mentor, state=VisitState.DRAFT)

    assert ids(mentor) == {draft.id}
    assert ids(factories.account(role=Role.SUPERVISOR)) == set()


def test_names_out_of_scope_are_counted_and_not_told(session):
    mentor, before = consultant(), factories.participation()
    factories.assignment(participation=before, consultant=mentor, ends_on=date(2026, 1, 1))
    mine = mentored_by(mentor, person=factories.person(name="Aluh Contoh"))
    visit = factories.visit([before, mine], consultant=mentor)

    attending = queries.attendance([visit.id], mentor)[visit.id]

    assert (attending.names, attending.unnamed) == (["Aluh Contoh"], 1)


def test_filters_narrow_the_list(session):
    supervisor, mentor = factories.account(role=Role.SUPERVISOR), consultant()
    early = factories.visit(consultant=mentor, held_on=date(2026, 3, 1))
    late = factories.visit(held_on=date(2026, 9, 1), state=VisitState.APPROVED)

    assert ids(supervisor, consultant_id=mentor.id) == {early.id}
    assert ids(supervisor, since=date(2026, 4, 1)) == {late.id}
    assert ids(supervisor, until=date(2026, 4, 1)) == {early.id}
    assert ids(supervisor, states=[VisitState.APPROVED]) == {late.id}
    assert ids(supervisor, agency_id=factories.agency("DLH").id) == set()
    assert ids(supervisor, agency_id=factories.agency().id) == {early.id, late.id}


def test_plans_and_promises_follow_the_participant(session):
    mentor = consultant()
    mine, other = mentored_by(mentor), factories.participation()
    seen, hidden = factories.plan(participation=mine), factories.plan(participation=other)
    promise, foreign = factories.action_item(participation=mine), factories.action_item(participation=other)

    assert plan_queries.visible(seen.id, mentor) is seen
    assert worklist_queries.visible_item(promise.id, mentor) is promise
    with pytest.raises(NotFound):
        plan_queries.visible(hidden.id, mentor)
    with pytest.raises(NotFound):
        worklist_queries.visible_item(foreign.id, mentor)
