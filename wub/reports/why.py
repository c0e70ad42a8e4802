"""Why is this person counted so? The verdict of every indicator with the facts and days it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa

from models import Account, Participation, Person, db
from models.vocabulary import N_, Code
from wub.access.scope import sees_participation
from wub.measurement import judging
from wub.measurement.dossier import Dossier, first_of_each
from wub.measurement.success import Outcome, Result
from wub.reports import grounds
from wub.reports.definitions import Definition, definitions
from wub.reports.dossiers import dossiers, histories, rules_of
from wub.reports.grounds import Fact
from wub.reports.histories.asking import Moment, Only


class Counted(Code):
    YES = "ya", N_("Ya")
    NO = "tidak", N_("Tidak")
    UNKNOWN = "belum_diketahui", N_("Belum diketahui")
    NOT_DUE = "belum_waktunya", N_("Belum waktunya")
    OUTSIDE = "di_luar_penyebut", N_("Tidak masuk penyebut")
    SUMMED = "dijumlahkan", N_("Dijumlahkan")


RESULTS = {Result.SUCCESS: Counted.YES, Result.FAILURE: Counted.NO, Result.UNKNOWN: Counted.UNKNOWN}
NO_VERDICT = ("I1", "I10", "I11", "I12")  # sums: they have facts and no yes or no


@dataclass(frozen=True)
class Row:
    defined: Definition
    counted: Counted
    reason: Code | None
    facts: list[Fact]


@dataclass(frozen=True)
class Explained:
    """One enrolment; `first` is the one by which the whole city counts the person."""

    agency: str
    year: int
    enrolled_on: date
    first: bool
    rows: list[Row]


@dataclass(frozen=True)
class Explanation:
    enrolments: list[Explained]
    whole: bool  # the reader sees everything it rests on; else verdicts only


def explain(person_id: int, as_of: date, account: Account) -> Explanation:
    """Facts of another office's records stay there: who does not see them all is told the verdicts alone."""
    only = _of_person(person_id)
    seen = _seen(only.participations, account)
    defined = definitions(as_of)
    rules, moment = rules_of(defined), Moment(as_of, only=only)
    found = dossiers(moment, rules, histories(moment))
    found.sort(key=lambda one: (one.enrolment.enrolled_on, one.enrolment.participation_id))
    first = first_of_each(found, lambda _one: True)
    whole = seen >= only.participations
    return Explanation(
        [
            Explained(
                one.enrolment.agency,
                one.enrolment.year,
                one.enrolment.enrolled_on,
                one in first,
                [
                    _row(defined[code], one, rules, as_of, whole=whole)
                    for code in grounds.GROUNDS
                    if code in defined
                ],
            )
            for one in found
            if one.enrolment.participation_id in seen
        ],
        whole,
    )


def _row(defined: Definition, dossier: Dossier, rules: Mapping[str, Any], as_of: date, *, whole: bool) -> Row:
    facts = grounds.GROUNDS[defined.code](dossier, rules, as_of) if whole else []
    if defined.code in NO_VERDICT:
        return Row(defined, Counted.SUMMED, None, facts)
    outcome = judging.JUDGED[defined.code](dossier, rules)
    return Row(defined, _counted(defined.code, dossier, outcome), outcome.reason if outcome else None, facts)


def _counted(code: str, dossier: Dossier, outcome: Outcome | None) -> Counted:
    if outcome is None:
        return Counted.OUTSIDE if code in dossier.due else Counted.NOT_DUE
    return RESULTS[outcome.result] if judging.counts(outcome) else Counted.OUTSIDE


def _of_person(person_id: int) -> Only:
    same = sa.or_(Person.id == person_id, Person.merged_into_id == person_id)
    entries = frozenset(db.session.scalars(sa.select(Person.id).where(same)))
    rows = sa.select(Participation.id).where(Participation.person_id.in_(entries))
    return Only(frozenset(db.session.scalars(rows)), entries)


def _seen(participations: frozenset[int], account: Account) -> frozenset[int]:
    rows = sa.select(Participation.id).where(
        Participation.id.in_(participations), sees_participation(account)
    )
    return frozenset(db.session.scalars(rows))
