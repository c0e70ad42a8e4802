"""Whether two names can be one person's."""

from __future__ import annotations

import pytest

from wub.register.duplicates import same_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Galuh Contoh", "galuh contoh"),
        ("Hj. Galuh Contoh, S.Pd", "Galuh Contoh"),
        ("Contoh Galuh", "Galuh Contoh"),
        ("Galuh Chontoh", "Galuh Contoh"),
    ],
)
def test_titles_order_and_spelling_do_not_make_another_person(one, other):
    assert same_name(one, other)
    assert same_name(other, one)


@pytest.mark.parametrize(("one", "other"), [("Galuh Contoh", "Anang Lain"), ("", "Galuh"), ("Galuh", " ")])
def test_other_names_are_other_people(one, other):
    assert not same_name(one, other)
