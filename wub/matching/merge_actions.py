"""Two entries become one person, or one becomes two again: nothing is deleted, all that moved is noted."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa

from models import Account, PersonMerge
from models.base import Base, db
from models.person import Person
from models.sealed import vault
from models.vocabulary import PairState
from wub import audit, clock
from wub.errors import NotFound, expect_version
from wub.matching import pair_queries, queries
from wub.matching.refusals import MergedSince, NikWouldBeLost, OtherOffices, SamePerson, UndoneAlready
from wub.records import flush
from wub.register import search_actions

# Each moves with its person, unless the person kept has the same already (the unique columns beside it).
OF_A_PERSON = (
    ("ownership", ("business_id",)),
    ("milestone", ()),
    ("consent", ()),
    ("participation", ("cohort_id",)),
)
# Of an enrolment that both have: what hangs on it moves to the enrolment of the person kept.
OF_AN_ENROLMENT = (
    ("aid", ()),
    ("assignment", ("consultant_id", "starts_on")),
    ("checkup", ()),
    ("exhibition_entry", ("exhibition_id",)),
    ("milestone", ()),
    ("mentoring_plan", ()),
    ("action_item", ()),
    ("realisation", ()),
    ("visit_attendee", ("visit_id",)),
)
# What may be taken from the entry that goes; the NIK stays where it is and leads to the person kept.
FIELDS = (
    "name", "sex", "birth_date", "address", "rt", "rw", "area_code", "phone", "whatsapp", "education",
    "disability", "welfare_register", "prior_occupation", "alive", "note",
)  # fmt: skip

Moved = dict[str, dict[str, int]]  # "table.column" → {row id: value before}


@dataclass(frozen=True)
class MergeDraft:
    reason: str
    take: frozenset[str] = frozenset()  # FIELDS whose value comes from the entry that goes


def merge(
    kept: Person, gone: Person, draft: MergeDraft, *, versions: tuple[int | None, int | None], by: Account
) -> PersonMerge:
    """Everything of `gone` becomes `kept`'s. Raises SamePerson, NikWouldBeLost, OtherOffices."""
    if kept.id == gone.id:
        raise SamePerson
    expect_version(kept, versions[0])
    expect_version(gone, versions[1])
    if kept.provisional and not gone.provisional:
        raise NikWouldBeLost
    _expect_all_in_scope(by, kept.id, gone.id)
    before = {name: audit.plain(getattr(kept, name)) for name in FIELDS if name in draft.take}
    moved = _move(kept.id, gone.id)
    for name in before:
        setattr(kept, name, getattr(gone, name))
    changes = audit.changes_of(kept)
    gone.merged_into_id = kept.id
    done = PersonMerge(
        kept_id=kept.id,
        merged_id=gone.id,
        reason=draft.reason,
        moved=moved,
        before_sealed=vault().seal(json.dumps(before).encode(), bound_to=_bound(kept)) if before else None,
        merged_by_id=by.id,
    )
    db.session.add(done)
    flush()
    pair_queries.remember(kept.id, gone.id, PairState.MERGED, by=by)
    search_actions.refresh([kept.id])
    told = {name: len(rows) for name, rows in moved.items()}
    audit.record("person:merge", kept, by, changes=changes | {"moved": told}, reason=draft.reason)
    audit.record("person:merged-into", gone, by, changes={"person": kept.id}, reason=draft.reason)
    return done


def unmerge(done: PersonMerge, reason: str, *, version: int | None, by: Account) -> Person:
    """Both as they were; what was recorded since stays with the person kept. Raises MergedSince."""
    expect_version(done, version)
    if done.undone_at is not None:
        raise UndoneAlready
    kept, gone = db.session.get_one(Person, done.kept_id), db.session.get_one(Person, done.merged_id)
    if kept.merged_into_id is not None:
        raise MergedSince
    _expect_all_in_scope(by, kept.id)
    for place, rows in reversed(done.moved.items()):
        _put_back(place, rows)
    if done.before_sealed is not None:
        before = json.loads(vault().unseal(done.before_sealed, bound_to=_bound(kept)))
        for name, value in before.items():
            if getattr(kept, name) == getattr(gone, name):  # else somebody has corrected it since
                setattr(kept, name, _typed(name, value))
    changes = audit.changes_of(kept)
    gone.merged_into_id = None
    done.undone_at, done.undone_by_id, done.undo_reason = clock.now(), by.id, reason
    flush()
    pair_queries.remember(kept.id, gone.id, PairState.SUGGESTED, by=by)
    search_actions.refresh([kept.id, gone.id])
    audit.record("person:unmerge", kept, by, changes=changes, reason=reason)
    audit.record("person:unmerged-from", gone, by, changes={"person": kept.id}, reason=reason)
    return gone


def _move(kept: int, gone: int) -> Moved:
    moved: Moved = {}
    pairs = _same_cohort(kept, gone)
    for name, unique in OF_AN_ENROLMENT:
        for mine, theirs in pairs:
            _redirect(moved, name, "participation_id", theirs, mine, unique)
    for name, unique in OF_A_PERSON:
        _redirect(moved, name, "person_id", gone, kept, unique)
    _redirect(moved, "person", "merged_into_id", gone, kept, ())
    return moved


def _same_cohort(kept: int, gone: int) -> list[tuple[int, int]]:
    """Enrolments of both in one intake: the list named the person twice, and both rows stay countable."""
    mine = Base.metadata.tables["participation"].alias("mine")
    theirs = Base.metadata.tables["participation"].alias("theirs")
    query = sa.select(mine.c.id, theirs.c.id).where(
        mine.c.person_id == kept, theirs.c.person_id == gone, mine.c.cohort_id == theirs.c.cohort_id
    )
    return [(one, other) for one, other in db.session.execute(query)]


def _redirect(moved: Moved, name: str, column: str, was: int, becomes: int, unique: tuple[str, ...]) -> None:
    table = Base.metadata.tables[name]
    mine = table.alias("mine")
    rows = sa.select(table.c.id).where(table.c[column] == was)
    if unique:
        there = sa.select(mine.c.id).where(
            mine.c[column] == becomes, *(mine.c[other] == table.c[other] for other in unique)
        )
        rows = rows.where(~there.exists())
    ids = list(db.session.scalars(rows))
    if ids:
        moved.setdefault(f"{name}.{column}", {}).update({str(row): was for row in ids})
        _point(table, column, ids, becomes)


def _put_back(place: str, rows: Mapping[str, int]) -> None:
    name, column = place.split(".")
    table = Base.metadata.tables[name]
    for was in set(rows.values()):
        _point(table, column, [int(row) for row, value in rows.items() if value == was], was)


def _point(table: sa.Table, column: str, ids: Iterable[int], to: int) -> None:
    """The version grows, so that a form left open on such a row does not write over it."""
    values: dict[str, Any] = {column: to}
    if "version" in table.c:
        values["version"] = table.c.version + 1
    db.session.execute(sa.update(table).where(table.c.id.in_(list(ids))).values(values))
    db.session.expire_all()


def _expect_all_in_scope(by: Account, *people: int) -> None:
    if any(queries.enrolled_elsewhere(person, by) for person in people):
        raise OtherOffices


def _typed(name: str, value: Any) -> Any:
    column = Person.__table__.c[name].type
    codes = getattr(column, "enum_class", None)
    if value is None or codes is None:
        return date.fromisoformat(value) if value and name == "birth_date" else value
    return codes(value)


def _bound(kept: Person) -> str:
    return f"person_merge:{kept.client_key}"


def visible(merge_id: int, account: Account) -> PersonMerge:
    """One merge, for those who see the person kept."""
    found = db.session.get(PersonMerge, merge_id)
    if found is None or not queries.sees(found.kept_id, account):
        raise NotFound
    return found
