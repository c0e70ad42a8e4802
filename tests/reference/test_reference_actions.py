"""Offices, schemes, intakes and the price index are changed with care: other records are named after them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
import sqlalchemy as sa

from models.audit import AuditEntry
from models.reference import PriceIndex
from models.vocabulary import Role
from tests import factories
from wub.errors import StaleVersion
from wub.reference import actions, cohort_actions, index_actions, queries
from wub.reference.actions import AgencyDraft, SchemeDraft
from wub.reference.cohort_actions import CohortDraft
from wub.reference.index_actions import IndexDraft

MARCH = IndexDraft(
    period=date(2026, 3, 1),
    monthly=True,
    base_year=2022,
    place="Banjarmasin",
    value=Decimal("108.37"),
    source="BRS contoh",
)


@pytest.fixture
def administrator(session):
    return factories.account(role=Role.ADMINISTRATOR)


def a_cohort(**changed):
    given = CohortDraft(year=2026, agency_id=factories.agency("DINSOS").id, scheme_id=factories.scheme().id)
    return replace(given, **changed)


def test_an_office_is_renamed_and_the_trail_tells(administrator, session):
    office = factories.agency("DLH")
    draft = AgencyDraft(name="Dinas Lingkungan", short_name="DLH Kota", position=9, active=False)

    actions.change_agency(office, draft, version=office.version, by=administrator)

    entry = session.scalars(sa.select(AuditEntry)).one()
    assert (entry.action, entry.changes["position"], entry.changes["active"]) == (
        "agency:change", [7, 9], [True, False],
    )  # fmt: skip
    assert office.code == "DLH"
    assert "DLH Kota" not in dict(queries.agency_choices()).values()
    assert "DLH Kota" in dict(queries.agency_choices(also=office.id)).values()
    with pytest.raises(StaleVersion):
        actions.change_agency(office, draft, version=1, by=administrator)


def test_a_scheme_code_is_used_once(administrator, session):
    draft = SchemeDraft(name="Wirausaha Muda")
    scheme = actions.open_scheme("WM", draft, by=administrator)
    actions.change_scheme(scheme, replace(draft, active=False), version=1, by=administrator)

    assert [name for _, name in queries.scheme_choices()] == ["Wira Usaha Baru"]
    with pytest.raises(StaleVersion):
        actions.change_scheme(scheme, draft, version=1, by=administrator)
    with pytest.raises(actions.SchemeTwice):
        actions.open_scheme("WM", draft, by=administrator)


def test_an_intake_is_named_after_year_office_and_scheme(administrator, session):
    plain = cohort_actions.open_cohort(a_cohort(), by=administrator)
    other = cohort_actions.open_cohort(a_cohort(scheme_id=factories.scheme("WM").id), by=administrator)

    assert (plain.code, other.code) == ("2026-DINSOS", "2026-DINSOS-WM")
    with pytest.raises(cohort_actions.CohortTwice):
        cohort_actions.open_cohort(a_cohort(), by=administrator)


def test_an_empty_intake_may_be_moved_a_used_one_may_not(administrator, session):
    cohort = cohort_actions.open_cohort(a_cohort(), by=administrator)
    cohort_actions.change_cohort(cohort, a_cohort(year=2027), version=1, by=administrator)
    assert cohort.code == "2027-DINSOS"
    factories.participation(cohort=cohort)

    with pytest.raises(cohort_actions.CohortUsed) as refused:
        cohort_actions.change_cohort(
            cohort, a_cohort(agency_id=factories.agency("DLH").id), version=2, by=administrator
        )
    assert sorted(refused.value.fields) == ["agency_id", "year"]

    kept = a_cohort(year=2027, note="Tahap kedua", opened_on=date(2027, 2, 1))
    cohort_actions.change_cohort(cohort, kept, version=2, by=administrator)
    assert cohort.note == "Tahap kedua"
    with pytest.raises(StaleVersion):
        cohort_actions.change_cohort(cohort, kept, version=2, by=administrator)


@pytest.mark.parametrize("name", ["participation", "group", "budget_line"])
def test_whatever_names_an_intake_makes_it_used(name, session):
    cohort = factories.cohort(2026)
    assert not queries.is_used(cohort.id)

    getattr(factories, name)(cohort=cohort)

    assert queries.is_used(cohort.id)


def test_a_price_index_stands_once_for_its_month_place_and_base(administrator, session):
    row = index_actions.record_index(MARCH, by=administrator)
    index_actions.record_index(replace(MARCH, base_year=2018), by=administrator)
    index_actions.change_index(row, replace(MARCH, value=Decimal("108.4")), version=1, by=administrator)

    with pytest.raises(index_actions.IndexTwice):
        index_actions.record_index(MARCH, by=administrator)
    session.rollback()


def test_a_stale_or_senseless_price_index_is_refused(administrator, session):
    row = index_actions.record_index(MARCH, by=administrator)
    index_actions.change_index(row, replace(MARCH, value=Decimal("108.4")), version=1, by=administrator)

    entry = session.scalars(sa.select(AuditEntry).where(AuditEntry.action == "price_index:change")).one()
    assert [Decimal(value) for value in entry.changes["value"]] == [Decimal("108.37"), Decimal("108.4")]
    with pytest.raises(StaleVersion):
        index_actions.change_index(row, MARCH, version=1, by=administrator)
    with pytest.raises(index_actions.IndexNotPositive):
        index_actions.change_index(row, replace(MARCH, value=Decimal(0)), version=2, by=administrator)


def test_the_shipped_index_is_yearly(session):
    assert session.scalar(sa.select(sa.func.count()).where(PriceIndex.monthly)) == 0
