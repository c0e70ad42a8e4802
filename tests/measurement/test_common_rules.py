"""The ten common rules of every figure (domain.md section d), each by its number."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from models.vocabulary import Status
from tests.measurement.people import AS_OF, DUE, RULE, SEEN_SELLING, enrolled, seen
from wub.measurement.indicators import first_due, headcount, twelve_months
from wub.measurement.rates import Counts, Rate, Tally
from wub.measurement.success import Outcome, Reason, Result, latest_usable
from wub.measurement.verdict import Ground, Verdict, judge_count, judge_rate

people = st.integers(0, 400)
counts = st.builds(Counts, people, people, people)
targets = st.decimals(0, 1, places=4)

SUCCEEDED = Outcome(Result.SUCCESS, Reason.PROVED)
FAILED = Outcome(Result.FAILURE, Reason.CLOSED)
UNKNOWN = Outcome(Result.UNKNOWN, Reason.NO_CHECKUP)


def test_rule_1_a_person_in_two_lists_is_one_person():
    lists = [enrolled(1, outcome=SUCCEEDED), enrolled(1, agency="DKP3", outcome=SUCCEEDED)]
    assert headcount(lists).unique == 1
    assert twelve_months(lists).counts == Counts(success=1)


def test_rule_2_those_nobody_reached_stay_in_the_denominator():
    group = [enrolled(1, outcome=SUCCEEDED), enrolled(2, outcome=UNKNOWN), enrolled(3, outcome=UNKNOWN)]
    assert twelve_months(group).counts.n == 3


def test_rule_2_those_whose_month_12_is_still_to_come_are_not_measured_yet():
    assert twelve_months([enrolled(1, outcome=None), enrolled(2, outcome=FAILED)]).counts == Counts(failure=1)


@pytest.mark.parametrize("turned", [False, True])
def test_rule_2_enrolling_again_gives_no_second_chance(turned):
    first = enrolled(1, on=date(2018, 3, 1), outcome=FAILED)
    again = enrolled(1, on=date(2019, 3, 1), year=2019, outcome=SUCCEEDED)
    group = [again, first] if turned else [first, again]
    assert first_due(group) == [first]


def test_rule_3_a_rate_carries_numerator_denominator_unknown_worst_best_and_coverage():
    rate = Rate(Counts(success=6, failure=2, unknown=2))
    assert (rate.counts.success, rate.counts.n, rate.counts.unknown) == (6, 10, 2)
    assert (rate.worst, rate.best, rate.coverage) == (0.6, 0.8, 0.8)


def test_rule_4_unknown_fails_in_the_worst_case_and_succeeds_in_the_best():
    rate = Rate(Counts(unknown=20))
    assert (rate.worst, rate.best, rate.coverage) == (0, 1, 0)


def test_rule_4_complete_cases_are_hidden_under_seventy_percent_coverage():
    assert Rate(Counts(success=35, failure=35, unknown=30)).complete_case == 0.5
    assert Rate(Counts(success=35, failure=34, unknown=31)).complete_case is None


@given(st.lists(counts, min_size=1, max_size=6))
def test_rule_5_a_total_is_the_sum_of_counts(parts):
    total = sum(parts, Counts())
    assert total.success == sum(part.success for part in parts)
    assert total.n == sum(part.n for part in parts)


def test_rule_5_the_mean_of_percentages_would_be_wrong():
    small, large = Counts(success=10), Counts(success=10, failure=80)
    assert Rate(small + large).worst == 0.2


@given(counts)
def test_rule_6_the_outer_band_holds_worst_and_best(of):
    rate = Rate(of)
    if rate.shown:
        assert 0 <= rate.low <= rate.worst <= rate.best <= rate.high <= 1
        assert rate.worst <= rate.coverage


@given(counts, st.booleans())
def test_rule_6_knowing_more_never_widens_the_range(of, succeeded):
    assume(of.unknown and of.n >= 5)
    learnt = Counts(of.success + succeeded, of.failure + (not succeeded), of.unknown - 1)
    before, after = Rate(of), Rate(learnt)
    assert after.worst >= before.worst
    assert after.best <= before.best
    assert after.low >= before.low
    assert after.high <= before.high
    assert after.coverage > before.coverage


@given(counts, st.booleans(), targets)
def test_rule_6_knowing_more_never_takes_a_settled_verdict_back(of, succeeded, target):
    assume(of.unknown)
    learnt = Counts(of.success + succeeded, of.failure + (not succeeded), of.unknown - 1)
    before = judge_rate(of, target).verdict
    assert before is Verdict.UNDECIDED or judge_rate(learnt, target).verdict is before


def test_rule_7_under_five_people_there_is_no_rate():
    rate = Rate(Counts(success=4))
    assert not rate.shown
    assert (rate.worst, rate.best, rate.low, rate.high, rate.coverage, rate.complete_case) == (None,) * 6
    assert judge_rate(rate.counts, Decimal("0.6")) == (Verdict.FEW, Ground.TOO_FEW_FOR_A_RATE)


def test_rule_7_under_ten_people_the_rate_is_marked_as_little_data():
    rate = Rate(Counts(success=9))
    assert rate.shown
    assert rate.few
    assert judge_rate(rate.counts, Decimal("0.6")) == (Verdict.FEW, Ground.TOO_FEW_FOR_A_VERDICT)
    assert not Rate(Counts(success=10)).few


def test_rule_7_nobody_due_is_said_as_such():
    assert judge_rate(Counts(), Decimal("0.6")) == (Verdict.FEW, Ground.NOBODY_DUE)


@given(counts, targets)
def test_rule_8_green_needs_the_worst_case_and_red_the_best(of, target):
    assume(of.n >= 10)
    verdict = judge_rate(of, target).verdict
    assert (verdict is Verdict.REACHED) == (of.success >= target * of.n)
    assert (verdict is Verdict.MISSED) == (of.success + of.unknown < target * of.n)


@given(counts, targets)
def test_rule_8_low_coverage_is_never_green(of, target):
    if judge_rate(of, target).verdict is Verdict.REACHED:
        assert of.known >= target * of.n


def test_rule_8_a_target_met_to_the_person_is_met():
    for hundredths in range(101):
        of = Counts(success=hundredths, failure=100 - hundredths)
        assert judge_rate(of, Decimal(hundredths) / 100).verdict is Verdict.REACHED


def test_rule_8_without_a_target_nothing_is_decided():
    assert judge_rate(Counts(success=20), None) == (Verdict.UNDECIDED, Ground.NO_TARGET)
    assert judge_count(20, 20, None) == (Verdict.UNDECIDED, Ground.NO_TARGET)


def test_rule_8_provisional_people_may_still_fill_a_count():
    assert judge_count(480, 495, Decimal(500)).verdict is Verdict.MISSED
    assert judge_count(480, 505, Decimal(500)).verdict is Verdict.UNDECIDED
    assert judge_count(500, 500, Decimal(500)).verdict is Verdict.REACHED


@pytest.mark.parametrize(("days", "usable"), [(-61, False), (-60, True), (0, True), (60, True), (61, False)])
def test_rule_9_a_checkup_counts_within_sixty_days_of_the_round(days, usable):
    checkup = seen(on=DUE + timedelta(days=days))
    assert latest_usable([checkup], DUE, RULE, AS_OF) == (checkup if usable else None)


def test_rule_9_the_latest_one_stands():
    earlier, later = seen(on=DUE), seen(on=DUE + timedelta(days=9), status=Status.CLOSED)
    assert latest_usable([later, earlier], DUE, RULE, AS_OF) == later


def test_rule_9_of_two_on_one_day_the_one_recorded_last_stands():
    told, corrected = seen(on=DUE, status=Status.CLOSED), seen(on=DUE)
    assert latest_usable([told, corrected], DUE, RULE, AS_OF) == corrected


def test_rule_9_what_happened_after_the_day_asked_for_is_not_known_on_it():
    earlier, later = seen(on=DUE - timedelta(days=5)), seen(on=DUE + timedelta(days=5), status=Status.CLOSED)
    assert latest_usable([earlier, later], DUE, RULE, as_of=DUE) == earlier


def test_rule_10_deaths_and_moves_leave_the_second_line_only():
    group = Tally(
        [SEEN_SELLING] * 6 + [Outcome(Result.FAILURE, Reason.DIED), Outcome(Result.FAILURE, Reason.MOVED)]
    )
    assert group.counts == Counts(success=6, failure=2)
    assert group.without_departures == Counts(success=6)


def test_counts_cannot_be_negative():
    with pytest.raises(ValueError, match="negative"):
        Counts(success=-1)
