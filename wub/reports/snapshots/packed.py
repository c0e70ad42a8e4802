"""A frozen day as bytes and back: its standing, and what was said of every participation."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from typing import Any, NamedTuple

from models import Snapshot
from wub.measurement.dossier import Dossier
from wub.measurement.success import Outcome
from wub.reports.participations import COLUMNS, Day, cells
from wub.reports.plain import from_plain, to_plain
from wub.reports.standing import Frozen, Standing


class Said(NamedTuple):
    """What a frozen day said of one participation; `of`: indicator → [result, reason]."""

    person_id: int
    agency: str
    year: int
    of: Mapping[str, tuple[str, str]]


Verdicts = dict[int, Said]


def pack_standing(standing: Standing) -> bytes:
    return _pack(to_plain(standing))


def standing_of(snapshot: Snapshot) -> Standing:
    if snapshot.standing is None or snapshot.rows_hash is None:
        raise ValueError("the snapshot is not frozen yet")
    restored: Standing = from_plain(_unpack(snapshot.standing))
    frozen = Frozen(
        snapshot.id, snapshot.name, snapshot.known_until, snapshot.rows_hash, created_at=snapshot.created_at
    )
    return replace(restored, frozen=frozen)


def pack_verdicts(
    dossiers: list[Dossier], outcomes: Mapping[str, Mapping[int, Outcome]], heads: Mapping[int, str]
) -> bytes:
    """`heads`: what I1 makes of each participation. Ids only: no name, no NIK."""
    told = {}
    for one in dossiers:
        enrolment, number = one.enrolment, one.enrolment.participation_id
        of = {"I1": ["", heads[number]]}
        if enrolment.outcome is not None:
            of["I2"] = [enrolment.outcome.result.value, str(enrolment.outcome.reason.value)]
        for code, judged in outcomes.items():
            if number in judged:
                of[code] = [judged[number].result.value, str(judged[number].reason.value)]
        told[number] = [enrolment.person_id, enrolment.agency, enrolment.year, of]
    return _pack(told)


def verdicts_of(snapshot: Snapshot) -> Verdicts:
    told = _unpack(snapshot.verdicts) if snapshot.verdicts else {}
    return {
        int(number): Said(person, agency, year, {code: (result, why) for code, (result, why) in of.items()})
        for number, (person, agency, year, of) in told.items()
    }


def rows_hash(dossiers: list[Dossier], day: Day) -> str:
    """Of the rows that `wub export participations` would write on that day, in the order of their keys."""
    digest = sha256()
    for column in COLUMNS:
        digest.update(f"{column.name}\t".encode())
    for row in sorted(cells(one, day) for one in dossiers):
        digest.update(("\n" + "\t".join(row)).encode())
    return digest.hexdigest()


def _pack(plain: Any) -> bytes:
    return zlib.compress(json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode(), 6)


def _unpack(packed: bytes) -> Any:
    return json.loads(zlib.decompress(packed))
