"""A register of many people for every round, so that each begins with the same: a copy of one made before."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import sqlalchemy as sa
from big_city import build, settings
from folder import FOLDER

sys.path.insert(0, str(Path(__file__).parent.parent))

from sqlalchemy.orm import Session

from models.migrate import upgrade
from models.reference_lists import load_reference
from tests.throwaway_postgres import Cluster, programs
from wub.settings import Settings

SERVER = "WUB_BENCH_SERVER"  # address of the benchmark's own PostgreSQL, told to the variants


@contextmanager
def own_postgres(people: int) -> Iterator[None]:
    """A server for this run, with a register to be copied."""
    found = programs()
    assert found is not None, "PostgreSQL is not installed"
    cluster = Cluster(found)
    os.environ[SERVER] = cluster.start()
    try:
        _execute("CREATE DATABASE people")
        os.environ["WUB_BENCH_URL"] = _address("people")
        build(people)
        del os.environ["WUB_BENCH_URL"]
        yield
    finally:
        cluster.stop()


def fresh(kind: str, name: str, people: int) -> Settings:
    """`kind`: sqlite or postgresql."""
    if kind == "sqlite":
        source = Path(settings(people).database_url.removeprefix("sqlite:///"))
        return replace(settings(people), database_url=f"sqlite:///{_copied(source, FOLDER / f'{name}.db')}")
    _execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
    _execute(f"CREATE DATABASE {name} TEMPLATE people STRATEGY FILE_COPY")
    return replace(settings(people), database_url=_address(name))


def _copied(source: Path, copy: Path) -> Path:
    for ending in ("-wal", "-shm"):
        Path(f"{copy}{ending}").unlink(missing_ok=True)
    return Path(shutil.copy(source, copy))


def _address(name: str) -> str:
    return sa.make_url(os.environ[SERVER]).set(database=name).render_as_string(hide_password=False)


def _execute(statement: str) -> None:
    engine = sa.create_engine(os.environ[SERVER], isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(statement)
    engine.dispose()


@contextmanager
def small_register(kind: str, folder: Path) -> Iterator[Callable[[], str]]:
    """A migrated register without people; what is given makes it anew and returns its address."""
    os.environ |= {"WUB_INSTANCE": str(folder), "WUB_NIK_KEY": "6b" * 32, "WUB_NIK_INDEX_KEY": "69" * 32}
    if kind == "sqlite":
        _filled(f"sqlite:///{folder / 'empty.db'}")
        yield lambda: f"sqlite:///{_copied(folder / 'empty.db', folder / 'wub.db')}"
        return
    found = programs()
    assert found is not None, "PostgreSQL is not installed"
    cluster = Cluster(found)
    os.environ[SERVER] = cluster.start()
    try:
        _execute("CREATE DATABASE empty")
        _filled(_address("empty"))
        yield _renewed
    finally:
        cluster.stop()


def _renewed() -> str:
    _execute("DROP DATABASE IF EXISTS wub WITH (FORCE)")
    _execute("CREATE DATABASE wub TEMPLATE empty STRATEGY FILE_COPY")
    return _address("wub")


def _filled(address: str) -> None:
    engine = sa.create_engine(address)
    upgrade(engine)
    with Session(engine) as session:
        load_reference(session)
        session.commit()
    engine.dispose()
