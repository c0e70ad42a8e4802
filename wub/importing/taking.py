"""Values that the register takes over from a list because an officer said so, person by person."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from models import Account, ImportRun, Person, RowAnswer
from models.base import db
from models.vocabulary import N_
from wub import audit
from wub.importing.differences import Difference, as_value, differences
from wub.importing.judging import Judged
from wub.importing.kinds import At
from wub.importing.plan import Plan
from wub.importing.sealing import sealed, unsealed
from wub.records import flush
from wub.register import search_actions

CHANGED_SINCE = N_("data orang yang diubah sesudah impor ini")


def any_taken(run: ImportRun) -> bool:
    return any(one.fields for one in answers(run))


def keep_still_possible(run: ImportRun, judged: Judged) -> None:
    """After judging anew: an answer about values that are no longer what the officer saw is forgotten."""
    for one in answers(run):
        now = judged.differences.get((one.sheet, one.row_number))
        same = now is not None and (now.person_id, now.version) == (one.changed_person_id, one.seen_version)
        if one.fields and not same:
            one.fields, one.seen_version, one.changed_person_id = [], None, None
        elif now is not None:
            one.fields = [field for field in one.fields if field in now.fields]


def take(run: ImportRun, plan: Plan, by: Account | None) -> int:
    """Writes what was chosen; who was changed meanwhile stays as they are. Returns how many."""
    chosen = answers(run)
    if not chosen:
        return 0
    found = differences(plan)
    answered = {(one.sheet, one.row_number) for one in chosen}
    niks = {
        one.at: (one.person_id, row.values.nik)
        for one, row in plan.judged()
        if one.at in answered and one.person_id is not None and row.values is not None
    }
    changed = 0
    for answer in chosen:
        at = (answer.sheet, answer.row_number)
        before = _take_fields(answer, found.get(at)) | _take_nik(answer, *niks.get(at, (None, None)))
        if before and answer.changed_person_id is not None:
            _record(run, answer, before, by)
            changed += 1
    return changed


def obstacles(run: ImportRun) -> list[tuple[str, int]]:
    """People who were changed again since: their old values cannot be put back."""
    changed = (
        sa.select(sa.func.count())
        .select_from(RowAnswer)
        .join(Person, Person.id == RowAnswer.changed_person_id)
    )
    mine = (RowAnswer.import_run_id == run.id, Person.version != RowAnswer.version_after)
    number = db.session.scalar(changed.where(*mine)) or 0
    return [(CHANGED_SINCE, number)] if number else []


def put_back(run: ImportRun, by: Account) -> int:
    """What stood in the register before the import stands there again."""
    number = 0
    for one in answers(run):
        if one.changed_person_id is None or one.before_sealed is None:
            continue
        person = db.session.get_one(Person, one.changed_person_id)
        before: dict[str, Any] = json.loads(unsealed(run, one.before_sealed))
        if "provisional_key" in before:
            person.keep_nik(None)
            person.provisional_key = before.pop("provisional_key")
        for field, said in before.items():
            setattr(person, field, as_value(field, said))
        changes = audit.changes_of(person)
        one.changed_person_id = one.before_sealed = one.version_after = None
        flush()
        search_actions.refresh([person.id])
        audit.record("person:take-back", person, by, changes=changes, import_run_id=run.id)
        number += 1
    return number


def answers(run: ImportRun) -> Sequence[RowAnswer]:
    return db.session.scalars(
        sa.select(RowAnswer).where(RowAnswer.import_run_id == run.id).order_by(RowAnswer.id)
    ).all()


def answer_of(run: ImportRun, at: At) -> RowAnswer | None:
    sheet, number = at
    return db.session.scalar(
        sa.select(RowAnswer).where(
            RowAnswer.import_run_id == run.id, RowAnswer.sheet == sheet, RowAnswer.row_number == number
        )
    )


def _take_fields(answer: RowAnswer, now: Difference | None) -> dict[str, Any]:
    """Field → what stood there before; nothing when the person is no longer as the officer saw them."""
    if not answer.fields or now is None:
        return {}
    if (now.person_id, now.version) != (answer.changed_person_id, answer.seen_version):
        return {}
    person = db.session.get_one(Person, now.person_id)
    taken = {field: now.fields[field] for field in answer.fields if field in now.fields}
    for field, (_kept, said) in taken.items():
        setattr(person, field, as_value(field, said))
    return {field: kept for field, (kept, _said) in taken.items()}


def _take_nik(answer: RowAnswer, person_id: int | None, nik: str | None) -> dict[str, Any]:
    """Somebody who was told to be the same person, and had no NIK, gets the one of the list."""
    if nik is None or person_id is None or answer.same_person_id != person_id:
        return {}
    person = db.session.get_one(Person, person_id)
    if not person.provisional:
        return {}
    before = {"provisional_key": person.provisional_key}
    person.keep_nik(nik)
    person.provisional_key = None
    answer.changed_person_id = person.id
    return before


def _record(run: ImportRun, answer: RowAnswer, before: dict[str, Any], by: Account | None) -> None:
    person = db.session.get_one(Person, answer.changed_person_id)
    changes = audit.changes_of(person)
    answer.before_sealed = sealed(run, json.dumps(before).encode())
    flush()
    search_actions.refresh([person.id])
    answer.version_after = person.version
    audit.record("person:take-from-list", person, by, changes=changes, import_run_id=run.id)
