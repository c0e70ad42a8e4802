"""I2 for one person: did the enterprise work at month 12? Yes, no, or not known, and why.

Unknown is neither: a person nobody could find, or of whom only others told, has not failed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from models.vocabulary import N_, Code, Status, Verification
from wub.measurement.checkups import latest_within


class Result(StrEnum):
    SUCCESS = "success"
    FAILURE = "failure"
    UNKNOWN = "unknown"


class Reason(Code):
    """Why a person counts as success, failure or unknown."""

    PROVED = "terbukti", N_("Aktif, dilihat sendiri, dan ada penjualan")
    NO_SALES = "tanpa_penjualan", N_("Aktif tetapi tidak ada penjualan")
    PAUSED = "tutup_sementara", N_("Tutup sementara")
    CLOSED = "tutup", N_("Tutup")
    CHANGED = "ganti_usaha", N_("Ganti usaha")
    MOVED = "pindah_kota", N_("Pindah kota")
    DIED = "meninggal", N_("Meninggal")
    EMPLOYED = "bekerja", N_("Bekerja pada orang lain")
    NO_CHECKUP = "belum_diperiksa", N_("Belum ada pemeriksaan bulan ke-12")
    NOT_ASKED = "belum_didata", N_("Belum didata")
    NOT_FOUND = "tidak_ditemukan", N_("Tidak ditemukan")
    NOT_SEEN = "belum_dilihat", N_("Mengaku aktif, belum dilihat sendiri")
    SALES_UNKNOWN = "penjualan_belum_diketahui", N_("Aktif, penjualan belum diketahui")
    HEARSAY = "kata_orang_lain", N_("Hanya kata orang lain")
    PROVISIONAL = "sementara", N_("NIK belum ada, jati diri belum pasti")


# Rule 10: they stay in the headline and leave only the sensitivity line.
DEPARTURES = frozenset({Reason.MOVED, Reason.DIED})

NOT_WORKING = {
    Status.PAUSED: Reason.PAUSED,
    Status.CLOSED: Reason.CLOSED,
    Status.CHANGED: Reason.CHANGED,
    Status.MOVED: Reason.MOVED,
    Status.DIED: Reason.DIED,
    Status.EMPLOYED: Reason.EMPLOYED,
}
NOT_KNOWN = {Status.NOT_FOUND: Reason.NOT_FOUND, Status.NOT_ASKED: Reason.NOT_ASKED}


class Outcome(NamedTuple):
    result: Result
    reason: Code


FAILURES = frozenset({Reason.NO_SALES, *NOT_WORKING.values()})


def outcome_because(reason: Reason) -> Outcome:
    """Every reason belongs to one result."""
    if reason is Reason.PROVED:
        return Outcome(Result.SUCCESS, reason)
    return Outcome(Result.FAILURE if reason in FAILURES else Result.UNKNOWN, reason)


class Evidence(NamedTuple):
    """What one checkup found; sales of None are unknown, never nothing."""

    as_of: date
    status: Status
    verification: int
    sales_last_month: int | None
    sales_last_season: int | None


@dataclass(frozen=True)
class Rule:
    """The parameters of a version of I2."""

    month: int = 12
    window_days: int = 60
    min_verification: int = Verification.SEEN

    @property
    def window(self) -> timedelta:
        return timedelta(days=self.window_days)


def latest_usable(checkups: Iterable[Evidence], due_on: date, rule: Rule, as_of: date) -> Evidence | None:
    """Rule 9, for month 12."""
    return latest_within(checkups, due_on, rule.window, as_of)


def outcome_of(evidence: Evidence | None, rule: Rule, *, provisional: bool = False) -> Outcome:
    """Success is proved or it is not there; failure too needs more than what other people tell.

    A provisional person stays in the denominator, but a success nobody can attribute is not verified.
    """
    if provisional:
        return Outcome(Result.UNKNOWN, Reason.PROVISIONAL)
    if evidence is None:
        return Outcome(Result.UNKNOWN, Reason.NO_CHECKUP)
    return _found(evidence.status, evidence.verification, _sold(evidence), rule.min_verification)


def _sold(evidence: Evidence) -> bool | None:
    """Whether anything was sold; a seasonal trader's month outside the season says nothing."""
    if evidence.status is not Status.SEASONAL:
        return None if evidence.sales_last_month is None else evidence.sales_last_month > 0
    if evidence.sales_last_season is not None:
        return evidence.sales_last_season > 0 or bool(evidence.sales_last_month)
    return True if evidence.sales_last_month else None


@lru_cache(maxsize=1024)
def _found(status: Status, verification: int, sold: bool | None, min_verification: int) -> Outcome:
    if status in NOT_KNOWN:
        return Outcome(Result.UNKNOWN, NOT_KNOWN[status])
    if verification < Verification.PHONE:
        return Outcome(Result.UNKNOWN, Reason.HEARSAY)
    if status in NOT_WORKING:
        return Outcome(Result.FAILURE, NOT_WORKING[status])
    if sold is False:
        return Outcome(Result.FAILURE, Reason.NO_SALES)
    if verification < min_verification:
        return Outcome(Result.UNKNOWN, Reason.NOT_SEEN)
    if sold is None:
        return Outcome(Result.UNKNOWN, Reason.SALES_UNKNOWN)
    return Outcome(Result.SUCCESS, Reason.PROVED)
