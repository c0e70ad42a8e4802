"""What a checkup found, and which checkup speaks for a round (common rule 9)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple, Protocol, TypeVar

from models.vocabulary import RecordingBasis, Status, Verification, YesNo


class Finding(NamedTuple):
    """Every number may be None: not known, never nothing."""

    as_of: date
    recorded_on: date
    round_month: int
    status: Status
    verification: int
    closed_on: date | None = None
    sales_last_month: int | None = None
    sales_typical_month: int | None = None
    sales_last_season: int | None = None
    owner_income: int | None = None
    workers_permanent: int | None = None
    workers_temporary: int | None = None
    temporary_hours_week: int | None = None
    recording_basis: RecordingBasis = RecordingBasis.NOT_ASKED
    has_nib: YesNo = YesNo.NOT_ASKED
    reconstructed: bool = False  # recalled later: never measured growth

    @property
    def says_something(self) -> bool:
        """What only others tell is not known, and neither is somebody nobody found."""
        return self.verification >= Verification.PHONE and self.status not in NOT_KNOWN

    @property
    def sells_nothing(self) -> bool:
        """The enterprise no longer runs here: its sales and its workers are none."""
        return self.status in ENDED


NOT_KNOWN = frozenset({Status.NOT_FOUND, Status.NOT_ASKED})
RUNNING = frozenset({Status.ACTIVE, Status.SEASONAL})
ENDED = frozenset({Status.PAUSED, Status.CLOSED, Status.MOVED, Status.DIED, Status.EMPLOYED})


class Dated(Protocol):
    @property
    def as_of(self) -> date: ...


Found = TypeVar("Found", bound=Dated)


def latest_within(found: Iterable[Found], due_on: date, window: timedelta, as_of: date) -> Found | None:
    """The latest one within the window round the day it was due, and not after the day asked for.

    Of two on one day the later in the list stands, so the list comes in the order of recording.
    """
    earliest, last = due_on - window, min(due_on + window, as_of)
    latest: Found | None = None
    for one in found:
        if earliest <= one.as_of <= last and (latest is None or one.as_of >= latest.as_of):
            latest = one
    return latest
