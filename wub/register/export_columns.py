"""What the list tells of each enrolment when it is taken away; of the NIK only its mask."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import sqlalchemy as sa

from models.business import Business
from models.checkup import Checkup
from models.participation import Participation
from models.person import Person
from models.vocabulary import (
    Code,
    Education,
    ExitReason,
    Funding,
    NikCheck,
    Route,
    Sector,
    Sex,
    Status,
    Verification,
)
from wub.row_workbook import Column, Kind


class Told(NamedTuple):
    """A column of the workbook and where it comes from."""

    column: Column
    value: sa.SQLColumnExpression[Any]


class Names(NamedTuple):
    """Small lists, looked up once instead of joined a hundred thousand times."""

    villages: Mapping[str, str]
    districts: Mapping[str, str]
    offices: Mapping[int, str]
    years: Mapping[int, int]
    groups: Mapping[int, str]


def told(names: Names) -> list[Told]:
    day = Kind.DAY
    return [
        Told(Column("Nama", width=28), Person.name),
        Told(Column("NIK (disamarkan)", width=19, absent="belum ber-NIK"), Person.nik_mask),
        _code("Pemeriksaan NIK", NikCheck, Person.nik_check, width=18),
        _code("Jenis kelamin", Sex, Person.sex, width=13),
        Told(Column("Tanggal lahir", day, 12, repeats=True), Person.birth_date),
        _code("Pendidikan", Education, Person.education, width=18),
        _named("Kelurahan", names.villages.get, Person.area_code, width=20),
        _named("Kecamatan", names.districts.get, Person.area_code, width=20),
        Told(Column("Telepon", width=16, tell=dialled), Person.phone),
        Told(Column("Usaha", width=28), sa.func.coalesce(Business.name, Business.product)),
        _code("Sektor", Sector, Business.sector, width=20),
        Told(Column("Mulai usaha", day, 12, repeats=True), Business.started_on),
        _named("SKPD", names.offices.get, Participation.cohort_id),
        Told(
            Column("Angkatan", Kind.YEAR, 10, tell=names.years.get, repeats=True),
            Participation.cohort_id,
        ),
        _named("Kelompok", names.groups.get, Participation.group_id, absent="tanpa kelompok", width=24),
        _code("Jalur masuk", Route, Participation.route, width=24),
        _code("Sumber dana", Funding, Participation.funding, width=14),
        Told(Column("Terdaftar", day, 12, repeats=True), Participation.enrolled_on),
        Told(Column("Keluar", day, 12, "belum keluar", repeats=True), Participation.exited_on),
        _code("Alasan keluar", ExitReason, Participation.exit_reason, absent="belum keluar"),
        _code("Keadaan terakhir", Status, Checkup.status, absent=Status.NOT_ASKED.label, width=18),
        Told(Column("Didata pada", day, 12, "belum didata", repeats=True), Checkup.as_of_date),
        _named("Bukti", _proof, Checkup.verification, absent="belum didata", width=30),
        Told(Column("Omzet sebulan (Rp)", Kind.NUMBER, 16), Checkup.sales_last_month),
    ]


def dialled(phone: str) -> str:
    """0812-0000-0001: as people dial it, and text to a spreadsheet."""
    local = "0" + phone.removeprefix("+62")
    return "-".join(part for part in (local[:4], local[4:8], local[8:]) if part)


def _code(
    heading: str, codes: type[Code], value: Any, *, absent: str = "belum diketahui", width: int = 16
) -> Told:
    """The code as it is kept, and its label made once."""
    labels = {code.value: code.label for code in codes}
    column = Column(
        heading, width=width, absent=absent, tell=labels.get, repeats=True, choices=list(labels.values())
    )
    return Told(column, sa.type_coerce(value, sa.String))


def _named(
    heading: str,
    name_of: Callable[[Any], str | None],
    value: Any,
    *,
    absent: str = "belum diketahui",
    width: int = 16,
) -> Told:
    return Told(Column(heading, width=width, absent=absent, tell=name_of, repeats=True), value)


def _proof(level: int) -> str:
    return Verification(level).label
