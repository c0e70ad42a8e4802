"""What a consultant finds first: promises by urgency, and visits announced that have not happened."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest

from models.vocabulary import ActionOwner, Role
from tests import factories
from tests.visits.drafts import consultant, mentored_by
from wub.errors import NotFound
from wub.visits import promise_actions, refusals, worklist_queries
from wub.visits.promise_actions import ItemDraft
from wub.visits.worklist_queries import ItemFilter, Urgency, urgency


@pytest.fixture
def mentor(session):
    return consultant()


@pytest.mark.parametrize(
    ("due_on", "said"),
    [
        (date(2026, 11, 23), Urgency.OVERDUE),
        (date(2026, 11, 24), Urgency.DUE),
        (date(2026, 12, 1), Urgency.DUE),
        (date(2026, 12, 2), Urgency.OPEN),
        (None, Urgency.OPEN),
    ],
)
def test_a_promise_presses_by_its_day(mentor, due_on, said):
    item = factories.action_item(participation=mentored_by(mentor), due_on=due_on)

    assert urgency(due_on) is said
    assert [row.id for row in worklist_queries.items(ItemFilter(urgency=said), mentor).rows] == [item.id]


def test_the_longest_waiting_comes_first_and_what_is_done_is_gone(mentor):
    joined = mentored_by(mentor)
    never = factories.action_item(participation=joined, due_on=None)
    later = factories.action_item(participation=joined, due_on=date(2026, 12, 24))
    overdue = factories.action_item(participation=joined, due_on=date(2026, 10, 1))
    factories.action_item(participation=joined, done_on=date(2026, 11, 1))

    assert [row.id for row in worklist_queries.items(ItemFilter(), mentor).rows] == [
        overdue.id,
        later.id,
        never.id,
    ]


def test_an_announced_visit_waits_until_the_next_one(mentor):
    waiting, visited = mentored_by(mentor), mentored_by(mentor)
    for joined in (waiting, visited):
        factories.visit(
            [joined], consultant=mentor, held_on=date(2026, 9, 1), next_visit_on=date(2026, 10, 1)
        )
    factories.visit([visited], consultant=mentor, held_on=date(2026, 9, 20))

    (announced,) = worklist_queries.announced_visits(mentor)

    assert (announced.participation_id, announced.urgency) == (waiting.id, Urgency.OVERDUE)


def test_a_contract_that_ends_soon_is_told_at_home(sign_in):
    ending = consultant(contract_ends_on=date(2026, 12, 10))
    lasting = consultant(contract_ends_on=date(2027, 12, 10))

    assert "Kontrak Anda berakhir 10 Desember 2026" in sign_in(ending).get("/kunjungan").text
    assert "Kontrak Anda berakhir" not in sign_in(lasting).get("/kunjungan").text


def test_a_promise_is_done_and_opened_again(mentor):
    item = factories.action_item(participation=mentored_by(mentor))

    promise_actions.finish(item, done_on=None, version=item.version, by=mentor)
    assert item.done_on == date(2026, 11, 24)
    promise_actions.reopen(item, version=item.version, by=mentor)
    assert item.done_on is None


def test_nothing_is_done_tomorrow(mentor):
    item = factories.action_item(participation=mentored_by(mentor))

    with pytest.raises(refusals.DoneOutOfTime):
        promise_actions.finish(item, done_on=date(2026, 11, 25), version=item.version, by=mentor)


def test_a_promise_belongs_to_a_plan_of_the_same_participant(mentor):
    joined = mentored_by(mentor)
    plan, other = factories.plan(participation=joined), factories.plan(participation=mentored_by(mentor))
    draft = {"participation_id": joined.id, "text": "Urus NIB", "owner": ActionOwner.PARTICIPANT}

    kept = promise_actions.promise(ItemDraft(**draft, plan_id=plan.id), key=uuid4(), by=mentor)

    assert kept.plan_id == plan.id
    with pytest.raises(NotFound):
        promise_actions.promise(ItemDraft(**draft, plan_id=other.id), key=uuid4(), by=mentor)


def test_own_work_of_the_month_is_added_up(mentor):
    joined = mentored_by(mentor)
    factories.visit([joined], consultant=mentor, held_on=date(2026, 11, 2))
    factories.visit([joined], consultant=mentor, held_on=date(2026, 10, 31))

    assert worklist_queries.time_this_month(mentor).consultant == 60
    assert worklist_queries.is_consultant(mentor)
    assert not worklist_queries.is_consultant(factories.account(role=Role.OFFICER))
