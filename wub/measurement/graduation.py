"""I7 naik kelas: up a size band in two successive rounds, in constant rupiah. Falls are told too."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from models.vocabulary import N_, Code
from wub.measurement.checkups import Finding
from wub.measurement.success import Outcome, Result

MONTHS = 12


@dataclass(frozen=True)
class Rule:
    """The parameters of a version of I7: upper ends of the bands in rupiah a year."""

    window_days: int = 60
    m1_until: int = 50_000_000
    m2_until: int = 300_000_000
    m3_until: int = 2_000_000_000
    small_until: int = 15_000_000_000

    def band(self, annual: float) -> int:
        """0 sells nothing, 1 is M1; a value on the line belongs to the lower band."""
        ends = (self.m1_until, self.m2_until, self.m3_until, self.small_until)
        return 0 if annual <= 0 else bisect_left(ends, annual) + 1


class Why(Code):
    UP = "naik", N_("Naik kelas pada dua putaran berturut-turut")
    SAME = "tetap", N_("Kelas tetap")
    ONCE = "naik_sekali", N_("Naik satu kali, tidak bertahan")
    DOWN = "turun", N_("Turun kelas")
    NO_BASELINE = "tanpa_data_dasar", N_("Penjualan awal belum diketahui")
    NOT_KNOWN = "belum_diketahui", N_("Penjualan pada dua putaran berturut-turut belum diketahui")


def movement(base: int | None, rounds: Sequence[int | None]) -> Outcome | None:
    """Bands of the rounds that are due, in order; None is not known. None while fewer than two are due.

    Without a known first band nobody is in the denominator; that is told by its reason.
    """
    if len(rounds) < 2:
        return None
    if base is None:
        return Outcome(Result.UNKNOWN, Why.NO_BASELINE)
    pairs = list(pairwise(rounds))
    if any(one is not None and two is not None and min(one, two) > base for one, two in pairs):
        return Outcome(Result.SUCCESS, Why.UP)
    if any(_maybe_up(one, base) and _maybe_up(two, base) for one, two in pairs):
        return Outcome(Result.UNKNOWN, Why.NOT_KNOWN)
    known = [band for band in rounds if band is not None]
    if known[-1] < base:
        return Outcome(Result.FAILURE, Why.DOWN)
    return Outcome(Result.FAILURE, Why.ONCE if max(known) > base else Why.SAME)


def annual_sales(found: Finding | None) -> int | None:
    """A year's sales: of the season as they are, of a month twelve times, a typical month before the last."""
    if found is None or not found.says_something:
        return None
    if found.sells_nothing:
        return 0
    if found.sales_last_season is not None:
        return found.sales_last_season
    month = found.sales_last_month if found.sales_typical_month is None else found.sales_typical_month
    return None if month is None else month * MONTHS


def _maybe_up(band: int | None, base: int) -> bool:
    return band is None or band > base
