"""How far people and their businesses came: I6, I7, I8, I9."""

from __future__ import annotations

from collections import Counter
from typing import Any

from models.vocabulary import MilestoneKind
from wub.measurement import dose, graduation
from wub.measurement.licences import Licence
from wub.measurement.rates import Tally
from wub.measurement.success import Outcome, Result
from wub.reports.measures.measure import Group, Measure, share, told
from wub.reports.measures.seen import Seen
from wub.reports.measures.sums import Sums


def add_licences(seen: Seen, sums: Sums) -> None:
    one = seen.due("I6")
    if one is not None:
        sums["licences"].update(one.licences.items())


def formalisation(group: Group) -> Measure:
    """I6: new NIB; level and ever, and the licences that only some need."""
    by_kind: dict[MilestoneKind, Counter[Licence]] = {}
    for (kind, licence), people in group.sums["licences"].items():
        by_kind.setdefault(kind, Counter())[licence] += people
    details = {kind.value: _licence(by_kind[kind]) for kind in MilestoneKind if kind in by_kind}
    return share(group.sums.counts("I6"), **details)


def _licence(licences: Counter[Licence]) -> dict[str, Any]:
    """Those who need none have left the denominator."""
    new: Counter[Outcome] = Counter()
    held: Counter[Outcome] = Counter()
    ever = 0
    for licence, people in licences.items():
        if licence.needed:
            held[licence.held] += people
            ever += people if licence.ever.result is Result.SUCCESS else 0
            if licence.new is not None:
                new[licence.new] += people
    return {"new": told(Tally.of(new).counts), "held": told(Tally.of(held).counts), "ever": ever}


def add_first_bands(seen: Seen, sums: Sums) -> None:
    one = seen.first
    if len(one.rounds) > 1 and one.base_sales.real is None:
        sums["first band"]["unknown"] += 1


def graduation_of(group: Group) -> Measure:
    found = group.sums.tally("I7")
    return share(
        found.counts,
        down=found.because(graduation.Why.DOWN),
        up_once=found.because(graduation.Why.ONCE),
        without_baseline=group.sums["first band"]["unknown"],
    )


def independence(group: Group) -> Measure:
    return share(group.sums.counts("I8"), min_income=group.rules["I8"].min_income)


def add_rhythm(seen: Seen, sums: Sums) -> None:
    one, day = seen.first, seen.day
    sums["gaps"].update(one.gaps)
    rhythm = sums["rhythm"]
    rhythm["observed"] += 1
    rhythm["silent"] += dose.silent(one.last_visit_on, one.enrolment.enrolled_on, day.as_of, day.rules["I9"])
    for case in seen.cases:
        for promise in case.dossier.promises:
            kept = dose.on_time(promise, day.as_of)
            if kept is not None:
                rhythm["promises"] += 1
                rhythm["on time"] += kept


def mentoring(group: Group) -> Measure:
    """I9: and the rhythm of the visits. No proof of cause and effect."""
    rhythm = group.sums["rhythm"]
    return share(
        group.sums.counts("I9"),
        median_days_between=dose.median_gap(group.sums["gaps"]),
        silent=rhythm["silent"],
        observed=rhythm["observed"],
        promises=rhythm["promises"],
        promises_on_time=rhythm["on time"],
    )
