"""Proposing, approving and replacing targets, and who may."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
import sqlalchemy as sa

from models.audit import AuditEntry
from models.target import Target
from models.vocabulary import Role, ScopeLevel, TargetSource, TargetState, TargetType
from tests import factories
from wub.clock import today
from wub.errors import NotFound, SameKeyOtherContent, StaleVersion
from wub.reports.goals import goals
from wub.reports.scopes import CITY, Scope
from wub.targets import actions, queries
from wub.targets.actions import TargetDraft


@pytest.fixture
def supervisor(session):
    return factories.account(role=Role.SUPERVISOR)


@pytest.fixture
def officer(session):
    """Of the office whose proposals the supervisor decides on."""
    return factories.account(role=Role.OFFICER, agency=factories.agency("DINSOS"))


@pytest.fixture
def another(session):
    """A second supervisor: nobody approves an own proposal."""
    return factories.account(role=Role.SUPERVISOR)


def a_draft(**changed):
    given = TargetDraft(
        indicator_version_id=factories.indicator_version("I2").id,
        level=ScopeLevel.CITY,
        period_starts_on=date(2026, 1, 1),
        period_ends_on=date(2026, 12, 31),
        type=TargetType.LEVEL,
        value=Decimal("0.60"),
        source=TargetSource.RPJMD,
        source_document="RPJMD contoh 2025-2029",
    )
    return replace(given, **changed)


def propose(by, **changed):
    return actions.propose(a_draft(**changed), key=uuid4(), by=by)


def trail(session):
    return list(session.scalars(sa.select(AuditEntry.action).order_by(AuditEntry.id)))


def test_a_proposal_is_no_promise_until_it_is_approved(supervisor, another, session):
    target = propose(supervisor)
    assert goals(today()).share("I2", CITY) is None

    actions.approve(target, version=1, by=another)

    assert (target.state, target.approved_by_id, target.approved_on) == (
        TargetState.APPROVED, another.id, today(),
    )  # fmt: skip
    assert goals(today()).share("I2", CITY).value == Decimal("0.60")
    assert trail(session) == ["target:propose", "target:approve"]


def test_the_same_form_twice_proposes_once(supervisor, session):
    key = uuid4()
    first, second = (actions.propose(a_draft(), key=key, by=supervisor) for _ in range(2))

    assert first is second
    with pytest.raises(SameKeyOtherContent):
        actions.propose(a_draft(value=Decimal("0.65")), key=key, by=supervisor)


def test_approving_twice_is_approving_once(supervisor, another, session):
    target = propose(supervisor)
    for _ in range(2):
        actions.approve(target, version=1, by=another)

    assert trail(session).count("target:approve") == 1


def test_without_its_document_nothing_is_approved(supervisor, another):
    target = propose(supervisor, source_document=None)

    with pytest.raises(actions.DocumentNeeded):
        actions.approve(target, version=1, by=another)


def test_an_officer_proposes_for_his_own_office_and_approves_nothing(session):
    office = factories.agency("DINSOS")
    officer = factories.account(role=Role.OFFICER, agency=office)
    own = propose(officer, level=ScopeLevel.AGENCY, agency_id=office.id)

    with pytest.raises(actions.OnlySupervisors):
        actions.approve(own, version=1, by=officer)
    with pytest.raises(actions.NotYourOffice):
        propose(officer)
    with pytest.raises(actions.NotYourOffice):
        propose(officer, level=ScopeLevel.AGENCY, agency_id=factories.agency("DLH").id)


def test_the_proposal_of_another_office_does_not_exist(supervisor, another, session):
    office = factories.agency("DINSOS")
    target = propose(supervisor, level=ScopeLevel.AGENCY, agency_id=office.id)
    stranger = factories.account(role=Role.OFFICER, agency=factories.agency("DLH"))
    readers = [factories.account(role=Role.OFFICER, agency=office), supervisor]

    for account in (stranger, *map(factories.account, (Role.EXECUTIVE, Role.CONSULTANT, Role.ADMINISTRATOR))):
        with pytest.raises(NotFound):
            queries.visible(target.id, account)
    assert [queries.visible(target.id, account) for account in readers] == [target, target]

    actions.approve(target, version=1, by=another)
    assert queries.visible(target.id, stranger) is target


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"level": ScopeLevel.AGENCY}, "agency_id"),
        ({"level": ScopeLevel.COHORT}, "cohort_year"),
        ({"level": ScopeLevel.AREA}, "area_code"),
        ({"cohort_year": 2018}, "cohort_year"),
        ({"level": ScopeLevel.AREA, "area_code": "63.71.01", "cohort_year": 2018}, "cohort_year"),
        ({"period_ends_on": date(2025, 12, 31)}, "period_ends_on"),
    ],
)
def test_a_scope_names_what_it_needs_and_nothing_else(supervisor, changed, field):
    with pytest.raises((actions.ScopeUnnamed, actions.ScopeTooMuch, actions.EndsBeforeStart)) as refused:
        propose(supervisor, **changed)

    assert list(refused.value.fields) == [field]


def test_an_intake_is_promised_for_all_offices_or_for_one(supervisor, another):
    office = factories.agency("DKP3")
    for agency_id, value in ((None, Decimal("0.55")), (office.id, Decimal("0.50"))):
        target = propose(
            supervisor, level=ScopeLevel.COHORT, cohort_year=2018, agency_id=agency_id, value=value
        )
        actions.approve(target, version=1, by=another)

    found = goals(today())
    assert found.share("I2", Scope(year=2018)).value == Decimal("0.55")
    assert found.share("I2", Scope("DKP3", 2018)).value == Decimal("0.50")


def test_approving_replaces_the_target_it_contradicts(supervisor, another, session):
    old, other = factories.target(), factories.target(value=Decimal("0.5"), period_starts_on=date(2027, 1, 1),
                                                      period_ends_on=date(2027, 12, 31))  # fmt: skip
    new = propose(supervisor, value=Decimal("0.70"))

    actions.approve(new, version=1, by=another)

    assert [old.state, other.state, new.state] == [
        TargetState.REPLACED, TargetState.APPROVED, TargetState.APPROVED,
    ]  # fmt: skip
    assert goals(today()).share("I2", CITY).value == Decimal("0.70")


def test_an_approved_target_is_changed_only_by_another_that_is_approved(supervisor, another, session):
    old, key = factories.target(), uuid4()
    draft = a_draft(
        value=Decimal("0.65"), period_starts_on=date(2028, 1, 1), period_ends_on=date(2028, 12, 31)
    )

    first, second = (
        actions.propose_successor(old, draft, version=1, key=key, by=supervisor) for _ in range(2)
    )
    assert first is second
    assert (old.state, first.state) == (TargetState.APPROVED, TargetState.PROPOSED)

    actions.approve(first, version=1, by=another)
    assert (old.state, old.replaced_by_id, old.replaced_on) == (TargetState.REPLACED, first.id, today())
    assert list(queries.versions_of(old)) == [first, old]
    with pytest.raises(actions.NotApproved):
        actions.propose_successor(old, draft, version=old.version, key=uuid4(), by=supervisor)


def test_a_successor_without_its_document_is_not_even_proposed(supervisor):
    with pytest.raises(actions.DocumentNeeded):
        actions.propose_successor(
            factories.target(), a_draft(source_document=None), version=1, key=uuid4(), by=supervisor
        )


def test_nobody_decides_on_an_own_proposal(supervisor, another):
    own = propose(supervisor)
    changed = propose(another)
    actions.change_proposal(changed, a_draft(value=Decimal("0.61")), version=1, by=supervisor)

    for target in (own, changed):
        with pytest.raises(actions.OwnProposal):
            actions.approve(target, version=target.version, by=supervisor)
        with pytest.raises(actions.OwnProposal):
            actions.refuse(target, "Keliru", version=target.version, by=supervisor)


def test_a_refusal_keeps_its_reason_and_is_read_by_the_office_alone(officer, supervisor, session):
    office_id = factories.agency("DINSOS").id
    target = propose(officer, level=ScopeLevel.AGENCY, agency_id=office_id)

    actions.refuse(target, "Halaman dokumen keliru", version=1, by=supervisor)

    assert (target.state, target.refusal) == (TargetState.REFUSED, "Halaman dokumen keliru")
    assert goals(today()).share("I2", Scope("DINSOS")) is None
    assert queries.visible(target.id, officer) is target
    with pytest.raises(NotFound):
        queries.visible(target.id, factories.account(role=Role.EXECUTIVE))
    with pytest.raises(actions.NoLongerProposed):
        actions.approve(target, version=target.version, by=supervisor)
    entry = session.scalars(sa.select(AuditEntry).where(AuditEntry.action == "target:refuse")).one()
    assert entry.reason == "Halaman dokumen keliru"


def test_many_are_approved_as_they_were_read_or_none_is(officer, supervisor, session):
    office_id = factories.agency("DINSOS").id
    both = [
        propose(officer, level=ScopeLevel.COHORT, agency_id=office_id, cohort_year=year)
        for year in (2026, 2027)
    ]
    with pytest.raises(StaleVersion):
        actions.approve_all(both, versions={both[0].id: 1, both[1].id: 9}, by=supervisor)
    session.rollback()


def test_an_old_figure_keeps_the_target_of_its_day(supervisor, another, session):
    old = factories.target(approved_by_id=another.id, approved_on=date(2026, 1, 5))
    successor = propose(supervisor, value=Decimal("0.70"))
    actions.approve(successor, version=1, by=another)
    session.flush()
    the_day_before = today() - timedelta(days=1)

    assert old.replaced_on == today()
    assert goals(today()).share("I2", CITY).value == Decimal("0.70")
    assert goals(the_day_before).share("I2", CITY).value == Decimal("0.60")


@pytest.mark.parametrize("first", [TargetType.CUMULATIVE, TargetType.YEARLY])
def test_a_count_of_a_year_and_one_in_sum_do_not_stand_side_by_side(supervisor, another, first):
    about = {"indicator_version_id": factories.indicator_version("I1").id, "level": ScopeLevel.COHORT}
    about |= {"cohort_year": 2026, "value": Decimal(500)}
    old = propose(supervisor, type=first, **about)
    actions.approve(old, version=1, by=another)
    other = ({TargetType.CUMULATIVE, TargetType.YEARLY} - {first}).pop()
    new = propose(supervisor, type=other, **about)

    actions.approve(new, version=1, by=another)

    assert old.state is TargetState.REPLACED


def test_a_change_from_an_old_page_is_refused(supervisor, session):
    target = propose(supervisor)
    actions.change_proposal(target, a_draft(value=Decimal("0.61")), version=1, by=supervisor)

    with pytest.raises(StaleVersion):
        actions.change_proposal(target, a_draft(value=Decimal("0.62")), version=1, by=supervisor)

    entry = session.scalars(sa.select(AuditEntry).where(AuditEntry.action == "target:change")).one()
    assert [Decimal(value) for value in entry.changes["value"]] == [Decimal("0.60"), Decimal("0.61")]


def test_what_is_approved_is_neither_changed_nor_withdrawn(supervisor, session):
    target = factories.target()

    with pytest.raises(actions.NoLongerProposed):
        actions.change_proposal(target, a_draft(), version=1, by=supervisor)
    with pytest.raises(actions.NoLongerProposed):
        actions.withdraw(target, "Salah", version=1, by=supervisor)


def test_a_withdrawn_proposal_stays_in_the_trail(supervisor, session):
    actions.withdraw(propose(supervisor), "Salah SKPD", version=1, by=supervisor)

    assert session.scalar(sa.select(sa.func.count()).select_from(Target)) == 0
    entry = session.scalars(sa.select(AuditEntry).where(AuditEntry.action == "target:withdraw")).one()
    assert (entry.reason, Decimal(entry.changes["value"][0])) == ("Salah SKPD", Decimal("0.60"))
