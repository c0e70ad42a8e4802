"""`wub work`: reads and commits imports, freezes snapshots, and keeps the boards of a large register at hand.

`wub serve` and the demo start one beside themselves.
A process of its own, so that pages stay quick while a large list is read. One more on another machine does no
harm: the runs are claimed one by one (wub.importing.worker).
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress

import click
from flask import Flask
from sqlalchemy.exc import SQLAlchemyError

PAUSE = 2.0  # seconds before a worker that died is started again
BETWEEN_LOOKS = 0.3  # seconds between two looks at what waits
DATABASE_AWAY = 5.0  # seconds
NICE = 5  # pages go first where there are few processors


@click.command("work")
@click.option("--beside", is_flag=True, help="Stop when the process that started this one has gone.")
def command_work(beside: bool) -> None:
    """Read and commit imports, freeze snapshots and compute boards until stopped (Ctrl+C)."""
    from wub import create_app

    stop = threading.Event()
    if hasattr(os, "nice"):
        os.nice(NICE)
    if beside:
        threading.Thread(target=_wait_for_the_end, args=(stop,), daemon=True).start()
    try:
        keep_working(create_app(), stop)
    except KeyboardInterrupt:
        stop.set()


def keep_working(app: Flask, stop: threading.Event) -> None:
    """Until told to stop. Figures take minutes in a large register: nobody's import waits for them."""
    from wub.importing.worker import work_off as import_lists
    from wub.reports.at_hand.worker import work_off as keep_at_hand
    from wub.reports.snapshots.worker import work_off as freeze_days

    threading.Thread(target=_get_ready, args=(app,), name="names", daemon=True).start()
    threading.Thread(
        target=_keep_doing, args=(app, stop, (freeze_days, keep_at_hand)), name="figures", daemon=True
    ).start()
    _keep_doing(app, stop, (import_lists,))


def _get_ready(app: Flask) -> None:
    """So that the first preview after a start waits no longer than the others."""
    from wub.matching.newcomer_queries import learn_names

    with app.app_context(), suppress(SQLAlchemyError):  # a database that is away is waited for elsewhere
        learn_names()


def _keep_doing(app: Flask, stop: threading.Event, works: Sequence[Callable[[Flask], object]]) -> None:
    """A database that is away for a while is waited for."""
    while not stop.is_set():
        try:
            for work_off in works:
                work_off(app)
        except SQLAlchemyError:
            app.logger.exception("the worker: the database did not answer")
            stop.wait(DATABASE_AWAY)
        stop.wait(BETWEEN_LOOKS)


def work_beside() -> None:
    """A worker that lives as long as this process, and is started again should it die."""
    threading.Thread(target=_keep_one, name="worker", daemon=True).start()


def _keep_one() -> None:
    pause = threading.Event()
    while True:
        # Our own interpreter and module, no shell. It ends when its stdin does, which happens however we end.
        with subprocess.Popen(
            [sys.executable, "-m", "wub.cli", "work", "--beside"], stdin=subprocess.PIPE
        ) as worker:
            worker.wait()
        pause.wait(PAUSE)


def _wait_for_the_end(stop: threading.Event) -> None:
    """Nothing ever comes through stdin but its end."""
    sys.stdin.buffer.read()
    stop.set()
