"""The policy, approved as a table: whoever changes a right changes it here too."""

from __future__ import annotations

from datetime import date

import pytest

from models.vocabulary import Role
from tests import factories
from wub.access.permissions import Permission
from wub.access.rules import ANYBODY_SIGNED_IN, MAY, permissions_of

#                          adm off sup con exe
APPROVED = """
    account:manage          x   .   .   .   .
    aid:write               .   x   x   .   .
    assignment:write        .   x   x   .   .
    audit:read              x   .   .   .   .
    budget:read             .   x   x   .   x
    budget:write            .   x   x   .   .
    checkup:read            .   x   x   x   .
    checkup:record          .   x   x   x   .
    claim:write             .   .   x   .   .
    cohort:write            x   .   x   .   .
    exhibition:read         .   x   x   x   .
    exhibition:write        .   x   x   .   .
    figures:read            .   x   x   .   x
    group:write             .   x   x   .   .
    import:run              .   x   x   .   .
    indicator:read          x   x   x   x   x
    indicator:write         .   .   x   .   .
    nik:reveal              .   x   x   .   .
    own:account             x   x   x   x   x
    partnership:read        .   x   x   .   .
    partnership:write       .   x   x   .   .
    people:behind           .   x   x   .   .
    person:merge            .   x   x   .   .
    plan:write              .   x   x   x   .
    recheck:do              .   x   x   .   .
    recheck:draw            .   .   x   .   .
    reference:manage        x   .   .   .   .
    register:read           .   x   x   x   .
    register:write          .   x   x   .   .
    snapshot:freeze         .   .   x   .   .
    summary:download        .   x   x   .   x
    target:propose          .   x   x   .   .
    target:read             .   x   x   .   x
    target:write            .   .   x   .   .
    visit:log               .   .   .   x   .
    visit:read              .   x   x   x   .
    visit:review            .   .   x   .   .
"""
COLUMNS = (Role.ADMINISTRATOR, Role.OFFICER, Role.SUPERVISOR, Role.CONSULTANT, Role.EXECUTIVE)


def approved(role):
    lines = [line.split() for line in APPROVED.strip().splitlines()]
    return {name for name, *marks in lines if marks[COLUMNS.index(role)] == "x"}


@pytest.mark.parametrize("role", COLUMNS)
def test_a_role_may_what_was_approved_and_nothing_else(role, session):
    account = factories.account(role=role)

    assert {str(permission) for permission in permissions_of(account)} == approved(role)


def test_every_permission_is_in_the_approved_table():
    assert [line.split()[0] for line in APPROVED.strip().splitlines()] == sorted(Permission)


def test_every_role_has_a_rule():
    assert set(MAY) == set(Role)


def test_an_account_switched_off_may_nothing(session):
    assert permissions_of(factories.account(role=Role.SUPERVISOR, active=False)) == frozenset()


def test_a_role_before_its_first_day_gives_nothing(session):
    account = factories.account(role=Role.SUPERVISOR)

    assert permissions_of(account, on=date(2014, 12, 31)) == ANYBODY_SIGNED_IN


def test_several_roles_add_up(session):
    account = factories.account(role=Role.ADMINISTRATOR)
    account.grants.append(factories.account(role=Role.EXECUTIVE).grants[0])

    both = permissions_of(account)

    assert {Permission.ACCOUNT_MANAGE, Permission.FIGURES_READ} <= both
    assert Permission.REGISTER_READ not in both
