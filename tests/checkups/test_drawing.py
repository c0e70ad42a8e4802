"""The same seed and list draw the same, in whatever order and on whatever machine."""

from __future__ import annotations

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wub.checkups.drawing import digest, draw, drawn, share

KEYS = st.lists(st.uuids().map(str), unique=True, min_size=1, max_size=60)


@pytest.mark.parametrize(
    ("number", "tenth"), [(0, 0), (1, 1), (10, 1), (11, 2), (95, 10), (100, 10), (101, 11)]
)
def test_a_tenth_is_rounded_up(number, tenth):
    assert share(number) == tenth


@given(keys=KEYS, seed=st.text(max_size=20), chance=st.randoms())
def test_the_order_of_the_list_does_not_matter(keys, seed, chance):
    shuffled = chance.sample(keys, len(keys))

    assert drawn(seed, shuffled) == drawn(seed, keys)
    assert len(drawn(seed, keys)) == share(len(keys))
    assert digest({"7": shuffled}) == digest({"7": keys})


def test_anybody_can_draw_again_with_a_hash():
    keys = [f"kunci-{number}" for number in range(20)]
    by_hand = sorted(keys, key=lambda key: sha256(f"2719|{key}".encode()).hexdigest())[:2]

    assert drawn("2719", keys) == by_hand == ["kunci-2", "kunci-19"]


def test_everybody_who_recorded_anything_has_one_drawn():
    chosen = draw("2719", {"3": ["a"], "12": ["b", "c"], "impor": [f"d{number}" for number in range(15)]})

    assert {recorder: len(keys) for recorder, keys in chosen.items()} == {"3": 1, "12": 1, "impor": 2}


def test_another_seed_draws_others():
    keys = [f"kunci-{number}" for number in range(100)]

    assert drawn("2719", keys) != drawn("2720", keys)


def test_the_digest_tells_lists_apart():
    assert len({digest({"1": ["a", "b"]}), digest({"1": ["a"]}), digest({"1": ["a"], "2": ["b"]})}) == 3
