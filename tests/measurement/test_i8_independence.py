"""I8: mandiri, by the four conditions and the city's own line."""

from datetime import date

import pytest

from models.vocabulary import RecordingBasis, Status
from wub.measurement.checkups import Finding
from wub.measurement.independence import Rule, Support, Why, independent, last_helped
from wub.measurement.success import Result

RULE = Rule(min_income=3_000_000)
SEEN = date(2020, 3, 1)


def found(status=Status.ACTIVE, basis=RecordingBasis.BOOKS, income=3_000_000, verification=2):
    return Finding(SEEN, SEEN, 24, status, verification, owner_income=income, recording_basis=basis)


@pytest.mark.parametrize(
    ("checkup", "helped", "result", "why"),
    [
        (found(), None, Result.SUCCESS, Why.INDEPENDENT),
        (found(), date(2019, 3, 1), Result.SUCCESS, Why.INDEPENDENT),
        (found(), date(2019, 3, 2), Result.FAILURE, Why.AIDED),
        (found(basis=RecordingBasis.MEMORY), None, Result.FAILURE, Why.NO_BOOKS),
        (found(income=2_999_999), None, Result.FAILURE, Why.TOO_LITTLE),
        (found(income=None), None, Result.UNKNOWN, Why.NOT_KNOWN),
        (found(income=None), date(2019, 9, 1), Result.UNKNOWN, Why.NOT_KNOWN),
        (found(basis=RecordingBasis.NOT_ASKED), None, Result.UNKNOWN, Why.NOT_KNOWN),
        (found(Status.CLOSED, income=None), None, Result.FAILURE, Why.NOT_RUNNING),
        (found(Status.NOT_FOUND), None, Result.UNKNOWN, Why.NO_CHECKUP),
        (found(verification=0), None, Result.UNKNOWN, Why.NO_CHECKUP),
        (None, None, Result.UNKNOWN, Why.NO_CHECKUP),
    ],
)
def test_all_four_must_be_known(checkup, helped, result, why):
    assert independent(checkup, helped, RULE) == (result, why)


def test_without_a_decreed_line_nobody_can_be_told_independent():
    assert independent(found(), None, Rule()) == (Result.UNKNOWN, Why.NO_LINE)


def test_paid_rent_helps_until_it_ends():
    aid = [Support(date(2018, 1, 1), date(2019, 1, 1)), Support(date(2018, 5, 1), None)]
    assert last_helped(aid, SEEN) == date(2019, 1, 1)
    assert last_helped(aid, date(2018, 6, 1)) == date(2018, 6, 1)
    assert last_helped([], SEEN) is None
