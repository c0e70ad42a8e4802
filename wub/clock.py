"""The city's clock: instants are UTC, a day is a day in Banjarmasin (WITA, UTC+8, no summer time)."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

WITA = ZoneInfo("Asia/Makassar")


def now() -> datetime:
    return datetime.now(UTC)


def today() -> date:
    return datetime.now(WITA).date()


def day_of(instant: datetime) -> date:
    return instant.astimezone(WITA).date()
