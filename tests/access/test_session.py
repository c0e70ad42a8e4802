"""Signing in and out, and how sessions end."""

from __future__ import annotations

from datetime import timedelta

import pytest
import sqlalchemy as sa

from models.account import Account
from models.audit import AuditEntry
from models.vocabulary import Role
from tests import factories
from tests.conftest import new_client

NEW_PASSWORD = "sungai martapura pagi"


def sign_in_by_form(client, account, password=factories.PASSWORD, **more):
    return client.post("/masuk", data={"login": account.login, "password": password} | more)


def is_signed_in(client):
    return client.get("/sandi").status_code == 200


def test_right_password_opens_the_home_of_the_role(client):
    administrator = factories.account(role=Role.ADMINISTRATOR)

    answer = sign_in_by_form(client, administrator)

    assert answer.status_code == 302
    assert answer.location == "/akun"
    assert is_signed_in(client)


def test_wrong_password_and_unknown_name_get_the_same_answer(client):
    known = factories.account()

    wrong = sign_in_by_form(client, known, password="bukan ini")
    unknown = client.post("/masuk", data={"login": "tidak.ada", "password": "bukan ini"})

    assert wrong.status_code == unknown.status_code == 401
    assert wrong.text.replace(known.login, "X") == unknown.text.replace("tidak.ada", "X")
    assert not is_signed_in(client)


def test_login_is_found_however_it_is_written(client):
    account = factories.account(login="galuh")

    answer = client.post("/masuk", data={"login": "  GALUH ", "password": factories.PASSWORD})

    assert answer.status_code == 302
    assert is_signed_in(client)
    assert account.failed_sign_ins == 0


def test_the_cookie_is_new_at_sign_in_and_kept_from_scripts_and_other_sites(client):
    client.get("/masuk")
    before = client.get_cookie("wub")

    cookies = sign_in_by_form(client, factories.account()).headers.getlist("Set-Cookie")
    cookie = next(cookie for cookie in cookies if cookie.startswith("wub="))

    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert before is None or before.value not in cookie


def test_a_copied_cookie_is_worth_nothing_after_sign_out(app, client):
    sign_in_by_form(client, factories.account())
    thief = new_client(app)
    thief.set_cookie("wub", client.get_cookie("wub").value)
    assert is_signed_in(thief)

    client.post("/keluar")

    assert not is_signed_in(client)
    assert not is_signed_in(thief)


def test_signing_out_leaves_other_devices_alone(sign_in):
    account = factories.account()
    phone, office = sign_in(account), sign_in(account)

    office.post("/keluar")

    assert is_signed_in(phone)


def test_changing_the_password_ends_all_other_sessions(sign_in):
    account = factories.account()
    devices = [sign_in(account) for _ in range(5)]

    answer = devices[0].post(
        "/sandi",
        data={
            "current_password": factories.PASSWORD,
            "new_password": NEW_PASSWORD,
            "repeat_password": NEW_PASSWORD,
        },
    )

    assert answer.status_code == 302
    assert is_signed_in(devices[0])
    assert [is_signed_in(device) for device in devices[1:]] == [False] * 4


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("current_password", "bukan ini sama sekali"),
        ("new_password", "pendek"),
        ("repeat_password", "berbeda dari yang baru"),
        ("new_password", factories.PASSWORD),
    ],
)
def test_a_password_that_will_not_do_changes_nothing(field, value, sign_in):
    account = factories.account()
    client = sign_in(account)
    kept = account.password_hash
    sent = {
        "current_password": factories.PASSWORD,
        "new_password": NEW_PASSWORD,
        "repeat_password": NEW_PASSWORD,
    } | {field: value}

    answer = client.post("/sandi", data=sent)

    assert answer.status_code == 422
    assert account.password_hash == kept
    assert is_signed_in(client)


def test_an_unused_session_ends_after_half_an_hour(sign_in, frozen):
    client = sign_in(Role.OFFICER)

    for _ in range(3):
        frozen.shift(timedelta(minutes=25))
        assert is_signed_in(client)
    frozen.shift(timedelta(minutes=31))

    assert not is_signed_in(client)


def test_a_consultant_on_the_road_stays_signed_in_for_half_a_day(sign_in, frozen):
    client = sign_in(Role.CONSULTANT)

    frozen.shift(timedelta(hours=11))
    assert is_signed_in(client)
    frozen.shift(timedelta(hours=13))

    assert not is_signed_in(client)


def test_no_session_lives_longer_than_a_day_however_busy(sign_in, frozen):
    client = sign_in(Role.OFFICER)

    for _ in range(57):
        frozen.shift(timedelta(minutes=25))
        assert is_signed_in(client)
    frozen.shift(timedelta(minutes=25))

    assert not is_signed_in(client)


def test_an_account_switched_off_is_out_at_once_and_cannot_come_back(client, sign_in):
    account = factories.account()
    signed_in = sign_in(account)

    account.active = False

    assert not is_signed_in(signed_in)
    assert sign_in_by_form(client, account).status_code == 401


def test_a_one_time_password_must_be_replaced_before_anything_else(client):
    account = factories.account(role=Role.ADMINISTRATOR, must_change_password=True)
    sign_in_by_form(client, account)

    blocked = client.get("/akun")
    assert blocked.status_code == 302
    assert blocked.location == "/sandi"
    client.post(
        "/sandi",
        data={
            "current_password": factories.PASSWORD,
            "new_password": NEW_PASSWORD,
            "repeat_password": NEW_PASSWORD,
        },
    )

    assert client.get("/akun").status_code == 200


def test_a_hash_of_older_parameters_is_made_anew(client):
    from argon2 import PasswordHasher

    old = PasswordHasher(time_cost=1, memory_cost=16, parallelism=1).hash(factories.PASSWORD)
    account = factories.account(password_hash=old)

    sign_in_by_form(client, account)

    assert account.password_hash != old
    assert is_signed_in(client)


def test_signing_in_is_on_the_trail_with_the_address(client, session):
    account = factories.account()

    sign_in_by_form(client, account)

    entry = session.scalars(sa.select(AuditEntry)).one()
    assert (entry.action, entry.account_id, entry.address) == ("session:start", account.id, "127.0.0.1")


def test_health_needs_nobody(client):
    answer = client.get("/sehat")

    assert (answer.status_code, answer.json) == (200, {"status": "ok"})


def test_the_password_is_kept_as_argon2id_only(session):
    factories.account()

    assert all(kept.startswith("$argon2id$") for kept in session.scalars(sa.select(Account.password_hash)))
