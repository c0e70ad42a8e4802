"""Many rows are asked about and written together; each obeys the rules as if it had come by itself."""

from __future__ import annotations

import re
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest
import sqlalchemy as sa

from imports import Kind
from models import AuditEntry, Checkup, ImportRun, StagedRow
from models.base import Base
from models.vocabulary import Role
from tests import factories
from tests.importing.other_lists import brought_in, outcomes, problems_of, sheet, staged_as
from wub.importing.lists import entering

DAY = date(2026, 3, 2)
NUMBERED = re.compile(r"'\w+_id': \[None, \d+\]")  # in the trail's own words
UNLIKE = {"id", "client_key", "created_at", "updated_at"}
OFFICE_NIKS = [f"63710157059{number:05}" for number in range(1, 13)]


@pytest.fixture
def office(session):
    return factories.agency()


@pytest.fixture
def officer(session, office):
    return factories.account(role=Role.OFFICER, agency=office)


@pytest.fixture
def people(session, office):
    cohort = factories.cohort(2025, agency=office)
    everybody = []
    for number, nik in enumerate(OFFICE_NIKS):
        person = factories.person(name=f"Peserta Contoh {number}", nik=nik)
        everybody.append(factories.participation(person=person, cohort=cohort))
    return everybody


@pytest.fixture
def consultant(session, people):
    mentor = factories.account(role=Role.CONSULTANT, name="Konsultan Contoh")
    for one in people[:-2]:
        factories.assignment(participation=one, consultant=mentor, starts_on=date(2025, 1, 1))
    return mentor


def checkups(chance: Random) -> bytes:
    """With rows of every kind of refusal, doubles, contradictions and sales far from the row before."""
    rows = [
        [
            chance.choice([*OFFICE_NIKS, "6371015705999999"]),
            chance.choice(("3", "6", "12")),
            DAY + timedelta(days=30 * chance.randrange(-14, 9)),
            chance.choice(("masih jalan", "masih jalan", "tutup", "tidak ditemukan")),
            chance.choice(("didatangi", "telepon")),
            chance.choice((1, 2, 3)),
            chance.choice(("2 jt", "3 jt", "40 jt", "")),
        ]
        for _ in range(60)
    ]
    return sheet("NIK|BULAN KE-|TGL MONITORING|KEADAAN USAHA|SUMBER|BUKTI|OMZET|NAMA PESERTA", *_named(rows))


def visits(chance: Random) -> bytes:
    rows = [
        [
            chance.choice([*OFFICE_NIKS, "6371015705999999"]),
            DAY + timedelta(days=chance.randrange(12)),
            chance.choice(("09.00 s/d 10.00", "13.00 s/d 14.00", "11.00 s/d 10.00")),
            "Konsultan Contoh",
            "Kunjungan lapangan",
            chance.choice(("Keuangan", "Pemasaran")),
            chance.choice(("2 jt", "3 jt", "")),
            chance.choice(("", "Membeli buku kas")),
        ]
        for _ in range(60)
    ]
    header = "NIK|TANGGAL KUNJUNGAN|JAM|KONSULTAN|CARA|MATERI|OMZET|TINDAK LANJUT|NAMA PESERTA"
    return sheet(header, *_named(rows))


def stands(chance: Random) -> bytes:
    rows = [
        [
            chance.choice(OFFICE_NIKS),
            f"Bazar {chance.randrange(4)}",
            *(
                "Dinas Contoh",
                "Kota Banjarmasin",
                DAY,
                DAY + timedelta(days=chance.choice((3, -1))),
                "Siring",
            ),
            chance.choice(("ikut", "ikut", "tidak hadir", "pengganti")),
            chance.choice((2, 4, 9)),
            chance.choice(("2 jt", "")),
            chance.choice(("", "", "", "Peserta Contoh 3")),
        ]
        for _ in range(60)
    ]
    header = "NIK|NAMA PAMERAN|PENYELENGGARA|TINGKAT|TANGGAL MULAI|TANGGAL SELESAI|TEMPAT|KEHADIRAN"
    return sheet(f"{header}|HARI BERJAGA|PENJUALAN LANGSUNG|MENGGANTIKAN|NAMA PESERTA", *_named(rows))


def gifts(chance: Random) -> bytes:
    rows = [
        [
            f"PT Mitra {chance.randrange(5)}",
            "perusahaan swasta",
            f"{chance.randrange(3)}/PKS",
            chance.choice((DAY, "")),
            chance.choice((DAY, DAY + timedelta(days=90))),
            "barang",
            DAY + timedelta(days=chance.randrange(3)),
            "mesin",
            "5 jt",
            chance.choice(OFFICE_NIKS),
        ]
        for _ in range(60)
    ]
    header = "NAMA MITRA|JENIS MITRA|NOMOR PERJANJIAN|DITANDATANGANI|MULAI BERLAKU|DIBERIKAN SEBAGAI"
    return sheet(f"{header}|TANGGAL REALISASI|YANG DIBERIKAN|NILAI REALISASI|NIK|NAMA PESERTA", *_named(rows))


def payments(chance: Random) -> bytes:
    rows = [
        [
            chance.choice((2025, 2026)),
            f"2.17.{chance.randrange(12):02}",
            "Kegiatan contoh",
            "APBD",
            chance.choice((1_000_000, 1_000_000, 2_000_000)),
            DAY + timedelta(days=chance.choice((0, 1, 500))),
            chance.choice((100_000, 200_000)),
            f"SP2D/{chance.randrange(30)}",
            "Bahan",
        ]
        for _ in range(60)
    ]
    header = "TAHUN ANGGARAN|KODE KEGIATAN|NAMA KEGIATAN|SUMBER DANA|ANGGARAN|TANGGAL SP2D|BELANJA|NOMOR SP2D"
    return sheet(f"{header}|UNTUK APA", *rows)


def targets(chance: Random) -> bytes:
    rows = [
        [
            chance.choice(("I1", "I2", "I2", "I77")),
            chance.choice(("60%", "70%", "banyak")),
            chance.choice((2025, 2026, 2027)),
            chance.choice(("", "DINSOS")),
            "RPJMD",
            "Dokumen contoh",
        ]
        for _ in range(40)
    ]
    return sheet("INDIKATOR|NILAI TARGET|TAHUN|SKPD|SUMBER|DOKUMEN SUMBER", *rows)


LISTS = {
    Kind.CHECKUPS: checkups,
    Kind.VISITS: visits,
    Kind.EXHIBITIONS: stands,
    Kind.PARTNERS: gifts,
    Kind.BUDGET: payments,
    Kind.TARGETS: targets,
}
TABLES = ("checkup", "visit", "visit_attendee", "action_item", "exhibition", "exhibition_entry", "partner")
TABLES += ("agreement", "realisation", "budget_line", "spending", "target", "audit_entry")


def _named(rows: list[list[Any]]) -> list[list[Any]]:
    return [[*row, ""] for row in rows]


@pytest.mark.parametrize("kind", LISTS)
@pytest.mark.parametrize("seed", range(3))
def test_many_rows_together_end_as_each_row_by_itself(
    session, office, officer, people, consultant, monkeypatch, kind, seed
):
    data = LISTS[kind](Random(seed))
    together, told = _entered(session, kind, data, office, officer)
    monkeypatch.setattr(entering, "ROWS_TOGETHER", 1)
    alone, told_alone = _entered(session, kind, data, office, officer)
    assert told == told_alone
    assert together == alone
    assert len(told["outcomes"]) > 1


def _entered(session, kind, data, office, officer):
    """What the register holds afterwards, and what every row was told; then all of it is taken back."""
    with session.begin_nested() as before:
        run = brought_in(kind, data, office, by=officer)
        told = {"outcomes": outcomes(run), "problems": problems_of(run), "rows": _rows(session, run)}
        held = {name: _held(session, Base.metadata.tables[name]) for name in TABLES}
        before.rollback()
    session.expire_all()
    return held, told


def _rows(session, run: ImportRun) -> list[Any]:
    query = sa.select(StagedRow.row_number, StagedRow.row_group, StagedRow.participation_id)
    return session.execute(query.where(StagedRow.import_run_id == run.id).order_by(StagedRow.id)).all()


def _held(session, table: sa.Table) -> list[str]:
    """All but ids: those that PostgreSQL gave out for what was taken back are not given out again."""
    unlike = UNLIKE | {one.name for one in table.c if one.foreign_keys} | {"subject_id", "at"}
    columns = [one for one in table.c if one.name not in unlike]
    told = [repr(tuple(row)) for row in session.execute(sa.select(*columns))]
    return sorted(NUMBERED.sub("", row) for row in told if "import:" not in row)


def test_a_rule_sees_the_rows_above_it(session, office, officer, people):
    """A number is compared with the last one, also when that came in with the same list."""
    header = "NIK|BULAN KE-|TGL MONITORING|KEADAAN USAHA|SUMBER|BUKTI|OMZET|NAMA PESERTA"
    nik = OFFICE_NIKS[0]
    rows = [
        [nik, "6", date(2025, 9, 1), "masih jalan", "didatangi", 2, "2 jt", ""],
        [nik, "12", date(2026, 3, 1), "masih jalan", "didatangi", 2, "40 jt", ""],
    ]
    run = brought_in(Kind.CHECKUPS, sheet(header, *rows), office, by=officer)
    assert problems_of(run) == {3: ["jauh_dari_sebelumnya"]}


def test_what_only_the_database_refuses_is_told_at_its_row_and_stops_no_other(session, office, officer):
    header = "TAHUN ANGGARAN|KODE KEGIATAN|NAMA KEGIATAN|ANGGARAN|TANGGAL SP2D|BELANJA|NOMOR SP2D|UNTUK APA"
    rows = [[2026, f"2.{at:02}", "Kegiatan", 900_000, DAY, 5_000, f"S/{at}", "Bahan"] for at in range(9)]
    rows[6][6] = "S/1"
    run = brought_in(Kind.BUDGET, sheet(header, *rows), office, by=officer)
    assert problems_of(run) == {8: ["sp2d_sudah_ada"]}
    assert outcomes(run) == {"accepted": 8, "rejected": 1}
    assert len(_held(session, Base.metadata.tables["budget_line"])) == 8


def test_every_record_of_a_list_is_in_the_trail(session, office, officer, people):
    header = "NIK|BULAN KE-|TGL MONITORING|KEADAAN USAHA|SUMBER|BUKTI|NAMA PESERTA"
    rows = [[nik, "12", DAY, "masih jalan", "didatangi", 2, ""] for nik in OFFICE_NIKS]
    brought_in(Kind.CHECKUPS, sheet(header, *rows), office, by=officer)
    made = set(session.scalars(sa.select(Checkup.id)))
    entries = session.scalars(sa.select(AuditEntry).where(AuditEntry.action == "checkup:record")).all()
    assert len(made) == len(OFFICE_NIKS)
    assert {one.subject_id for one in entries} == made
    assert {one.account_id for one in entries} == {officer.id}


def test_a_preview_of_many_rows_leaves_the_register_as_it_was(session, office, officer, people):
    run = staged_as(Kind.CHECKUPS, checkups(Random(5)), office, by=officer)
    assert outcomes(run)["accepted"] > 5
    assert session.scalars(sa.select(Checkup)).all() == []
