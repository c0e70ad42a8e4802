"""The path of an indicator: five years side by side, and the sheet of quotas."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest
import sqlalchemy as sa

from models.target import Target
from models.vocabulary import Role, ScopeLevel, TargetState, TargetType
from tests import factories
from wub.targets import path_queries


@pytest.fixture
def count(session):
    """The number of people, which can be added up."""
    return factories.indicator_version("I1")


def quota(year, value, agency=None, **values):
    return factories.target(
        "I1",
        level=ScopeLevel.COHORT,
        cohort_year=year,
        agency=agency,
        value=Decimal(value),
        type=TargetType.YEARLY,
        **values,
    )


def page_of(client, version, path="/target/jalur"):
    return f"{path}?indikator={version.indicator_id}&dari=2026"


def test_quotas_are_added_up_and_compared_with_the_city(session, count):
    account = factories.account(role=Role.SUPERVISOR)
    one, two = factories.agency("DINSOS"), factories.agency("DLH")
    quota(2026, 500)
    quota(2026, 300, one)
    quota(2026, 100, two, state=TargetState.PROPOSED)
    quota(2027, 90, one)

    path = path_queries.path(count, 2026, account)

    first, second = path.sums[:2]
    assert (first.offices, first.city, first.gap) == (400, 500, -100)
    assert (second.offices, second.city, second.gap) == (90, None, None)
    assert path.years == [2026, 2027, 2028, 2029, 2030]


def test_shares_are_not_added_up(session):
    account = factories.account(role=Role.SUPERVISOR)
    assert path_queries.path(factories.indicator_version("I2"), 2026, account).sums == []


def test_the_path_begins_with_the_newest_plan_of_several_years(session, count):
    factories.target(
        "I1",
        type=TargetType.CUMULATIVE,
        value=Decimal(2500),
        period_starts_on=date(2025, 1, 1),
        period_ends_on=date(2029, 12, 31),
    )
    assert path_queries.first_year(count.indicator_id) == 2025


def test_a_sheet_of_quotas_becomes_proposals_once(sign_in, session, count):
    office = factories.agency("DINSOS")
    standing = quota(2026, 100, office)
    client = sign_in(Role.SUPERVISOR)
    address = page_of(client, count, "/target/jalur/kuota")
    assert 'value="100"' in client.get(address).text
    sheet = {
        "client_key": str(uuid4()),
        "source": "renja",
        "source_document": "Renja contoh 2026",
        f"kuota-{office.id}-2026": "120",
        f"kuota-{office.id}-2027": "130",
        "kuota-0-2026": "500",
    }

    answers = [client.post(address, data=sheet) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [303, 303]
    rows = session.scalars(
        sa.select(Target)
        .where(Target.state == TargetState.PROPOSED)
        .order_by(Target.cohort_year, Target.value)
    ).all()
    assert [(row.agency_id, row.cohort_year, row.value) for row in rows] == [
        (office.id, 2026, 120), (None, 2026, 500), (office.id, 2027, 130),
    ]  # fmt: skip
    assert rows[0].replaces_id == standing.id
    text = client.get(page_of(client, count)).text
    assert "kurang 380" in text


def test_a_faulty_cell_is_said_and_nothing_is_lost(sign_in, session, count):
    office = factories.agency("DINSOS")
    client = sign_in(Role.SUPERVISOR)
    sheet = {"source": "renja", f"kuota-{office.id}-2026": "banyak", "kuota-0-2027": "500"}

    answer = client.post(page_of(client, count, "/target/jalur/kuota"), data=sheet)

    assert answer.status_code == 422
    assert "Tulis bilangan bulat" in answer.text
    assert 'value="banyak"' in answer.text
    assert 'value="500"' in answer.text
    assert session.scalar(sa.select(sa.func.count()).select_from(Target)) == 0


def test_an_officer_writes_the_quotas_of_the_own_office_alone(sign_in, session, count):
    own, other = factories.agency("DINSOS"), factories.agency("DLH")
    officer = sign_in(Role.OFFICER, agency=own)
    address = page_of(officer, count, "/target/jalur/kuota")
    form = officer.get(address).text
    assert f"kuota-{own.id}-2026" in form
    assert f"kuota-{other.id}-2026" not in form
    assert "kuota-0-2026" not in form
    sheet = {"source": "renja", "source_document": "Renja", f"kuota-{other.id}-2026": "9"}
    officer.post(address, data=sheet)
    assert session.scalar(sa.select(sa.func.count()).select_from(Target)) == 0


def test_proposals_of_others_are_approved_in_one_go(sign_in, session, count):
    office = factories.agency("DINSOS")
    supervisor = factories.account(role=Role.SUPERVISOR)
    theirs = [quota(year, 100, office, state=TargetState.PROPOSED) for year in (2026, 2027)]
    own = quota(2028, 100, office, state=TargetState.PROPOSED, proposed_by_id=supervisor.id)
    client = sign_in(supervisor)
    page = client.get("/target/usulan").text
    assert [f"usulan-{target.id}" in page for target in (*theirs, own)] == [True, True, False]
    assert client.post("/target/usulan", data={}).status_code == 422

    boxes = [f"{target.id}:{target.version}" for target in theirs]
    assert client.post("/target/usulan", data={"usulan": boxes}).status_code == 303

    session.expire_all()
    assert [target.state for target in theirs] == [TargetState.APPROVED] * 2
    assert own.state is TargetState.PROPOSED
