"""I1: what the lists say, and how many people that is."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from tests.measurement.people import enrolled
from wub.measurement.indicators import headcount, on_several_lists
from wub.measurement.verdict import Verdict, judge_count

FIVE = [enrolled(person, agency="DISPERDAGIN") for person in (1, 2, 3, 4, 5)]
FOUR = [enrolled(person, agency="DISKOPUMKER") for person in (4, 5, 6, 7)]


def test_two_lists_that_share_two_people():
    both = headcount(FIVE + FOUR)
    assert (both.listed, both.unique, both.double_counted) == (9, 7, 2)
    assert round(both.overstatement, 3) == 0.286
    assert both.listed / 8 == 1.125
    assert both.unique / 8 == 0.875


def test_the_target_is_reached_by_the_sum_and_missed_by_the_people():
    both = headcount(FIVE + FOUR)
    assert both.listed >= 8
    assert judge_count(both.unique, both.possible, Decimal(8)).verdict is Verdict.MISSED


def test_provisional_people_are_shown_and_never_counted_as_unique():
    group = headcount([*FIVE, enrolled(8, provisional=True), enrolled(9, provisional=True)])
    assert (group.listed, group.unique, group.provisional, group.double_counted) == (7, 5, 2, 0)
    assert group.possible == 7


def test_nobody_enrolled_is_no_overstatement():
    assert headcount([]).overstatement is None


@given(st.lists(st.tuples(st.integers(1, 9), st.sampled_from("AB"), st.booleans()), max_size=60))
def test_rows_are_people_once_again_or_without_a_nik(rows):
    group = headcount(
        enrolled(person + 100 * blank, agency=agency, provisional=blank) for person, agency, blank in rows
    )
    assert group.listed == group.unique + group.double_counted + group.provisional
    assert group.double_counted >= 0
    assert group.unique <= group.possible <= group.listed


def test_who_stands_on_the_list_of_another_office_is_told_for_each_office():
    several = on_several_lists(FIVE + FOUR + [enrolled(1, agency="DISPERDAGIN", year=2019)])
    assert several == {4, 5}
    assert headcount(FIVE, several).shared == headcount(FOUR, several).shared == 2
