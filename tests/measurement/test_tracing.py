"""How few answers settle an open verdict: counted by hand, and against trying every possible answer."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from wub.measurement.rates import Counts
from wub.measurement.tracing import tracing
from wub.measurement.verdict import Verdict, judge_rate


def test_the_published_vector_with_a_target_of_65_per_cent():
    """12 yes, 5 no, 3 unknown of 20: 13 reach it; two noes leave at most 13, three at most 12."""
    found = tracing(Counts(12, 5, 3), Decimal("0.65"))
    assert found is not None
    assert (found.unknown, found.reached_by, found.missed_by, found.fewest) == (3, 1, 3, 1)


@pytest.mark.parametrize("target", ["0.60", "0.80"])
def test_a_verdict_that_stands_needs_no_answer(target):
    assert tracing(Counts(12, 5, 3), Decimal(target)) is None


def test_without_a_target_or_with_few_people_there_is_nothing_to_settle():
    assert tracing(Counts(12, 5, 3), None) is None
    assert tracing(Counts(4, 2, 3), Decimal("0.60")) is None


@given(
    success=some.integers(0, 25),
    failure=some.integers(0, 25),
    unknown=some.integers(0, 25),
    target=some.integers(1, 100),
)
def test_so_many_answers_settle_it_and_fewer_do_not(success, failure, unknown, target):
    counts, wanted = Counts(success, failure, unknown), Decimal(target) / 100
    found = tracing(counts, wanted)
    open_now = judge_rate(counts, wanted).verdict is Verdict.UNDECIDED
    assert (found is not None) == open_now
    if found is None:
        return
    for settles, verdict, answer in (
        (found.reached_by, Verdict.REACHED, lambda k: Counts(success + k, failure, unknown - k)),
        (found.missed_by, Verdict.MISSED, lambda k: Counts(success, failure + k, unknown - k)),
    ):
        assert judge_rate(answer(settles), wanted).verdict is verdict
        assert all(judge_rate(answer(k), wanted).verdict is Verdict.UNDECIDED for k in range(settles))
