"""The `wub` command, as somebody in front of a terminal meets it."""

from __future__ import annotations

import re

import pytest
from click.testing import CliRunner
from sqlalchemy import create_engine, text

from wub.cli import COMMANDS, main


@pytest.fixture
def wub(tmp_path, monkeypatch):
    for name in ("WUB_DATABASE_URL", "WUB_ENV"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("WUB_INSTANCE", str(tmp_path / "instance"))
    # The vault is one for the process: with the keys of all other tests.
    monkeypatch.setenv("WUB_NIK_KEY", (b"k" * 32).hex())
    monkeypatch.setenv("WUB_NIK_INDEX_KEY", (b"i" * 32).hex())

    def run(*arguments):
        return CliRunner().invoke(main, arguments, catch_exceptions=False)

    return run


@pytest.fixture
def kept(tmp_path):
    def ask(query):
        engine = create_engine(f"sqlite:///{tmp_path / 'instance' / 'wub.db'}")
        with engine.connect() as connection:
            rows = connection.execute(text(query)).all()
        engine.dispose()
        return [tuple(row) for row in rows]

    return ask


def test_upgrading_creates_the_database_with_the_seven_offices_and_again_changes_nothing(wub, kept):
    first, second = wub("database", "upgrade"), wub("database", "upgrade")

    assert (first.exit_code, second.exit_code) == (0, 0)
    codes = {code for (code,) in kept("SELECT code FROM agency")}
    assert codes == {"DISKOPUMKER", "DISPERDAGIN", "DISBUDPORAPAR", "DKP3", "DINSOS", "DP3A", "DLH"}
    assert kept("SELECT count(*) FROM agency") == [(7,)]


def test_the_first_administrator_comes_from_the_command_line(wub, kept):
    wub("database", "upgrade")

    made = wub("account", "create", "--login", "Admin", "--name", "Admin Contoh", "--role", "administrator")

    assert made.exit_code == 0
    assert re.search(r"one-time password: \w{4}-\w{4}-\w{4}-\w{4}", made.stdout)
    assert kept("SELECT login, must_change_password FROM account") == [("admin", 1)]
    assert kept("SELECT role FROM role_grant") == [("administrator",)]
    assert kept("SELECT action FROM audit_entry ORDER BY id") == [("account:open",), ("role:grant",)]


def test_an_account_that_cannot_be_opened_leaves_nothing(wub, kept):
    wub("database", "upgrade")

    refused = wub("account", "create", "--login", "petugas", "--name", "Petugas Contoh", "--role", "officer")

    assert refused.exit_code == 1
    assert "SKPD" in refused.stderr
    assert kept("SELECT count(*) FROM account") == [(0,)]


def test_a_lost_password_is_replaced(wub):
    wub("database", "upgrade")
    wub("account", "create", "--login", "admin", "--name", "Admin Contoh", "--role", "administrator")

    assert "one-time password: " in wub("account", "password", "--login", "ADMIN").stdout
    assert wub("account", "password", "--login", "tidak.ada").exit_code == 1


def test_the_doctor_says_what_is_missing(wub):
    before = wub("doctor")
    wub("database", "upgrade")
    after = wub("doctor")

    assert before.exit_code == 1
    assert "FAIL schema: not the newest; run `wub database upgrade`" in before.stdout
    assert (after.exit_code, "FAIL" in after.stdout) == (0, False)


def test_a_weak_production_is_refused_in_one_line(wub, monkeypatch):
    monkeypatch.setenv("WUB_ENV", "production")

    refused = wub("database", "upgrade")

    assert refused.exit_code != 0
    assert refused.exception is None or isinstance(refused.exception, SystemExit)


def test_every_command_has_a_line_of_help(wub):
    shown = wub("--help").stdout

    assert {name for name in COMMANDS if f"  {name} " in shown} >= {"account", "database", "doctor", "serve"}
    for line in shown.split("Commands:")[1].strip().splitlines():
        assert len(line.split()) > 2
