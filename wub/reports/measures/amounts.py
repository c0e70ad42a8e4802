"""Sales, places and rupiah: I4, I5, I13."""

from __future__ import annotations

from wub.measurement.cost import IntakeCost, cost
from wub.measurement.dossier import Dossier
from wub.measurement.growth import growth
from wub.measurement.indicators import Enrolment, twelve_months
from wub.measurement.jobs import jobs
from wub.reports.measures.measure import Group, Measure, told


def sales(group: Group) -> Measure:
    """I4: the headline is the median, bounded by the unknown; the share that rose stands in the details."""
    found = growth((one.change for one in group.due("I4")), group.rules["I4"])
    n = len(found.changes) + found.unknown
    return Measure(
        n=n,
        unknown=found.unknown,
        worst=found.worst_median,
        best=found.best_median,
        coverage=len(found.changes) / n if n else None,
        details={
            "median": found.median,
            "rising": told(found.rising),
            "base_total": found.base_total,
            "now_total": found.now_total,
            "now_total_real": found.real_total,
            "pooled": found.pooled,
            "from_nothing": len(found.from_nothing),
            "gained_from_nothing": found.gained_from_nothing,
        },
    )


def places(group: Group) -> Measure:
    """I5: created and lost are told with the net."""
    found = jobs(one.places for one in group.due("I5"))
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


def cost_of_success(group: Group) -> Measure:
    """I13: of the intakes in which everybody has been measured; here the worst is the highest."""
    measured = [rows for rows in _intakes(group) if all(one.enrolment.outcome for one in rows)]
    known = [one for rows in measured if _spent(group, rows) is not None for one in rows]
    others = [one for rows in measured if _spent(group, rows) is None for one in rows]
    spent = sum(_spent(group, rows) or 0 for rows in measured)
    found = cost([_pooled(known, spent if known else None), _pooled(others, None)])
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


def _intakes(group: Group) -> list[list[Dossier]]:
    intakes: dict[tuple[str, int], list[Dossier]] = {}
    for one in group.dossiers:
        intakes.setdefault((one.enrolment.agency, one.enrolment.year), []).append(one)
    return list(intakes.values())


def _spent(group: Group, rows: list[Dossier]) -> int | None:
    return group.spent.get((rows[0].enrolment.agency, rows[0].enrolment.year))


def _pooled(rows: list[Dossier], spent: int | None) -> IntakeCost:
    """A person in two intakes is one head and one result."""
    enrolments: list[Enrolment] = [one.enrolment for one in rows]
    heads = len({enrolment.person_id for enrolment in enrolments})
    return IntakeCost(heads, twelve_months(enrolments).counts, spent)
