"""Sales, places and rupiah: I4, I5, I13."""

from __future__ import annotations

from wub.measurement.cost import IntakeCost, cost
from wub.measurement.growth import growth
from wub.measurement.jobs import jobs
from wub.measurement.rates import Tally
from wub.measurement.success import Outcome
from wub.reports.measures.measure import Group, Measure, told
from wub.reports.measures.seen import Seen
from wub.reports.measures.sums import Sums

Intake = tuple[str, int]  # of an office, of a year
Path = tuple[tuple[Intake, Outcome | None], ...]  # the intakes of one person, the first one first


def add_changes(seen: Seen, sums: Sums) -> None:
    one = seen.due("I4")
    if one is not None:
        sums["changes"][one.change] += 1


def sales(group: Group) -> Measure:
    """I4: the headline is the median, bounded by the unknown; the share that rose stands in the details."""
    found = growth(group.sums["changes"], group.rules["I4"])
    n = found.compared + found.unknown
    return Measure(
        n=n,
        unknown=found.unknown,
        worst=found.worst_median,
        best=found.best_median,
        coverage=found.compared / n if n else None,
        details={
            "median": found.median,
            "rising": told(found.rising),
            "base_total": found.base_total,
            "now_total": found.now_total,
            "now_total_real": found.real_total,
            "pooled": found.pooled,
            "from_nothing": sum(found.from_nothing.values()),
            "gained_from_nothing": found.gained_from_nothing,
        },
    )


def add_places(seen: Seen, sums: Sums) -> None:
    one = seen.due("I5")
    if one is not None:
        sums["places"][one.places] += 1


def places(group: Group) -> Measure:
    """I5: created and lost are told with the net."""
    found = jobs(group.sums["places"])
    n = found.observed + found.unknown
    return Measure(
        n=n,
        unknown=found.unknown,
        worst=found.worst,
        best=found.best,
        coverage=found.observed / n if n else None,
        details={
            "created": found.created,
            "lost": found.lost,
            "net": found.net,
            "observed": found.observed,
            "employers": found.employers,
        },
    )


def add_paths(seen: Seen, sums: Sums) -> None:
    enrolments = (case.dossier.enrolment for case in seen.cases)
    sums["paths"][tuple(((one.agency, one.year), one.outcome) for one in enrolments)] += 1


def cost_of_success(group: Group) -> Measure:
    """I13: of the intakes in which everybody has been measured; here the worst is the highest."""
    paths: dict[Path, int] = group.sums["paths"]
    every = {intake for path in paths for intake, _outcome in path}
    measured = every - {intake for path in paths for intake, outcome in path if outcome is None}
    known = {intake for intake in measured if intake in group.spent}
    spent = sum(group.spent[intake] for intake in known)
    found = cost([_pooled(paths, known, spent if known else None), _pooled(paths, measured - known, None)])
    return Measure(
        n=found.results.n,
        unknown=found.results.unknown,
        worst=found.per_success,
        best=found.per_success_at_best,
        coverage=found.coverage,
        details={
            "spent": found.spent,
            "enrolled": found.enrolled,
            "success": found.results.success,
            "per_head": found.per_head,
            "enrolled_without_cost": found.enrolled_without_cost,
        },
    )


def _pooled(paths: dict[Path, int], intakes: set[Intake], spent: int | None) -> IntakeCost:
    """A person in two intakes is one head and one result."""
    heads, results = 0, Tally()
    for path, people in paths.items():
        first = next((outcome for intake, outcome in path if intake in intakes), None)
        if first is not None:
            heads += people
            results.by_outcome[first] += people
    return IntakeCost(heads, results.counts, spent)
