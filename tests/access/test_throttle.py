"""Ten tries a quarter of an hour: guessing is slow, nobody is locked out for good, nobody else waits."""

from __future__ import annotations

from datetime import timedelta

from models.vocabulary import Role
from tests import factories
from wub.access import throttle


def try_to_sign_in(client, login, password="salah terus"):
    return client.post("/masuk", data={"login": login, "password": password})


def test_the_eleventh_try_waits_even_with_the_right_password(client):
    account = factories.account()

    first_ten = [try_to_sign_in(client, account.login).status_code for _ in range(10)]

    assert first_ten == [401] * 10
    assert try_to_sign_in(client, account.login, factories.PASSWORD).status_code == 429


def test_an_unknown_name_waits_just_the_same(client):
    known, ten = factories.account(), range(10)

    seen = [try_to_sign_in(client, name) for name in (known.login, "tidak.ada") for _ in ten]
    both = [try_to_sign_in(client, name) for name in (known.login, "tidak.ada")]

    assert {answer.status_code for answer in seen} == {401}
    assert [answer.status_code for answer in both] == [429, 429]
    assert both[0].text == both[1].text


def test_another_user_of_the_same_office_is_not_affected(client):
    attacked, colleague = factories.account(), factories.account(role=Role.ADMINISTRATOR)

    for _ in range(11):
        try_to_sign_in(client, attacked.login)

    assert try_to_sign_in(client, colleague.login, factories.PASSWORD).status_code == 302


def test_waiting_a_quarter_of_an_hour_is_enough(client, app, frozen):
    account = factories.account()
    for _ in range(11):
        try_to_sign_in(client, account.login)

    frozen.shift(timedelta(minutes=15, seconds=1))
    with app.app_context():
        throttle.limiter.reset()  # its store counts by a clock of its own

    assert try_to_sign_in(client, account.login, factories.PASSWORD).status_code == 302
    assert account.failed_sign_ins == 0


def test_several_processes_count_together(client, app):
    """Each process has its own limiter; the account's counter is one."""
    account = factories.account()

    for _ in range(10):
        try_to_sign_in(client, account.login)
        with app.app_context():
            throttle.limiter.reset()

    assert account.failed_sign_ins == 10
    assert try_to_sign_in(client, account.login, factories.PASSWORD).status_code == 429


def test_success_forgets_the_failures_before_it(client):
    account = factories.account()
    for _ in range(9):
        try_to_sign_in(client, account.login)

    try_to_sign_in(client, account.login, factories.PASSWORD)

    assert account.failed_sign_ins == 0
    assert account.failing_since is None


def test_failures_leave_the_version_of_the_account_alone(client):
    """An administrator who edits the account meanwhile is not told that it changed."""
    account = factories.account()
    version = account.version

    try_to_sign_in(client, account.login)

    assert (account.failed_sign_ins, account.version) == (1, version)


def test_one_address_is_slowed_down_whatever_names_it_tries(client):
    answers = [try_to_sign_in(client, f"nama{n}").status_code for n in range(101)]

    assert answers[:100] == [401] * 100
    assert answers[100] == 429
