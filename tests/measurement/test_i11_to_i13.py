"""I11 exhibitions, I12 patron firms, I13 cost: rupiah, and what is not known of them."""

from datetime import date, timedelta

import pytest

from wub.measurement.cost import IntakeCost, cost
from wub.measurement.patronage import Agreement, Realised, Rule, Why, patronage, still_supplied
from wub.measurement.rates import Counts, Rate
from wub.measurement.stands import Contact, Event, FollowUp, Stand, conversion, per_rupiah, sales
from wub.measurement.stands import Rule as StandRule
from wub.measurement.success import Result

M = 1_000_000
ENDED = date(2018, 8, 17)
AS_OF = date(2019, 3, 1)


def contact(*orders):
    """Orders known after 30, 60 and 90 days."""
    return Contact(
        ENDED, tuple(FollowUp(days, value) for days, value in zip((30, 60, 90), orders, strict=False))
    )


def forty():
    ordering = [contact(1_800_000, 1_800_000, 1_800_000) for _ in range(5)]
    return (*ordering, *(contact(0, 0, 0) for _ in range(35)))


class TestExhibitions:
    def test_the_published_vector(self):
        stand = Stand(6_500_000, forty())
        assert per_rupiah([Event(8 * M, (stand,))]) == 1.9375
        rate = Rate(conversion(stand.contacts, AS_OF, StandRule()))
        assert rate.worst == 0.125
        assert rate.worst_interval == pytest.approx((0.055, 0.261), abs=5e-4)

    def test_busy_without_a_number_is_not_zero(self):
        found = sales([Stand(None, ()), Stand(2 * M, (contact(None), contact(3 * M, None)))])
        assert (found.direct, found.direct_unknown) == (2 * M, 1)
        assert (found.orders, found.orders_unknown) == (3 * M, 1)

    def test_a_contact_is_judged_ninety_days_later(self):
        early = ENDED + timedelta(days=89)
        assert conversion([contact(0)], early, StandRule()).n == 0
        assert conversion([contact(0)], AS_OF, StandRule()) == Counts(unknown=1)
        assert conversion([contact(0, None, 0)], AS_OF, StandRule()) == Counts(failure=1)

    def test_events_of_unknown_cost_are_left_out_of_the_ratio(self):
        stand = Stand(4 * M, ())
        assert per_rupiah([Event(2 * M, (stand,)), Event(None, (stand,))]) == 2
        assert per_rupiah([Event(None, (stand,))]) is None


def agreed(pledged, *realised, signed=date(2018, 1, 1)):
    return Agreement(signed, None, pledged, tuple(realised))


class TestPatrons:
    def test_the_published_vector(self):
        recent, long_ago = date(2019, 1, 1), date(2018, 2, 1)
        ten = [agreed(50 * M, Realised(recent, 48 * M)) for _ in range(7)]
        ten += [agreed(50 * M, Realised(long_ago, 14 * M)), agreed(50 * M), agreed(50 * M)]
        found = patronage(ten, AS_OF, Rule())
        assert (found.signed, found.active, found.pledged, found.realised) == (10, 7, 500 * M, 350 * M)
        assert found.kept == 0.7
        rate = Rate(found.counts)
        assert rate.worst == 0.7
        assert rate.worst_interval == pytest.approx((0.397, 0.892), abs=5e-4)

    def test_what_has_no_value_is_told_and_not_counted(self):
        found = patronage(
            [agreed(None, Realised(date(2019, 1, 1), 5 * M)), agreed(9 * M, Realised(AS_OF, None))],
            AS_OF,
            Rule(),
        )
        assert (found.pledge_unknown, found.value_unknown, found.realised_without_pledge) == (1, 1, 5 * M)

    def test_what_was_signed_or_given_later_was_not_there_then(self):
        later = [agreed(M, signed=date(2019, 4, 1)), agreed(M, Realised(date(2019, 4, 1), M))]
        found = patronage(later, AS_OF, Rule())
        assert (found.signed, found.active, found.realised) == (1, 0, 0)

    def test_who_still_receives_after_a_year(self):
        first = date(2017, 6, 1)
        assert still_supplied([first, date(2018, 5, 1)], AS_OF, Rule()) == (Result.SUCCESS, Why.STILL)
        assert still_supplied([first, date(2018, 2, 1)], AS_OF, Rule()) == (Result.FAILURE, Why.STOPPED)
        assert still_supplied([date(2018, 6, 1)], AS_OF, Rule()) is None
        assert still_supplied([], AS_OF, Rule()) is None


class TestCost:
    def test_the_published_vector(self):
        found = cost([IntakeCost(800, Counts(175, 625), 800 * 7 * M)])
        assert (found.per_success, found.per_head) == (32 * M, 7 * M)

    def test_what_is_unknown_may_have_succeeded(self):
        found = cost([IntakeCost(20, Counts(12, 5, 3), 60 * M)])
        assert (found.per_success, found.per_success_at_best) == (5 * M, 4 * M)

    def test_an_intake_without_a_recorded_cost_makes_no_success_cheaper(self):
        found = cost([IntakeCost(20, Counts(10, 10), 60 * M), IntakeCost(60, Counts(60), None)])
        assert (found.per_success, found.coverage) == (6 * M, 0.25)

    def test_no_success_has_no_price(self):
        assert cost([IntakeCost(5, Counts(0, 5), M)]).per_success is None
        assert cost([]).coverage is None
