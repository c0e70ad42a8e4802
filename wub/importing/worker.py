"""Reads and commits imports outside the requests. The runs themselves are the queue.

A worker claims a run in a short transaction, tells the board every few seconds that it lives, and takes its
result only if the claim is still its own: so a run whose worker was killed is taken up by the next one, and
nothing is done twice or by halves, however often that happens.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa
from flask import Flask, current_app

from imports import FileRefused
from models import Account, ImportRun
from models.base import db, new_key
from models.vocabulary import ImportState
from wub import unit_of_work
from wub.errors import Refusal
from wub.importing import actions, kept_file, kept_reading
from wub.importing.judging import judge, read, task_of
from wub.importing.kinds import Tick
from wub.importing.watching import Board, Stopped, board

QUEUED = (ImportState.READING, ImportState.COMMITTING)
MOST_TRIES = 3
HEARTBEAT = 4.0  # seconds


def work_off(app: Flask) -> int:
    """Everything that waits, here and now; returns how many runs were worked on."""
    number = 0
    with app.app_context():
        while (claimed := _claim()) is not None:
            _work(*claimed)
            db.session.remove()
            number += 1
        db.session.remove()
    return number


def _claim() -> tuple[int, str] | None:
    """The oldest run that nobody works on, or whose worker has fallen silent."""
    waiting = sa.select(ImportRun.id, ImportRun.claimed_by, ImportRun.tries).where(
        ImportRun.state.in_(QUEUED)
    )
    found = db.session.execute(waiting.order_by(ImportRun.id)).all()
    db.session.rollback()
    notices = board()
    for run_id, owner, tries in found:
        if owner is not None and _lives(notices, run_id):
            continue
        mine = str(new_key())
        same = ImportRun.claimed_by.is_(None) if owner is None else ImportRun.claimed_by == owner
        with unit_of_work.command():
            claim = sa.update(ImportRun).where(ImportRun.id == run_id, ImportRun.state.in_(QUEUED), same)
            taken = db.session.execute(claim.values(claimed_by=mine, tries=tries + 1))
            if taken.rowcount:  # type: ignore[attr-defined]
                notices.tell(run_id, "mulai", 0, 0)
        if taken.rowcount:  # type: ignore[attr-defined]
            return run_id, mine
    return None


def _lives(notices: Board, run_id: int) -> bool:
    told = notices.look(run_id)
    return told is not None and told.alive


def _work(run_id: int, mine: str) -> None:
    notices = board()
    with _heartbeat(notices, run_id) as pulse:
        try:
            state, tries = db.session.execute(
                sa.select(ImportRun.state, ImportRun.tries).where(ImportRun.id == run_id)
            ).one()
            db.session.rollback()
            if tries > MOST_TRIES:
                _give_up(run_id, mine, state)
            elif state is ImportState.READING:
                _read(run_id, mine, pulse)
            else:
                _commit(run_id, mine, pulse)
        except Stopped:
            _release(run_id, mine)
        except Exception:
            current_app.logger.exception("import %s: the worker failed", run_id)
            db.session.rollback()
            _let_go(run_id, mine)
    notices.clear(run_id)


def _read(run_id: int, mine: str, pulse: Pulse) -> None:
    asked = db.session.get_one(ImportRun, run_id)
    task, data = task_of(asked), kept_file.bytes_of(asked)
    db.session.rollback()  # nobody waits for us while the file is parsed
    try:
        done = read(task, data, pulse.step("baca"))
    except FileRefused as refused:
        with unit_of_work.command():
            run = _mine(run_id, mine)
            if run is not None:
                actions.refuse(run, refused)
        return
    del data  # the whole file
    pulse.step("cocokkan")(0, 1)
    judged = judge(db.session.get_one(ImportRun, run_id), done.reading)
    db.session.rollback()
    pulse.step("cocokkan")(1, 1)
    with unit_of_work.command():
        run = _mine(run_id, mine)
        if run is not None:
            actions.show(run, done, judged)
    if run is not None:
        kept_reading.keep(task, done.reading)


def _commit(run_id: int, mine: str, pulse: Pulse) -> None:
    run = db.session.get_one(ImportRun, run_id)
    by, task = run.committed_by_id, task_of(run)
    reading = kept_reading.take(task)
    data = b"" if reading else kept_file.bytes_of(run)
    db.session.rollback()
    pulse.step("baca")(0, 1)
    reading = reading or read(task, data, pulse.step("baca")).reading
    del data  # the whole file
    try:
        with unit_of_work.command():
            found = _mine(run_id, mine)
            if found is not None:
                account = db.session.get(Account, by) if by is not None else None
                actions.commit(found, version=None, by=account, reading=reading, tick=pulse.step("tulis"))
    except Refusal as refusal:
        with unit_of_work.command():
            found = _mine(run_id, mine)
            if found is not None:
                found.state, found.claimed_by, found.refusal = ImportState.STAGED, None, refusal.code


def _mine(run_id: int, mine: str) -> ImportRun | None:
    """The run, locked, if nobody else has taken it up, changed what is to be read, or cancelled it."""
    found = sa.select(ImportRun).where(
        ImportRun.id == run_id, ImportRun.claimed_by == mine, ImportRun.state.in_(QUEUED)
    )
    return db.session.scalar(found.with_for_update())


def _give_up(run_id: int, mine: str, state: ImportState) -> None:
    """It has brought down a worker again and again: the officer decides whether to try once more."""
    with unit_of_work.command():
        run = _mine(run_id, mine)
        if run is not None:
            run.state = ImportState.REFUSED if state is ImportState.READING else ImportState.STAGED
            run.refusal, run.claimed_by, run.tries = "gave_up", None, 0


def _let_go(run_id: int, mine: str) -> None:
    """For the next try."""
    with unit_of_work.command():
        same = (ImportRun.id == run_id, ImportRun.claimed_by == mine)
        db.session.execute(sa.update(ImportRun).where(*same).values(claimed_by=None))


def _release(run_id: int, mine: str) -> None:
    """Cancelled while it was being committed: back to the preview, as if nobody had pressed the button."""
    db.session.rollback()
    with unit_of_work.command():
        run = _mine(run_id, mine)
        if run is not None and run.state is ImportState.COMMITTING:
            run.state, run.claimed_by, run.tries, run.committed_by_id = ImportState.STAGED, None, 0, None


class Pulse:
    """Tells the board where the work is, at every step and in between."""

    def __init__(self, notices: Board, run_id: int) -> None:
        self._board, self._run_id = notices, run_id
        self._said = ("mulai", 0, 0)

    def step(self, name: str) -> Tick:
        def tick(done: int, whole: int) -> None:
            self._said = (name, done, whole)
            self.beat()
            if self._board.is_stopping(self._run_id):
                raise Stopped

        return tick

    def beat(self) -> None:
        self._board.tell(self._run_id, *self._said)


@contextmanager
def _heartbeat(notices: Board, run_id: int) -> Iterator[Pulse]:
    pulse, done = Pulse(notices, run_id), threading.Event()

    def beat() -> None:
        while not done.wait(HEARTBEAT):
            pulse.beat()

    thread = threading.Thread(target=beat, name=f"import-{run_id}", daemon=True)
    thread.start()
    try:
        yield pulse
    finally:
        done.set()
        thread.join()
