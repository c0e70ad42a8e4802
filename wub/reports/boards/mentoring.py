"""Mentoring: the work done, and how results stand beside its dose. No proof of cause and effect."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from models.vocabulary import N_, Code
from wub.measurement.dose import Dose
from wub.measurement.rates import Counts, Tally
from wub.measurement.success import Outcome
from wub.reports.ground import Ground
from wub.reports.histories.visited import Work
from wub.reports.measures.seen import Seen
from wub.reports.measures.sums import Sums


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
    return Mentoring(ground.work, {scope.code: _bands(group.sums) for scope, group in ground.groups.items()})


def add_bands(seen: Seen, sums: Sums) -> None:
    measured = seen.judged("I2")
    if measured is not None:
        one, outcome = measured
        rule = seen.day.rules["I9"]
        sums["bands"][_band(one.dose, rule.min_visits, rule.min_minutes), outcome] += 1


def _bands(sums: Sums) -> tuple[Dosed, ...]:
    found: dict[Band, Counter[Outcome]] = {band: Counter() for band in Band}
    for (band, outcome), people in sums["bands"].items():
        found[band][outcome] += people
    return tuple(Dosed(band, Tally.of(outcomes).counts) for band, outcomes in found.items())


def _band(dose: Dose, visits: int, minutes: int) -> Band:
    if not dose.visits:
        return Band.NONE
    if dose.visits < visits:
        return Band.SOME
    return Band.FULL if dose.minutes >= minutes else Band.SHORT
