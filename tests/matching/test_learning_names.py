"""The first preview after a start waits no longer than the others."""

from __future__ import annotations

from tests import factories
from wub.matching.names import read_name
from wub.matching.newcomer_queries import learn_names


def test_names_of_the_register_are_learned_before_anybody_asks(session):
    factories.person(name="Contoh Ulin Ketupat")
    session.commit()
    read_name.cache_clear()
    learn_names()
    heard = read_name.cache_info().misses
    assert heard > 0
    read_name("Contoh Ulin Ketupat")
    assert read_name.cache_info().misses == heard
