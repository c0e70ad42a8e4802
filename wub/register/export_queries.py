"""The participants that are visible and asked for, one row an enrolment, for taking away. Never a NIK."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from typing import Any

import sqlalchemy as sa

from models.account import Account
from models.agency import Agency, Cohort
from models.base import db
from models.business import Business
from models.group import Group
from models.participation import Participation
from models.person import Person
from models.reference import Area
from models.vocabulary import Code
from wub.access.scope import sees_participation
from wub.register.people_queries import PeopleFilter, chosen, latest_status

HEADINGS = (
    "Nama",
    "Jenis kelamin",
    "Kelurahan",
    "Kecamatan",
    "Telepon",
    "Usaha",
    "Sektor",
    "SKPD",
    "Angkatan",
    "Kelompok",
    "Terdaftar",
    "Keluar",
    "Alasan keluar",
    "Keadaan terakhir",
    "Punya NIK",
)
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def participants_csv(wanted: PeopleFilter, account: Account) -> tuple[str, int]:
    """The file, as Excel in Indonesian reads it (semicolons), and how many rows it holds."""
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(HEADINGS)
    number = 0
    for row in _rows(wanted, account):
        writer.writerow([safe(value) for value in row])
        number += 1
    return out.getvalue(), number


def safe(value: Any) -> str:
    """Text that no spreadsheet takes for a formula."""
    if value is None:
        return ""
    if isinstance(value, Code):
        return value.label
    text = str(value).replace("\x00", "")
    return f"'{text}" if text.startswith(_STARTS_A_FORMULA) else text


def _rows(wanted: PeopleFilter, account: Account) -> Iterator[tuple[Any, ...]]:
    district = sa.orm.aliased(Area)
    area = sa.orm.aliased(Area)
    people = chosen(wanted, account).with_only_columns(Person.id).order_by(None)
    statement = (
        sa.select(
            Person.name,
            Person.sex,
            area.name,
            district.name,
            Person.phone,
            sa.func.coalesce(Business.name, Business.product),
            Business.sector,
            Agency.short_name,
            Cohort.year,
            Group.name,
            Participation.enrolled_on,
            Participation.exited_on,
            Participation.exit_reason,
            latest_status(account),
            Person.nik_index.is_not(None),
        )
        .join(Participation, Participation.person_id == Person.id)
        .join(Cohort, Cohort.id == Participation.cohort_id)
        .join(Agency, Agency.id == Cohort.agency_id)
        .outerjoin(Group, Group.id == Participation.group_id)
        .outerjoin(Business, Business.id == Participation.business_id)
        .outerjoin(area, area.code == Person.area_code)
        .outerjoin(district, district.code == area.parent_code)
        .where(Person.id.in_(people), sees_participation(account))
        .order_by(Person.name, Person.id, Participation.enrolled_on, Participation.id)
        .execution_options(yield_per=1000)
    )
    for row in db.session.execute(statement):
        told = list(row)
        told[4] = _dialled(told[4])
        told[14] = "ya" if told[14] else "tidak"
        yield tuple(told)


def _dialled(phone: str | None) -> str | None:
    """0812-0000-0001: as people dial it, and text to a spreadsheet."""
    if not phone:
        return None
    local = "0" + phone.removeprefix("+62")
    return "-".join(part for part in (local[:4], local[4:8], local[8:]) if part)
