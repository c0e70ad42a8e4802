"""Who may claim which level of proof."""

from __future__ import annotations

import pytest

from models.vocabulary import CheckupSource as Source
from models.vocabulary import Verification as Level
from wub.checkups.plausibility import is_far
from wub.checkups.proof import claims, highest_claim


@pytest.mark.parametrize(
    ("source", "mentor", "officer"),
    [
        (Source.NEIGHBOUR, Level.TOLD, Level.TOLD),
        (Source.OUTSIDE_LIST, Level.TOLD, Level.TOLD),
        (Source.PHONE, Level.PHONE, Level.PHONE),
        (Source.OFFICE, Level.PHONE, Level.PHONE),
        (Source.VISIT, Level.SEEN, Level.OFFICER),
        (Source.DOCUMENT, Level.PHONE, Level.DOCUMENT),
    ],
)
def test_proof_depends_on_how_the_news_came_and_who_brings_it(source, mentor, officer):
    assert highest_claim(source, independent=False) == mentor
    assert highest_claim(source, independent=True) == officer


def test_a_mentor_is_offered_nothing_above_having_seen():
    assert claims(independent=False) == [Level.TOLD, Level.PHONE, Level.SEEN]
    assert claims(independent=True) == list(Level)


@pytest.mark.parametrize(
    ("last", "now", "far"),
    [
        (1_000_000, 200_000, False),
        (1_000_000, 199_999, True),
        (1_000_000, 5_000_000, False),
        (1_000_000, 5_000_001, True),
        (1_000_000, 0, True),
        (0, 9_000_000, False),
        (None, 9_000_000, False),
        (1_000_000, None, False),
    ],
)
def test_a_number_is_far_outside_a_fifth_to_five_times_of_the_last(last, now, far):
    assert is_far(last, now) is far
