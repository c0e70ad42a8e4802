"""Agreements: who keeps them, what needs a look, and pledged against realised (I12)."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest

from models.reading import Reading
from models.vocabulary import AgreementState, Answer, Contribution, PartnerKind, Role, YesNo
from tests import factories
from wub.errors import NotFound
from wub.pages.paging import Place
from wub.partnerships import actions, queries, realisation_queries
from wub.partnerships.actions import AgreementDraft, PartnerDraft
from wub.partnerships.queries import AgreementFilter


@pytest.fixture
def office(session):
    return factories.agency("DINSOS")


@pytest.fixture
def officer(office):
    return factories.account(agency=office)


def draft(office, **values):
    given = {
        "partner_id": factories.partner().id,
        "agency_id": office.id,
        "number": "PKS/01/2026",
        "starts_on": date(2026, 1, 5),
        "contribution": Contribution.IN_KIND,
        "committed_value": Reading.known(200_000_000),
    }
    return AgreementDraft(**(given | values))


def listed(account, **wanted):
    return [row.id for row in queries.agreements(AgreementFilter(**wanted), account, Place()).rows]


def test_the_same_form_sent_twice_gives_one_agreement(officer, office):
    wanted, key = draft(office), uuid4()

    first = actions.make_agreement(wanted, key=key, by=officer)

    assert actions.make_agreement(wanted, key=key, by=officer) is first


def test_a_number_is_used_once_for_each_partner(officer, office):
    wanted = draft(office)
    actions.make_agreement(wanted, key=uuid4(), by=officer)

    with pytest.raises(actions.NumberTaken):
        actions.make_agreement(wanted, key=uuid4(), by=officer)


def test_a_partner_is_kept_once_by_name(officer):
    wanted = PartnerDraft(name="PT Contoh", kind=PartnerKind.PRIVATE)
    actions.add_partner(wanted, key=uuid4(), by=officer)

    with pytest.raises(actions.PartnerKnown):
        actions.add_partner(wanted, key=uuid4(), by=officer)


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        ({"ends_on": date(2025, 12, 31)}, actions.EndsBeforeStart),
        ({"state": AgreementState.RUNNING}, actions.NotSignedYet),
        ({"agency_id": None}, actions.OfficeNeeded),
    ],
)
def test_an_agreement_that_contradicts_itself_is_refused(officer, office, wrong, refusal):
    with pytest.raises(refusal):
        actions.make_agreement(draft(office, **wrong), key=uuid4(), by=officer)


def test_an_office_changes_only_its_own_agreements(officer, office):
    other = factories.agreement(agency=factories.agency("DLH"))

    assert queries.agreement(other.id, officer) is other
    with pytest.raises(actions.NotYourOffice):
        actions.change_agreement(other, draft(office), version=other.version, by=officer)


@pytest.mark.parametrize("role", [Role.CONSULTANT, Role.EXECUTIVE, Role.ADMINISTRATOR])
def test_other_roles_see_no_agreement(session, role):
    with pytest.raises(NotFound):
        queries.agreement(factories.agreement().id, factories.account(role=role))


@pytest.mark.parametrize(
    ("ends_on", "state", "warned"),
    [
        (date(2027, 2, 22), AgreementState.RUNNING, True),  # ninety days from the frozen today
        (date(2027, 2, 23), AgreementState.RUNNING, False),
        (date(2026, 11, 1), AgreementState.STUCK, True),
        (date(2026, 12, 1), AgreementState.FINISHED, False),
        (None, AgreementState.RUNNING, False),
    ],
)
def test_the_end_is_announced_ninety_days_before(officer, ends_on, state, warned):
    agreement = factories.agreement(ends_on=ends_on, state=state)

    assert queries.ends_soon(ends_on, state) is warned
    assert listed(officer, ending=True) == ([agreement.id] if warned else [])


def test_an_agreement_without_a_realisation_is_nothing(officer):
    empty = factories.agreement()
    factories.realisation()

    assert realisation_queries.realised(empty.id).nothing
    assert listed(officer, empty=True) == [empty.id]


def test_what_counts_is_what_was_given_and_not_what_was_pledged(officer):
    agreement = factories.agreement(committed_value=500_000_000)
    factories.realisation(agreement=agreement, value=350_000_000, beneficiaries=8)
    factories.realisation(agreement=agreement, value=None, value_answer=Answer.UNKNOWN)

    done = realisation_queries.realised(agreement.id)

    assert (done.rows, done.value, done.unknown, done.beneficiaries) == (2, 350_000_000, 1, 8)
    assert realisation_queries.share(agreement, done) == pytest.approx(0.70)


def test_a_share_of_an_unknown_pledge_is_not_computed(session):
    agreement = factories.agreement(committed_value=None, committed_value_answer=Answer.UNKNOWN)
    factories.realisation(agreement=agreement)

    assert realisation_queries.share(agreement, realisation_queries.realised(agreement.id)) is None


def test_money_that_also_comes_from_the_city_is_flagged(officer):
    said = factories.agreement(also_city_budget=YesNo.YES)
    in_a_row = factories.realisation(also_city_budget=YesNo.YES).agreement_id
    clean = factories.realisation(also_city_budget=YesNo.UNKNOWN).agreement_id

    assert sorted(listed(officer, conflict=True)) == sorted([said.id, in_a_row])
    assert queries.is_in_conflict(in_a_row)
    assert not queries.is_in_conflict(clean)
