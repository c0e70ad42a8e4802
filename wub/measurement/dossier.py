"""Everything plainly known of one enrolment on a day: what each indicator is judged by, no verdict yet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from models.vocabulary import AidKind, Education, MilestoneKind, Route, Sector, Sex
from wub.measurement.checkups import Finding
from wub.measurement.data_quality import Measuring, Recheck
from wub.measurement.dose import Dose, Promise
from wub.measurement.growth import Change, Sold
from wub.measurement.indicators import Enrolment
from wub.measurement.jobs import Places
from wub.measurement.licences import Licence
from wub.measurement.lifetime import Traces
from wub.measurement.stands import Stand

LICENCES = (MilestoneKind.NIB, MilestoneKind.PIRT, MilestoneKind.HALAL, MilestoneKind.TRADEMARK)


class Sales(NamedTuple):
    """A round's sales of a year: as told, and in the prices of the baseline."""

    month: int
    annual: int | None
    real: float | None


class Traits(NamedTuple):
    """Who enrolled, and how: what results are told apart by."""

    sex: Sex = Sex.NOT_ASKED
    birth_date: date | None = None
    education: Education = Education.NOT_ASKED
    route: Route = Route.NOT_ASKED
    area_code: str | None = None
    aid: AidKind | None = None  # the first that was given


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    enrolment: Enrolment  # with the outcome of I2
    key: str  # stable names, the same in every copy of the data
    person_key: str
    sector: Sector
    consultant: int | None  # who mentored when month 12 fell due
    checked: Finding | None  # the checkup of I2
    traces: Traces
    sold: Sold
    change: Change | None
    places: Places
    licences: Mapping[MilestoneKind, Licence]
    base_sales: Sales
    rounds: tuple[Sales, ...]  # those that are due, in order
    late: Finding | None  # the checkup of I8
    helped_until: date | None
    dose: Dose
    gaps: tuple[int, ...]
    last_visit_on: date | None
    promises: tuple[Promise, ...]
    measuring: Measuring
    rechecks: tuple[Recheck, ...]
    stands: tuple[Stand, ...]
    received_on: tuple[date, ...]
    traits: Traits = field(default_factory=Traits)
    due: frozenset[str] = field(default=frozenset())  # indicators whose round has passed

    @property
    def person_id(self) -> int:
        return self.enrolment.person_id


def first_of_each(dossiers: Iterable[Dossier], applies: Callable[[Dossier], bool]) -> list[Dossier]:
    """Rules 1 and 2: each person once, by the first enrolment in the group that the indicator applies to."""
    first: dict[int, Dossier] = {}
    for dossier in dossiers:
        if not applies(dossier):
            continue
        known = first.get(dossier.person_id)
        if known is None or _order(dossier) < _order(known):
            first[dossier.person_id] = dossier
    return list(first.values())


def _order(dossier: Dossier) -> tuple[date, int]:
    return dossier.enrolment.enrolled_on, dossier.enrolment.participation_id
