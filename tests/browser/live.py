"""The application behind waitress, on a small city of the demo that is put back before every test."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar
from unittest.mock import patch

import sqlalchemy as sa
from flask import Flask
from sqlalchemy.orm import Session
from waitress.server import create_server

from models.base import db
from tests.databases import Sqlite
from wub import create_app, unit_of_work
from wub.clock import today
from wub.demo import city, follow_up, programme
from wub.importing.worker import work_off
from wub.reports.snapshots.worker import work_off as freeze_days
from wub.settings import Settings

Answer = TypeVar("Answer")
# The demo's own years with a fifth of their people: as varied, sooner built, and as many still mentored.
SMALLER = {year: listed // 5 for year, listed in programme.LISTED.items()}


class InHand:
    """Counts the requests being answered: a tab that was closed may have left one behind."""

    reachable = True  # a worker that wakes up by itself does not know that its browser plays without signal

    def __init__(self, app: Flask) -> None:
        self._app, self._change, self._number = app, threading.Condition(), 0

    def __call__(self, environ: Any, start_response: Any) -> Iterable[bytes]:
        if not self.reachable:
            start_response("503 Service Unavailable", [("Content-Length", "0")])
            return []
        self._count(1)
        try:
            return self._app(environ, start_response)
        finally:
            self._count(-1)

    def wait_until_none(self) -> None:
        with self._change:
            assert self._change.wait_for(lambda: self._number == 0, timeout=30), "a request is never answered"

    def _count(self, more: int) -> None:
        with self._change:
            self._number += more
            self._change.notify_all()


class Live:
    def __init__(
        self, folder: Path, fill: Callable[[str], None], make_settings: Callable[..., Settings]
    ) -> None:
        self._database = Sqlite(folder, fill)
        self.app: Flask = create_app(make_settings(self._database.url))
        self._found_a_city()
        self._in_hand = InHand(self.app)
        self._server = create_server(self._in_hand, host="127.0.0.1", port=0, threads=4)
        self.address = f"http://127.0.0.1:{self._server.effective_port}"
        self._thread = threading.Thread(target=self._server.run, daemon=True)
        self._thread.start()
        self._busy, self._over = threading.Lock(), threading.Event()
        self._worker = threading.Thread(target=self._work, daemon=True)
        self._worker.start()

    def be_reachable(self, reachable: bool) -> None:
        self._in_hand.reachable = reachable

    def renew(self) -> None:
        """When nobody is at work: a connection left open would write its old pages into the new file."""
        self._in_hand.wait_until_none()
        with self._busy, self.app.app_context():
            db.engine.dispose()
            self._database.renew()

    def ask(self, statement: sa.Select[tuple[Answer]]) -> Answer:
        """One value from the database behind the pages, as it stands now."""
        with self.app.app_context():
            return db.session.scalars(statement).one()

    def rows(self, statement: sa.Select[Any]) -> list[Any]:
        """Several values of several rows."""
        with self.app.app_context():
            return list(db.session.execute(statement).all())

    def change(self, statement: sa.Update) -> None:
        """Something that happened behind the pages' backs."""
        with self.app.app_context(), unit_of_work.command():
            db.session.execute(statement)

    def close(self) -> None:
        self._over.set()
        self._worker.join(timeout=5)
        self._server.close()
        self._server.task_dispatcher.shutdown()
        self._thread.join(timeout=5)
        with self.app.app_context():
            db.engine.dispose()

    def _work(self) -> None:
        """Imports and snapshots, as the worker beside the server makes them."""
        while not self._over.wait(0.1):
            with self._busy:
                work_off(self.app)
                freeze_days(self.app)

    def _found_a_city(self) -> None:
        """Into the template, which has no write-ahead log and can be copied as one file."""
        engine = sa.create_engine(f"sqlite:///{self._database.template}")
        with Session(engine) as session:
            with patch.object(programme, "LISTED", SMALLER), patch.object(follow_up, "STILL_MENTORED", 0.25):
                city.build(session, today=today())
            session.commit()
        engine.dispose()
