"""The file a phone saves when it cannot send any more: its records and photos, for somebody to carry.

A consultant whose account was switched off long ago cannot deliver; what is on the phone comes this way.
"""

from __future__ import annotations

import json
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from models.vocabulary import SentKind
from wub.errors import Refusal
from wub.offline.checkup_said import read_checkup
from wub.offline.item_said import read_done
from wub.offline.refusals import NotFromAPhone
from wub.offline.said import read_instant, read_json
from wub.offline.visit_said import read_visit

KINDS = {
    "kunjungan": (SentKind.VISIT, read_visit),
    "pemeriksaan": (SentKind.CHECKUP, read_checkup),
    "tindak-lanjut": (SentKind.ITEM, read_done),
}
OF_PHOTOS = frozenset({SentKind.VISIT, SentKind.CHECKUP})


@dataclass(frozen=True)
class CarriedPhoto:
    key: UUID
    jenis: str
    content: bytes


@dataclass(frozen=True)
class Carried:
    key: UUID
    kind: SentKind
    payload: dict[str, Any]
    captured_at: datetime
    photos: tuple[CarriedPhoto, ...]


@dataclass(frozen=True)
class Carrying:
    made_at: datetime
    records: tuple[Carried, ...]
    unreadable: int


def read_file(content: bytes) -> Carrying:
    """Raises NotFromAPhone; a record that cannot be read is counted and leaves the others alone."""
    try:
        told = json.loads(content)
        made_at, records = read_instant(told["made_at"]), list(told["records"])
        images = {str(photo.get("key") or photo.get("id")): photo for photo in told.get("photos", [])}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise NotFromAPhone from error
    read = [_record(one, images) for one in records]
    whole = tuple(one for one in read if one is not None)
    return Carrying(made_at, whole, len(read) - len(whole))


def _record(told: Any, images: dict[str, Any]) -> Carried | None:
    try:
        kind, read = KINDS[told["kind"]]
        payload = read_json(json.dumps(told["payload"]).encode())
        said: Any = read(payload)
        photos = tuple(_photos(told.get("photos") or [], images)) if kind in OF_PHOTOS else ()
        return Carried(UUID(told["key"]), kind, payload, said.captured_at, photos)
    except (Refusal, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _photos(named: list[Any], images: dict[str, Any]) -> Iterator[CarriedPhoto]:
    for one in named:
        image = images.get(str(one["key"]), {}).get("image")
        if image:
            content = b64decode(str(image).partition(",")[2], validate=True)
            yield CarriedPhoto(UUID(one["key"]), str(one.get("jenis")), content)
