"""Budget lines and spendings: whose they are, and what does not fit together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
import sqlalchemy as sa

from models.audit import AuditEntry
from models.budget import BudgetLine, Spending
from models.vocabulary import Funding, Role
from tests import factories
from wub.budget import actions, queries
from wub.budget.actions import LineDraft, SpendingDraft
from wub.budget.queries import BudgetFilter
from wub.errors import NotFound, SameKeyOtherContent, StaleVersion
from wub.pages.paging import Place

PAYMENT = SpendingDraft(
    spent_on=date(2026, 5, 4), amount=15_000_000, description="Honorarium", sp2d_number="0001/SP2D/2026"
)


@pytest.fixture
def office(session):
    return factories.agency("DINSOS")


@pytest.fixture
def officer(office):
    return factories.account(role=Role.OFFICER, agency=office)


def a_line(office, **changed):
    given = LineDraft(
        agency_id=office.id, year=2026, activity_code="2.17.03.0001", name="Pendampingan", amount=250_000_000
    )
    return replace(given, **changed)


def test_a_line_and_its_payments_are_added_up_by_office(officer, office, session):
    line = actions.open_line(a_line(office), key=uuid4(), by=officer)
    actions.spend(line, PAYMENT, key=uuid4(), by=officer)
    actions.spend(line, replace(PAYMENT, sp2d_number=None, amount=5_000_000), key=uuid4(), by=officer)
    factories.spending(budget_line=factories.budget_line(agency=factories.agency("DLH"), amount=1))

    own = queries.totals(BudgetFilter(year=2026), officer)
    assert [row[1:] for row in own] == [("Dinsos", 1, 250_000_000, 20_000_000)]
    assert queries.totals(BudgetFilter(year=2025), officer) == []
    everything = queries.totals(BudgetFilter(), factories.account(role=Role.EXECUTIVE))
    assert [(row.agency, row.spent) for row in everything] == [("Dinsos", 20_000_000), ("DLH", 15_000_000)]
    assert all(type(row.spent) is int for row in everything)
    assert queries.years(officer) == [2026]


def test_lines_are_for_the_office_and_supervisors_totals_for_the_executive(officer, office, session):
    line = actions.open_line(a_line(office), key=uuid4(), by=officer)
    paid = actions.spend(line, PAYMENT, key=uuid4(), by=officer)

    outside = [factories.account(role=role) for role in (Role.EXECUTIVE, Role.CONSULTANT, Role.ADMINISTRATOR)]
    outside.append(factories.account(role=Role.OFFICER, agency=factories.agency("DLH")))
    for account in outside:
        with pytest.raises(NotFound):
            queries.visible(line.id, account)
        with pytest.raises(NotFound):
            queries.spending(paid.id, account)
        assert queries.lines(BudgetFilter(), account, Place()).rows == []
    supervisor = factories.account(role=Role.SUPERVISOR)
    assert queries.visible(line.id, supervisor) is line
    assert [row.spent for row in queries.lines(BudgetFilter(), supervisor, Place()).rows] == [15_000_000]


def test_nobody_plans_for_another_office(officer, office):
    other = factories.agency("DLH")
    line = actions.open_line(a_line(office), key=uuid4(), by=officer)

    with pytest.raises(actions.NotYourOffice):
        actions.open_line(a_line(other), key=uuid4(), by=officer)
    with pytest.raises(actions.NotYourOffice):
        actions.change_line(line, a_line(other), version=1, by=officer)


def test_the_same_form_twice_keeps_one(officer, office, session):
    keys = uuid4(), uuid4()
    lines = [actions.open_line(a_line(office), key=keys[0], by=officer) for _ in range(2)]
    paid = [actions.spend(lines[0], PAYMENT, key=keys[1], by=officer) for _ in range(2)]

    assert lines[0] is lines[1]
    assert paid[0] is paid[1]
    with pytest.raises(SameKeyOtherContent):
        actions.open_line(a_line(office, amount=1), key=keys[0], by=officer)
    with pytest.raises(SameKeyOtherContent):
        actions.spend(lines[0], replace(PAYMENT, amount=1), key=keys[1], by=officer)


def test_an_activity_stands_once_a_year_in_an_office(officer, office, session):
    actions.open_line(a_line(office), key=uuid4(), by=officer)
    actions.open_line(a_line(office, year=2025), key=uuid4(), by=officer)

    with pytest.raises(actions.LineTwice):
        actions.open_line(a_line(office, name="Lain"), key=uuid4(), by=officer)


def test_a_payment_order_is_entered_once(officer, office, session):
    line = actions.open_line(a_line(office), key=uuid4(), by=officer)
    actions.spend(line, PAYMENT, key=uuid4(), by=officer)

    with pytest.raises(actions.PaymentTwice):
        actions.spend(line, replace(PAYMENT, amount=7), key=uuid4(), by=officer)


def test_money_of_a_year_is_spent_in_that_year(officer, office, session):
    line = actions.open_line(a_line(office), key=uuid4(), by=officer)
    paid = actions.spend(line, PAYMENT, key=uuid4(), by=officer)

    with pytest.raises(actions.OtherYear):
        actions.spend(line, replace(PAYMENT, spent_on=date(2025, 12, 31)), key=uuid4(), by=officer)
    with pytest.raises(actions.OtherYear):
        actions.change_spending(paid, replace(PAYMENT, spent_on=date(2025, 5, 4)), version=1, by=officer)
    with pytest.raises(actions.SpentInOtherYear):
        actions.change_line(line, a_line(office, year=2025), version=1, by=officer)


def test_an_intake_belongs_to_the_office_that_pays(officer, office, session):
    theirs = factories.cohort(2026, agency=factories.agency("DLH"))

    with pytest.raises(actions.CohortOfOthers):
        actions.open_line(a_line(office, cohort_id=theirs.id), key=uuid4(), by=officer)


def test_more_than_planned_may_be_spent_because_it_was(officer, office, session):
    line = actions.open_line(a_line(office, amount=1_000_000), key=uuid4(), by=officer)

    actions.spend(line, PAYMENT, key=uuid4(), by=officer)

    assert queries.spent(line.id) == 15_000_000


def test_a_change_from_an_old_page_is_refused(officer, office, session):
    line = actions.open_line(a_line(office), key=uuid4(), by=officer)
    paid = actions.spend(line, PAYMENT, key=uuid4(), by=officer)
    actions.change_line(line, a_line(office, funding=Funding.DAK), version=1, by=officer)
    actions.change_spending(paid, replace(PAYMENT, amount=8), version=1, by=officer)

    with pytest.raises(StaleVersion):
        actions.change_line(line, a_line(office, amount=2), version=1, by=officer)
    with pytest.raises(StaleVersion):
        actions.change_spending(paid, replace(PAYMENT, amount=9), version=1, by=officer)
    with pytest.raises(StaleVersion):
        actions.remove_spending(paid, "Salah", version=1, by=officer)


def test_a_removed_spending_stays_in_the_trail(officer, office, session):
    line = actions.open_line(a_line(office), key=uuid4(), by=officer)
    actions.remove_spending(
        actions.spend(line, PAYMENT, key=uuid4(), by=officer), "Salah catat", version=1, by=officer
    )

    entry = session.scalars(sa.select(AuditEntry).where(AuditEntry.action == "spending:remove")).one()
    assert (entry.reason, entry.changes["amount"]) == ("Salah catat", [15_000_000, None])
    assert session.scalar(sa.select(sa.func.count()).select_from(Spending)) == 0
    assert session.scalar(sa.select(sa.func.count()).select_from(BudgetLine)) == 1
