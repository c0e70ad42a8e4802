"""The ground every test stands on: a fresh database, frozen time, somebody signed in.

Every test that touches the database runs on SQLite and on PostgreSQL; `--database sqlite` halves the time
while working. In CI nothing may be missing; elsewhere what is missing is said in one line at the end.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
import time_machine
from argon2 import PasswordHasher
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, settings
from sqlalchemy.orm import Session, scoped_session

from models.base import db
from models.vocabulary import Role
from tests import factories
from tests.clients import SeparateClient, sign_in_as
from tests.databases import Database, Postgres, Sqlite, postgres_is_missing
from wub import create_app
from wub.access import passwords, throttle
from wub.settings import Settings

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)  # Tuesday, ten in the morning in Banjarmasin
KINDS = ("sqlite", "postgresql")

# How fast a machine is at the moment says nothing about our arithmetic.
settings.register_profile("wub", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("wub")

SignIn = Callable[..., SeparateClient]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--database", choices=[*KINDS, "both"], default="both", help="databases to test on")
    parser.addoption("--approve", action="store_true", help="rewrite the approved access table")


def pytest_configure(config: pytest.Config) -> None:
    missing = postgres_is_missing()
    if missing and os.environ.get("CI"):
        raise pytest.UsageError(f"{missing} (in CI every group runs)")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "database" in metafunc.fixturenames:
        asked = metafunc.config.getoption("database")
        kinds = [kind for kind in KINDS if asked in (kind, "both")]
        if asked == "both" and postgres_is_missing():
            kinds = ["sqlite"]
        metafunc.parametrize("database", kinds, indirect=True)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    missing = postgres_is_missing()
    if missing:
        terminalreporter.write_line(missing, yellow=True)
    if os.environ.get("CI") and "skipped" in terminalreporter.stats:
        terminalreporter.write_line("In CI nothing may be skipped: this run has failed.", red=True)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") and reporter is not None and "skipped" in reporter.stats:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(scope="session")
def make_settings(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Settings]:
    """Settings of a test: the same keys for every application, because the vault is one for the process."""
    instance = tmp_path_factory.mktemp("instance")

    def make(database_url: str, **changed: Any) -> Settings:
        given: dict[str, Any] = {
            "secret_key": "a secret that signs nothing but test cookies",
            "nik_key": b"k" * 32,
            "nik_index_key": b"i" * 32,
            "database_url": database_url,
            "instance": instance,
            "remember_figures": False,  # factories leave no entry in the trail
        }
        return Settings(**(given | changed))

    return make


@pytest.fixture(scope="session")
def fill() -> Callable[[str], None]:
    """Migrates the database at an address and loads the reference lists, as `wub database upgrade` does."""
    from models.migrate import upgrade
    from models.reference_lists import load_reference

    def migrate(url: str) -> None:
        engine = sa.create_engine(url)
        upgrade(engine)
        with Session(engine) as session:
            load_reference(session)
            session.commit()
        engine.dispose()

    return migrate


@pytest.fixture(scope="session")
def _databases(
    fill: Callable[[str], None],
    make_settings: Callable[..., Settings],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Callable[[str], tuple[Database, Flask]]]:
    """One database and one application of each kind for the whole run, made when first asked for."""
    databases: dict[str, Database] = {}
    apps: dict[str, Flask] = {}

    def get(kind: str) -> tuple[Database, Flask]:
        if kind not in databases:
            sqlite = kind == "sqlite"
            databases[kind] = Sqlite(tmp_path_factory.mktemp(kind), fill) if sqlite else Postgres(fill)
        if kind not in apps:
            apps[kind] = create_app(make_settings(databases[kind].url))
        return databases[kind], apps[kind]

    # Real work factors would cost every sign-in a fifth of a second.
    passwords._hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    yield get
    for app in apps.values():
        _disconnect(app)
    for database in databases.values():
        database.close()


@pytest.fixture
def database(request: pytest.FixtureRequest, _databases: Callable[[str], tuple[Database, Flask]]) -> str:
    """The kind of database of this test, freshly migrated."""
    kind: str = request.param
    database, app = _databases(kind)
    _disconnect(app)
    database.renew()
    return kind


@pytest.fixture
def app(database: str, frozen: time_machine.Traveller, _databases: Any) -> Iterator[Flask]:
    """The application; settings that a test changes are put back."""
    _, app = _databases(database)
    before = dict(app.config)
    app.config["TESTING"] = True
    app.config["WTF_CSRF_ENABLED"] = (
        False  # forms are tested without the token; the token has tests of its own
    )
    with app.app_context():
        throttle.limiter.reset()
    yield app
    app.config.clear()
    app.config.update(before)


@pytest.fixture
def session(app: Flask) -> Iterator[scoped_session[Session]]:
    """The test's own session, in an application context of its own; requests of `client` have another."""
    factories.restart()
    with app.app_context():
        yield db.session
        db.session.rollback()


@pytest.fixture
def client(app: Flask, session: scoped_session[Session]) -> SeparateClient:
    """Nobody signed in."""
    return new_client(app)


@pytest.fixture
def sign_in(app: Flask, session: scoped_session[Session]) -> SignIn:
    """`sign_in(Role.OFFICER)` or `sign_in(account)`: a client of its own for each."""

    def with_role(who: Role | Any, **values: Any) -> SeparateClient:
        account = factories.account(role=who, **values) if isinstance(who, Role) else who
        return sign_in_as(account, new_client(app))

    return with_role


@pytest.fixture
def frozen() -> Iterator[time_machine.Traveller]:
    """Time stands still at NOW until the test moves it: `frozen.shift(timedelta(days=31))`."""
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def artefacts() -> Path:
    """Where a test leaves what people may want to look at; never in git."""
    folder = Path(__file__).parent.parent / "test-artefacts"
    folder.mkdir(exist_ok=True)
    return folder


def new_client(app: Flask) -> SeparateClient:
    before = app.test_client_class
    app.test_client_class = SeparateClient
    try:
        client: FlaskClient = app.test_client()
    finally:
        app.test_client_class = before
    assert isinstance(client, SeparateClient)
    return client


def _disconnect(app: Flask) -> None:
    with app.app_context():
        db.session.remove()
        db.engine.dispose()
