"""What administrators do to accounts, and what they cannot do to themselves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
import sqlalchemy as sa

from models.account import Account
from models.audit import AuditEntry
from models.vocabulary import Role
from tests import factories
from wub.access import account_actions as actions
from wub.access import passwords, queries
from wub.access.account_actions import AccountDraft, GrantDraft
from wub.access.permissions import Permission
from wub.access.queries import AccountFilter
from wub.access.rules import ANYBODY_SIGNED_IN, permissions_of
from wub.clock import today
from wub.errors import SameKeyOtherContent, StaleVersion
from wub.pages.paging import Place

DRAFT = AccountDraft(login="rahma.contoh", name="Rahma Contoh")


@pytest.fixture
def administrator(session):
    return factories.account(role=Role.ADMINISTRATOR)


def trail(session):
    return list(session.scalars(sa.select(AuditEntry.action).order_by(AuditEntry.id)))


def test_a_new_account_gets_a_password_that_works_once_shown(administrator, session):
    account, password = actions.open_account(DRAFT, by=administrator)

    assert passwords.matches(account.password_hash, password)
    assert account.must_change_password
    assert trail(session) == ["account:open"]


def test_the_same_form_twice_opens_one_account(administrator, session):
    key = uuid4()

    first, _ = actions.open_account(DRAFT, by=administrator, client_key=key)
    second, password = actions.open_account(DRAFT, by=administrator, client_key=key)

    assert (first, password) == (second, None)
    with pytest.raises(SameKeyOtherContent):
        actions.open_account(replace(DRAFT, login="lain"), by=administrator, client_key=key)


def test_two_accounts_cannot_share_a_name_to_sign_in_with(administrator):
    actions.open_account(DRAFT, by=administrator)

    with pytest.raises(actions.LoginTaken) as refused:
        actions.open_account(DRAFT, by=administrator)

    assert "login" in refused.value.fields


def test_an_amended_account_tells_what_changed_but_not_the_phone_number(administrator, session):
    account, _ = actions.open_account(DRAFT, by=administrator)

    actions.amend_account(
        account, replace(DRAFT, name="Rahma Baru", phone="+628110000001"), by=administrator, version=1
    )

    entry = session.scalars(sa.select(AuditEntry).order_by(AuditEntry.id.desc())).first()
    assert entry.changes == {"name": ["Rahma Contoh", "Rahma Baru"], "phone": [None, "•••"]}


def test_an_edit_from_an_old_page_is_refused(administrator):
    account, _ = actions.open_account(DRAFT, by=administrator)
    actions.amend_account(account, replace(DRAFT, name="Rahma Satu"), by=administrator, version=1)

    with pytest.raises(StaleVersion) as refused:
        actions.amend_account(account, replace(DRAFT, name="Rahma Dua"), by=administrator, version=1)

    assert refused.value.current is account
    assert account.name == "Rahma Satu"


def test_a_role_counts_from_its_first_day_to_its_last(administrator):
    account, _ = actions.open_account(DRAFT, by=administrator)
    term = GrantDraft(role=Role.EXECUTIVE, starts_on=date(2026, 12, 1), ends_on=date(2026, 12, 31))

    actions.grant_role(account, term, by=administrator)

    days = [date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 31), date(2027, 1, 1)]
    assert [Permission.FIGURES_READ in permissions_of(account, day) for day in days] == [
        False,
        True,
        True,
        False,
    ]
    assert account.grants[0].granted_by_id == administrator.id


def test_nobody_gives_a_role_to_himself_or_switches_himself_off(administrator):
    with pytest.raises(actions.NotToOneself):
        actions.grant_role(
            administrator, GrantDraft(role=Role.SUPERVISOR, starts_on=today()), by=administrator
        )
    with pytest.raises(actions.NotToOneself):
        actions.end_grant(administrator, administrator.grants[0], by=administrator)
    with pytest.raises(actions.NotToOneself):
        actions.set_active(administrator, False, by=administrator)

    assert administrator.active
    assert len(administrator.grants) == 1


def test_an_officer_needs_an_office(administrator):
    account, _ = actions.open_account(DRAFT, by=administrator)

    with pytest.raises(actions.OfficeNeeded):
        actions.grant_role(account, GrantDraft(role=Role.OFFICER, starts_on=today()), by=administrator)


def test_a_role_that_ends_is_gone_today(administrator):
    account = factories.account(role=Role.SUPERVISOR)

    actions.end_grant(account, account.grants[0], by=administrator)

    assert permissions_of(account) == ANYBODY_SIGNED_IN
    assert queries.grants(account)[0].is_over


def test_a_role_of_today_can_be_taken_back(administrator):
    account, _ = actions.open_account(DRAFT, by=administrator)
    grant = actions.grant_role(account, GrantDraft(role=Role.CONSULTANT, starts_on=today()), by=administrator)

    actions.end_grant(account, grant, by=administrator)

    assert queries.grants(account) == []


def test_a_new_one_time_password_ends_the_sessions(administrator, sign_in):
    account = factories.account()
    device = sign_in(account)

    password = actions.new_one_time_password(account, by=administrator)

    assert passwords.matches(account.password_hash, password)
    assert device.get("/sandi").status_code == 302


def test_the_list_finds_by_name_role_and_state(administrator):
    officer = factories.account(name="Galuh Contoh", login="galuh")
    factories.account(role=Role.CONSULTANT, name="100% Contoh")
    off = factories.account(name="Zainal Contoh", active=False)

    def found(**wanted):
        return {row.name for row in queries.accounts(AccountFilter(**wanted), Place()).rows}

    assert found(text="GALUH") == {"Galuh Contoh"}
    assert found(text="%") == {"100% Contoh"}
    assert found(role=Role.OFFICER) == {officer.name, off.name}
    assert found(active=False) == {"Zainal Contoh"}


def test_the_list_goes_on_where_it_stopped(administrator):
    for name in ("Aluh", "Aluh", "Diyang", "Galuh"):
        factories.account(name=name)

    seen, page = [], None
    while page is None or page.next:
        page = queries.accounts(AccountFilter(role=Role.OFFICER), Place(page and page.next, size=2))
        seen += [row.id for row in page.rows]

    assert len(seen) == len(set(seen)) == 4


def test_one_time_passwords_are_long_and_easy_to_read_out():
    made = {passwords.one_time() for _ in range(50)}

    assert len(made) == 50
    assert all(len(password) == 19 and not set("0o1il") & set(password) for password in made)


def test_opening_an_account_shows_its_password_once(sign_in, session):
    client = sign_in(Role.ADMINISTRATOR)
    sent = {"login": "Rahma.Contoh", "name": " Rahma  Contoh ", "client_key": str(uuid4())}

    shown = client.post("/akun/baru", data=sent)
    again = client.post("/akun/baru", data=sent)

    account = session.scalars(sa.select(Account).where(Account.login == "rahma.contoh")).one()
    words = [word for word in shown.text.replace("<", " ").replace(">", " ").split() if word.count("-") == 3]
    assert any(passwords.matches(account.password_hash, word) for word in words)
    assert account.name == "Rahma Contoh"
    assert again.status_code == 200
    assert not any(word in again.text for word in words if len(word) == 19)


def test_the_pages_of_accounts_open_for_administrators_only(sign_in):
    account = factories.account()
    pages = ["/akun", "/akun/baru", f"/akun/{account.id}", f"/akun/{account.id}/ubah", "/jejak"]

    administrator = sign_in(Role.ADMINISTRATOR)
    assert [administrator.get(page).status_code for page in pages] == [200] * 5
    for role in set(Role) - {Role.ADMINISTRATOR}:
        other = sign_in(role)
        assert [other.get(page).status_code for page in pages] == [403] * 5


def test_a_role_is_granted_and_ended_on_the_page(sign_in, session):
    client, account = sign_in(Role.ADMINISTRATOR), factories.account(role=None)

    granted = client.post(
        f"/akun/{account.id}/peran",
        data={"role": "officer", "agency_id": str(factories.agency("DINSOS").id), "starts_on": "2026-11-01"},
    )
    assert granted.status_code == 302
    assert account.roles_on(today()) == {Role.OFFICER}

    ended = client.post(f"/akun/{account.id}/peran/{account.grants[0].id}/akhir")
    assert ended.status_code == 302
    assert account.roles_on(today()) == set()


def test_an_officer_without_an_office_is_asked_for_it_on_the_page(sign_in):
    client, account = sign_in(Role.ADMINISTRATOR), factories.account(role=None)

    answer = client.post(f"/akun/{account.id}/peran", data={"role": "officer", "starts_on": "2026-11-01"})

    assert answer.status_code == 422
    assert str(actions.OfficeNeeded.sentence) in answer.text


def test_granting_oneself_a_role_through_the_page_is_refused(sign_in):
    me = factories.account(role=Role.ADMINISTRATOR)

    answer = sign_in(me).post(f"/akun/{me.id}/peran", data={"role": "supervisor", "starts_on": "2026-11-01"})

    assert answer.status_code == 403
    assert me.roles_on(today()) == {Role.ADMINISTRATOR}


def test_an_old_edit_page_shows_what_stands_and_keeps_what_was_typed(sign_in):
    client, account = sign_in(Role.ADMINISTRATOR), factories.account(name="Yang Berdiri")
    account.name = "Yang Lebih Baru"

    answer = client.post(
        f"/akun/{account.id}/ubah", data={"login": account.login, "name": "Yang Diketik", "version": "1"}
    )

    assert answer.status_code == 409
    assert "Yang Lebih Baru" in answer.text
    assert "Yang Diketik" in answer.text
    assert account.name == "Yang Lebih Baru"


def test_fields_that_the_form_does_not_have_change_nothing(sign_in):
    client, account = sign_in(Role.ADMINISTRATOR), factories.account()
    protected = {
        "password_hash": "x",
        "active": "",
        "must_change_password": "y",
        "session_stamp": str(uuid4()),
        "failed_sign_ins": "0",
        "id": "77",
        "grants": "administrator",
    }
    before = {name: getattr(account, name) for name in protected if name != "grants"}

    answer = client.post(
        f"/akun/{account.id}/ubah",
        data={"login": account.login, "name": "Nama Baru", "version": "1"} | protected,
    )

    assert answer.status_code == 302
    assert {name: getattr(account, name) for name in before} == before
    assert account.name == "Nama Baru"
