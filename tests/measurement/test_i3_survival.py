"""I3: Kaplan-Meier with Greenwood, the log-log interval and bounds; scipy as the judge on random lives."""

import warnings
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import CensoredData, ecdf

from models.vocabulary import Status
from wub.measurement.checkups import Finding
from wub.measurement.lifetime import Rule, Traces, closed_on, life, traces
from wub.measurement.rates import Counts, Rate
from wub.measurement.survival import Life, bounds, kaplan_meier

# The published vector: months, 1 a closure.
TEN = [
    Life(months, bool(closed))
    for months, closed in [
        *((3, 1), (5, 0), (6, 1), (6, 1), (8, 0)),
        *((9, 1), (12, 0), (12, 0), (12, 0), (12, 0)),
    ]
]
# The worked example of most survival texts: 6-MP against leukaemia (Freireich 1963, Gehan 1965), weeks.
WEEKS_6MP = [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35]
EVENT_6MP = [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0]
PUBLISHED_6MP = {6: 0.857, 7: 0.807, 10: 0.753, 13: 0.690, 16: 0.627, 22: 0.538, 23: 0.448}
WEEKS_PLACEBO = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23]

START = date(2018, 1, 1)
lives = st.lists(st.builds(Life, st.integers(1, 36), st.booleans()), min_size=1, max_size=200)


class TestTheCurve:
    def test_the_published_vector(self):
        curve = kaplan_meier(TEN)
        assert [step.at_risk for step in curve.steps] == [10, 8, 5]
        assert [curve.at(month).survival for month in (3, 6, 9, 12)] == pytest.approx(
            [0.9, 0.675, 0.54, 0.54]
        )
        assert curve.at(12).error == pytest.approx(0.1731, abs=5e-5)
        assert curve.at(12).interval == pytest.approx((0.1812, 0.8007), abs=5e-5)

    def test_the_published_bounds(self):
        counts = bounds(TEN, 12)
        assert counts == Counts(success=4, failure=4, unknown=2)
        rate = Rate(counts)
        assert (rate.worst, rate.best) == (0.40, 0.60)
        assert counts.success / counts.known == 0.50

    def test_the_textbook_example(self):
        curve = kaplan_meier(map(Life, WEEKS_6MP, map(bool, EVENT_6MP)))
        assert {week: round(curve.at(week).survival, 3) for week in PUBLISHED_6MP} == pytest.approx(
            PUBLISHED_6MP, abs=6e-4
        )
        assert curve.median == 23
        assert kaplan_meier(Life(week, True) for week in WEEKS_PLACEBO).median == 8

    def test_it_stops_where_fewer_than_five_are_at_risk(self):
        curve = kaplan_meier([*TEN, Life(14, True)])
        assert [step.month for step in curve.shown] == [3, 6, 9]
        assert curve.shown_at(12)
        assert not curve.shown_at(13)
        assert not kaplan_meier(TEN).shown_at(12)

    def test_closures_come_before_those_last_seen_in_the_same_month(self):
        assert kaplan_meier([Life(6, False), Life(6, True)]).at(6).survival == 0.5

    def test_nobody_has_a_curve_of_its_own(self):
        assert kaplan_meier([]).at(12).survival == 1
        assert kaplan_meier([Life(3, True)]).at(3).interval is None

    @given(lives)
    def test_agrees_with_scipy(self, found):
        curve = kaplan_meier(found)
        closed = [one.months for one in found if one.closed]
        if not closed:
            assert curve.steps == ()
            return
        lost = [one.months for one in found if not one.closed]
        theirs = ecdf(CensoredData(uncensored=closed, right=lost)).sf
        months = np.array([step.month for step in curve.steps], dtype=float)
        assert [step.survival for step in curve.steps] == pytest.approx(theirs.evaluate(months), abs=1e-12)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", RuntimeWarning)  # said where nobody survives; we give none there
            limits = theirs.confidence_interval(0.95, method="log-log")
        for step in curve.steps:
            if step.interval is not None:
                both = (float(limits.low.evaluate(step.month)), float(limits.high.evaluate(step.month)))
                assert step.interval == pytest.approx(both, abs=1e-6)

    @given(lives, st.integers(1, 36))
    def test_the_curve_lies_between_its_bounds(self, found, month):
        counts = bounds(found, month)
        assert counts.n == len(found)
        survival = kaplan_meier(found).at(month).survival
        assert counts.success / counts.n - 1e-9 <= survival
        assert survival <= (counts.success + counts.unknown) / counts.n + 1e-9


def seen(days, status=Status.ACTIVE, *, verification=2, closed=None):
    on = START + timedelta(days=days)
    return Finding(on, on, 12, status, verification, closed)


def lived(*found, as_of=date(2021, 1, 1), rule=Rule()):  # noqa: B008  a rule never changes
    return life(traces(START, found, as_of), rule)


class TestHowLongABusinessRan:
    def test_the_day_of_closing_that_was_told_counts(self):
        end = START + timedelta(days=120)
        assert closed_on(traces(START, [seen(90), seen(200, Status.CLOSED, closed=end)], date.max)) == end

    def test_else_halfway_between_two_checkups(self):
        found = traces(START, [seen(100), seen(200, Status.CLOSED)], date.max)
        assert closed_on(found) == START + timedelta(days=150)

    def test_a_day_told_that_cannot_be_right_is_passed_over(self):
        early = START - timedelta(days=300)
        found = traces(START, [seen(100), seen(200, Status.CLOSED, closed=early)], date.max)
        assert closed_on(found) == START + timedelta(days=150)

    def test_who_was_lost_leaves_on_the_day_last_seen_and_not_on_the_day_of_looking(self):
        one = lived(seen(365), seen(700, Status.NOT_FOUND))
        assert one == (pytest.approx(12, abs=0.01), False)

    def test_what_only_others_tell_closes_nothing(self):
        assert not lived(seen(365), seen(700, Status.CLOSED, verification=0)).closed

    def test_a_business_seen_running_again_had_not_closed(self):
        assert lived(seen(100, Status.CLOSED), seen(365)) == (pytest.approx(12, abs=0.01), False)

    def test_another_business_ends_this_one_but_not_the_entrepreneur(self):
        found = [seen(100), seen(365, Status.CHANGED)]
        assert lived(*found).closed
        assert lived(*found, rule=Rule(person=True)) == (pytest.approx(12, abs=0.01), False)

    def test_a_pause_becomes_a_closure_after_six_months(self):
        found = [seen(100), seen(200, Status.PAUSED)]
        then = START + timedelta(days=200)
        assert not lived(*found, as_of=then + timedelta(days=90)).closed
        assert lived(*found, as_of=then + timedelta(days=190)).closed

    def test_who_moved_away_is_lost_and_not_closed(self):
        assert not lived(seen(100), seen(365, Status.MOVED)).closed

    def test_what_was_found_later_was_not_true_then(self):
        found = [seen(100), seen(365, Status.CLOSED)]
        assert not lived(*found, as_of=START + timedelta(days=200)).closed

    def test_a_business_that_has_not_closed_has_no_day_of_closing(self):
        with pytest.raises(ValueError, match="not closed"):
            closed_on(Traces(START, None, None, None, None))
