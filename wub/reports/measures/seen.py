"""One person as a scope sees them: their enrolments there, in order, each with its verdicts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from wub.measurement.dossier import Dossier
from wub.measurement.success import Outcome


class Case(NamedTuple):
    """One enrolment. `judged`: indicator → outcome, where it stands in the denominator."""

    dossier: Dossier
    judged: Mapping[str, Outcome]

    @property
    def order(self) -> tuple[date, int]:
        return self.dossier.enrolment.enrolled_on, self.dossier.enrolment.participation_id


class Day(NamedTuple):
    """The day that is asked for, and the rules in force."""

    as_of: date
    rules: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Seen:
    """Rules 1 and 2: a person counts once, by the first enrolment here that an indicator applies to."""

    cases: list[Case]  # at least one, the first enrolment first
    shared: bool  # listed by several offices in the whole programme
    day: Day

    @property
    def first(self) -> Dossier:
        return self.cases[0].dossier

    def due(self, code: str) -> Dossier | None:
        return next((case.dossier for case in self.cases if code in case.dossier.due), None)

    def judged(self, code: str) -> tuple[Dossier, Outcome] | None:
        for case in self.cases:
            outcome = case.judged.get(code)
            if outcome is not None:
                return case.dossier, outcome
        return None
