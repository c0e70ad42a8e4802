"""I1 and I2 of any group of enrolments: the city, an office, an intake."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from wub.measurement.rates import Tally
from wub.measurement.success import Outcome


class Enrolment(NamedTuple):
    """One row of a list: who, where, since when, and what became of it at month 12."""

    participation_id: int
    person_id: int
    provisional: bool  # without a NIK: can be worked with, is not a unique verified person
    agency: str
    year: int
    enrolled_on: date
    outcome: Outcome | None  # None while month 12 is still to come


@dataclass(frozen=True)
class Headcount:
    """I1: what the lists say, and how many people that is."""

    listed: int = 0
    unique: int = 0
    provisional: int = 0  # rows; whether two of them are one person is not known
    shared: int = 0  # of the unique people, those whom another office has listed too

    @property
    def double_counted(self) -> int:
        """Rows that name somebody whom another row of the group has named already."""
        return self.listed - self.provisional - self.unique

    @property
    def possible(self) -> int:
        """At most this many people: every provisional row somebody else."""
        return self.unique + self.provisional

    @property
    def overstatement(self) -> float | None:
        """How much too high the sum of the lists is, among rows with a NIK."""
        return self.double_counted / self.unique if self.unique else None


def on_several_lists(enrolments: Iterable[Enrolment]) -> frozenset[int]:
    """People with a NIK whom more than one office has enrolled."""
    office_of: dict[int, str] = {}
    several: set[int] = set()
    for enrolment in enrolments:
        if enrolment.provisional:
            continue
        if office_of.setdefault(enrolment.person_id, enrolment.agency) != enrolment.agency:
            several.add(enrolment.person_id)
    return frozenset(several)


def headcount(enrolments: Iterable[Enrolment], several: frozenset[int] = frozenset()) -> Headcount:
    """I1. Rule 1: a person in two lists is one person, whatever the sum of the lists says.

    `several`: people whom more than one office has enrolled, in the whole programme.
    """
    listed = provisional = 0
    people: set[int] = set()
    for enrolment in enrolments:
        listed += 1
        if enrolment.provisional:
            provisional += 1
        else:
            people.add(enrolment.person_id)
    return Headcount(listed, len(people), provisional, len(people & several))


def first_due(enrolments: Iterable[Enrolment]) -> list[Enrolment]:
    """The people measured by I2, each by the first enrolment in the group whose month 12 has passed.

    Rules 1 and 2: fixed at enrolment. Nobody leaves because nobody could reach them, and enrolling again
    neither adds a second chance nor takes the first result away.
    """
    first: dict[int, Enrolment] = {}
    for enrolment in enrolments:
        if enrolment.outcome is None:
            continue
        known = first.get(enrolment.person_id)
        if known is None or _order(enrolment) < _order(known):
            first[enrolment.person_id] = enrolment
    return list(first.values())


def twelve_months(enrolments: Iterable[Enrolment]) -> Tally:
    """I2: outcomes of the people whose month 12 has passed."""
    return Tally(enrolment.outcome for enrolment in first_due(enrolments) if enrolment.outcome)


def _order(enrolment: Enrolment) -> tuple[date, int]:
    return enrolment.enrolled_on, enrolment.participation_id
