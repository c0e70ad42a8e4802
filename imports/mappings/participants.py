"""The columns of a participant list, with the headings seen in the lists of seven offices."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from imports.cells.phones import read_phones
from imports.cells.words import (
    read_count,
    read_education,
    read_kbli,
    read_nib,
    read_occupation,
    read_rt_rw,
    read_sector,
    read_sex,
)
from imports.kinds import Kind
from imports.mappings.columns import Column, ListMapping, ReaderFor, day, money, plain, text
from imports.mappings.participant_headings import ALIASES
from models.vocabulary import N_, Education, PriorOccupation, Sector, Sex


class ParticipantRow(NamedTuple):
    """What one row says. None is unknown, never zero. `area_code` only for a kelurahan that is certain."""

    name: str
    nik: str | None = None
    sex: Sex | None = None
    birth_date: date | None = None
    birth_place: str | None = None
    address: str | None = None
    rt: str | None = None
    rw: str | None = None
    area_code: str | None = None
    kelurahan: str | None = None  # official name when matched, else as written
    kecamatan: str | None = None
    phone: str | None = None
    other_phones: tuple[str, ...] = ()
    education: Education | None = None
    prior_occupation: PriorOccupation | None = None
    business_name: str | None = None
    sector: Sector | None = None
    product: str | None = None
    kbli: str | None = None
    nib: str | None = None
    business_start: date | None = None
    business_start_year: int | None = None  # also when only the year is known
    capital: int | None = None
    sales_before: int | None = None  # rupiah a month
    sales_now: int | None = None
    workers: int | None = None
    workers_male: int | None = None
    workers_female: int | None = None
    group_name: str | None = None
    agency: str | None = None
    cohort_year: int | None = None
    enrolled_on: date | None = None
    aid_kind: str | None = None
    aid_value: int | None = None
    note: str | None = None

    def __reduce__(self) -> tuple[Any, ...]:
        """Unpacked without a call of Python code: rows are packed by the hundred thousand (PackedRows)."""
        return tuple.__new__, (ParticipantRow, (*self,))


_nik = text()  # the row decides: a NIK is compared with birth date and sex (imports.rows)
_place = text()


def _column(
    field: str,
    label: str,
    reader: ReaderFor,
    example: str | int | date | None = None,
    choices: tuple[str, ...] = (),
) -> Column:
    return Column(field, label, ALIASES[field], reader, example, choices)


COLUMNS: tuple[Column, ...] = (
    _column("number", N_("No."), text(), 1),
    _column(
        "name",
        N_("Nama peserta"),
        text(),
        "CONTOH NAMA",
    ),
    _column(
        "nik",
        "NIK",
        _nik,
        "9999010101900001",
    ),
    _column(
        "sex",
        N_("L/P"),
        plain(read_sex),
        "P",
        ("L", "P"),
    ),
    _column("birth_place", N_("Tempat lahir"), text(), "Banjarmasin"),
    _column(
        "birth_date",
        N_("Tanggal lahir"),
        day,
        date(1990, 1, 1),
    ),
    _column(
        "address",
        N_("Alamat"),
        text(500),
        "Jl. Contoh No. 1",
    ),
    _column("rt_rw", N_("RT/RW"), plain(read_rt_rw), "005/002"),
    _column(
        "kelurahan",
        N_("Kelurahan"),
        _place,
        "Kuin Cerucuk",
    ),
    _column(
        "kecamatan",
        N_("Kecamatan"),
        _place,
        "Banjarmasin Barat",
    ),
    _column(
        "phone",
        N_("No. HP"),
        plain(read_phones),
        "081200000000",
    ),
    _column(
        "education",
        N_("Pendidikan"),
        plain(read_education),
        "SMA",
        tuple(code.label for code in Education),
    ),
    _column(
        "prior_occupation",
        N_("Pekerjaan sebelumnya"),
        plain(read_occupation),
        "Ibu rumah tangga",
        tuple(code.label for code in PriorOccupation),
    ),
    _column(
        "business_name",
        N_("Nama usaha"),
        text(),
        "Contoh Kue",
    ),
    _column(
        "sector",
        N_("Jenis usaha"),
        plain(read_sector),
        "Kuliner",
        tuple(code.label for code in Sector),
    ),
    _column("product", N_("Produk"), text(), "Kue basah"),
    _column("kbli", N_("Kode KBLI"), plain(read_kbli), "10792"),
    _column("nib", "NIB", plain(read_nib), "0000000000000"),
    _column(
        "business_start",
        N_("Mulai usaha"),
        day,
        date(2018, 2, 18),
    ),
    _column(
        "capital",
        N_("Modal usaha"),
        money,
        5_000_000,
    ),
    _column(
        "sales_before",
        N_("Omzet sebelum"),
        money,
        1_500_000,
    ),
    _column(
        "sales_now",
        N_("Omzet sesudah"),
        money,
        2_000_000,
    ),
    _column(
        "workers",
        N_("Tenaga kerja"),
        plain(read_count),
        2,
    ),
    _column(
        "workers_male",
        N_("Tenaga kerja laki-laki"),
        plain(read_count),
        1,
    ),
    _column(
        "workers_female",
        N_("Tenaga kerja perempuan"),
        plain(read_count),
        1,
    ),
    _column("group_name", N_("Kelompok"), text(), "Mawar 1"),
    _column(
        "agency",
        N_("SKPD"),
        text(),
        "DISKOPUMKER",
    ),
    _column(
        "cohort_year",
        N_("Tahun angkatan"),
        plain(read_count),
        2018,
    ),
    _column(
        "enrolled_on",
        N_("Tanggal terdaftar"),
        day,
        date(2018, 3, 1),
    ),
    _column(
        "aid_kind",
        N_("Jenis bantuan"),
        text(),
        "Mesin jahit",
    ),
    _column("aid_value", N_("Nilai bantuan"), money, 7_000_000),
    _column("note", N_("Keterangan"), text(2_000), ""),
)

# A bare "Nama" is the name of a person only beside one of these; else it may as well be a shop.
PERSONAL = frozenset(
    ("nik", "sex", "birth_date", "birth_place", "phone", "education", "prior_occupation", "address", "rt_rw")
).union(("business_name", "group_name", "sales_before"))
PARTICIPANTS = ListMapping(
    kind=Kind.PARTICIPANTS,
    label=N_("Daftar peserta"),
    page="Peserta",
    columns=COLUMNS,
    subject="name",
    # Told as missing when absent: without them a list is of little use.
    expected=("nik", "name", "sex", "kelurahan", "phone", "business_name"),
    signs=(
        frozenset({"name", "nik"}),
        frozenset({"name", "sex"}),
        frozenset({"name", "business_name"}),
    ),
    same=N_("NIK sama; tanpa NIK, nama dan usaha sama."),
    guide=(N_("Isi satu orang per baris."),),
)
BY_FIELD = PARTICIPANTS.by_field
