"""I2 by sex, age, sector, route, education, aid and mentoring: who succeeds, in counts that add up.

Groups of one kind overlap in nothing: each person stands in one of them, by the enrolment that counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from models.vocabulary import N_, Code
from wub.measurement.dossier import Dossier
from wub.measurement.rates import Counts, Tally
from wub.measurement.success import Outcome
from wub.reports.ground import Ground
from wub.reports.measures.seen import Seen
from wub.reports.measures.sums import Sums


class AgeBand(Code):
    YOUNG = "15-24", N_("15–24 tahun")
    GROWN = "25-34", N_("25–34 tahun")
    MIDDLE = "35-44", N_("35–44 tahun")
    ELDER = "45+", N_("45 tahun ke atas")
    UNKNOWN = "belum_diketahui", N_("Umur belum diketahui")


class Mentored(Code):
    YES = "didampingi", N_("Pernah didampingi (kunjungan disetujui)")
    NO = "tidak_didampingi", N_("Belum pernah didampingi")


class Trait(Code):
    SEX = "jenis_kelamin", N_("Jenis kelamin")
    AGE = "umur", N_("Umur saat mendaftar")
    SECTOR = "sektor", N_("Sektor usaha")
    ROUTE = "jalur", N_("Jalur masuk")
    EDUCATION = "pendidikan", N_("Pendidikan")
    AID = "bantuan", N_("Jenis bantuan pertama")
    MENTORED = "pendampingan", N_("Pendampingan")


class Part(NamedTuple):
    group: Code | None  # None: nothing of the kind is recorded
    counts: Counts


@dataclass(frozen=True)
class Traits:
    by_scope: Mapping[str, Mapping[Trait, tuple[Part, ...]]]  # scope code → trait → groups, largest first


def traits(ground: Ground) -> Traits:
    return Traits({scope.code: _of(group.sums) for scope, group in ground.groups.items()})


def add_traits(seen: Seen, sums: Sums) -> None:
    measured = seen.judged("I2")
    if measured is not None:
        one, outcome = measured
        for trait, of in GROUPS.items():
            sums["traits"][trait, of(one), outcome] += 1


def _of(sums: Sums) -> dict[Trait, tuple[Part, ...]]:
    found: dict[Trait, dict[Code | None, Counter[Outcome]]] = {trait: {} for trait in GROUPS}
    for (trait, group, outcome), people in sums["traits"].items():
        found[trait].setdefault(group, Counter())[outcome] += people
    return {trait: _parts(groups) for trait, groups in found.items()} if sums["traits"] else {}


def _parts(groups: Mapping[Code | None, Counter[Outcome]]) -> tuple[Part, ...]:
    parts = [Part(group, Tally.of(outcomes).counts) for group, outcomes in groups.items()]
    return tuple(sorted(parts, key=lambda part: (-part.counts.n, str(part.group))))


def _age(one: Dossier) -> AgeBand:
    """On the day of enrolment."""
    born, day = one.traits.birth_date, one.enrolment.enrolled_on
    if born is None:
        return AgeBand.UNKNOWN
    years = day.year - born.year - ((day.month, day.day) < (born.month, born.day))
    if years < 15:
        return AgeBand.UNKNOWN  # a slip of the pen: nobody enrols so young
    return next((band for last, band in BANDS if years < last), AgeBand.ELDER)


BANDS = ((25, AgeBand.YOUNG), (35, AgeBand.GROWN), (45, AgeBand.MIDDLE))


GROUPS: Mapping[Trait, Callable[[Dossier], Code | None]] = {
    Trait.SEX: lambda one: one.traits.sex,
    Trait.AGE: _age,
    Trait.SECTOR: lambda one: one.sector,
    Trait.ROUTE: lambda one: one.traits.route,
    Trait.EDUCATION: lambda one: one.traits.education,
    Trait.AID: lambda one: one.traits.aid,
    Trait.MENTORED: lambda one: Mentored.YES if one.dose.visits else Mentored.NO,
}
