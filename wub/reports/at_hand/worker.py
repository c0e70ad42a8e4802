"""Keeps the standing of today at hand while the register changes, outside the requests."""

from __future__ import annotations

import time
from datetime import timedelta

from flask import Flask

from models.base import db
from wub import clock, unit_of_work
from wub.reports.at_hand.keeping import Made, forget, keep
from wub.reports.at_hand.opening import Kept, newest
from wub.reports.at_hand.unsettled import Unsettled
from wub.reports.gathering import ground
from wub.reports.remembered import has_more_than, last_change
from wub.reports.standing import standing_on

FEW = 3000  # enrolments: their boards take a page a second or two
QUIET = timedelta(seconds=30)  # between two computations, so that one change after another needs only one
PAUSES = 2  # times as long as a computation takes: a third of one processor at most


def work_off(app: Flask) -> int:
    """Computes if something changed and the pause is over; returns how often it did: once or never."""
    with app.app_context():
        try:
            kept = newest()
            if not has_more_than(FEW):
                _leave_to_pages(kept)
                return 0
            if not _is_due(kept):
                return 0
            keep_at_hand()
            return 1
        finally:
            db.session.remove()


def keep_at_hand() -> None:
    """Computed in a transaction that only reads, then kept in a short one."""
    db.session.rollback()
    made = _computed()
    with unit_of_work.command():
        keep(made)


def _is_due(kept: Kept | None) -> bool:
    if kept is None or kept.as_of != clock.today():
        return True
    pause = max(QUIET, PAUSES * timedelta(seconds=kept.seconds))
    ended = kept.seen_at + timedelta(seconds=kept.seconds)
    return clock.now() >= ended + pause and last_change() > kept.through_entry


def _leave_to_pages(kept: Kept | None) -> None:
    """The register has become small: what nobody keeps up any more must not be read."""
    if kept is not None:
        with unit_of_work.command():
            forget()


def _computed() -> Made:
    if db.engine.dialect.name == "postgresql":  # all of it as of one instant, as SQLite does anyhow
        db.session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
    seen_at, started, through = clock.now(), time.monotonic(), last_change()
    unsettled = Unsettled()
    made = standing_on(ground(clock.today(), watching=unsettled.add))
    db.session.rollback()
    return Made(made, unsettled, seen_at, through, time.monotonic() - started)
