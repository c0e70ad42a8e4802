"""The last standings that this process computed, for as long as nothing new has been recorded.

Every change of the register leaves an entry in the audit trail, in the same transaction: its last number says
whether a standing still holds. A new day is another question. Looking and downloading change no figure.

Of a large register a worker keeps the standing of today (wub.reports.at_hand), and pages say of which time.
"""

from __future__ import annotations

from collections import OrderedDict
from datetime import date
from threading import Lock

import sqlalchemy as sa
from flask import current_app

from models import AuditEntry, Participation
from models.base import db
from models.vocabulary import N_
from wub import clock
from wub.errors import Busy, Refusal
from wub.reports.at_hand.opening import at_hand, newest
from wub.reports.standing import Standing, standing

MOST = 4  # standings; each holds some megabytes
MOST_WHILE_WAITING = 20_000  # enrolments: beyond, nobody waits in front of a page for so long
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


class NotYetComputed(Busy):
    code = "papan_dihitung"
    sentence = N_(
        "Papan hasil sedang dihitung untuk pertama kali. Muat ulang halaman ini beberapa menit lagi."
    )


class OnlyAsSnapshot(Refusal):
    code = "hanya_potret"
    sentence = N_(
        "Register ini terlalu besar untuk menghitung hari lain sambil menunggu. "
        "Buka tab Potret, minta potret untuk hari itu, lalu buka potretnya setelah selesai dihitung."
    )


class Standings:
    """One for each application. Who asks while one is being computed waits instead of doing it again."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Key, Standing] = OrderedDict()
        self._lock = Lock()

    def of(self, as_of: date) -> Standing:
        key = as_of, clock.today(), last_change()
        with self._lock:
            found = self._kept.get(key)
            if found is None:
                found = self._kept[key] = standing(as_of)
                if len(self._kept) > MOST:
                    self._kept.popitem(last=False)
            self._kept.move_to_end(key)
            return found


def remembered_standing(as_of: date) -> Standing:
    """Computed anew each time where the settings say so; read, where a worker keeps it."""
    if not current_app.extensions["wub.settings"].remember_figures:
        return standing(as_of)
    today = as_of == clock.today()
    kept = newest() if today else None  # of large registers only
    if kept is not None:
        return at_hand(kept)
    if not has_more_than(MOST_WHILE_WAITING):
        return _computed(as_of)
    raise NotYetComputed if today else OnlyAsSnapshot


def _computed(as_of: date) -> Standing:
    kept: Standings = current_app.extensions.setdefault("wub.standings", Standings())
    return kept.of(as_of)


def has_more_than(enrolments: int) -> bool:
    row = Participation
    return db.session.scalar(sa.select(row.id).order_by(row.id).offset(enrolments).limit(1)) is not None


def last_change() -> int:
    """Found from the end of the trail, whatever its length."""
    last = (
        sa.select(AuditEntry.id).where(AuditEntry.action.not_in(ONLY_LOOKED)).order_by(AuditEntry.id.desc())
    )
    return db.session.scalar(last.limit(1)) or 0
