"""Rows that would make somebody new who may be in the register already: asked, never decided here."""

from __future__ import annotations

import json
from collections.abc import Sequence

import sqlalchemy as sa

from imports import ParticipantRow
from imports.check import provisional_key
from models import ImportRun, Person, StagedRow
from models.base import db
from models.vocabulary import RowGroup, Sex
from wub.importing.kinds import At
from wub.importing.known import provisional_identity
from wub.importing.plan import Decision, Plan, Step
from wub.importing.sealing import unsealed
from wub.matching.newcomer_queries import Newcomer, alike
from wub.matching.pair_actions import suggest

MOST = 3  # candidates of one row
MOST_ROWS = 20_000  # beyond that the search of the whole register comes after the import
CERTAIN = 99.0  # same owner and business in the same office, once without a NIK: as good as told
CHUNK = 500

Suspects = dict[At, list[tuple[int, float]]]


def suspects(plan: Plan, agency_code: str) -> Suspects:
    """(sheet, row) → candidates (person id, score), the likeliest first."""
    first: dict[bytes, Decision] = {}
    for one in plan.decisions:
        if one.step is Step.NEW and one.identity:
            first.setdefault(one.identity, one)
    if not first or len(first) > MOST_ROWS:
        return {}
    chosen = {one.at for one in first.values()}
    new = [
        (one, row.values)
        for one, row in plan.judged()
        if one.at in chosen and isinstance(row.values, ParticipantRow)
    ]
    found = alike([_newcomer(values) for _one, values in new])
    for position, person in _once_without_nik([values for _one, values in new], agency_code).items():
        found.setdefault(position, {})[person] = CERTAIN
    return {
        new[position][0].at: sorted(people.items(), key=_likeliest)[:MOST]
        for position, people in found.items()
    }


def propose(run: ImportRun, plan: Plan) -> None:
    """Rows that became somebody new although they may be somebody else: a pair for whoever merges people."""
    rows = sa.select(StagedRow.sheet, StagedRow.row_number, StagedRow.values_sealed).where(
        StagedRow.import_run_id == run.id,
        StagedRow.row_group == RowGroup.PERHAPS,
        StagedRow.values_sealed.is_not(None),
    )
    perhaps = {(sheet, number): values for sheet, number, values in db.session.execute(rows)}
    for one in plan.decisions if perhaps else ():
        if one.became is None or one.at not in perhaps:
            continue
        for other, score in json.loads(unsealed(run, perhaps[one.at] or b"")).get("suspects", ()):
            if one.became != other and db.session.get(Person, other) is not None:
                suggest(one.became, other, score)


def _likeliest(candidate: tuple[int, float]) -> float:
    return -candidate[1]


def _once_without_nik(new: Sequence[ParticipantRow], agency_code: str) -> dict[int, int]:
    """The row has a NIK now; the register has the same owner and business of this office without one."""
    keys = {
        provisional_identity(key, agency_code): position
        for position, values in enumerate(new)
        if values.nik is not None and not (key := provisional_key(values)).endswith("|")
    }
    found: dict[int, int] = {}
    waiting = list(keys)
    for start in range(0, len(waiting), CHUNK):
        some = sa.select(Person.provisional_key, Person.id).where(
            Person.provisional_key.in_(waiting[start : start + CHUNK]), Person.merged_into_id.is_(None)
        )
        found.update({keys[key]: person for key, person in db.session.execute(some) if key is not None})
    return found


def _newcomer(values: ParticipantRow) -> Newcomer:
    return Newcomer(
        values.name,
        values.birth_date,
        values.phone,
        values.area_code,
        values.sex if values.sex in (Sex.MALE, Sex.FEMALE) else None,
        (values.business_name,) if values.business_name else (),
        values.nik is not None,
    )
