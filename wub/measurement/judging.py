"""The verdict of each indicator on one enrolment: yes, no or not known, and why. None: not (yet) measured."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from models.vocabulary import N_, Code, MilestoneKind
from wub.measurement import dose, graduation, growth, independence
from wub.measurement.dossier import Dossier
from wub.measurement.growth import COMPARED, Why
from wub.measurement.lifetime import life
from wub.measurement.rounds import anniversary
from wub.measurement.success import Outcome, Result

Rules = Mapping[str, Any]


class Survived(Code):
    RUNNING = "masih_berjalan", N_("Terlihat masih berjalan sesudah bulan itu")
    CLOSED = "sudah_tutup", N_("Tutup atau ganti usaha sebelum bulan itu")
    LOST = "hilang_kontak", N_("Terakhir terlihat berjalan sebelum bulan itu")


class Grown(Code):
    RISEN = "naik", N_("Omzet riil naik cukup")
    NOT_RISEN = "tidak_naik", N_("Omzet riil tidak naik cukup")
    FROM_NOTHING = "dari_nol", N_("Mulai dari nol: tidak ada rasio")


class Worked(Code):
    MORE = "bertambah", N_("Tempat kerja bertambah")
    NOT_MORE = "tidak_bertambah", N_("Tempat kerja tidak bertambah")
    UNKNOWN = "belum_diketahui", N_("Pekerja pada salah satu waktu belum diketahui")


def success(dossier: Dossier, _rules: Rules) -> Outcome | None:
    return dossier.enrolment.outcome


def survival(dossier: Dossier, rules: Rules) -> Outcome | None:
    """I3, with the same bounds as survival.bounds."""
    if "I3" not in dossier.due:
        return None
    lived, month = life(dossier.traces, rules["I3"]), rules["I3"].month
    if lived.closed and lived.months <= month:
        return Outcome(Result.FAILURE, Survived.CLOSED)
    if lived.months >= month:
        return Outcome(Result.SUCCESS, Survived.RUNNING)
    return Outcome(Result.UNKNOWN, Survived.LOST)


def rise(dossier: Dossier, rules: Rules) -> Outcome | None:
    """I4: whether real sales rose by the share of the rule; who began at nothing has no ratio."""
    if "I4" not in dossier.due:
        return None
    change = dossier.change
    if change is None:
        no_index = dossier.sold.why in COMPARED
        return Outcome(Result.UNKNOWN, Why.NO_INDEX if no_index else dossier.sold.why)
    if not change.base:
        return Outcome(Result.UNKNOWN, Grown.FROM_NOTHING)
    if growth.rises(change, rules["I4"].rise):
        return Outcome(Result.SUCCESS, Grown.RISEN)
    return Outcome(Result.FAILURE, Grown.NOT_RISEN)


def work(dossier: Dossier, _rules: Rules) -> Outcome | None:
    """I5 is a sum; of one person it says whether places were added."""
    if "I5" not in dossier.due:
        return None
    base, now = dossier.places
    if base is None or now is None:
        return Outcome(Result.UNKNOWN, Worked.UNKNOWN)
    return Outcome(Result.SUCCESS, Worked.MORE) if now > base else Outcome(Result.FAILURE, Worked.NOT_MORE)


def formalised(dossier: Dossier, _rules: Rules) -> Outcome | None:
    """I6: None too for those who had a NIB when they came."""
    return dossier.licences[MilestoneKind.NIB].new if "I6" in dossier.due else None


def graduated(dossier: Dossier, rules: Rules) -> Outcome | None:
    """I7: only those with a known first band."""
    base = band(dossier.base_sales.real, rules)
    return graduation.movement(base, [band(sales.real, rules) for sales in dossier.rounds])


def independent(dossier: Dossier, rules: Rules) -> Outcome | None:
    if "I8" not in dossier.due:
        return None
    return independence.independent(dossier.late, dossier.helped_until, rules["I8"])


def mentored(dossier: Dossier, rules: Rules) -> Outcome | None:
    return dose.enough(dossier.dose, rules["I9"]) if "I9" in dossier.due else None


def consulted(dossier: Dossier, rules: Rules) -> Outcome | None:
    """I14 takes the outcome of I2, of those who have a consultant."""
    return success(dossier, rules) if dossier.consultant is not None else None


JUDGED: dict[str, Callable[[Dossier, Rules], Outcome | None]] = {
    "I2": success,
    "I3": survival,
    "I4": rise,
    "I5": work,
    "I6": formalised,
    "I7": graduated,
    "I8": independent,
    "I9": mentored,
    "I14": consulted,
}


def outcomes(dossiers: Iterable[Dossier], rules: Rules) -> dict[str, dict[int, Outcome]]:
    """Indicator → participation → outcome, of those that stand in its denominator."""
    every = list(dossiers)
    found: dict[str, dict[int, Outcome]] = {}
    for code, judge in JUDGED.items():
        judged = ((one.enrolment.participation_id, judge(one, rules)) for one in every)
        found[code] = {row: outcome for row, outcome in judged if outcome is not None and counts(outcome)}
    return found


def counts(outcome: Outcome) -> bool:
    """Whether the outcome stands in the denominator of its indicator.

    Reasons are compared as themselves: I4 has one of the same code.
    """
    return outcome.reason is not graduation.Why.NO_BASELINE and outcome.reason is not Grown.FROM_NOTHING


def band(annual: float | None, rules: Rules) -> int | None:
    return None if annual is None else int(rules["I7"].band(annual))


def is_due(month: int, enrolled_on: date, as_of: date) -> bool:
    return anniversary(enrolled_on, month) <= as_of
