"""I3: how long businesses live."""

from __future__ import annotations

from collections import Counter
from typing import Any

from models.vocabulary import ROUNDS
from wub.measurement.judging import is_due
from wub.measurement.lifetime import Rule, life
from wub.measurement.survival import START, Curve, Life, bounds, kaplan_meier
from wub.reports.measures.measure import Group, Measure, share, told
from wub.reports.measures.seen import Seen
from wub.reports.measures.sums import Sums

LONGEST_DRAWN = 60  # months
MONTHS = tuple(month for month in ROUNDS if month)


def add_lives(seen: Seen, sums: Sums) -> None:
    one, rule = seen.first, seen.day.rules["I3"]
    rounds = sum(is_due(month, one.enrolment.enrolled_on, seen.day.as_of) for month in MONTHS)
    business, person = life(one.traces, rule), life(one.traces, Rule(rule.month, person=True))
    sums["lives"][business, person, rounds] += 1


def survival(group: Group) -> Measure:
    """I3: the headline is the range at the month of the rule; the curve stands in the details."""
    month, lives = group.rules["I3"].month, group.sums["lives"]
    due = [_lives(lives, 0, rounds=number) for number in range(len(MONTHS) + 1)]
    curve, person = kaplan_meier(due[0]), kaplan_meier(_lives(lives, 1))
    return share(
        group.sums.counts("I3"),
        month=month,
        observed=due[0].total(),
        **_point(curve, month),
        person_estimate=_point(person, month)["estimate"],
        curve=[
            {"month": later, **_point(curve, later), **told(bounds(due[number], later))}
            for number, later in enumerate(MONTHS, start=1)
        ],
        monthly=_monthly(curve),
    )


def _lives(lives: Counter[tuple[Life, Life, int]], which: int, rounds: int = 0) -> Counter[Life]:
    """Of the business (0) or of the person (1), of those for whom so many rounds are due."""
    found: Counter[Life] = Counter()
    for one, people in lives.items():
        if one[2] >= rounds:
            found[one[which]] += people  # type: ignore[index]
    return found


def _monthly(curve: Curve) -> list[list[float | None]]:
    """The curve to be drawn, month by month until fewer than five are at risk: [share, low, high]."""
    shown, drawn = curve.shown, []
    step, at = START, 0
    for month in range(LONGEST_DRAWN + 1):
        while at < len(shown) and shown[at].month <= month:
            step, at = shown[at], at + 1
        if not curve.shown_at(month):
            break
        interval = step.interval
        drawn.append([step.survival, interval.low if interval else None, interval.high if interval else None])
    return drawn


def _point(curve: Curve, month: int) -> dict[str, Any]:
    shown = curve.shown_at(month)
    step = curve.at(month)
    interval = step.interval if shown else None
    return {
        "at_risk": curve.at_risk(month),
        "estimate": step.survival if shown else None,
        "standard_error": step.error if shown else None,
        "estimate_low": interval.low if interval else None,
        "estimate_high": interval.high if interval else None,
    }
