"""Why a figure of one frozen day is not that of another: row by row, from what both days said. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from models.vocabulary import N_, Code
from wub.reports.scopes import CITY, Scope
from wub.reports.snapshots.packed import Said, Verdicts

OUTSIDE = "–"  # not counted: not enrolled yet, or the indicator's month has not come


class Cause(Code):
    """The most telling one of those that apply, in this order."""

    ENROLLED = "pendaftaran_baru", N_("Pendaftaran baru")
    REMOVED = "pendaftaran_ditarik", N_("Pendaftaran ditarik dari register")
    MERGED = "orang_digabung", N_("Ternyata orang yang sama, digabung")
    DUE = "waktunya_tiba", N_("Waktunya diukur sudah tiba")
    DEFINITION = "aturan_berubah", N_("Aturan hitung berganti versi")
    CHECKUP = "pemeriksaan_baru", N_("Pemeriksaan baru dicatat")
    CORRECTED = "data_diperbaiki", N_("Data diperbaiki")


class Side(StrEnum):
    BEFORE = "before"
    AFTER = "after"


class Move(NamedTuple):
    """One participation that an indicator counts otherwise than before. Results and reasons are codes."""

    participation_id: int
    person_id: int
    before: tuple[str, str]
    after: tuple[str, str]
    cause: Cause


class Known(NamedTuple):
    """What else is known of the time between the two days."""

    checked: frozenset[int]  # people with a checkup recorded in between
    new_versions: frozenset[str]  # indicators whose definition has another version


@dataclass(frozen=True)
class Difference:
    indicator: str
    moves: tuple[Move, ...]

    @property
    def by_cause(self) -> Counter[Cause]:
        return Counter(move.cause for move in self.moves)

    @property
    def by_step(self) -> Counter[tuple[str, str]]:
        """(result before, result after) → rows; of the number (I1) what it made of the row."""
        return Counter((_step(move.before), _step(move.after)) for move in self.moves)


def differences(
    before: Verdicts, after: Verdicts, known: Known, scope: Scope = CITY
) -> dict[str, Difference]:
    """Indicator → what moved; indicators of which nothing moved are left out."""
    mine = {number for side in (before, after) for number, said in side.items() if _holds(scope, said)}
    codes = sorted(
        {code for side in (before, after) for number in mine & side.keys() for code in side[number].of}
    )
    found = {}
    for code in codes:
        moves = tuple(
            move
            for number in sorted(mine)
            if (move := _move(code, number, before.get(number), after.get(number), known)) is not None
        )
        if moves:
            found[code] = Difference(code, moves)
    return found


def _move(code: str, number: int, before: Said | None, after: Said | None, known: Known) -> Move | None:
    was, now = _said(before, code), _said(after, code)
    if was == now:
        return None
    person = after.person_id if after else before.person_id if before else 0
    return Move(number, person, was, now, _cause(code, before, after, known))


def _cause(code: str, before: Said | None, after: Said | None, known: Known) -> Cause:
    if before is None:
        return Cause.ENROLLED
    if after is None:
        return Cause.REMOVED
    if before.person_id != after.person_id:
        return Cause.MERGED
    if code not in before.of:
        return Cause.DUE
    if code in known.new_versions:
        return Cause.DEFINITION
    if after.person_id in known.checked and code != "I1":
        return Cause.CHECKUP
    return Cause.CORRECTED


def _said(said: Said | None, code: str) -> tuple[str, str]:
    found: Mapping[str, tuple[str, str]] = said.of if said else {}
    return found.get(code, (OUTSIDE, OUTSIDE))


def _step(told: tuple[str, str]) -> str:
    return told[0] or told[1]


def _holds(scope: Scope, said: Said) -> bool:
    return scope.agency in (None, said.agency) and scope.year in (None, said.year)
