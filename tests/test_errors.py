"""A broken constraint becomes a sentence, on both databases."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy.exc import IntegrityError

from models.account import RoleGrant
from models.vocabulary import Role
from tests import factories
from wub.access import account_actions
from wub.errors import (
    Conflict,
    Invalid,
    StaleVersion,
    constraint_of,
    expect_version,
    on_constraint,
    translate,
)


def broken_by(session, row):
    session.add(row)
    with pytest.raises(IntegrityError) as broken:
        session.flush()
    session.rollback()
    return broken.value


def test_a_unique_constraint_is_known_by_its_name(session):
    twin = factories.account(login="kembar")
    session.commit()
    from models.account import Account

    error = broken_by(session, Account(login=twin.login, name="Kembar", password_hash="x"))

    assert constraint_of(error) == "uq_account_login"
    assert type(translate(error)) is account_actions.LoginTaken


def test_a_check_constraint_is_known_by_its_name(session):
    account = factories.account()
    session.commit()
    row = RoleGrant(account_id=account.id, role=Role.OFFICER, agency_id=None, starts_on=date(2026, 1, 1))

    error = broken_by(session, row)

    assert constraint_of(error) == "ck_role_grant_officer_has_agency"
    assert type(translate(error)) is account_actions.OfficeNeeded


def test_a_constraint_nobody_named_still_gets_a_sentence(session):
    agency = factories.agency()
    session.commit()
    from models.agency import Agency

    error = broken_by(session, Agency(code=agency.code, name="Dinas Kembar", short_name="Kembar"))

    assert constraint_of(error) == "uq_agency_code"
    assert type(translate(error)) is Conflict


def test_features_name_what_a_constraint_means(session):
    class CodeTaken(Conflict):
        code = "kode_terpakai"

    agency = factories.agency()
    session.commit()
    from models.agency import Agency

    on_constraint("uq_agency_code", CodeTaken)
    try:
        error = broken_by(session, Agency(code=agency.code, name="Dinas Kembar", short_name="Kembar"))
        assert type(translate(error)) is CodeTaken
    finally:
        on_constraint("uq_agency_code", Conflict)


@pytest.mark.parametrize("sent", [None, 0, 2, "1"])
def test_only_the_version_that_stands_may_be_changed(sent, session):
    account = factories.account()

    with pytest.raises(StaleVersion):
        expect_version(account, sent)
    expect_version(account, 1)


def test_a_sentence_may_be_given_for_one_case():
    refusal = Invalid("Tinggal %(n)s tempat.", n=2)

    assert refusal.sentence % refusal.values == "Tinggal 2 tempat."
    assert refusal.status == 422
