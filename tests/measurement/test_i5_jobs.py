"""I5: paid work created and lost."""

from datetime import date

import pytest

from models.vocabulary import Status
from wub.measurement.checkups import Finding
from wub.measurement.jobs import Places, full_time_places, jobs

# 0→2, 1→1, 2→5, 1→0 closed, 0→unknown
FIVE = [Places(0, 2), Places(1, 1), Places(2, 5), Places(1, 0), Places(0, None)]


def found(permanent=0, temporary=0, hours=None, status=Status.ACTIVE, verification=2):
    values = {
        "workers_permanent": permanent,
        "workers_temporary": temporary,
        "temporary_hours_week": hours,
    }
    return Finding(date(2019, 3, 1), date(2019, 3, 1), 12, status, verification, **values)


def test_the_published_vector():
    city = jobs(FIVE)
    assert (city.created, city.lost, city.net) == (5, 1, 4)
    assert (city.observed, city.unknown) == (4, 1)


def test_nothing_is_filled_in_for_the_unknown():
    assert jobs(FIVE).worst == 4  # whoever is not known had no place to lose
    assert jobs([*FIVE, Places(3, None)]).worst == 1
    assert jobs([Places(None, None)]).worst is None
    assert jobs(FIVE).best is None
    assert jobs(FIVE[:4]).best == 4


def test_those_with_a_paid_worker_are_counted():
    assert jobs(FIVE).employers == 3


@pytest.mark.parametrize(
    ("checkup", "places"),
    [
        (found(2), 2),
        (found(1, 2, 20), 2),
        (found(1, 2, None), None),
        (found(None, 0), None),
        (found(0, 0), 0),
        (found(3, status=Status.CLOSED), 0),
        (found(3, status=Status.NOT_FOUND), None),
        (found(3, verification=0), None),
        (None, None),
    ],
)
def test_full_time_places(checkup, places):
    assert full_time_places(checkup) == places


def test_a_seasons_places_count_by_its_months():
    assert full_time_places(found(4, status=Status.SEASONAL), season_months=3) == 1
    assert full_time_places(found(4, status=Status.SEASONAL)) is None
    assert full_time_places(found(0, status=Status.SEASONAL)) == 0
