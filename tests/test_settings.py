"""Settings: easy to begin with, and no weak installation in production."""

from __future__ import annotations

import stat

import pytest

from wub.settings import Settings, SettingsRefused

STRONG = {
    "WUB_ENV": "production",
    "WUB_SECRET_KEY": "8f2c1d9e4b7a6035c8d1e2f3a4b5c6d7e8f90a1b2c3d4e5f",
    "WUB_NIK_KEY": "00112233445566778899aabbccddeeff" * 2,
    "WUB_NIK_INDEX_KEY": "ffeeddccbbaa99887766554433221100" * 2,
    "WUB_DATABASE_URL": "postgresql://wub@db.example/wub",
    "WUB_TRUSTED_HOSTS": "wub.example.go.id, www.wub.example.go.id",
}
WEAK = {
    "no secret": {"WUB_SECRET_KEY": ""},
    "short secret": {"WUB_SECRET_KEY": "rahasia"},
    "monotonous secret": {"WUB_SECRET_KEY": "a" * 64},
    "no key": {"WUB_NIK_KEY": ""},
    "a key that is none": {"WUB_NIK_KEY": "bukan kunci yang benar sama sekali 123"},
    "no index key": {"WUB_NIK_INDEX_KEY": ""},
    "the same key twice": {"WUB_NIK_INDEX_KEY": STRONG["WUB_NIK_KEY"]},
    "SQLite unsaid": {"WUB_DATABASE_URL": "sqlite:///wub.db"},
    "another database": {"WUB_DATABASE_URL": "mysql://db.example/wub"},
    "any host": {"WUB_TRUSTED_HOSTS": ""},
    "debugger": {"FLASK_DEBUG": "1"},
    "no number": {"WUB_IDLE_MINUTES": "lama"},
    "unknown environment": {"WUB_ENV": "produksi"},
}


@pytest.mark.parametrize("change", WEAK.values(), ids=WEAK.keys())
def test_production_refuses_to_start_with_one_clear_line(change, tmp_path):
    with pytest.raises(SettingsRefused) as refused:
        Settings.from_environment(STRONG | {"WUB_INSTANCE": str(tmp_path)} | change)

    line = str(refused.value)
    assert line.startswith("wub: ")
    assert "\n" not in line
    assert list(tmp_path.iterdir()) == []  # nothing was made up instead


def test_a_refusal_never_repeats_a_secret(tmp_path):
    with pytest.raises(SettingsRefused) as refused:
        Settings.from_environment(STRONG | {"WUB_SECRET_KEY": "rahasiaku"})

    assert "rahasiaku" not in str(refused.value)


def test_a_strong_production_starts_with_secure_cookies(tmp_path):
    settings = Settings.from_environment(STRONG | {"WUB_INSTANCE": str(tmp_path)})

    assert settings.https
    assert settings.database_url == "postgresql+psycopg://wub@db.example/wub"
    assert settings.trusted_hosts == ("wub.example.go.id", "www.wub.example.go.id")


def test_sqlite_in_production_must_be_said(tmp_path):
    said = {"WUB_DATABASE_URL": f"sqlite:///{tmp_path}/wub.db", "WUB_SQLITE_IN_PRODUCTION": "yes"}

    assert Settings.from_environment(STRONG | said).on_sqlite


def test_secrets_may_lie_in_files(tmp_path):
    file = tmp_path / "secret"
    file.write_text(STRONG["WUB_SECRET_KEY"] + "\n")
    given = {name: value for name, value in STRONG.items() if name != "WUB_SECRET_KEY"}

    settings = Settings.from_environment(given | {"WUB_SECRET_KEY_FILE": str(file)})

    assert settings.secret_key == STRONG["WUB_SECRET_KEY"]


def test_an_embedded_installation_makes_its_keys_once_for_its_owner_only(tmp_path):
    environ = {"WUB_INSTANCE": str(tmp_path / "instance")}

    first, second = Settings.from_environment(environ), Settings.from_environment(environ)

    assert (first.secret_key, first.nik_key) == (second.secret_key, second.nik_key)
    assert len({first.secret_key, first.nik_key.hex(), first.nik_index_key.hex()}) == 3
    modes = {stat.S_IMODE(file.stat().st_mode) for file in (tmp_path / "instance").iterdir()}
    assert modes == {0o600}
    assert stat.S_IMODE((tmp_path / "instance").stat().st_mode) == 0o700


def test_a_relative_database_lies_where_the_command_was_given(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    settings = Settings.from_environment({"WUB_DATABASE_URL": "sqlite:///coba.db"})

    assert settings.database_url == f"sqlite:///{tmp_path / 'coba.db'}"


def test_settings_do_not_print_their_secrets(tmp_path):
    shown = repr(Settings.from_environment(STRONG))

    assert STRONG["WUB_SECRET_KEY"] not in shown
    assert "db.example" not in shown
