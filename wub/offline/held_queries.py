"""What waits for a decision, beside what stands already."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from models.account import Account
from models.base import db
from models.checkup import Checkup
from models.participation import Participation
from models.person import Person
from models.sending import HeldRecord, Sending
from models.visit import Visit
from models.vocabulary import HeldState, SentKind
from wub.errors import NotFound
from wub.offline import receiving_queries
from wub.pages.paging import Key, Page, Place, page_of
from wub.visits import queries as visits

Keyed: dict[SentKind, Any] = {SentKind.VISIT: Visit, SentKind.CHECKUP: Checkup}
_record = aliased(HeldRecord)


def visible(held_id: int) -> HeldRecord:
    """Only supervisors ask, who see the whole programme."""
    found = db.session.get(HeldRecord, held_id)
    if found is None:
        raise NotFound
    return found


def held_records(*, waiting: bool, place: Place) -> Page:
    """What waits, the longest first; or what was decided, the newest first. Photos go with their record."""
    query = (
        sa.select(
            HeldRecord.id,
            HeldRecord.kind,
            HeldRecord.reason,
            HeldRecord.state,
            HeldRecord.payload,
            HeldRecord.created_at,
            HeldRecord.resolved_at,
            Account.name.label("sender"),
        )
        .join(Account, Account.id == HeldRecord.account_id)
        .where(_is_waiting(waiting), ~_stands_with_its_record())
    )
    return page_of(query, order=(Key(HeldRecord.id, descending=not waiting),), place=place)


def how_many_wait() -> int:
    query = sa.select(sa.func.count()).select_from(HeldRecord)
    return db.session.scalar(query.where(_is_waiting(True), ~_stands_with_its_record())) or 0


def people_named(payloads: Collection[dict[str, Any]]) -> dict[int, str]:
    """Participation → name, of everybody whom the records name."""
    ids = {number for payload in payloads for number in participations_in(payload)}
    query = (
        sa.select(Participation.id, Person.name)
        .join(Person, Person.id == Participation.person_id)
        .where(Participation.id.in_(ids))
    )
    found: dict[int, str] = dict(db.session.execute(query).all())
    return found


def participations_in(payload: dict[str, Any]) -> list[int]:
    attendees = payload.get("attendees") or []
    said = [one.get("participation_id") for one in attendees] + [payload.get("participation_id")]
    return [number for number in said if isinstance(number, int)]


def standing(held: HeldRecord) -> Visit | Checkup | None:
    """The sender's record that stands under the key."""
    if held.kind not in Keyed:
        return None
    return receiving_queries.record_of(held.kind, held.key, held.account_id)


def is_taken(held: HeldRecord) -> bool:
    """Somebody else's record stands under the key."""
    kind = Keyed[held.kind]
    return db.session.scalar(sa.select(sa.exists().where(kind.client_key == held.key))) or False


def record_of_photo(held: HeldRecord) -> int | None:
    """What became of the record that the photo belongs to; by its receipt if it got another key."""
    kind = SentKind(held.payload["of"])
    found = receiving_queries.record_of(kind, held.of_key, held.account_id) if held.of_key else None
    if found is not None:
        return receiving_queries.counted(found).id
    return db.session.scalar(
        sa.select(Sending.subject_id)
        .where(Sending.key == held.of_key, Sending.account_id == held.account_id, Sending.kind == kind)
        .order_by(Sending.id)
        .limit(1)
    )


def photos_of(held: HeldRecord) -> Sequence[HeldRecord]:
    """Those that came after the record and wait with it."""
    query = sa.select(HeldRecord).where(
        HeldRecord.of_key == held.key,
        HeldRecord.account_id == held.account_id,
        HeldRecord.state == HeldState.WAITING,
    )
    return db.session.scalars(query.order_by(HeldRecord.id)).all()


def _is_waiting(waiting: bool) -> sa.ColumnElement[bool]:
    return HeldRecord.state == HeldState.WAITING if waiting else HeldRecord.state != HeldState.WAITING


def _stands_with_its_record() -> sa.ColumnElement[bool]:
    return sa.exists().where(
        _record.key == HeldRecord.of_key,
        _record.account_id == HeldRecord.account_id,
        _record.state == HeldRecord.state,
    )


def consultant(account_id: int) -> Account:
    found = db.session.get(Account, account_id)
    if found is None:
        raise NotFound
    return found


def name_of(account_id: int | None) -> str | None:
    return db.session.scalar(sa.select(Account.name).where(Account.id == account_id)) if account_id else None


def payloads_of(standing: Visit | Checkup | None) -> list[dict[str, Any]]:
    """Whom the standing record names, in the words of phones."""
    if isinstance(standing, Checkup):
        return [{"participation_id": standing.participation_id}]
    if standing is None:
        return []
    rows = visits.attendee_rows(standing.id)
    return [{"attendees": [{"participation_id": row.participation_id} for row in rows]}]
