"""What buyers ordered later, and why it could not be supplied."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest

from models.reading import Reading
from models.vocabulary import Role, UnableReason, YesNo
from tests import factories
from wub.exhibitions import contact_actions as actions
from wub.exhibitions.contact_actions import ContactDraft, FollowUpDraft


@pytest.fixture
def supervisor(session):
    return factories.account(role=Role.SUPERVISOR)


@pytest.fixture
def fair(session):
    return factories.exhibition()


@pytest.fixture
def contact(fair):
    return factories.buyer_contact(entry=factories.exhibition_entry(exhibition=fair))


def answer(**values):
    given = {"after_days": 30, "asked_on": date(2026, 9, 16), "reached": True}
    return FollowUpDraft(**(given | values))


def test_a_hotel_wants_more_than_can_be_made(fair, contact, supervisor):
    draft = answer(
        order_value=Reading.known(0), unable_to_supply=YesNo.YES, unable_reason=UnableReason.CAPACITY
    )

    asked = actions.record_follow_up(fair, contact, draft, key=uuid4(), by=supervisor)

    assert (asked.order_value, asked.unable_reason) == (0, UnableReason.CAPACITY)


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        ({"unable_to_supply": YesNo.YES}, actions.ReasonNeeded),
        ({"unable_reason": UnableReason.PRICE}, actions.ReasonWithoutCause),
        ({"reached": False, "order_value": Reading.known(1)}, actions.NotReached),
        ({"asked_on": date(2026, 8, 16)}, actions.AskedTooEarly),
    ],
)
def test_answers_that_contradict_themselves_are_refused(fair, contact, supervisor, wrong, refusal):
    with pytest.raises(refusal):
        actions.record_follow_up(fair, contact, answer(**wrong), key=uuid4(), by=supervisor)


def test_each_round_is_kept_once(fair, contact, supervisor):
    actions.record_follow_up(fair, contact, answer(), key=uuid4(), by=supervisor)

    with pytest.raises(actions.AlreadyAsked):
        actions.record_follow_up(fair, contact, answer(), key=uuid4(), by=supervisor)


def test_a_contact_sent_twice_is_one(contact, supervisor):
    entry, key = factories.exhibition_entry(), uuid4()
    draft = ContactDraft(name="Hotel Contoh")

    first = actions.add_contact(entry, draft, key=key, by=supervisor)

    assert actions.add_contact(entry, draft, key=key, by=supervisor) is first
