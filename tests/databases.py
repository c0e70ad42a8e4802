"""A fresh, migrated database for every test in a few milliseconds: a copy of one made once per run."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import sqlalchemy as sa

from tests.throwaway_postgres import Cluster, programs

WORKER = os.environ.get("PYTEST_XDIST_WORKER", "gw0")
Fill = Callable[[str], None]


class Database(Protocol):
    url: str

    def renew(self) -> None:
        """Back to the state after migration; nobody may be connected."""

    def close(self) -> None: ...


class Sqlite:
    def __init__(self, folder: Path, fill: Fill) -> None:
        self.template, self.file = folder / "template.db", folder / "wub.db"
        self.url = f"sqlite:///{self.file}"
        fill(f"sqlite:///{self.template}")

    def renew(self) -> None:
        for suffix in ("-wal", "-shm"):
            self.file.with_name(self.file.name + suffix).unlink(missing_ok=True)
        shutil.copyfile(self.template, self.file)

    def close(self) -> None:
        pass


class Postgres:
    """On the server of WUB_TEST_POSTGRES_URL (an account that may create databases) or on one of our own."""

    def __init__(self, fill: Fill) -> None:
        self.cluster = None if "WUB_TEST_POSTGRES_URL" in os.environ else Cluster(_programs())
        server = sa.make_url(self.cluster.start() if self.cluster else os.environ["WUB_TEST_POSTGRES_URL"])
        self.template, self.name = f"wub_template_{WORKER}", f"wub_test_{WORKER}"
        self.url = server.set(database=self.name).render_as_string(hide_password=False)
        self.server = sa.create_engine(server, isolation_level="AUTOCOMMIT")
        self._make(self.template, "template1")
        fill(server.set(database=self.template).render_as_string(hide_password=False))

    def renew(self) -> None:
        self._make(self.name, self.template)

    def close(self) -> None:
        if self.cluster is None:
            with self.server.connect() as connection:
                for name in (self.name, self.template):
                    connection.execute(sa.text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
        self.server.dispose()
        if self.cluster:
            self.cluster.stop()

    def _make(self, name: str, template: str) -> None:
        with self.server.connect() as connection:
            connection.execute(sa.text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
            connection.execute(sa.text(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY"))


def postgres_is_missing() -> str | None:
    """What to say in one line where no PostgreSQL can be had; None where one can."""
    if "WUB_TEST_POSTGRES_URL" in os.environ or programs():
        return None
    return (
        "PostgreSQL not tested: install it (Debian: apt-get install postgresql) or set WUB_TEST_POSTGRES_URL"
    )


def _programs() -> Path:
    found = programs()
    assert found is not None
    return found
