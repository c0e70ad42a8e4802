"""People and results by kelurahan: each person once, where they live, so that parts add up to the city."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from wub.measurement.rates import Counts, Tally
from wub.measurement.success import Outcome, Reason
from wub.reports.ground import Ground
from wub.reports.histories.places import CITY_AREA, District
from wub.reports.measures.seen import Seen
from wub.reports.measures.sums import Sums

OUTSIDE = "luar"  # lives in another city
NOWHERE = "belum"  # no area is recorded


class Living(NamedTuple):
    people: int = 0  # unique, with a NIK
    provisional: int = 0
    due: Counts = Counts()  # I2 of those whose month 12 has passed
    closed: int = 0  # of the failures

    def plus(self, other: Living) -> Living:
        return Living(
            self.people + other.people,
            self.provisional + other.provisional,
            self.due + other.due,
            self.closed + other.closed,
        )


@dataclass(frozen=True)
class Areas:
    """`by_scope`: scope code → kelurahan, or kecamatan where only that is known, or one of the two words."""

    districts: tuple[District, ...]
    by_scope: Mapping[str, Mapping[str, Living]]


def areas(ground: Ground) -> Areas:
    places = frozenset(
        code
        for district in ground.districts
        for code in (district.code, *(village for village, _name in district.villages))
    )
    found = {scope.code: _living(group.sums, places) for scope, group in ground.groups.items()}
    return Areas(ground.districts, {code: living for code, living in found.items() if living})


def add_areas(seen: Seen, sums: Sums) -> None:
    """Where they live, by the first enrolment, and what became of them where they lived then."""
    one = seen.first
    sums["living"][one.traits.area_code, one.enrolment.provisional] += 1
    measured = seen.judged("I2")
    if measured is not None:
        sums["living results"][measured[0].traits.area_code, measured[1]] += 1


def _living(sums: Sums, places: frozenset[str]) -> dict[str, Living]:
    heads: dict[str, Counter[bool]] = defaultdict(Counter)
    for (code, provisional), people in sums["living"].items():
        heads[_place(code, places)][provisional] += people
    outcomes: dict[str, Counter[Outcome]] = defaultdict(Counter)
    for (code, outcome), people in sums["living results"].items():
        outcomes[_place(code, places)][outcome] += people
    found = {}
    for place, who in heads.items():
        tally = Tally.of(outcomes.get(place, {}))
        closed = tally.because(Reason.CLOSED, Reason.PAUSED)
        found[place] = Living(who[False], who[True], tally.counts, closed)
    return found


def _place(code: str | None, places: frozenset[str]) -> str:
    if code in places:
        return str(code)
    return NOWHERE if code is None or code == CITY_AREA else OUTSIDE
