"""Which rows each role sees."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from models.agency import Agency
from models.participation import Participation
from models.person import Person
from models.vocabulary import Role
from tests import factories
from wub.access.scope import sees_agency, sees_participation, sees_person
from wub.clock import today


@pytest.fixture
def two_offices(session):
    """One participation at each of two offices."""
    return [
        factories.participation(cohort=factories.cohort(agency=factories.agency(code)))
        for code in ("DISPERDAGIN", "DINSOS")
    ]


def seen_by(account, session, on=None):
    query = sa.select(Participation.id).where(sees_participation(account, on))
    return set(session.scalars(query))


def people_seen_by(account, session):
    return set(session.scalars(sa.select(Person.id).where(sees_person(account))))


def test_a_supervisor_sees_the_whole_programme(two_offices, session):
    supervisor = factories.account(role=Role.SUPERVISOR)
    unenrolled = factories.person()

    assert seen_by(supervisor, session) == {row.id for row in two_offices}
    assert people_seen_by(supervisor, session) == {row.person_id for row in two_offices} | {unenrolled.id}


def test_an_officer_sees_the_lists_of_the_own_office(two_offices, session):
    officer = factories.account(role=Role.OFFICER, agency=factories.agency("DINSOS"))

    assert seen_by(officer, session) == {two_offices[1].id}
    assert people_seen_by(officer, session) == {two_offices[1].person_id}
    assert session.scalars(sa.select(Agency.code).where(sees_agency(officer))).all() == ["DINSOS"]


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.EXECUTIVE, None])
def test_others_see_nobody(role, two_offices, session):
    account = factories.account(role=role)

    assert seen_by(account, session) == set()
    assert people_seen_by(account, session) == set()


def test_an_account_switched_off_sees_nobody(two_offices, session):
    assert seen_by(factories.account(role=Role.SUPERVISOR, active=False), session) == set()


def test_a_consultant_sees_own_participants_from_the_first_day_to_thirty_days_after_the_last(
    two_offices, session
):
    consultant = factories.account(role=Role.CONSULTANT)
    factories.assignment(
        consultant=consultant,
        participation=two_offices[0],
        starts_on=date(2026, 3, 1),
        ends_on=date(2026, 6, 30),
    )
    factories.assignment(participation=two_offices[1])
    days = [date(2026, 2, 28), date(2026, 3, 1), date(2026, 7, 30), date(2026, 7, 31)]

    seen = [seen_by(consultant, session, on=day) for day in days]

    assert seen == [set(), {two_offices[0].id}, {two_offices[0].id}, set()]


def test_roles_add_their_rows(two_offices, session):
    account = factories.account(role=Role.OFFICER, agency=factories.agency("DISPERDAGIN"))
    consultant = factories.account(role=Role.CONSULTANT)
    account.grants.append(consultant.grants[0])
    session.flush()
    factories.assignment(consultant=account, participation=two_offices[1])

    assert seen_by(account, session) == {row.id for row in two_offices}


def test_rows_go_with_the_role(two_offices, session):
    officer = factories.account(role=Role.OFFICER, agency=factories.agency("DINSOS"))
    officer.grants[0].ends_on = today() - timedelta(days=1)
    session.flush()

    assert seen_by(officer, session) == set()
