"""The participants that are visible and asked for, one row an enrolment, streamed into a workbook."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import IO, Any

import sqlalchemy as sa

from models.account import Account
from models.agency import Agency, Cohort
from models.base import db
from models.business import Business
from models.checkup import Checkup
from models.group import Group
from models.participation import Participation
from models.person import Person
from models.reference import Area
from wub.access.scope import sees_participation
from wub.clock import today
from wub.register.export_columns import Names, Told, told
from wub.register.people_queries import PeopleFilter, chosen
from wub.row_workbook import Summary, write

BATCH = 2000


def participants_workbook(
    file: IO[bytes], wanted: PeopleFilter, filters: Sequence[tuple[str, str]], account: Account
) -> int:
    """How many rows it holds; `filters` as they are told on the first sheet."""
    columns = told(_names())
    office = next(place for place, one in enumerate(columns) if one.column.heading == "SKPD")
    cohorts: Counter[int] = Counter()

    def batches() -> Iterator[Sequence[Any]]:
        for batch in _batches(wanted, account, columns):
            cohorts.update(row[office] for row in batch)
            yield batch

    def summary(rows: int) -> Summary:
        return _summary(rows, filters, cohorts)

    listed = [one.column for one in columns]
    return write(file, listed, batches(), name="Peserta", summary=summary)


def _batches(wanted: PeopleFilter, account: Account, columns: Sequence[Told]) -> Iterator[Sequence[Any]]:
    """From a cursor that stays open (on the server, with PostgreSQL), in the order of the list."""
    people = chosen(wanted, account).with_only_columns(Person.id).order_by(None)
    values: list[sa.ColumnElement[Any]] = [one.value.label(f"c{place}") for place, one in enumerate(columns)]
    statement = (
        sa.select(*values)
        .select_from(Person)
        .join(Participation, Participation.person_id == Person.id)
        .outerjoin(Business, Business.id == Participation.business_id)
        .outerjoin(Checkup, Checkup.id == _latest_checkup())
        .where(Person.id.in_(people), sees_participation(account))
        .order_by(Person.name, Person.id, Participation.enrolled_on, Participation.id)
        .execution_options(yield_per=BATCH)
    )
    yield from db.session.execute(statement).partitions()


def _latest_checkup() -> sa.ScalarSelect[int]:
    """Of this enrolment, not of the person: what one office found is not what another did."""
    newer = sa.orm.aliased(Checkup)
    return (
        sa.select(newer.id)
        .where(newer.participation_id == Participation.id)
        .order_by(newer.as_of_date.desc(), newer.id.desc())
        .limit(1)
        .correlate(Participation)
        .scalar_subquery()
    )


def _names() -> Names:
    district = sa.orm.aliased(Area)
    areas = db.session.execute(
        sa.select(Area.code, Area.name, district.name).join(district, district.code == Area.parent_code)
    ).all()
    intakes = db.session.execute(
        sa.select(Cohort.id, Agency.short_name, Cohort.year).join(Agency, Agency.id == Cohort.agency_id)
    ).all()
    groups = db.session.execute(sa.select(Group.id, Group.name)).all()
    return Names(
        villages={code: name for code, name, _above in areas},
        districts={code: above for code, _name, above in areas},
        offices={number: office for number, office, _year in intakes},
        years={number: year for number, _office, year in intakes},
        groups=dict(groups),
    )


def _summary(rows: int, filters: Sequence[tuple[str, str]], cohorts: Counter[int]) -> Summary:
    intakes = db.session.execute(
        sa.select(Cohort.id, Agency.short_name)
        .join(Agency, Agency.id == Cohort.agency_id)
        .order_by(Agency.position, Agency.code)
    )
    offices: Counter[str] = Counter()
    for number, office in intakes:
        if number in cohorts:
            offices[office] += cohorts[number]
    facts: list[tuple[str, str | int]] = [
        ("Diunduh pada", today().strftime("%d/%m/%Y")),
        ("Baris (pendaftaran)", rows),
        ("Satu baris", "satu pendaftaran; orang yang terdaftar dua kali berdiri di dua baris"),
        *(filters or [("Saringan", "tanpa saringan: semua yang dapat Anda lihat")]),
        ("Perhatian", "memuat data pribadi: simpan seperlunya, jangan diteruskan tanpa dasar"),
    ]
    return Summary("Daftar peserta Wira Usaha Baru", facts, "SKPD", list(offices.items()))
