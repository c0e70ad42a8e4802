"""People in a few words, for the tests of measurement."""

from datetime import date
from itertools import count

from models.vocabulary import Status
from wub.measurement.indicators import Enrolment
from wub.measurement.rounds import anniversary
from wub.measurement.success import Evidence, Outcome, Reason, Result, Rule

ENROLLED = date(2018, 3, 1)
RULE = Rule()
DUE = anniversary(ENROLLED, RULE.month)
AS_OF = date(2020, 1, 1)
_rows = count(1)
SEEN_SELLING = Outcome(Result.SUCCESS, Reason.PROVED)


def seen(*, on=DUE, status=Status.ACTIVE, verification=2, month=1_000_000, season=None):
    return Evidence(on, status, verification, month, season)


def enrolled(
    person, *, agency="DISPERDAGIN", year=2018, on=ENROLLED, provisional=False, outcome=SEEN_SELLING, row=None
):
    row = row or next(_rows)
    return Enrolment(row, person, provisional, agency, year, on, outcome)
