"""Keeping a proof with its record, and taking away one that was uploaded by mistake."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Set
from dataclasses import dataclass
from hashlib import sha256
from typing import NamedTuple
from uuid import UUID

import sqlalchemy as sa

from models.account import Account
from models.attachment import Attachment
from models.base import db
from models.vocabulary import Purpose
from wub import records
from wub.attachments import files, papers, queries, refusals
from wub.attachments.stores import Store
from wub.errors import NotFound
from wub.likeness import likeness_of

MOST_BYTES = 8 * 1024 * 1024
PDF, JPEG, PNG = "application/pdf", "image/jpeg", "image/png"
ENDINGS = {PDF: "pdf", JPEG: "jpg", PNG: "png"}
BEGINNINGS = {b"%PDF-": PDF, b"\xff\xd8\xff": JPEG, b"\x89PNG\r\n\x1a\n": PNG}
NAME_IF_NONE = "bukti"
_OF_THE_SYSTEM = frozenset({"likeness", "moved_from_id"})


class Checked(NamedTuple):
    """What is kept of an upload."""

    content: bytes
    media_type: str
    small: bytes | None = None


@dataclass(frozen=True, kw_only=True)
class ProofDraft:
    kind: queries.Kind
    record_id: int
    file_name: str
    content: Checked
    caption: str | None = None
    purpose: Purpose = Purpose.PAPER


def check(content: bytes) -> Checked:
    """What an upload really is, whatever its name says. Slow for pictures; needs no database."""
    if not content:
        raise refusals.Empty
    if len(content) > MOST_BYTES:
        raise refusals.TooLarge
    media_type = next((kind for sign, kind in BEGINNINGS.items() if content.startswith(sign)), None)
    if media_type is None:
        raise refusals.NotAccepted
    if media_type == PDF:
        papers.check(content)
        return Checked(content, PDF)
    from wub.attachments import images  # Pillow only where a picture is looked at

    drawn, small = images.drawn_anew(content, "PNG" if media_type == PNG else "JPEG")
    return Checked(drawn, media_type, small)


def attach(
    draft: ProofDraft, *, key: UUID, store: Store, by: Account, admitted_by: Account | None = None
) -> Attachment:
    """Row and bytes, or none of them. Sent twice, it is kept once.

    `admitted_by`: who judged that what `by` sent counts although he may not keep it; the trail names him.
    """
    if admitted_by is None:
        expect_keeper(draft.kind, draft.record_id, by=by)
    content, media_type, small = draft.content
    sent = Attachment(
        client_key=key,
        file_name=shown_name(draft.file_name, ENDINGS[media_type]),
        media_type=media_type,
        size=len(content),
        digest=sha256(content).hexdigest(),
        uploaded_by_id=by.id,
        caption=draft.caption,
        purpose=draft.purpose,
        likeness=likeness_of(small),
        **{f"{draft.kind.name}_id": draft.record_id},
    )
    moved = queries.moved_with_its_visit(key, draft.record_id) if draft.kind.name == "visit" else None
    kept = moved or records.keep_once(
        sent, by=admitted_by or by, action="attachment:upload", own=_OF_THE_SYSTEM
    )
    if kept is sent:
        try:
            # After the flush: whoever holds the row alone writes under its key.
            files.write(store, key, {"": content} | ({files.SMALL: small} if small else {}))
        except ConnectionError as error:
            raise refusals.StoreAway from error
        except OSError as error:
            raise refusals.DiskFull from error
    return kept


def describe(attachment: Attachment, caption: str | None, *, version: int | None, by: Account) -> None:
    expect_keeper(*queries.record_of(attachment), by=by)
    records.amend(attachment, {"caption": caption}, version=version, by=by, action="attachment:describe")


def take_away(attachment: Attachment, *, version: int | None, reason: str, store: Store, by: Account) -> None:
    """Row and bytes go; what it was, by whom and why it went stays in the trail."""
    kind, record_id = queries.record_of(attachment)
    expect_keeper(kind, record_id, by=by)
    key = attachment.client_key
    records.remove(attachment, version=version, by=by, action="attachment:remove", reason=reason)
    files.remove(store, key)


def purpose_of(kind: queries.Kind, content: Checked) -> Purpose:
    """A picture beside a visit or a checkup shows what was seen; beside other records it is a paper."""
    seen = kind.name in ("visit", "checkup") and content.small is not None
    return Purpose.PHOTO if seen else Purpose.PAPER


def expect_keeper(kind: queries.Kind, record_id: int, *, by: Account) -> None:
    if not queries.sees_record(kind, record_id, by):
        raise NotFound
    if not queries.keeps_record(kind, record_id, by):
        raise refusals.NotYours


def sweep(store: Store) -> int:
    """Take away bytes that no row knows; returns how many."""
    return files.sweep(store, _known)


def shown_name(given: str, ending: str) -> str:
    """For people to read: no folders, no invisible signs, no NIK, and the ending of what it really is."""
    name = unicodedata.normalize("NFC", re.split(r"[\\/]", given)[-1])
    name = name.rpartition(".")[0] or name
    name = re.sub(r"[^\w ()+-]", " ", name)
    name = re.sub(r"\d(?:[ _-]?\d){15,}", " ", name)
    return f"{' '.join(name.split())[:80].strip() or NAME_IF_NONE}.{ending}"


def _known(keys: Set[UUID]) -> set[UUID]:
    found: set[UUID] = set()
    for some in _by_five_hundred(sorted(keys)):
        found.update(
            db.session.scalars(sa.select(Attachment.client_key).where(Attachment.client_key.in_(some)))
        )
    return found


def _by_five_hundred(keys: list[UUID]) -> list[list[UUID]]:
    return [keys[start : start + 500] for start in range(0, len(keys), 500)]
