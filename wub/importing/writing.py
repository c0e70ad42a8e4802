"""Writes a plan into the register: a few large statements in the caller's transaction, never row by row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa

from imports import ParticipantRow
from models import Agency, Business, Cohort, Group, ImportRun, Ownership, Participation, Person, Scheme
from models.base import Base, db, new_key
from models.person import seal_nik, searchable, short_nik
from models.vocabulary import (
    Answer,
    Education,
    Funding,
    NibCheck,
    PriorOccupation,
    Route,
    Sector,
    Sex,
)
from wub.importing.baseline import baseline_checkup, remainder
from wub.importing.bulk import insert, insert_so_many, insert_with_ids
from wub.importing.kinds import At, Made, Tick, Written, no_tick
from wub.importing.plan import Decision, Step

KBLI_EDITION = 2020


def write(
    decisions: Sequence[Decision], run: ImportRun, agency: Agency, by_id: int | None, tick: Tick = no_tick
) -> Written:
    enrolling = [one for one in decisions if one.step is not Step.NOTHING]
    made: dict[str, Made] = {}
    people = _people(decisions, made)
    tick(2, 5)
    cohorts = _cohorts({one.year for one in enrolling if one.year is not None}, agency)
    groups = _groups(enrolling, cohorts, made)
    businesses = _businesses(enrolling, people, made)
    tick(3, 5)
    intakes = [_intake(one, cohorts) for one in enrolling]
    rows = (
        {
            "person_id": people[identity],
            "cohort_id": cohort.id,
            "group_id": groups.get((cohort.id, values.group_name)) if values.group_name else None,
            "business_id": business,
            "enrolled_on": _enrolled_on(values, cohort),
            "funding": Funding.NOT_ASKED,
            "route": Route.NOT_ASKED,
            "import_run_id": run.id,
            "note": remainder(values),
        }
        for (values, identity, cohort), business in zip(intakes, businesses, strict=True)
    )
    numbers = insert_so_many(Participation, len(enrolling), rows)
    tick(4, 5)
    checkups = (
        baseline_checkup(values, number, business, _enrolled_on(values, cohort), by_id)
        for (values, _, cohort), number, business in zip(intakes, numbers, businesses, strict=True)
        if values.sales_before is not None
    )
    insert(Base.metadata.tables["checkup"], checkups)
    intakes.clear()
    following = iter(numbers)
    written: dict[At, tuple[int | None, int | None]] = {}
    for one in decisions:
        participation = None if one.step is Step.NOTHING else next(following)
        if one.identity is not None and one.identity in people:
            written[one.sheet, one.row.row] = people[one.identity], participation
    return Written(written, len(numbers), made)


def _intake(one: Decision, cohorts: dict[int, Cohort]) -> tuple[ParticipantRow, bytes, Cohort]:
    if one.row.values is None or one.identity is None or one.year is None:
        raise ValueError("a row without a person cannot be enrolled")
    return one.row.values, one.identity, cohorts[one.year]


def _enrolled_on(values: ParticipantRow, cohort: Cohort) -> date:
    return values.enrolled_on or cohort.opened_on or date(cohort.year, 12, 31)


def _people(decisions: Iterable[Decision], made: dict[str, Made]) -> dict[bytes, int]:
    """Identity → person id; adds those whom the register did not know."""
    people: dict[bytes, int] = {}
    new: dict[bytes, ParticipantRow] = {}
    for one in decisions:
        if one.identity is None or one.row.values is None:
            continue
        if one.person_id is not None:
            people[one.identity] = one.person_id
        elif one.step is Step.NEW:
            new.setdefault(one.identity, one.row.values)
    rows = (_person(values, identity) for identity, values in new.items())
    numbers = insert_so_many(Person, len(new), rows)
    made["person"] = in_ranges(numbers)
    people.update(zip(new, numbers, strict=True))
    return people


def _person(values: ParticipantRow, identity: bytes) -> dict[str, Any]:
    key = new_key()
    return {
        "client_key": key,
        "name": values.name,
        "nik_sealed": seal_nik(values.nik, key) if values.nik else None,
        "nik_index": identity if values.nik else None,  # the same blind index
        "nik_mask": short_nik(values.nik) if values.nik else None,
        "provisional_key": None if values.nik else identity.decode(),
        "sex": values.sex or Sex.NOT_ASKED,
        "birth_date": values.birth_date,
        "address": values.address,
        "rt": values.rt,
        "rw": values.rw,
        "area_code": values.area_code,
        "phone": values.phone,
        "education": values.education or Education.NOT_ASKED,
        "prior_occupation": values.prior_occupation or PriorOccupation.NOT_ASKED,
        "search_text": searchable(values.name, [values.business_name], values.phone),
    }


def _cohorts(years: set[int], agency: Agency) -> dict[int, Cohort]:
    scheme = db.session.scalars(sa.select(Scheme).order_by(Scheme.id).limit(1)).one()
    found = sa.select(Cohort).where(
        Cohort.agency_id == agency.id, Cohort.scheme_id == scheme.id, Cohort.year.in_(years)
    )
    cohorts = {cohort.year: cohort for cohort in db.session.scalars(found)}
    for year in sorted(years - cohorts.keys()):
        cohorts[year] = Cohort(
            code=f"{year}-{agency.code}", year=year, agency_id=agency.id, scheme_id=scheme.id
        )
        db.session.add(cohorts[year])
    db.session.flush()
    return cohorts


def _groups(
    enrolling: list[Decision], cohorts: dict[int, Cohort], made: dict[str, Made]
) -> dict[tuple[int, str], int]:
    wanted = {
        (cohorts[one.year].id, one.row.values.group_name)
        for one in enrolling
        if one.year is not None and one.row.values is not None and one.row.values.group_name
    }
    stored = sa.select(Group.cohort_id, Group.name, Group.id).where(
        Group.cohort_id.in_({cohort for cohort, _ in wanted})
    )
    groups = {(cohort, name): number for cohort, name, number in db.session.execute(stored)}
    missing = sorted(wanted - groups.keys())
    rows = [{"cohort_id": cohort, "name": name} for cohort, name in missing]
    numbers = insert_with_ids(Group, rows)
    made["working_group"] = in_ranges(numbers)
    groups.update(zip(missing, numbers, strict=True))
    return groups


def _businesses(
    enrolling: list[Decision], people: dict[bytes, int], made: dict[str, Made]
) -> list[int | None]:
    """Of each enrolled row; a known person's business of that name is used again."""
    known = _owned({one.person_id for one in enrolling if one.person_id is not None})
    found: list[int | None] = []
    new: list[ParticipantRow] = []
    owners: list[int] = []
    met: dict[str, int] = {}  # person and name → position among the new ones
    waiting: list[tuple[int, int]] = []  # position of the row, position among the new ones
    for at, one in enumerate(enrolling):
        values = one.row.values
        if values is None or one.identity is None or not _tells_of_one(values):
            found.append(None)
            continue
        owner = people[one.identity]
        called = _called(owner, values.business_name)
        found.append(known.get(called))
        if found[at] is None:
            if called not in met:
                met[called] = len(new)
                new.append(values)
                owners.append(owner)
            waiting.append((at, met[called]))
    known.clear()
    met.clear()  # room for what is written
    numbers = insert_so_many(Business, len(new), map(_business, new))
    made["business"] = in_ranges(numbers)
    for at, position in waiting:
        found[at] = numbers[position]
    rows = (
        {"business_id": business, "person_id": owner} for business, owner in zip(numbers, owners, strict=True)
    )
    insert(Base.metadata.tables["ownership"], rows)
    return found


def _tells_of_one(values: ParticipantRow) -> bool:
    return bool(values.business_name or values.sector or values.product)


def _called(person: int, name: str | None) -> str:
    return f"{person} {(name or '').casefold()}"


def _owned(people: set[int]) -> dict[str, int]:
    owned: dict[str, int] = {}
    chosen = sorted(people)
    for start in range(0, len(chosen), 500):
        rows = sa.select(Ownership.person_id, Business.name, Business.id).join(
            Business, Business.id == Ownership.business_id
        )
        for person, name, business in db.session.execute(
            rows.where(Ownership.person_id.in_(chosen[start : start + 500]))
        ):
            owned[_called(person, name)] = business
    return owned


def _business(values: ParticipantRow) -> dict[str, Any]:
    return {
        "name": values.business_name,
        "sector": values.sector or Sector.NOT_ASKED,
        "product": values.product,
        "kbli_code": values.kbli,
        "kbli_edition": KBLI_EDITION if values.kbli else None,
        "nib": values.nib,
        "nib_check": NibCheck.CLAIMED if values.nib else NibCheck.NOT_ASKED,
        "started_on": values.business_start,
        "capital": values.capital,
        "capital_answer": Answer.KNOWN if values.capital is not None else Answer.NOT_ASKED,
    }


def in_ranges(numbers: Iterable[int]) -> Made:
    """[4, 5, 6, 9] → [[4, 6], [9, 9]]: a hundred thousand new people are one line."""
    ranges: Made = []
    for number in sorted(numbers):
        if ranges and ranges[-1][1] == number - 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    return ranges
