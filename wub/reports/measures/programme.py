"""The work of the programme itself: I10 data, I11 exhibitions, I12 patron firms, I14 consultants."""

from __future__ import annotations

from collections import Counter
from typing import Any

from wub.measurement import data_quality, funnel, patronage, stands
from wub.measurement.indicators import twelve_months
from wub.measurement.rates import Counts, Tally
from wub.measurement.success import Result
from wub.reports.measures.measure import Group, Measure, share, told


def data(group: Group) -> Measure:
    """I10: coverage of the rounds due; promptness, agreement and attrition in the details."""
    measured = [one.measuring for one in group.everybody()]
    due, usable = sum(one.due for one in measured), sum(one.usable for one in measured)
    pairs = [pair for one in group.dossiers for pair in one.rechecks]
    known, agreed = sum(pair.is_known for pair in pairs), sum(pair.agrees for pair in pairs)
    results = twelve_months(one.enrolment for one in group.dossiers).counts
    return share(
        Counts(usable, due - usable),
        recorded=sum(one.recorded for one in measured),
        prompt=sum(one.prompt for one in measured),
        rechecks=told(Counts(agreed, known - agreed, len(pairs) - known)),
        attrition=float(data_quality.attrition(results.unknown, results.n)) if results.n else None,
        offices_comparable=data_quality.comparable(_by_office(group)) if results.n else None,
    )


def exhibitions(group: Group) -> Measure:
    """I11: a cost belongs to an event, so only the city and the offices have sales for each rupiah."""
    found = [stand for one in group.dossiers for stand in one.stands]
    contacts = [contact for stand in found for contact in stand.contacts]
    sold = stands.sales(found)
    office = group.scope.agency
    events = [event for code, event in group.events if office in (None, code)]
    known = [event.city_cost for event in events if event.city_cost is not None]
    whole = group.scope.year is None
    return share(
        stands.conversion(contacts, group.as_of, group.rules["I11"]),
        stands=len(found),
        direct_sales=sold.direct,
        direct_sales_unknown=sold.direct_unknown,
        order_value=sold.orders,
        order_value_unknown=sold.orders_unknown,
        city_cost=sum(known) if whole else None,
        city_cost_unknown=len(events) - len(known) if whole else None,
        per_rupiah=stands.per_rupiah(events) if whole else None,
    )


def patrons(group: Group) -> Measure:
    """I12, of the city and of the office that keeps the agreement."""
    office, rule = group.scope.agency, group.rules["I12"]
    found = patronage.patronage(
        (one for code, one in group.agreements if office in (None, code)), group.as_of, rule
    )
    supplied = Tally(
        outcome
        for one in group.everybody()
        if (outcome := patronage.still_supplied(one.received_on, group.as_of, rule))
    )
    return share(
        found.counts,
        pledged=found.pledged,
        realised=found.realised,
        kept=found.kept,
        pledge_unknown=found.pledge_unknown,
        value_unknown=found.value_unknown,
        realised_without_pledge=found.realised_without_pledge,
        still_supplied=told(supplied.counts),
    )


def consultants(group: Group) -> Measure:
    """I14: the share of all with a consultant; the funnels of the city alone, never by rank."""
    people = group.people("I14")
    counts = Tally(outcome for _one, outcome in people).counts
    if group.scope.agency or group.scope.year:
        return share(counts)
    cases: dict[int, Counter[str]] = {}
    proved: dict[int, Counter[str]] = {}
    known: dict[int, Counter[str]] = {}
    for one, outcome in people:
        if one.consultant is None:
            continue
        sector = one.sector.value
        cases.setdefault(one.consultant, Counter())[sector] += 1
        proved.setdefault(one.consultant, Counter())[sector] += outcome.result is Result.SUCCESS
        known.setdefault(one.consultant, Counter())[sector] += outcome.result is not Result.UNKNOWN
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


def _by_office(group: Group) -> dict[str, tuple[int, int]]:
    offices: dict[str, list[Any]] = {}
    for one in group.dossiers:
        offices.setdefault(one.enrolment.agency, []).append(one.enrolment)
    counts = {code: twelve_months(rows).counts for code, rows in offices.items()}
    return {code: (one.unknown, one.n) for code, one in counts.items()}
