"""What was really given: to one participant or group, by those who may know of it."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest

from models.reading import Reading
from models.vocabulary import AgreementScope, AgreementState, Role
from tests import factories
from wub.errors import NotFound
from wub.partnerships import queries, realisation_actions, realisation_queries
from wub.partnerships.realisation_actions import RealisationDraft


@pytest.fixture
def office(session):
    return factories.agency("DINSOS")


@pytest.fixture
def officer(office):
    return factories.account(agency=office)


@pytest.fixture
def own(office):
    return factories.participation(cohort=factories.cohort(agency=office))


def given(**values):
    said = {"realised_on": date(2026, 6, 1), "kind": AgreementScope.MARKET, "value": Reading.known(7_500_000)}
    return RealisationDraft(**(said | values))


def record(agreement, draft, by):
    return realisation_actions.record_realisation(agreement, draft, key=uuid4(), by=by)


def test_an_office_records_what_its_participant_got_under_anothers_agreement(officer, own):
    agreement = factories.agreement(agency=factories.agency("DLH"))

    kept = record(agreement, given(participation_id=own.id), officer)

    assert (kept.participation_id, kept.value) == (own.id, 7_500_000)


def test_only_the_keeping_office_records_people_not_named(officer, office):
    own_agreement = factories.agreement(agency=office)
    others = factories.agreement(agency=factories.agency("DLH"))

    assert record(own_agreement, given(beneficiaries=20), officer).beneficiaries == 20
    with pytest.raises(realisation_actions.NotYours):
        record(others, given(beneficiaries=20), officer)


def test_anothers_row_cannot_be_taken_over_by_naming_an_own_group(officer, office):
    agreement = factories.agreement(agency=factories.agency("DLH"))
    row = factories.realisation(agreement=agreement)
    group = factories.group(cohort=factories.cohort(agency=office))

    with pytest.raises(realisation_actions.NotYours):
        realisation_actions.change_realisation(
            agreement, row, given(group_id=group.id), version=row.version, by=officer
        )


def test_somebody_out_of_scope_is_nobody(officer, office):
    agreement = factories.agreement(agency=office)

    with pytest.raises(NotFound):
        record(agreement, given(participation_id=factories.participation().id), officer)
    with pytest.raises(NotFound):
        record(agreement, given(group_id=factories.group().id), officer)


def test_one_row_is_for_one_participant_or_one_group(officer, office, own):
    group = factories.group(cohort=factories.cohort(agency=office))
    agreement = factories.agreement(agency=office)

    with pytest.raises(realisation_actions.OneBeneficiary):
        record(agreement, given(participation_id=own.id, group_id=group.id), officer)


@pytest.mark.parametrize("state", [AgreementState.PLANNED, AgreementState.CANCELLED])
def test_nothing_is_given_under_what_was_never_agreed(officer, office, own, state):
    with pytest.raises(realisation_actions.NotBindingYet):
        record(factories.agreement(agency=office, state=state), given(participation_id=own.id), officer)


def test_nothing_is_given_before_the_agreement_begins(officer, office, own):
    draft = given(participation_id=own.id, realised_on=date(2026, 1, 11))

    with pytest.raises(realisation_actions.BeforeTheAgreement):
        record(factories.agreement(agency=office), draft, officer)


def test_rows_to_people_out_of_scope_are_in_the_sum_and_not_in_the_list(officer, own):
    agreement = factories.agreement()
    seen = factories.realisation(agreement=agreement, participation=own)
    hidden = factories.realisation(agreement=agreement, participation=factories.participation())

    assert [row.id for row in realisation_queries.rows(agreement.id, officer)] == [seen.id]
    assert realisation_queries.realised(agreement.id).rows == 2
    with pytest.raises(NotFound):
        queries.realisation(hidden.id, officer)


def test_a_supervisor_sees_and_keeps_all(session):
    supervisor = factories.account(role=Role.SUPERVISOR)
    row = factories.realisation(participation=factories.participation())

    assert queries.realisation(row.id, supervisor) is row
