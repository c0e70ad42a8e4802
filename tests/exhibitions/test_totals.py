"""Sums with their unknowns, and the indicator vector I11 of domain.md."""

from __future__ import annotations

from datetime import date

import pytest

from models.vocabulary import Answer, Attendance, Curation, Role, UnableReason, YesNo
from tests import factories
from wub.exhibitions import queries, total_queries
from wub.measurement.intervals import wilson

UNKNOWN = {"direct_sales": None, "direct_sales_answer": Answer.UNKNOWN}
NOT_ASKED = {"direct_sales": None, "direct_sales_answer": Answer.NOT_ASKED}


@pytest.fixture
def fair(session):
    return factories.exhibition()


@pytest.fixture
def supervisor(session):
    return factories.account(role=Role.SUPERVISOR)


def sums(fair, account):
    return total_queries.totals(queries.entries(fair.id, account))


def test_busy_without_a_number_is_unknown_and_not_zero(fair, supervisor):
    factories.exhibition_entry(exhibition=fair, direct_sales=2_000_000)
    factories.exhibition_entry(exhibition=fair, direct_sales=0)
    for _ in range(2):
        factories.exhibition_entry(exhibition=fair, **UNKNOWN)

    tally = sums(fair, supervisor).sums["direct_sales"]

    assert (tally.total, tally.known, tally.unknown) == (2_000_000, 2, 2)


def test_who_was_absent_or_not_selected_owes_no_number(fair, supervisor):
    factories.exhibition_entry(exhibition=fair, attendance=Attendance.ABSENT, **NOT_ASKED)
    factories.exhibition_entry(exhibition=fair, curation=Curation.FAILED, **NOT_ASKED)
    factories.exhibition_entry(exhibition=fair, attendance=Attendance.PLANNED, **NOT_ASKED)

    found = sums(fair, supervisor)

    assert found.sums["direct_sales"].unknown == 1
    assert found.attendance[Attendance.ABSENT] == 1
    assert found.seen == 3


def test_orders_are_what_was_last_known_of_each_contact(fair, supervisor):
    contact = factories.buyer_contact(entry=factories.exhibition_entry(exhibition=fair))
    factories.order_follow_up(contact=contact, after_days=30, order_value=500_000)
    factories.order_follow_up(contact=contact, after_days=60, order_value=900_000)
    factories.order_follow_up(
        contact=contact, after_days=90, reached=False, order_value=None, order_value_answer=Answer.UNKNOWN
    )

    followed = total_queries.followed(total_queries.contacts(fair.id, supervisor))

    assert (followed.orders.total, followed.orders.known, followed.orders.unknown) == (900_000, 1, 0)


def test_five_of_forty_contacts_ordered(fair, supervisor):
    entry = factories.exhibition_entry(exhibition=fair, direct_sales=6_500_000)
    for number in range(40):
        contact = factories.buyer_contact(entry=entry)
        if number < 12:
            value = 1_800_000 if number < 5 else 0
            factories.order_follow_up(contact=contact, after_days=90, order_value=value)

    followed = total_queries.followed(total_queries.contacts(fair.id, supervisor))
    low, high = wilson(followed.ordering, followed.contacts)

    assert (followed.ordering, followed.contacts, followed.orders.total) == (5, 40, 9_000_000)
    assert followed.orders.unknown == 28
    assert (round(low, 3), round(high, 3)) == (0.055, 0.261)


def test_a_reason_is_counted_once_for_each_contact(fair, supervisor):
    contact = factories.buyer_contact(entry=factories.exhibition_entry(exhibition=fair))
    for days in (30, 60):
        factories.order_follow_up(
            contact=contact, after_days=days, unable_to_supply=YesNo.YES, unable_reason=UnableReason.CAPACITY
        )

    followed = total_queries.followed(total_queries.contacts(fair.id, supervisor))

    assert followed.unable == {UnableReason.CAPACITY: 1}


@pytest.mark.parametrize(
    ("day", "due"),
    [
        (date(2026, 9, 15), []),
        (date(2026, 9, 16), [30]),
        (date(2026, 10, 16), [60]),
        (date(2026, 11, 24), [90]),
        (date(2027, 2, 13), [90]),
        (date(2027, 2, 14), []),  # half a year after the event
    ],
)
def test_contacts_are_due_three_times_and_no_more_after_half_a_year(fair, supervisor, day, due):
    factories.buyer_contact(entry=factories.exhibition_entry(exhibition=fair))

    found = total_queries.due(fair, total_queries.contacts(fair.id, supervisor), day)

    assert [days for _contact, days in found] == due


def test_sums_hold_only_the_stands_in_scope(fair):
    own, other = factories.agency("DINSOS"), factories.agency("DLH")
    for office, sales in ((own, 1_000_000), (other, 4_000_000)):
        joined = factories.participation(cohort=factories.cohort(agency=office))
        factories.exhibition_entry(exhibition=fair, participation=joined, direct_sales=sales)

    assert sums(fair, factories.account(agency=own)).sums["direct_sales"].total == 1_000_000
    assert queries.number_of_entries(fair.id) == 2
