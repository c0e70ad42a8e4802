"""Names in many spellings, and how well people who are there twice are found."""

from __future__ import annotations

from datetime import date

import pytest

from tests.matching.city_of_doubles import make
from wub.matching.blocks import find_pairs
from wub.matching.names import read_name
from wub.matching.score import Entry, Frequencies, judge, nik_weight

FREQUENCIES = Frequencies({}, 1000)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hj. Siti Rahmah", "St. Rahmah"),
        ("Muhammad Noor", "M. Nur"),
        ("Muhammad Noor", "Moh. Noer, S.E."),
        ("Djamilah", "Jamila"),
        ("Soekarno", "Sukarno"),
        ("Fatimah Zahra", "Patimah Jahra"),
        ("Abd. Rahman", "Abdul Rahman"),
        ("Ahmad Syarifuddin", "Akhmad Sjarifudin"),
        ("Rahmah Siti", "Siti Rahmah"),
        ("Dra. Hj. Norhayati, M.Pd", "Norhayati"),
        ("RUSMINI", "rusmini "),
    ],
)
def test_one_name_in_two_spellings_has_one_key(one, other):
    assert read_name(one).key == read_name(other).key


def test_titles_are_set_apart_and_not_thrown_away():
    assert read_name("Hj. Aminah, S.Pd.I").titles == {"hj", "spdi"}
    assert read_name("Dr.").words == ("dr",)


@pytest.mark.parametrize(("one", "other"), [("Siti Aminah", "Siti Rahmah"), ("Budi", "Rudi")])
def test_other_names_have_other_keys(one, other):
    assert read_name(one).key != read_name(other).key


def test_what_agrees_speaks_for_and_what_differs_against():
    one = Entry(1, "Siti Rahmah", date(1980, 3, 5), "+6281211112222", "63.71.01.1001", "P")
    same = judge(one, one._replace(id=2), FREQUENCIES)
    swapped = judge(one, one._replace(id=2, birth_date=date(1980, 5, 3)), FREQUENCIES)
    unknown = judge(one, one._replace(id=2, birth_date=None), FREQUENCIES)
    sister = judge(one, one._replace(id=2, name="Nor Laila", birth_date=date(1984, 1, 9)), FREQUENCIES)

    assert same.score > swapped.score > unknown.score > sister.score
    assert "birth_date" not in unknown.reasons
    assert sister.reasons["birth_date"] < 0 < sister.reasons["phone"]


@pytest.mark.parametrize(
    ("other", "weight"),
    [
        ("6371014503900001", 6.0),  # one digit
        ("6371015403800001", 6.0),  # two neighbours changed places
        ("6371014503810002", 2.0),
        ("6371014503800002", -2.0),  # twins are registered one after the other
        ("6371011201750009", -8.0),
    ],
)
def test_two_nik_one_slip_apart_are_one_persons(other, weight):
    assert nik_weight("6371014503800001", other) == weight


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_people_who_are_there_twice_are_found_and_strangers_left_alone(seed):
    """Measured: precision 0.90 to 0.94, recall 0.95 to 0.97 (bench/matching.py)."""
    city = make(seed, 2_000)

    found = {tuple(sorted((one.id, other.id))) for one, other, _verdict in find_pairs(city.entries)}

    assert len(found & city.same) / len(found) > 0.85
    assert len(found & city.same) / len(city.same) > 0.92


def test_only_pairs_with_the_people_asked_for_are_looked_at():
    city = make(4, 500)
    some = frozenset(next(iter(city.same)))

    found = list(find_pairs(city.entries, only=some))

    assert found
    assert all({one.id, other.id} & some for one, other, _verdict in found)
