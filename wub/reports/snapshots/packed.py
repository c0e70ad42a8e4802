"""A frozen day as bytes and back: its standing, and what was said of every participation."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from models import Snapshot
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
    return pack(to_plain(standing))


def standing_of(snapshot: Snapshot) -> Standing:
    if snapshot.standing is None or snapshot.rows_hash is None:
        raise ValueError("the snapshot is not frozen yet")
    restored: Standing = from_plain(unpack(snapshot.standing))
    frozen = Frozen(
        snapshot.id, snapshot.name, snapshot.known_until, snapshot.rows_hash, created_at=snapshot.created_at
    )
    return replace(restored, frozen=frozen)


def verdicts_of(snapshot: Snapshot) -> Verdicts:
    told = unpack(snapshot.verdicts) if snapshot.verdicts else {}
    return {
        int(number): Said(person, agency, year, {code: (result, why) for code, (result, why) in of.items()})
        for number, (person, agency, year, of) in told.items()
    }


def pack(plain: Any) -> bytes:
    return zlib.compress(json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode(), 6)


def unpack(packed: bytes) -> Any:
    return json.loads(zlib.decompress(packed))
