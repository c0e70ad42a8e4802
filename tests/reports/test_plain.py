"""What a snapshot keeps reads the same when it comes back."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest

from tests.reports import city
from wub.measurement.verdict import Verdict
from wub.reports.plain import from_plain, to_plain
from wub.reports.scopes import Scope
from wub.reports.standing import standing


def again(thing):
    return from_plain(json.loads(json.dumps(to_plain(thing))))


@pytest.mark.parametrize(
    "thing",
    [
        *(None, True, 3, 0.1, "Ibu", "", Verdict.REACHED, date(2026, 2, 28), Scope("DKP3", 2018)),
        datetime(2026, 2, 28, 23, 59, tzinfo=UTC),
        Decimal("0.60"),
        Fraction(1, 3),
        (1, (2, "a")),
        frozenset({"a", "b"}),
        {Scope("DKP3"): [1], 2018: {"x": None}},
    ],
)
def test_a_thing_comes_back_as_it_was(thing):
    found = again(thing)
    assert found == thing
    assert type(found) is type(thing)


def test_a_whole_standing_comes_back_as_it_was(session):
    city.everything()
    told = standing(city.AS_OF)
    found = again(told)
    assert [one.as_json() for one in found.figures] == [one.as_json() for one in told.figures]
    assert to_plain(found) == to_plain(told)


@pytest.mark.parametrize("thing", [float("nan"), float("inf")])
def test_a_number_that_is_none_is_refused(thing):
    with pytest.raises(ValueError, match="cannot be kept"):
        to_plain({"worst": thing})


def test_what_is_not_plain_is_refused():
    with pytest.raises(TypeError, match="is not plain"):
        to_plain([object()])


@pytest.mark.parametrize("name", ["os:system", "wub.reports.plain:from_plain", "subprocess:Popen"])
def test_nothing_but_plain_kinds_of_ours_is_made(name):
    with pytest.raises(ValueError, match=r"ours|plain"):
        from_plain({"~": name})


def test_a_field_of_another_day_is_passed_over_or_takes_its_default():
    kept = to_plain(Scope("DKP3", 2018)) | {"gone": 1}
    del kept["year"]
    assert from_plain(kept) == Scope("DKP3")
