"""An import of any list is taken back whole while nobody has built on it, and else says what stands there."""

from __future__ import annotations

from datetime import date

import pytest
import sqlalchemy as sa

from imports import Kind
from models import BudgetLine, Exhibition, ExhibitionEntry, Spending, StagedRow, Visit, VisitAttendee
from models.vocabulary import Attendance, ImportState, Role
from tests import factories
from tests.importing.other_lists import brought_in, outcomes, sheet
from wub.importing.undo_actions import BuiltOn, undo

STANDS = "NAMA PAMERAN|PENYELENGGARA|TINGKAT|TGL MULAI|TGL SELESAI|LOKASI|NAMA PESERTA|KEHADIRAN"
VISITS = "TANGGAL|JAM|KONSULTAN|NAMA PESERTA|CARA|TINDAK LANJUT"
MONEY = "KODE KEGIATAN|TAHUN|NAMA KEGIATAN|PAGU|TGL SP2D|REALISASI|URAIAN"
LINE = ["1.02.03", 2026, "Pendampingan", "250 juta", date(2026, 5, 4), "15 juta", "Honor"]


@pytest.fixture
def office(session):
    return factories.agency()


@pytest.fixture
def officer(office):
    return factories.account(role=Role.OFFICER, agency=office)


@pytest.fixture
def aluh(session, office):
    who = factories.person(name="Aluh Contoh")
    return factories.participation(person=who, cohort=factories.cohort(2025, agency=office))


def stands(office, officer):
    row = ["Pasar Contoh", "Dinas", "Kota", "10/8/2026", "13/8/2026", "Siring", "Aluh Contoh", "Hadir"]
    return brought_in(Kind.EXHIBITIONS, sheet(STANDS, row), office, by=officer)


def visited(office, officer, aluh):
    factories.assignment(participation=aluh, consultant=factories.account(role=Role.CONSULTANT, name="Anang"))
    row = ["9/3/2026", "09.00-10.00", "Anang", "Aluh Contoh", "Lapangan", "Beli buku"]
    return brought_in(Kind.VISITS, sheet(VISITS, row), office, by=officer)


def everything(session, *tables):
    return [row for table in tables for row in session.scalars(sa.select(table))]


def test_visits_stands_and_money_are_taken_out_with_all_their_parts(session, office, officer, aluh):
    for run in (
        visited(office, officer, aluh),
        stands(office, officer),
        brought_in(Kind.BUDGET, sheet(MONEY, LINE), office, by=officer),
    ):
        assert outcomes(run) == {"accepted": 1}
        undo(run, "salah berkas", version=run.version, by=officer)
        assert run.state is ImportState.UNDONE
    assert everything(session, Visit, VisitAttendee, Exhibition, ExhibitionEntry, BudgetLine, Spending) == []
    assert outcomes(stands(office, officer)) == {"accepted": 1}


def test_what_stood_before_stays(session, office, officer, aluh):
    kept = factories.budget_line(agency=office, year=2026, activity_code="1.02.03", amount=250_000_000)
    run = brought_in(Kind.BUDGET, sheet(MONEY, LINE), office, by=officer)
    undo(run, "salah", version=run.version, by=officer)
    assert everything(session, BudgetLine, Spending) == [kept]


@pytest.mark.parametrize(
    ("build", "words"),
    [
        (lambda entry: factories.buyer_contact(entry=entry), "1 kontak pembeli"),
        (lambda entry: setattr(entry, "booth", "B-2"), "1 stan pameran yang diubah"),
        (lambda entry: factories.exhibition_entry(exhibition_id=entry.exhibition_id), "1 stan pameran"),
    ],
)
def test_what_was_built_on_it_stands_in_the_way_and_is_named(session, office, officer, aluh, build, words):
    run = stands(office, officer)
    build(session.scalars(sa.select(ExhibitionEntry)).one())
    session.flush()
    with pytest.raises(BuiltOn) as refused:
        undo(run, "salah", version=run.version, by=officer)
    assert refused.value.values["what"] == words


def test_somebody_whose_stand_was_taken_over_stands_in_the_way(session, office, officer, aluh):
    absent = factories.participation(person=factories.person(name="Udin Contoh"))
    event = factories.exhibition(name="Pasar Contoh", agency=office)
    factories.exhibition_entry(exhibition=event, participation=absent, attendance=Attendance.PLANNED)
    header = "NAMA PAMERAN|NAMA PESERTA|KEHADIRAN|MENGGANTIKAN"
    data = sheet(header, ["Pasar Contoh", "Aluh Contoh", "Pengganti", "udin contoh"])
    run = brought_in(Kind.EXHIBITIONS, data, office, by=officer)
    assert outcomes(run) == {"accepted": 1}
    with pytest.raises(BuiltOn) as refused:
        undo(run, "salah", version=run.version, by=officer)
    assert refused.value.values["what"].startswith("1 stan yang digantikan")


def test_a_row_knows_afterwards_whose_visit_it_became(session, office, officer, aluh):
    run = visited(office, officer, aluh)
    rows = session.scalars(sa.select(StagedRow).where(StagedRow.import_run_id == run.id)).all()
    assert [(row.person_id, row.participation_id) for row in rows] == [(aluh.person_id, aluh.id)]
