"""A phone's clock beside ours: measured at each sending, kept with the record, never silently corrected."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from wub.clock import WITA, day_of

TOLERATED = timedelta(minutes=10)
ANY_ZONE = timedelta(days=1)  # a phone set to another time zone shows another hour, perhaps another day


@dataclass(frozen=True)
class PhoneClock:
    captured_at: datetime  # by the phone, when the record was written there
    sent_at: datetime  # by the phone, when it was sent
    received_at: datetime  # by us

    @property
    def offset(self) -> timedelta:
        """How far the phone was ahead. If it was set back between writing and sending, at least that far."""
        return max(self.sent_at, self.captured_at) - self.received_at

    @property
    def offset_seconds(self) -> int:
        return round(self.offset.total_seconds())

    @property
    def is_off(self) -> bool:
        return abs(self.offset) > TOLERATED

    def really(self, said: datetime) -> datetime:
        """An instant of the phone by our clock; nothing that was sent happens later than it arrived."""
        return min(said - self.offset, self.received_at)

    def real_day(self, said: datetime) -> date:
        return day_of(self.really(said))

    def had_come(self, day: date) -> bool:
        """Whether the phone, by its own clock, had reached the day when the record was written."""
        return day <= (self.captured_at.astimezone(WITA) + ANY_ZONE).date()
