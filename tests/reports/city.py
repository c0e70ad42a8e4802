"""A small invented city whose figures can be counted by hand."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from models.vocabulary import ScopeLevel, Status, TargetType
from tests import factories

ENROLLED = date(2018, 3, 1)
DUE = date(2019, 3, 1)
AS_OF = date(2020, 6, 30)


def enrol(person=None, *, agency="DISPERDAGIN", year=2018, on=None, nik="made here"):
    """A participation without a business; `nik=None` makes a provisional person."""
    return factories.participation(
        person=person or factories.person(nik=nik),
        cohort=factories.cohort(year, agency=factories.agency(agency)),
        enrolled_on=on or ENROLLED.replace(year=year),
        business=None,
    )


def found(participation, *, on=None, **values):
    """A checkup on the anniversary unless another day is given."""
    due = participation.enrolled_on.replace(year=participation.enrolled_on.year + 1)
    return factories.checkup(participation=participation, as_of_date=on or due, **values)


def succeed(number, **where):
    for _ in range(number):
        found(enrol(**where))


def fail(number, **where):
    for _ in range(number):
        found(enrol(**where), status=Status.CLOSED, sales=None)


def lose(number, **where):
    for _ in range(number):
        enrol(**where)


def twenty():
    """The published vector of I2 in one intake: 12 yes, 5 no, 3 unknown."""
    succeed(12)
    fail(5)
    lose(3)


def two_lists():
    """The published vector of I1: lists of 5 and 4 with 2 people in common."""
    people = [factories.person() for _ in range(7)]
    for person in people[:5]:
        enrol(person, agency="DISPERDAGIN")
    for person in people[3:]:
        enrol(person, agency="DISKOPUMKER", on=ENROLLED + timedelta(days=30))


def promise(indicator="I2", value="0.60", **values):
    """An approved target of the whole city unless told otherwise."""
    given = {
        "type": TargetType.LEVEL if indicator == "I2" else TargetType.CUMULATIVE,
        "value": Decimal(value),
    }
    if "cohort_year" in values:
        given["level"] = ScopeLevel.COHORT
    elif "agency" in values:
        given["level"] = ScopeLevel.AGENCY
    return factories.target(indicator, **(given | values))


def everything():
    """Two offices, two intakes, doubles, provisional people, all three results, and targets."""
    twenty()
    two_lists()
    succeed(7, agency="DISKOPUMKER", year=2019, on=date(2019, 2, 1))
    fail(4, agency="DISKOPUMKER", year=2019, on=date(2019, 2, 1))
    lose(6, agency="DISKOPUMKER", year=2019, on=date(2020, 2, 1))  # month 12 still to come
    lose(3, agency="DKP3", nik=None)
    promise("I1", "30", cohort_year=2018)
    promise("I1", "60")
    promise("I2", "0.60")
    promise("I2", "0.40", agency=factories.agency("DISKOPUMKER"))
