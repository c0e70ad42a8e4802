"""The verdict against a target that means "at least" (common rules 7 and 8)."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from models.vocabulary import N_, Code
from wub.measurement.rates import FEWEST_FOR_A_RATE, FEWEST_FOR_A_VERDICT, Counts


class Verdict(Code):
    REACHED = "tercapai", N_("Tercapai")
    MISSED = "tidak_tercapai", N_("Tidak tercapai")
    UNDECIDED = "belum_dapat_dipastikan", N_("Belum dapat dipastikan")
    FEW = "data_sedikit", N_("Data sedikit")


class Ground(Code):
    """On what the verdict rests, so that the reader need not guess."""

    WORST_REACHES = "terburuk_mencapai", N_("Angka terburuk pun sudah mencapai target")
    BEST_MISSES = "terbaik_kurang", N_("Angka terbaik pun masih di bawah target")
    UNKNOWN_DECIDES = "belum_diketahui_menentukan", N_("Yang belum diketahui masih menentukan")
    NO_TARGET = "tanpa_target", N_("Belum ada target yang disahkan")
    NOBODY_DUE = "belum_waktunya", N_("Belum ada yang waktunya diukur")
    TOO_FEW_FOR_A_RATE = "kurang_dari_5", N_("Kurang dari 5 orang: hanya jumlah, tanpa persen")
    TOO_FEW_FOR_A_VERDICT = "kurang_dari_10", N_("Kurang dari 10 orang")


class Judgement(NamedTuple):
    verdict: Verdict
    ground: Ground


def judge_rate(counts: Counts, target: Decimal | None) -> Judgement:
    """A share against its target. Green needs proof: what is unknown can never lift the worst case."""
    if counts.n == 0:
        return Judgement(Verdict.FEW, Ground.NOBODY_DUE)
    if counts.n < FEWEST_FOR_A_RATE:
        return Judgement(Verdict.FEW, Ground.TOO_FEW_FOR_A_RATE)
    if counts.n < FEWEST_FOR_A_VERDICT:
        return Judgement(Verdict.FEW, Ground.TOO_FEW_FOR_A_VERDICT)
    best = counts.success + counts.unknown
    return _judge(Fraction(counts.success, counts.n), Fraction(best, counts.n), target)


def judge_count(certain: int, possible: int, target: Decimal | None) -> Judgement:
    """A number of people against its target; a count needs no minimum."""
    return _judge(Fraction(certain), Fraction(possible), target)


def judge_range(
    n: int, worst: float | None, best: float | None, target: Decimal | None, *, at_most: bool = False
) -> Judgement:
    """An amount between two bounds; a bound of None cannot be told, and never settles anything.

    `at_most`: a cost, which reaches its target from above.
    """
    if n == 0:
        return Judgement(Verdict.FEW, Ground.NOBODY_DUE)
    if n < FEWEST_FOR_A_RATE:
        return Judgement(Verdict.FEW, Ground.TOO_FEW_FOR_A_RATE)
    if n < FEWEST_FOR_A_VERDICT:
        return Judgement(Verdict.FEW, Ground.TOO_FEW_FOR_A_VERDICT)
    if target is None:
        return Judgement(Verdict.UNDECIDED, Ground.NO_TARGET)
    wanted, sign = float(target), -1 if at_most else 1
    if worst is not None and sign * worst >= sign * wanted:
        return Judgement(Verdict.REACHED, Ground.WORST_REACHES)
    if best is not None and sign * best < sign * wanted:
        return Judgement(Verdict.MISSED, Ground.BEST_MISSES)
    return Judgement(Verdict.UNDECIDED, Ground.UNKNOWN_DECIDES)


def _judge(worst: Fraction, best: Fraction, target: Decimal | None) -> Judgement:
    """Fractions, because 11 of 20 must reach 0.55."""
    if target is None:
        return Judgement(Verdict.UNDECIDED, Ground.NO_TARGET)
    wanted = Fraction(target)
    if worst >= wanted:
        return Judgement(Verdict.REACHED, Ground.WORST_REACHES)
    if best < wanted:
        return Judgement(Verdict.MISSED, Ground.BEST_MISSES)
    return Judgement(Verdict.UNDECIDED, Ground.UNKNOWN_DECIDES)
