"""Freezes what was asked for, and what the rhythm of the city asks for, outside the requests."""

from __future__ import annotations

import sqlalchemy as sa
from flask import Flask

from models import Snapshot, SnapshotSchedule
from models.base import db
from models.vocabulary import Rhythm, SnapshotState
from wub import clock, unit_of_work
from wub.reports.snapshots import actions, rhythm


def work_off(app: Flask) -> int:
    """Everything that waits, here and now; returns how many days were frozen."""
    number = 0
    with app.app_context():
        _ask_what_is_due()
        while (claimed := _claim()) is not None:
            try:
                _freeze(claimed)
                number += 1
            except Exception:
                app.logger.exception("snapshot %s: not frozen; it is tried again", claimed)
                _let_go(claimed)
        db.session.remove()
    return number


def _freeze(snapshot_id: int) -> None:
    """Nobody waits for us while the figures are computed."""
    snapshot = db.session.get_one(Snapshot, snapshot_id)
    filling = actions.computed(snapshot.as_of, snapshot.known_until)
    with unit_of_work.command():
        actions.fill(db.session.get_one(Snapshot, snapshot_id), filling)


def _ask_what_is_due() -> None:
    schedule = db.session.scalar(sa.select(SnapshotSchedule).order_by(SnapshotSchedule.id))
    db.session.rollback()
    if schedule is None or schedule.rhythm is Rhythm.NEVER:
        return
    wanted = {
        rhythm.name_of(schedule.rhythm, one.as_of): one
        for one in rhythm.due(schedule.rhythm, schedule.since, clock.today())
    }
    there = set(db.session.scalars(sa.select(Snapshot.name).where(Snapshot.name.in_(wanted))))
    db.session.rollback()
    for name in wanted.keys() - there:
        with unit_of_work.command():
            one = wanted[name]
            try:
                actions.ask_freeze(
                    name, one.as_of, by=None, known_until=one.known_until, rhythm=schedule.rhythm
                )
            except actions.NameTaken:
                continue  # another worker was quicker


def _claim() -> int | None:
    waits = db.session.scalar(
        sa.select(sa.func.count()).select_from(Snapshot).where(Snapshot.state == SnapshotState.ASKED)
    )
    db.session.rollback()
    if not waits:
        return None  # nobody needs the write lock for a look
    with unit_of_work.command():
        return actions.claim(clock.now())


def _let_go(snapshot_id: int) -> None:
    with unit_of_work.command():
        db.session.get_one(Snapshot, snapshot_id).claimed_at = None
