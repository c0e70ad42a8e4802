"""The work of the programme itself: I10 data, I11 exhibitions, I12 patron firms, I14 consultants."""

from __future__ import annotations

from collections import Counter
from typing import Any

from wub.measurement import data_quality, funnel, patronage, stands
from wub.measurement.rates import Counts
from wub.measurement.success import Result
from wub.reports.measures.measure import Group, Measure, share, told
from wub.reports.measures.seen import Seen
from wub.reports.measures.sums import Sums


def add_measuring(seen: Seen, sums: Sums) -> None:
    rounds, found = sums["rounds"], seen.first.measuring
    for name, number in zip(found._fields, found, strict=True):
        rounds[name] += number
    for case in seen.cases:
        for pair in case.dossier.rechecks:
            sums["rechecks"][pair.agrees if pair.is_known else None] += 1
    offices = {}
    for case in reversed(seen.cases):  # the first enrolment with an office stands
        if case.dossier.enrolment.outcome is not None:
            offices[case.dossier.enrolment.agency] = case.dossier.enrolment.outcome.result
    sums["results of offices"].update(offices.items())


def data(group: Group) -> Measure:
    """I10: coverage of the rounds due; promptness, agreement and attrition in the details."""
    rounds, rechecks = group.sums["rounds"], group.sums["rechecks"]
    results = group.sums.counts("I2")
    return share(
        Counts(rounds["usable"], rounds["due"] - rounds["usable"]),
        recorded=rounds["recorded"],
        prompt=rounds["prompt"],
        rechecks=told(Counts(rechecks[True], rechecks[False], rechecks[None])),
        attrition=float(data_quality.attrition(results.unknown, results.n)) if results.n else None,
        offices_comparable=data_quality.comparable(_by_office(group)) if results.n else None,
    )


def _by_office(group: Group) -> dict[str, tuple[int, int]]:
    """Office → unknown, and everybody."""
    found: dict[str, tuple[int, int]] = {}
    for (office, result), people in group.sums["results of offices"].items():
        unknown, n = found.get(office, (0, 0))
        found[office] = unknown + (people if result is Result.UNKNOWN else 0), n + people
    return found


def add_stands(seen: Seen, sums: Sums) -> None:
    held = [stand for case in seen.cases for stand in case.dossier.stands]
    if not held:
        return
    contacts = [contact for stand in held for contact in stand.contacts]
    sold = stands.sales(held)
    ordered = stands.conversion(contacts, seen.day.as_of, seen.day.rules["I11"])
    found = sums["stands"]
    found["stands"] += len(held)
    for told_as, values in (("sales", sold), ("orders", ordered)):
        for name, number in vars(values).items():
            found[f"{told_as} {name}"] += number


def exhibitions(group: Group) -> Measure:
    """I11: a cost belongs to an event, so only the city and the offices have sales for each rupiah."""
    found, office = group.sums["stands"], group.scope.agency
    events = [event for code, event in group.events if office in (None, code)]
    known = [event.city_cost for event in events if event.city_cost is not None]
    whole = group.scope.year is None
    return share(
        Counts(*(found[f"orders {result.value}"] for result in Result)),
        stands=found["stands"],
        direct_sales=found["sales direct"],
        direct_sales_unknown=found["sales direct_unknown"],
        order_value=found["sales orders"],
        order_value_unknown=found["sales orders_unknown"],
        city_cost=sum(known) if whole else None,
        city_cost_unknown=len(events) - len(known) if whole else None,
        per_rupiah=stands.per_rupiah(events) if whole else None,
    )


def add_supplied(seen: Seen, sums: Sums) -> None:
    outcome = patronage.still_supplied(seen.first.received_on, seen.day.as_of, seen.day.rules["I12"])
    if outcome is not None:
        sums["supplied"][outcome] += 1


def patrons(group: Group) -> Measure:
    """I12, of the city and of the office that keeps the agreement."""
    office, rule = group.scope.agency, group.rules["I12"]
    found = patronage.patronage(
        (one for code, one in group.agreements if office in (None, code)), group.as_of, rule
    )
    return share(
        found.counts,
        pledged=found.pledged,
        realised=found.realised,
        kept=found.kept,
        pledge_unknown=found.pledge_unknown,
        value_unknown=found.value_unknown,
        realised_without_pledge=found.realised_without_pledge,
        still_supplied=told(group.sums.counts("supplied")),
    )


def add_caseloads(seen: Seen, sums: Sums) -> None:
    found = seen.judged("I14")
    if found is not None:
        one, outcome = found
        sums["caseloads"][one.consultant, one.sector, outcome.result] += 1


def consultants(group: Group) -> Measure:
    """I14: the share of all with a consultant; the funnels of the city alone, never by rank."""
    counts = group.sums.counts("I14")
    if group.scope.agency or group.scope.year:
        return share(counts)
    cases: dict[int, Counter[str]] = {}
    proved: dict[int, Counter[str]] = {}
    known: dict[int, Counter[str]] = {}
    for (who, sector, result), people in sorted(group.sums["caseloads"].items()):
        for counted, number in (
            (cases, people),
            (proved, people if result is Result.SUCCESS else 0),
            (known, people if result is not Result.UNKNOWN else 0),
        ):
            counted.setdefault(who, Counter())[sector.value] += number
    return share(
        counts,
        results=_funnel([funnel.Caseload(who, cases[who], proved[who]) for who in cases]),
        known=_funnel([funnel.Caseload(who, cases[who], known[who]) for who in cases]),
    )


def _funnel(caseloads: list[funnel.Caseload]) -> dict[str, Any]:
    found = funnel.funnel(caseloads)
    return {
        "usable": found.usable,
        "chance": found.chance,
        "consultants": [
            {
                "consultant": point.whose,
                "n": point.n,
                "observed": point.observed,
                "expected": point.expected,
                "adjusted": point.adjusted,
                "look": list(point.look),
                "review": list(point.review),
                "zone": point.zone.value,
            }
            for point in found.points
        ],
    }
