"""Mentoring: the work done, and how results stand beside its dose. No proof of cause and effect."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from models.vocabulary import N_, Code
from wub.measurement.dose import Dose
from wub.measurement.rates import Counts, Tally
from wub.reports.ground import Ground
from wub.reports.histories.visited import Work
from wub.reports.measures.measure import Group


class Band(Code):
    """Approved visits within the months of the rule (I9)."""

    NONE = "tanpa", N_("Tanpa kunjungan")
    SOME = "1-3", N_("1–3 kunjungan")
    SHORT = "4+_singkat", N_("4 kunjungan atau lebih, kurang dari 5 jam")
    FULL = "4+_cukup", N_("4 kunjungan atau lebih, 5 jam atau lebih")


class Dosed(NamedTuple):
    band: Band
    counts: Counts  # of I2


@dataclass(frozen=True)
class Mentoring:
    work: Work
    bands: Mapping[str, tuple[Dosed, ...]]  # scope code → those whose month 12 has passed


def mentoring(ground: Ground) -> Mentoring:
    return Mentoring(ground.work, {scope.code: _bands(group) for scope, group in ground.groups.items()})


def _bands(group: Group) -> tuple[Dosed, ...]:
    rule = group.rules["I9"]
    found: dict[Band, list[object]] = {band: [] for band in Band}
    for one in group.due("I2"):
        if one.enrolment.outcome is not None:
            found[_band(one.dose, rule.min_visits, rule.min_minutes)].append(one.enrolment.outcome)
    return tuple(Dosed(band, Tally(outcomes).counts) for band, outcomes in found.items())  # type: ignore[arg-type]


def _band(dose: Dose, visits: int, minutes: int) -> Band:
    if not dose.visits:
        return Band.NONE
    if dose.visits < visits:
        return Band.SOME
    return Band.FULL if dose.minutes >= minutes else Band.SHORT
