"""The questions about a visit: exactly at their limits, and never louder for a doubt."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wub.visits.integrity import Facts, Like, OfTheDay, Position, Sign, flags

FRIDAY = date(2026, 11, 20)
SHOP = Position(-3.3194, 114.5908)
DEGREE_M = 111_195  # of latitude


def visit(number=1, starts=time(9), ends=time(10), **more):
    return OfTheDay(number, starts, ends, **more)


def facts(one=None, **more):
    return Facts(one or visit(), held_on=FRIDAY, entered_on=FRIDAY, confirmed=True, **more)


def north(metres, accuracy_m=0.0):
    return Position(SHOP.latitude + metres / DEGREE_M, SHOP.longitude, accuracy_m)


def signs(given_facts):
    return {flag.sign for flag in flags(given_facts)}


def test_an_ordinary_visit_raises_no_question():
    assert (
        flags(facts(visit(position=north(40, 15)), businesses=[SHOP], day=[visit(2, time(10), time(11))]))
        == []
    )


def test_overlapping_hours_tell_with_which_and_how_long():
    (flag,) = flags(
        facts(
            day=[
                visit(2, time(9, 30), time(11)),
                visit(3, time(8), time(9)),
                visit(4, time(9, 45), time(9, 50)),
            ]
        )
    )

    assert (flag.sign, flag.number, flag.others, flag.minutes) == (Sign.OVERLAP, 2, (2, 4), 30)


def test_one_after_the_other_does_not_overlap():
    assert signs(facts(day=[visit(2, time(10), time(11)), visit(3, time(8), time(9))])) == set()


@pytest.mark.parametrize(("others", "asked"), [(7, False), (8, True)])
def test_more_than_eight_a_day(others, asked):
    day = [visit(n, time(10 + n // 60, n % 60), time(10 + n // 60, n % 60 + 1)) for n in range(2, 2 + others)]

    assert (Sign.MANY in signs(facts(day=day))) is asked


def test_attempts_that_met_nobody_do_not_make_a_day_full():
    day = [visit(n, time(10, n), time(10, n + 1), met=n % 2 == 0) for n in range(2, 14)]

    assert Sign.MANY not in signs(facts(day=day))
    assert Sign.MANY not in signs(facts(visit(met=False), day=[replace(one, met=True) for one in day]))


@pytest.mark.parametrize(
    ("metres", "accuracy", "asked"), [(299, 0, False), (310, 0, True), (500, 250, False)]
)
def test_far_from_the_business_after_taking_off_what_the_gps_may_be_wrong(metres, accuracy, asked):
    assert (Sign.FAR in signs(facts(visit(position=north(metres, accuracy)), businesses=[SHOP]))) is asked


def test_of_several_businesses_the_nearest_counts_and_only_on_site():
    far = visit(position=north(5_000))

    assert Sign.FAR not in signs(facts(far, businesses=[SHOP, north(5_100)]))
    assert Sign.FAR not in signs(facts(far, businesses=[SHOP], on_site=False))
    assert Sign.FAR not in signs(facts(far))


def test_short_is_less_than_ten_minutes_with_somebody():
    assert signs(facts(visit(ends=time(9, 9)))) == {Sign.SHORT}
    assert signs(facts(visit(ends=time(9, 10)))) == set()
    assert signs(facts(visit(ends=time(9, 1), met=False))) == set()


@pytest.mark.parametrize(("share", "asked"), [(0.9, False), (0.91, True), (1.0, True)])
def test_words_more_than_nine_tenths_alike(share, asked):
    assert (Sign.SAME_TEXT in signs(facts(text=Like(7, FRIDAY, True, share)))) is asked


def test_late_is_after_the_seventh_day():
    assert signs(replace(facts(), entered_on=FRIDAY + timedelta(days=7))) == set()
    assert signs(replace(facts(), entered_on=FRIDAY + timedelta(days=8))) == {Sign.LATE}


def test_no_confirmation_is_asked_about_only_when_somebody_was_met():
    assert signs(replace(facts(), confirmed=False)) == {Sign.UNCONFIRMED}
    assert signs(replace(facts(visit(met=False)), confirmed=False)) == set()


def test_a_clock_that_is_off_by_more_than_ten_minutes_either_way():
    assert signs(facts(clock_off=timedelta(minutes=10))) == set()
    assert signs(facts(clock_off=timedelta(minutes=11))) == {Sign.CLOCK}
    assert signs(facts(clock_off=timedelta(minutes=-11))) == {Sign.CLOCK}


def test_impossible_speed_names_the_neighbour_and_the_way():
    here = visit(position=SHOP)
    (flag,) = flags(facts(here, day=[visit(2, time(10, 9), time(11), position=north(20_000))]))

    assert (flag.sign, flag.others, flag.minutes) == (Sign.FAST, (2,), 9)
    assert flag.number == pytest.approx(120, rel=0.01)


@pytest.mark.parametrize(("metres", "asked"), [(9_900, False), (10_100, True)])
def test_sixty_kilometres_an_hour_are_possible(metres, asked):
    """Nine minutes by the clock may have been almost ten."""
    day = [visit(2, time(10, 9), time(11), position=north(metres))]

    assert (Sign.FAST in signs(facts(visit(position=SHOP), day=day))) is asked


clock = st.integers(0, 23 * 60 + 58)
positions = st.none() | st.builds(
    Position, st.floats(-3.5, -3.2), st.floats(114.4, 114.8), st.floats(0, 5_000)
)


@st.composite
def visits(draw, number=1):
    starts = draw(clock)
    ends = draw(st.integers(starts + 1, 23 * 60 + 59))
    return OfTheDay(
        number,
        time(starts // 60, starts % 60),
        time(ends // 60, ends % 60),
        draw(st.booleans()),
        draw(positions),
    )


@st.composite
def days(draw):
    one = draw(visits())
    others = [draw(visits(number)) for number in range(2, 2 + draw(st.integers(0, 10)))]
    return facts(one, day=others, businesses=[SHOP])


def by_sign(given_facts):
    return {flag.sign: flag for flag in flags(given_facts)}


@given(days())
def test_each_sign_is_raised_once_at_most_with_others_of_that_day(day):
    found = flags(day)

    assert len({flag.sign for flag in found}) == len(found)
    assert {number for flag in found for number in flag.others} <= {one.id for one in day.day}


@given(days())
def test_the_order_in_which_a_day_is_read_changes_nothing(day):
    backwards = {s: (f.number, set(f.others)) for s, f in by_sign(replace(day, day=day.day[::-1])).items()}

    assert {s: (f.number, set(f.others)) for s, f in by_sign(day).items()} == backwards


@given(days(), st.floats(0, 10_000))
def test_a_worse_position_never_raises_a_question(day, worse):
    if day.visit.position is None:
        return
    doubted = replace(
        day.visit, position=replace(day.visit.position, accuracy_m=day.visit.position.accuracy_m + worse)
    )

    assert signs(replace(day, visit=doubted)) <= signs(day)


@given(days())
def test_overlap_is_mutual(day):
    for other in day.day:
        mine = Sign.OVERLAP in signs(replace(day, day=[other]))
        theirs = Sign.OVERLAP in signs(replace(day, visit=other, day=[day.visit]))
        assert mine is theirs


@given(positions.filter(bool), positions.filter(bool))
def test_distance_is_the_same_both_ways_and_never_negative(one, other):
    assert one.metres_to(other) == pytest.approx(other.metres_to(one), abs=1e-6)
    assert 0 <= one.surely_metres_to(other) <= one.metres_to(other) + 1e-6
