"""Whose results may have changed in the transaction under way: what is kept follows before the commit.

Changes made through entities are noted by themselves. Who writes in bulk says so: `note_people`,
`note_participations`, or `noting` for the rows of an insert.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from flask_sqlalchemy.session import Session
from sqlalchemy.orm import SessionTransaction

from models import Agency, Checkup, Cohort, IndicatorVersion, Participation, Person, db

KEY = "wub.changes"
WATCHED: dict[type, tuple[str, ...]] = {
    Person: ("nik_index", "merged_into_id"),
    Participation: ("person_id", "cohort_id", "enrolled_on"),
    Cohort: ("agency_id", "year"),
    Agency: ("code",),
}


@dataclass
class Changes:
    people: set[int] = field(default_factory=set)
    participations: set[int] = field(default_factory=set)
    cohorts: set[int] = field(default_factory=set)
    rules: bool = False
    offices: bool = False  # an office got another code

    def __bool__(self) -> bool:
        return bool(self.people or self.participations or self.cohorts or self.rules or self.offices)


def pending(session: Session | None = None) -> Changes:
    """Of the transaction under way: what is kept does not know them yet."""
    changes: Changes = (session or db.session()).info.setdefault(KEY, Changes())
    return changes


def taken(session: Session) -> Changes:
    """The same, to be dealt with now."""
    changes = pending(session)
    session.info[KEY] = Changes()
    return changes


def note_people(people: Iterable[int]) -> None:
    pending().people.update(people)


def note_participations(participations: Iterable[int]) -> None:
    pending().participations.update(participations)


def noting(table: str, rows: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The rows as they are written in bulk."""
    changes = pending()
    keys = {
        "participation": ("person_id", changes.people),
        "checkup": ("participation_id", changes.participations),
    }
    if table not in keys:
        yield from rows
        return
    name, noted = keys[table]
    for row in rows:
        noted.add(row[name])
        yield row


def watch() -> None:
    if not sa.event.contains(Session, "after_flush", _note_flushed):
        sa.event.listen(Session, "after_flush", _note_flushed)
        sa.event.listen(Session, "after_transaction_end", _forget)


def _note_flushed(session: Session, _context: object) -> None:
    changes = pending(session)
    for thing in (*session.new, *session.dirty, *session.deleted):
        _note(changes, thing, touched=thing in session.dirty)


def _note(changes: Changes, thing: Any, *, touched: bool) -> None:
    watched = WATCHED.get(type(thing), ())
    if touched and watched and not any(_history(thing, name).has_changes() for name in watched):
        return
    match thing:
        case Checkup():
            changes.participations.update([thing.participation_id, *_before(thing, "participation_id")])
        case Participation():
            changes.people.update([thing.person_id, *_before(thing, "person_id")])
        case Person():
            known = [thing.id, thing.merged_into_id, *_before(thing, "merged_into_id")]
            changes.people.update(one for one in known if one is not None)
        case Cohort():
            changes.cohorts.add(thing.id)
        case Agency():
            changes.offices = True
        case IndicatorVersion():
            changes.rules = True


def _before(thing: Any, name: str) -> list[Any]:
    """What was there instead, as a list of one; empty when it did not change or was never looked at."""
    return [value for value in _history(thing, name).deleted or () if value is not None]


def _history(thing: Any, name: str) -> Any:
    return sa.inspect(thing).attrs[name].history


def _forget(session: Session, transaction: SessionTransaction) -> None:
    if transaction.parent is None:
        session.info.pop(KEY, None)
