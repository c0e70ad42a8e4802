"""What was found again is set beside what was found first (I10)."""

from __future__ import annotations

import pytest

from models.vocabulary import Status
from wub.checkups.agreement import Pair, by_first_status, of_sales, of_status

SAME = Pair(Status.ACTIVE, Status.ACTIVE)
OTHER = Pair(Status.ACTIVE, Status.CLOSED)
OPEN = Pair(Status.ACTIVE)


def test_the_vector_of_the_definition():
    found = of_status([SAME] * 45 + [OTHER] * 5)

    assert (found.same, found.known, found.drawn) == (45, 50, 50)
    assert (round(found.interval.low, 3), round(found.interval.high, 3)) == (0.786, 0.957)


def test_what_is_open_is_neither_same_nor_different():
    found = of_status([SAME, SAME, OTHER, OPEN])

    assert (found.same, found.known, found.drawn) == (2, 3, 4)
    assert (float(found.worst), float(found.best)) == (0.5, 0.75)


@pytest.mark.parametrize(("again", "near"), [(800_000, 1), (1_200_000, 1), (799_999, 0), (1_200_001, 0)])
def test_sales_agree_within_a_fifth(again, near):
    found = of_sales([Pair(Status.ACTIVE, Status.ACTIVE, 1_000_000, again)])

    assert (found.known, found.same) == (1, near)


def test_unknown_sales_are_not_zero():
    found = of_sales(
        [Pair(Status.ACTIVE, Status.ACTIVE, 1_000_000, None), Pair(Status.ACTIVE, Status.ACTIVE, None, 5)]
    )

    assert (found.drawn, found.known, found.interval) == (1, 0, None)


def test_agreement_is_told_by_what_was_found_first():
    found = by_first_status([Pair(Status.CLOSED, Status.CLOSED), SAME, OTHER])

    assert [(status, one.same, one.known) for status, one in found.items()] == [
        (Status.ACTIVE, 1, 2),
        (Status.CLOSED, 1, 1),
    ]
