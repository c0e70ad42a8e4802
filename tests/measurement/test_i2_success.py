"""I2: success at month 12, of one person and of a group."""

from datetime import date
from decimal import Decimal

import pytest

from models.vocabulary import Status
from tests.measurement.people import RULE, enrolled, seen
from wub.measurement.indicators import twelve_months
from wub.measurement.rates import Counts, Rate
from wub.measurement.rounds import anniversary
from wub.measurement.success import Outcome, Reason, Result, Rule, outcome_of
from wub.measurement.verdict import Ground, Verdict, judge_rate

TWENTY = Counts(success=12, failure=5, unknown=3)


def result(checkup, **more):
    return outcome_of(checkup, RULE, **more)


def test_the_published_vector():
    rate = Rate(TWENTY)
    assert (rate.worst, rate.best, rate.coverage) == (0.60, 0.75, 0.85)
    assert rate.worst_interval == pytest.approx((0.387, 0.781), abs=5e-4)
    assert rate.best_interval == pytest.approx((0.531, 0.888), abs=5e-4)
    assert rate.complete_case == pytest.approx(0.706, abs=5e-4)
    assert (rate.low, rate.high) == pytest.approx((0.387, 0.888), abs=5e-4)


@pytest.mark.parametrize(
    ("target", "verdict"),
    [("0.60", Verdict.REACHED), ("0.65", Verdict.UNDECIDED), ("0.80", Verdict.MISSED)],
)
def test_the_published_verdicts(target, verdict):
    assert judge_rate(TWENTY, Decimal(target)).verdict is verdict


def test_an_open_verdict_names_what_is_missing():
    assert judge_rate(TWENTY, Decimal("0.65")).ground is Ground.UNKNOWN_DECIDES


def test_the_vector_made_of_people():
    group = [enrolled(n) for n in range(12)]
    group += [enrolled(n, outcome=result(seen(status=Status.CLOSED))) for n in range(12, 17)]
    group += [enrolled(n, outcome=result(None)) for n in range(17, 20)]
    assert twelve_months(group).counts == TWENTY


@pytest.mark.parametrize("verification", [2, 3, 4])
def test_active_seen_and_selling_succeeds(verification):
    assert result(seen(verification=verification)) == (Result.SUCCESS, Reason.PROVED)


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (Status.PAUSED, Reason.PAUSED),
        (Status.CLOSED, Reason.CLOSED),
        (Status.CHANGED, Reason.CHANGED),
        (Status.MOVED, Reason.MOVED),
        (Status.DIED, Reason.DIED),
        (Status.EMPLOYED, Reason.EMPLOYED),
    ],
)
def test_an_enterprise_that_no_longer_runs_fails(status, reason):
    assert result(seen(status=status, month=None)) == (Result.FAILURE, reason)


def test_active_without_sales_fails():
    assert result(seen(month=0)) == (Result.FAILURE, Reason.NO_SALES)


@pytest.mark.parametrize(
    ("checkup", "reason"),
    [
        (None, Reason.NO_CHECKUP),
        (seen(status=Status.NOT_FOUND), Reason.NOT_FOUND),
        (seen(status=Status.NOT_ASKED), Reason.NOT_ASKED),
        (seen(month=None), Reason.SALES_UNKNOWN),
        (seen(verification=1), Reason.NOT_SEEN),
        (seen(verification=1, month=None), Reason.NOT_SEEN),
        (seen(verification=0), Reason.HEARSAY),
        (seen(verification=0, status=Status.CLOSED), Reason.HEARSAY),
    ],
)
def test_what_is_not_known_is_not_failure(checkup, reason):
    assert result(checkup) == (Result.UNKNOWN, reason)


def test_a_success_nobody_can_attribute_is_not_verified():
    assert result(seen(), provisional=True) == (Result.UNKNOWN, Reason.PROVISIONAL)


def test_a_seasonal_trader_is_measured_by_the_last_season():
    ramadan = seen(status=Status.SEASONAL, month=0, season=9_000_000)
    assert result(ramadan).result is Result.SUCCESS
    missed = seen(status=Status.SEASONAL, month=0, season=0)
    assert result(missed) == (Result.FAILURE, Reason.NO_SALES)


def test_an_empty_month_outside_the_season_says_nothing():
    assert result(seen(status=Status.SEASONAL, month=0)) == (Result.UNKNOWN, Reason.SALES_UNKNOWN)
    assert result(seen(status=Status.SEASONAL, month=500_000)).result is Result.SUCCESS


def test_a_later_version_may_ask_for_more_proof():
    strict = Rule(min_verification=3)
    assert outcome_of(seen(verification=2), strict) == Outcome(Result.UNKNOWN, Reason.NOT_SEEN)


@pytest.mark.parametrize(
    ("enrolled_on", "months", "due"),
    [
        (date(2018, 3, 1), 12, date(2019, 3, 1)),
        (date(2016, 2, 29), 12, date(2017, 2, 28)),
        (date(2018, 8, 31), 6, date(2019, 2, 28)),
        (date(2018, 12, 15), 1, date(2019, 1, 15)),
    ],
)
def test_rounds_fall_due_on_the_same_day_of_the_month(enrolled_on, months, due):
    assert anniversary(enrolled_on, months) == due


def test_reasons_come_with_the_most_frequent_first():
    group = [enrolled(1, outcome=result(None)), enrolled(2, outcome=result(seen(month=None)))]
    group.append(enrolled(3, outcome=result(None)))
    tally = twelve_months(group)
    assert tally.reasons(Result.UNKNOWN) == [(Reason.NO_CHECKUP, 2), (Reason.SALES_UNKNOWN, 1)]
    assert tally.because(Reason.NO_CHECKUP, Reason.CLOSED) == 2
