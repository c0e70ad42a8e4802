"""I4: real growth of sales, with the closed at nothing and the unknown as bounds."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.vocabulary import Sector, Status
from wub.measurement.checkups import Finding
from wub.measurement.growth import Change, Rule, Why, change, growth, sold
from wub.measurement.prices import Price, Prices
from wub.measurement.rates import Counts, Rate
from wub.measurement.seasons import comparable, lunar_month, month_sold

THEN, NOW = Fraction("104.00"), Fraction("107.12")
# Millions of rupiah a month; the last business has closed.
FIVE = [Change(*sales, THEN, NOW) for sales in [(50, 50 + 10), (40, 42), (20, 50), (100, 90), (30, 0)]]
RULE = Rule()


class TestTheVector:
    def test_each_change_in_constant_rupiah(self):
        assert [float(one.ratio) for one in FIVE] == pytest.approx(
            [0.1650, 0.0194, 1.4272, -0.1262, -1.0], abs=5e-5
        )

    def test_the_median_counts_the_closed(self):
        assert growth(FIVE, RULE).median == pytest.approx(0.0194, abs=5e-5)

    def test_survivors_alone_would_look_better(self):
        survivors = [one for one in FIVE if one.now]
        assert growth(survivors, RULE).median == pytest.approx(0.0922, abs=5e-5)

    def test_the_pooled_change(self):
        found = growth(FIVE, RULE)
        assert (found.base_total, found.now_total) == (240, 242)
        assert found.real_total == pytest.approx(234.95, abs=5e-3)
        assert found.pooled == pytest.approx(-0.0210, abs=5e-5)

    def test_the_share_that_rose_by_a_tenth(self):
        rate = Rate(growth(FIVE, RULE).rising)
        assert rate.worst == 0.40
        assert rate.worst_interval == pytest.approx((0.118, 0.769), abs=5e-4)


class TestUnknownAndNothing:
    def test_the_unknown_are_left_out_and_bound_the_median(self):
        found = growth([*FIVE, None], RULE)
        assert found.median == growth(FIVE, RULE).median
        assert found.worst_median < found.median < found.best_median
        assert found.rising == Counts(2, 3, 1)

    def test_too_many_unknown_leave_the_best_median_open(self):
        found = growth([*FIVE, *[None] * 6], RULE)
        assert found.best_median is None
        assert found.worst_median == -1

    def test_a_base_of_nothing_is_told_in_rupiah_and_not_as_a_ratio(self):
        found = growth([Change(0, 50, THEN, NOW), *FIVE], RULE)
        assert found.median == growth(FIVE, RULE).median
        assert found.gained_from_nothing == pytest.approx(50 * 104 / 107.12)

    def test_nobody_has_no_median(self):
        nothing = growth([], RULE)
        assert (nothing.median, nothing.worst_median, nothing.pooled) == (None, None, None)

    @given(st.lists(st.tuples(st.integers(1, 10**9), st.integers(0, 10**9)), min_size=1), st.integers(0, 9))
    def test_the_bounds_hold_the_median(self, sales, unknown):
        found = growth([*(Change(*one, THEN, NOW) for one in sales), *[None] * unknown], RULE)
        assert found.worst_median <= found.median + 1e-12
        assert found.best_median is None or found.best_median >= found.median - 1e-12


def seen(on, status=Status.ACTIVE, **values):
    return Finding(on, on, 12, status, 2, **values)


class TestWhichMonths:
    def test_a_checkup_tells_of_the_last_full_month(self):
        assert month_sold(date(2019, 3, 20)) == date(2019, 2, 1)
        assert month_sold(date(2019, 1, 1)) == date(2018, 12, 1)

    @pytest.mark.parametrize(
        "first_day",
        # The first of Ramadan as the government set it.
        [date(2018, 5, 17), date(2019, 5, 6), date(2020, 4, 24), date(2022, 4, 3), date(2025, 3, 1)],
    )
    def test_ramadan_is_found_to_the_day_or_so(self, first_day):
        assert lunar_month(first_day.replace(day=first_day.day + 2)) == 9
        assert lunar_month(date.fromordinal(first_day.toordinal() - 2)) == 8
        assert lunar_month(date.fromordinal(first_day.toordinal() + 27)) == 9

    def test_food_is_compared_at_the_same_distance_from_ramadan(self):
        assert comparable(date(2019, 5, 1), date(2021, 4, 1), Sector.FOOD)
        assert not comparable(date(2019, 5, 1), date(2021, 5, 1), Sector.FOOD)

    def test_all_else_in_the_same_month_of_the_calendar(self):
        assert comparable(date(2018, 6, 1), date(2020, 6, 1), Sector.SERVICES)
        assert not comparable(date(2018, 6, 1), date(2020, 5, 1), Sector.SERVICES)

    def test_months_that_differ_fall_back_on_a_typical_month(self):
        base = seen(date(2018, 3, 9), sales_last_month=5, sales_typical_month=4)
        now = seen(date(2019, 5, 9), sales_last_month=9, sales_typical_month=6)
        found = sold(base, now, Sector.SERVICES)
        assert (found.base, found.now, found.why) == (4, 6, Why.TYPICAL)

    def test_without_a_typical_month_they_are_not_compared(self):
        base, now = (seen(date(year, month, 9), sales_last_month=5) for year, month in [(2018, 3), (2019, 5)])
        assert sold(base, now, Sector.SERVICES).why is Why.MONTHS_DIFFER

    def test_a_season_is_compared_with_a_season(self):
        base = seen(date(2018, 3, 9), sales_last_season=30)
        now = seen(date(2019, 5, 9), Status.SEASONAL, sales_last_month=0, sales_last_season=40)
        assert sold(base, now, Sector.FOOD)[:2] == (30, 40)

    def test_the_closed_sell_nothing(self):
        found = sold(
            seen(date(2018, 3, 9), sales_last_month=3), seen(date(2019, 3, 9), Status.CLOSED), Sector.FOOD
        )
        assert (found.base, found.now, found.why) == (3, 0, Why.CLOSED)

    @pytest.mark.parametrize(
        ("base", "now", "why"),
        [
            (None, seen(date(2019, 3, 9), sales_last_month=1), Why.NO_BASELINE),
            (seen(date(2018, 3, 9)), seen(date(2019, 3, 9), sales_last_month=1), Why.NO_BASELINE),
            (seen(date(2018, 3, 9)), seen(date(2019, 3, 9), Status.CLOSED), Why.NO_BASELINE),
            (seen(date(2018, 3, 9), sales_last_month=1), None, Why.NOT_KNOWN_NOW),
            (seen(date(2018, 3, 9), sales_last_month=1), seen(date(2019, 3, 9)), Why.NOT_KNOWN_NOW),
            (
                seen(date(2018, 3, 9), sales_last_month=1, reconstructed=True),
                seen(date(2019, 3, 9), sales_last_month=1),
                Why.NO_BASELINE,
            ),
        ],
    )
    def test_what_cannot_be_compared_says_why(self, base, now, why):
        found = sold(base, now, Sector.SERVICES)
        assert found.why is why
        assert change(found, Prices()) is None


class TestPrices:
    def month(self, year, value, *, monthly=True, base_year=2022):
        return Price(date(year, 3 if monthly else 1, 1), monthly, base_year, "Banjarmasin", Decimal(value))

    def test_a_month_goes_before_its_year(self):
        prices = Prices(
            [self.month(2018, "104"), self.month(2019, "107.12"), self.month(2018, "1", monthly=False)]
        )
        assert prices.pair(date(2018, 3, 1), date(2019, 3, 1)) == (104, Fraction("107.12"))

    def test_the_year_serves_where_the_month_is_missing(self):
        prices = Prices([self.month(2018, "100", monthly=False), self.month(2019, "103", monthly=False)])
        assert prices.pair(date(2018, 3, 1), date(2019, 7, 1)) == (100, 103)

    def test_two_base_years_never_mix(self):
        prices = Prices([self.month(2018, "104", base_year=2012), self.month(2019, "107", base_year=2018)])
        assert prices.pair(date(2018, 3, 1), date(2019, 3, 1)) is None

    def test_a_closed_business_needs_no_index(self):
        found = sold(
            seen(date(2018, 3, 9), sales_last_month=3), seen(date(2019, 3, 9), Status.CLOSED), Sector.FOOD
        )
        assert change(found, Prices()).ratio == -1
