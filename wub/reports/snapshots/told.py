"""What a frozen day says of every participation, gathered while its people are counted."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from wub.reports.measures.seen import Case, Day
from wub.reports.participations import COLUMNS, cells
from wub.reports.snapshots.packed import pack


class Told:
    def __init__(self, day: Day) -> None:
        self._day = day
        self._verdicts: dict[int, Any] = {}
        self._rows: list[str] = []

    def add(self, cases: list[Case]) -> None:
        """One person, the first enrolment first. Ids only: no name, no NIK."""
        for place, case in enumerate(cases):
            enrolment = case.dossier.enrolment
            of = {"I1": ["", _head(place, provisional=enrolment.provisional)]}
            for code, outcome in case.judged.items():
                of[code] = [outcome.result.value, str(outcome.reason.value)]
            self._verdicts[enrolment.participation_id] = [
                enrolment.person_id,
                enrolment.agency,
                enrolment.year,
                of,
            ]
            self._rows.append("\t".join(cells(case.dossier, self._day)))

    def packed_verdicts(self) -> bytes:
        return pack(self._verdicts)

    def rows_hash(self) -> str:
        """Of the rows that `wub export participations` would write that day, in the order of their keys."""
        digest = sha256("".join(f"{column.name}\t" for column in COLUMNS).encode())
        for row in sorted(self._rows):
            digest.update(f"\n{row}".encode())
        return digest.hexdigest()


def _head(place: int, *, provisional: bool) -> str:
    """What I1 makes of a row of the lists: first of its person, a further one, or without NIK."""
    if provisional:
        return "tanpa_nik"
    return "ganda" if place else "unik"
