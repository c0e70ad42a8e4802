"""Asking for a frozen day, filling it, and choosing the rhythm in which days are frozen by themselves."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import NamedTuple

import sqlalchemy as sa

from models import Account, Snapshot, SnapshotSchedule
from models.base import db
from models.vocabulary import N_, Rhythm, SnapshotState
from wub import audit, clock
from wub.errors import Conflict, expect_version
from wub.records import flush
from wub.reports.definitions import definitions
from wub.reports.dossiers import rules_of
from wub.reports.gathering import ground
from wub.reports.measures.seen import Day
from wub.reports.snapshots.packed import pack_standing
from wub.reports.snapshots.told import Told
from wub.reports.standing import standing_on

MOST_TRIES = 3
GIVEN_UP_AFTER = timedelta(minutes=30)  # a worker that has said nothing for so long is gone


class NameTaken(Conflict):
    code = "nama_potret_terpakai"
    sentence = N_("Sudah ada potret dengan nama itu. Beri nama lain; potret lama tidak pernah ditimpa.")


def ask_freeze(
    name: str,
    as_of: date,
    *,
    by: Account | None,
    known_until: datetime | None = None,
    rhythm: Rhythm = Rhythm.NEVER,
) -> Snapshot:
    """A worker will fill it; `known_until`: leave out what was recorded later (now, unless told)."""
    if db.session.scalar(sa.select(Snapshot.id).where(Snapshot.name == name)) is not None:
        raise NameTaken
    snapshot = Snapshot(
        name=name,
        as_of=as_of,
        known_until=known_until or clock.now(),
        rhythm=rhythm,
        state=SnapshotState.ASKED,
        tries=0,
        definitions={},
        made_by_id=by.id if by else None,
    )
    db.session.add(snapshot)
    flush()
    audit.record("snapshot:ask", snapshot, by, changes={"as_of": as_of.isoformat(), "name": name})
    return snapshot


class Filling(NamedTuple):
    """What a frozen day holds."""

    standing: bytes
    verdicts: bytes
    rows_hash: str
    definitions: dict[str, int]


def freeze(snapshot: Snapshot) -> Snapshot:
    """Computed and kept in one go, for who holds no lock that others wait for."""
    return fill(snapshot, computed(snapshot.as_of, snapshot.known_until))


def computed(as_of: date, known_until: datetime) -> Filling:
    """Only asks: long work, so that no transaction that writes is open meanwhile."""
    people = Told(Day(as_of, rules_of(definitions(as_of))))
    base = ground(as_of, known_until, watching=people.add)
    return Filling(
        pack_standing(standing_on(base)),
        people.packed_verdicts(),
        people.rows_hash(),
        {code: one.version for code, one in base.definitions.items()},
    )


def fill(snapshot: Snapshot, filling: Filling) -> Snapshot:
    """Once frozen, a snapshot is never filled again."""
    if snapshot.state is SnapshotState.FROZEN:
        return snapshot
    snapshot.standing, snapshot.verdicts, snapshot.rows_hash, snapshot.definitions = filling
    snapshot.state, snapshot.claimed_at = SnapshotState.FROZEN, None
    flush()
    audit.record("snapshot:freeze", snapshot, changes={"rows_hash": snapshot.rows_hash})
    return snapshot


def claim(now: datetime) -> int | None:
    """The oldest one that waits, or whose worker is gone; given up after some tries."""
    free = sa.or_(Snapshot.claimed_at.is_(None), Snapshot.claimed_at < now - GIVEN_UP_AFTER)
    waiting = sa.select(Snapshot).where(Snapshot.state == SnapshotState.ASKED, free).order_by(Snapshot.id)
    snapshot = db.session.scalars(waiting.limit(1).with_for_update(skip_locked=True)).first()
    if snapshot is None:
        return None
    snapshot.tries += 1
    snapshot.claimed_at = now
    if snapshot.tries > MOST_TRIES:
        snapshot.state = SnapshotState.FAILED
    flush()
    return snapshot.id if snapshot.state is SnapshotState.ASKED else None


def choose_rhythm(rhythm: Rhythm, *, version: int | None, by: Account) -> SnapshotSchedule:
    schedule = db.session.scalar(sa.select(SnapshotSchedule).order_by(SnapshotSchedule.id))
    if schedule is None:
        schedule = SnapshotSchedule(rhythm=rhythm, since=clock.today())
        db.session.add(schedule)
    else:
        expect_version(schedule, version)
        if schedule.rhythm is not rhythm:
            schedule.rhythm, schedule.since = rhythm, clock.today()
    flush()
    audit.record("snapshot:rhythm", schedule, by, changes={"rhythm": rhythm.value})
    return schedule
