"""The last standings that this process computed, for as long as nothing new has been recorded.

Every change of the register leaves an entry in the audit trail, in the same transaction: its last number says
whether a standing still holds. A new day is another question. Looking and downloading change no figure.
"""

from __future__ import annotations

from collections import OrderedDict
from datetime import date
from threading import Lock

import sqlalchemy as sa
from flask import current_app

from models import AuditEntry
from models.base import db
from wub import clock
from wub.reports.standing import Standing, standing

MOST = 4  # standings; each holds some megabytes
ONLY_LOOKED = (
    "nik:look-up",
    "nik:reveal",
    "register:export",
    "session:start",
    "snapshot:download",
    "summary:download",
    "tracing:download",
)
Key = tuple[date, date, int]


class Standings:
    """One for each application. Who asks while one is being computed waits instead of doing it again."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Key, Standing] = OrderedDict()
        self._lock = Lock()

    def of(self, as_of: date) -> Standing:
        key = as_of, clock.today(), _last_change()
        with self._lock:
            found = self._kept.get(key)
            if found is None:
                found = self._kept[key] = standing(as_of)
                if len(self._kept) > MOST:
                    self._kept.popitem(last=False)
            self._kept.move_to_end(key)
            return found


def remembered_standing(as_of: date) -> Standing:
    """Computed anew each time where the settings say so."""
    if not current_app.extensions["wub.settings"].remember_figures:
        return standing(as_of)
    kept: Standings = current_app.extensions.setdefault("wub.standings", Standings())
    return kept.of(as_of)


def _last_change() -> int:
    """Found from the end of the trail, whatever its length."""
    last = (
        sa.select(AuditEntry.id).where(AuditEntry.action.not_in(ONLY_LOOKED)).order_by(AuditEntry.id.desc())
    )
    return db.session.scalar(last.limit(1)) or 0
