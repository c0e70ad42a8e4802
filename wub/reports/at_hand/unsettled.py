"""Whose result of I2 is not known, gathered while everybody is counted: ids by scope and reason.

As in the sums (wub.reports.counting), who stands in one intake only is told there once and belongs to all
that holds it; who stands in several is told for each scope.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from wub.measurement.success import Result
from wub.reports.counting import around, intake_of
from wub.reports.measures.seen import Case
from wub.reports.scopes import Scope

ALONE, SEVERAL = "open", "open beside others"

Lists = dict[Scope, dict[str, list[int]]]  # scope → reason → participations


def name_of(kind: str, reason: str) -> str:
    """Of the part in which a list is kept."""
    return f"{kind}: {reason}"


class Unsettled:
    def __init__(self) -> None:
        self._alone: Lists = defaultdict(lambda: defaultdict(list))
        self._several: Lists = defaultdict(lambda: defaultdict(list))

    def add(self, cases: list[Case]) -> None:
        """One person with all enrolments, the first one first."""
        intakes = {intake_of(case) for case in cases}
        if len(intakes) == 1:
            (intake,) = intakes
            _note(self._alone, intake, cases)
            return
        for scope in {scope for intake in intakes for scope in around(intake)}:
            _note(self._several, scope, [one for one in cases if scope.holds(one.dossier.enrolment)])

    def lists(self) -> Iterator[tuple[str, str, list[int]]]:
        """By name and code of the scope."""
        for kind, lists in ((ALONE, self._alone), (SEVERAL, self._several)):
            for scope, by_reason in lists.items():
                for reason, rows in by_reason.items():
                    yield name_of(kind, reason), scope.code, rows


def _note(lists: Lists, scope: Scope, cases: list[Case]) -> None:
    for case in cases:
        enrolment = case.dossier.enrolment
        if enrolment.outcome is not None:  # the first one that is due speaks for the person
            if enrolment.outcome.result is Result.UNKNOWN:
                lists[scope][str(enrolment.outcome.reason.value)].append(enrolment.participation_id)
            return
