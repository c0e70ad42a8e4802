"""I8 mandiri: runs without help, keeps books and feeds its owner. The line of income is the city's to set."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from models.vocabulary import N_, AidKind, Code, RecordingBasis
from wub.measurement.checkups import RUNNING, Finding
from wub.measurement.rounds import anniversary
from wub.measurement.success import Outcome, Result


@dataclass(frozen=True)
class Rule:
    """The parameters of a version of I8; without `min_income` the city has not yet decreed its line."""

    month: int = 24
    window_days: int = 60
    months_without_aid: int = 12
    min_income: int | None = None


class Why(Code):
    INDEPENDENT = "mandiri", N_("Aktif, tanpa bantuan, berpembukuan, dan penghasilannya cukup")
    NOT_RUNNING = "tidak_berjalan", N_("Usaha tidak berjalan")
    AIDED = "dibantu", N_("Masih menerima bantuan atau sewa dalam 12 bulan terakhir")
    NO_BOOKS = "tanpa_pembukuan", N_("Penjualan tidak dibukukan")
    TOO_LITTLE = "penghasilan_kurang", N_("Penghasilan pemilik di bawah ambang kota")
    NO_CHECKUP = "belum_diperiksa", N_("Belum ada pemeriksaan bulan ke-24")
    NOT_KNOWN = "belum_diketahui", N_("Satu dari empat syarat belum diketahui")
    NO_LINE = "tanpa_ambang", N_("Ambang penghasilan belum ditetapkan kota")


class Support(NamedTuple):
    given_on: date
    rent_ends_on: date | None
    kind: AidKind | None = None

    @property
    def until(self) -> date:
        return max(self.given_on, self.rent_ends_on or self.given_on)


def last_helped(aid: list[Support], until: date) -> date | None:
    """The last day of help of what had been given by that day; paid rent helps until it ends."""
    return max((min(one.until, until) for one in aid if one.given_on <= until), default=None)


def independent(found: Finding | None, helped_until: date | None, rule: Rule) -> Outcome:
    """All four must be known; only a business that no longer runs settles it alone."""
    if found is None or not found.says_something:
        return Outcome(Result.UNKNOWN, Why.NO_CHECKUP)
    if found.status not in RUNNING:
        return Outcome(Result.FAILURE, Why.NOT_RUNNING)
    if rule.min_income is None:
        return Outcome(Result.UNKNOWN, Why.NO_LINE)
    if found.recording_basis in UNKNOWN_BASIS or found.owner_income is None:
        return Outcome(Result.UNKNOWN, Why.NOT_KNOWN)
    if helped_until is not None and anniversary(helped_until, rule.months_without_aid) > found.as_of:
        return Outcome(Result.FAILURE, Why.AIDED)
    if found.recording_basis is not RecordingBasis.BOOKS:
        return Outcome(Result.FAILURE, Why.NO_BOOKS)
    if found.owner_income < rule.min_income:
        return Outcome(Result.FAILURE, Why.TOO_LITTLE)
    return Outcome(Result.SUCCESS, Why.INDEPENDENT)


UNKNOWN_BASIS = frozenset({RecordingBasis.UNKNOWN, RecordingBasis.NOT_ASKED})
