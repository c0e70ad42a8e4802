"""Where the parts of a range bar lie."""

from __future__ import annotations

import pytest

from tests.reports import city
from tests.reports.city import AS_OF, promise
from wub.measurement.rates import Counts
from wub.reports.charts import bar_of_counts, bar_of_promise, range_bar
from wub.reports.figures import lines


def bars():
    line = lines(AS_OF)[0]
    return range_bar(line.count), range_bar(line.success)


@pytest.mark.usefixtures("session")
class TestRangeBar:
    def test_proved_from_the_left_then_open_and_the_target_where_it_is(self):
        city.twenty()
        promise(value="0.65")
        _count, bar = bars()
        assert (bar.proved.x, bar.proved.width) == ("0.00%", "60.00%")
        assert (bar.open.x, bar.open.width) == ("60.00%", "15.00%")
        assert bar.target == "65.00%"
        assert (bar.band.x, bar.band.until) == ("38.66%", "88.81%")

    def test_a_count_that_passed_its_target_stays_inside_the_bar(self):
        city.twenty()
        promise("I1", "10")
        bar, _success = bars()
        assert bar.proved.end < 1
        assert bar.target == "48.08%"
        assert bar.band is None

    def test_too_few_people_give_no_picture(self):
        city.succeed(4)
        assert bars()[1] is None

    def test_nothing_at_all_gives_no_picture(self):
        assert bars() == (None, None)


def test_a_group_is_drawn_from_its_worst_to_its_best():
    bar = bar_of_counts("dosis", Counts(success=1, failure=1, unknown=2))

    assert (bar.proved.width, bar.open.x, bar.open.width) == ("25.00%", "25.00%", "50.00%")


def test_a_promise_more_than_kept_shows_its_tick_inside_the_bar():
    bar = bar_of_promise("janji", kept=150, promised=100)

    assert float(bar.target.rstrip("%")) < float(bar.proved.width.rstrip("%")) < 100


def test_a_promise_of_which_nothing_came_has_an_empty_bar_and_its_tick():
    bar = bar_of_promise("janji", kept=0, promised=100)

    assert (bar.proved.width, bar.target) == ("0.00%", "96.15%")
