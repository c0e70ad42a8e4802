"""When a visit really was, if the phone that wrote it had a wrong clock."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import NamedTuple

import sqlalchemy as sa

from models.audit import AuditEntry
from models.base import db
from models.visit import Visit
from wub.clock import WITA, day_of, now
from wub.phone_clock import PhoneClock

CORRECTED = "visit:correct-day"
A_DAY = timedelta(days=1)


class Held(NamedTuple):
    day: date
    starts_at: time
    ends_at: time


def is_ahead(visit: Visit) -> bool:
    """Its day and hour have not come yet."""
    return _began(visit) > now()


def clock_of(visit: Visit) -> PhoneClock | None:
    """None for what was typed on an ordinary page."""
    if visit.device_time is None or visit.clock_offset is None:
        return None
    ahead = timedelta(seconds=visit.clock_offset)
    return PhoneClock(visit.device_time, visit.created_at + ahead, visit.created_at)


def really_held(visit: Visit) -> Held | None:
    """By our clock; None where the phone's clock was right. What somebody corrected stays as it is."""
    clock = clock_of(visit)
    if clock is None or not clock.is_off:
        return None
    if _is_corrected(visit, clock):
        return Held(visit.held_on, visit.starts_at, visit.ends_at)
    began = _began(visit) - clock.offset
    ended = began + timedelta(minutes=visit.contact_minutes)
    if day_of(began) != day_of(ended):  # the day is known, the hours are not
        return Held(clock.real_day(_began(visit)), visit.starts_at, visit.ends_at)
    return Held(day_of(began), _hour(began), _hour(ended))


def _is_corrected(visit: Visit, clock: PhoneClock) -> bool:
    """By the button; or on a form, when the day is nearer to our time of writing than to the phone's."""
    corrected = sa.exists().where(
        AuditEntry.subject_type == Visit.__tablename__,
        AuditEntry.subject_id == visit.id,
        AuditEntry.action == CORRECTED,
    )
    if db.session.scalar(sa.select(corrected)):
        return True
    began, written = _began(visit), clock.captured_at
    really = clock.really(written)
    return abs(written - really) > A_DAY and abs(began - really) < abs(began - written)


def _began(visit: Visit) -> datetime:
    return datetime.combine(visit.held_on, visit.starts_at, WITA)


def _hour(instant: datetime) -> time:
    return instant.astimezone(WITA).time().replace(second=0, microsecond=0)
