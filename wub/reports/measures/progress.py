"""How far people and their businesses came: I3, I6, I7, I8, I9."""

from __future__ import annotations

from typing import Any

from models.vocabulary import ROUNDS, MilestoneKind
from wub.measurement import dose, graduation
from wub.measurement.dossier import Dossier
from wub.measurement.judging import graduated, is_due
from wub.measurement.lifetime import Rule, life
from wub.measurement.rates import Counts, Tally
from wub.measurement.success import Outcome, Result
from wub.measurement.survival import START, Curve, Life, bounds, kaplan_meier
from wub.reports.measures.measure import Group, Measure, share, tally, told

LONGEST_DRAWN = 60  # months


def survival(group: Group) -> Measure:
    """I3: the headline is the range at the month of the rule; the curve stands in the details."""
    everybody, rule = group.everybody(), group.rules["I3"]
    lives = {one.enrolment.participation_id: life(one.traces, rule) for one in everybody}
    curve = kaplan_meier(lives.values())
    person = kaplan_meier(life(one.traces, Rule(rule.month, person=True)) for one in everybody)
    return share(
        tally(group, "I3").counts,
        month=rule.month,
        observed=len(everybody),
        **_point(curve, rule.month),
        person_estimate=_point(person, rule.month)["estimate"],
        curve=[_round(group, everybody, lives, curve, month) for month in ROUNDS if month],
        monthly=_monthly(curve),
    )


def formalisation(group: Group) -> Measure:
    """I6: new NIB; level and ever, and the licences that only some need."""
    due = group.due("I6")
    details = {kind.value: _licence(due, kind) for kind in MilestoneKind if kind in _kinds(due)}
    return share(tally(group, "I6").counts, **details)


def graduation_of(group: Group) -> Measure:
    found = tally(group, "I7")
    without_base = [
        one
        for one in group.everybody()
        if (outcome := graduated(one, group.rules)) and outcome.reason is graduation.Why.NO_BASELINE
    ]
    return share(
        found.counts,
        down=found.because(graduation.Why.DOWN),
        up_once=found.because(graduation.Why.ONCE),
        without_baseline=len(without_base),
    )


def independence(group: Group) -> Measure:
    return share(tally(group, "I8").counts, min_income=group.rules["I8"].min_income)


def mentoring(group: Group) -> Measure:
    """I9: and the rhythm of the visits. No proof of cause and effect."""
    everybody, rule = group.everybody(), group.rules["I9"]
    kept = [
        done
        for one in group.dossiers
        for promise in one.promises
        if (done := dose.on_time(promise, group.as_of)) is not None
    ]
    return share(
        tally(group, "I9").counts,
        median_days_between=dose.median_gap(gap for one in everybody for gap in one.gaps),
        silent=sum(
            dose.silent(one.last_visit_on, one.enrolment.enrolled_on, group.as_of, rule) for one in everybody
        ),
        observed=len(everybody),
        promises=len(kept),
        promises_on_time=sum(kept),
    )


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


def _round(
    group: Group, everybody: list[Dossier], lives: dict[int, Life], curve: Curve, month: int
) -> dict[str, Any]:
    due = [one for one in everybody if is_due(month, one.enrolment.enrolled_on, group.as_of)]
    counts = bounds([lives[one.enrolment.participation_id] for one in due], month)
    return {"month": month, **_point(curve, month), **told(counts)}


def _kinds(due: list[Dossier]) -> set[MilestoneKind]:
    return set(due[0].licences) if due else set()


def _licence(due: list[Dossier], kind: MilestoneKind) -> dict[str, Any]:
    """Those who need none have left the denominator."""
    needed = [one.licences[kind] for one in due if one.licences[kind].needed]
    return {
        "new": told(_counts([one.new for one in needed])),
        "held": told(_counts([one.held for one in needed])),
        "ever": sum(one.ever.result is Result.SUCCESS for one in needed),
    }


def _counts(outcomes: list[Outcome | None]) -> Counts:
    return Tally(outcome for outcome in outcomes if outcome is not None).counts
