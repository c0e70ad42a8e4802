"""How far a worker is, told outside its own transaction, so that everybody sees it while it runs.

SQLite has one writer: while a large import is being committed nothing else can be written there, so progress
lies in a small file beside the database. PostgreSQL has many, perhaps on several machines: there it is a row
of its own, written by a connection of its own. Losing it loses nothing but the bar.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

import sqlalchemy as sa
from flask import current_app

from models.base import Base, db
from wub import clock
from wub.settings import Settings

SILENT_FOR = timedelta(seconds=20)  # a worker tells at least every few seconds; one silent longer has died


class Stopped(Exception):
    """The officer has cancelled; whatever was begun is undone."""


@dataclass(frozen=True)
class Progress:
    step: str
    done: int
    whole: int
    told_at: datetime

    @property
    def alive(self) -> bool:
        return abs(clock.now() - self.told_at) < SILENT_FOR  # a clock that was set back keeps nobody alive


class Board(Protocol):
    def tell(self, run_id: int, step: str, done: int, whole: int) -> None: ...

    def look(self, run_id: int) -> Progress | None: ...

    def ask_to_stop(self, run_id: int) -> None: ...

    def is_stopping(self, run_id: int) -> bool: ...

    def clear(self, run_id: int) -> None: ...


def board() -> Board:
    settings: Settings = current_app.extensions["wub.settings"]
    return FileBoard(settings.instance / "impor") if settings.on_sqlite else TableBoard(db.engine)


class FileBoard:
    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def tell(self, run_id: int, step: str, done: int, whole: int) -> None:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        said = asdict(Progress(step, done, whole, clock.now())) | {"told_at": clock.now().isoformat()}
        new = self._folder / f"{run_id}.new"
        with suppress(
            OSError
        ):  # Windows refuses to replace a file that somebody is reading; the next time then
            new.write_text(json.dumps(said), encoding="utf-8")
            new.replace(self._folder / f"{run_id}.json")

    def look(self, run_id: int) -> Progress | None:
        try:
            said = json.loads((self._folder / f"{run_id}.json").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        return Progress(said["step"], said["done"], said["whole"], datetime.fromisoformat(said["told_at"]))

    def ask_to_stop(self, run_id: int) -> None:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        (self._folder / f"{run_id}.stop").touch()

    def is_stopping(self, run_id: int) -> bool:
        return (self._folder / f"{run_id}.stop").exists()

    def clear(self, run_id: int) -> None:
        for ending in ("json", "stop", "new"):
            with suppress(OSError):
                (self._folder / f"{run_id}.{ending}").unlink(missing_ok=True)


class TableBoard:
    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
        self._table = Base.metadata.tables["import_progress"]

    def tell(self, run_id: int, step: str, done: int, whole: int) -> None:
        said = {"step": step, "done": done, "whole": whole, "told_at": clock.now()}
        table = self._table
        with self._engine.begin() as connection:
            mine = table.c.import_run_id == run_id
            changed = connection.execute(sa.update(table).where(mine).values(**said))
            if not changed.rowcount:
                connection.execute(sa.insert(table).values(import_run_id=run_id, stopping=False, **said))

    def look(self, run_id: int) -> Progress | None:
        table = self._table
        columns = (table.c.step, table.c.done, table.c.whole, table.c.told_at)
        with self._engine.connect() as connection:
            row = connection.execute(sa.select(*columns).where(table.c.import_run_id == run_id)).first()
        return Progress(*row) if row else None

    def ask_to_stop(self, run_id: int) -> None:
        if self.look(run_id) is None:
            self.tell(run_id, "", 0, 0)
        table = self._table
        with self._engine.begin() as connection:
            connection.execute(sa.update(table).where(table.c.import_run_id == run_id).values(stopping=True))

    def is_stopping(self, run_id: int) -> bool:
        query = sa.select(self._table.c.stopping).where(self._table.c.import_run_id == run_id)
        with self._engine.connect() as connection:
            return bool(connection.scalar(query))

    def clear(self, run_id: int) -> None:
        with self._engine.begin() as connection:
            connection.execute(sa.delete(self._table).where(self._table.c.import_run_id == run_id))
