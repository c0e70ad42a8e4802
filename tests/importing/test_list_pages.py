"""Lists of every kind go the same way through the pages: chosen, answered, taken over, taken back."""

from __future__ import annotations

import io

import pytest
import sqlalchemy as sa
from openpyxl import load_workbook

from imports import MAPPINGS, Kind, read_list
from models import BudgetLine, Checkup, ImportRun, StagedRow
from models.vocabulary import ImportState, Role, RowGroup
from tests import factories
from tests.importing.lists import office, send, work
from tests.importing.other_lists import TODAY, sheet
from wub.importing import worker
from wub.importing.lists import entering
from wub.importing.watching import Stopped

CHECKUPS = "NO|NIK|NAMA PESERTA|BULAN KE-|TGL MONITORING|KEADAAN USAHA|SUMBER|OMZET"
MONEY = "KODE KEGIATAN|TAHUN|NAMA KEGIATAN|PAGU"
LINE = ["1.02.03", 2026, "Pendampingan", "250 juta"]


@pytest.fixture
def officer(sign_in, session):
    return sign_in(Role.OFFICER, agency=office())


def row(name="Aluh Contoh", nik="", **said):
    values = {"no": 1, "nik": nik, "name": name, "round": 12, "day": "9/2/2026", "status": "aktif"}
    return list((values | {"source": "Kunjungan", "sales": "3 jt"} | said).values())


def enrolled(name, agency=None, **person):
    who = factories.person(name=name, **person)
    return factories.participation(person=who, cohort=factories.cohort(2025, agency=agency or office()))


def sent(client, session, kind, data):
    assert send(client, ("daftar.xlsx", data), kind=kind.value).status_code == 303
    work(client.application)
    return latest(session)


def latest(session):
    session.expire_all()
    return session.scalars(sa.select(ImportRun).order_by(ImportRun.id.desc())).first()


def applied(client, session, run):
    for _double_click in range(2):
        answer = client.post(f"/impor/{run.id}/penerapan", data={"version": run.version})
        assert answer.status_code == 303
    work(client.application)
    return latest(session)


def test_every_kind_is_offered_with_its_blank_workbook(officer):
    page = officer.get("/impor/baru").text
    for kind, mapping in MAPPINGS.items():
        assert f'value="{kind.value}"' in page
        answer = officer.get(f"/impor/contoh/{kind.value}.xlsx")
        assert load_workbook(io.BytesIO(answer.data)).sheetnames[0] == mapping.page
    blank = officer.get("/impor/contoh/checkups.xlsx").data
    (only,) = read_list(blank, "contoh.xlsx", Kind.CHECKUPS, today=TODAY).sheets
    assert (only.data_rows, only.problems) == (0, ())
    assert officer.get("/impor/contoh/entah.xlsx").status_code == 404


def test_a_list_is_shown_taken_over_once_and_taken_back(officer, session):
    aluh = enrolled("Aluh Contoh")
    data = sheet(CHECKUPS, row(), row("Tidak Ada Contoh"), row(source="Telepon", sales="ramai"))
    run = sent(officer, session, Kind.CHECKUPS, data)
    assert run.state is ImportState.STAGED
    assert (run.counts["accepted"], run.counts["held"], run.counts["rejected"]) == (2, 1, 0)
    page = officer.get(f"/impor/{run.id}").text
    assert "Hasil pemeriksaan" in page
    assert "Peserta ini tidak ditemukan di register Anda" in page
    assert session.scalars(sa.select(Checkup)).all() == []

    run = applied(officer, session, run)
    assert run.state is ImportState.COMMITTED
    kept = session.scalars(sa.select(Checkup).order_by(Checkup.id)).all()
    assert [one.participation_id for one in kept] == [aluh.id] * 2
    assert f'href="/pemeriksaan/{kept[0].id}"' in officer.get(f"/impor/{run.id}").text

    again = sent(officer, session, Kind.CHECKUPS, data)
    assert (again.counts["repeated"], again.counts["held"]) == (2, 1)
    answer = officer.post(f"/impor/{run.id}/penarikan", data={"reason": "salah", "version": run.version})
    assert answer.status_code == 303
    session.expire_all()
    assert session.scalars(sa.select(Checkup)).all() == []


def test_of_two_namesakes_the_officer_says_who_is_meant(officer, session):
    first, second = enrolled("Aluh Contoh"), enrolled("ALUH CONTOH")
    run = sent(officer, session, Kind.CHECKUPS, sheet(CHECKUPS, row()))
    page = officer.get(f"/impor/{run.id}").text
    assert "Lebih dari satu peserta cocok" in page
    assert page.count("Orang yang sama") >= 2
    compared = officer.get(f"/impor/{run.id}/baris/2/banding?lembar=Lembar1&orang={second.person_id}")
    assert compared.status_code == 200
    officer.post(
        f"/impor/{run.id}/baris/2/orang", query_string={"lembar": "Lembar1"}, data={"orang": second.person_id}
    )
    work(officer.application)
    run = applied(officer, session, latest(session))
    assert session.scalars(sa.select(Checkup.participation_id)).all() == [second.id]
    assert first.id != second.id


def test_a_cell_put_right_brings_its_row_in(officer, session):
    enrolled("Aluh Contoh")
    run = sent(officer, session, Kind.CHECKUPS, sheet(CHECKUPS, row(status="hidup enggan")))
    assert run.counts["rejected"] == 1
    kept = session.scalars(sa.select(StagedRow)).one()
    assert kept.row_group is RowGroup.REJECTED
    answer = officer.post(
        f"/impor/{run.id}/baris/2", query_string={"lembar": "Lembar1"}, data={"sel-F": "Musiman aktif"}
    )
    assert answer.status_code in (200, 303)
    work(officer.application)
    assert latest(session).counts["accepted"] == 1


def test_people_of_another_office_are_shown_as_absent_and_never_named(officer, session):
    enrolled("Rahasia Contoh", agency=office("DINSOS"), nik="6371015705900042")
    run = sent(
        officer,
        session,
        Kind.CHECKUPS,
        sheet(
            CHECKUPS, row("Rahasia Conto"), row("X", nik="6371015705900042"), row("X", nik="6371015705900043")
        ),
    )
    rows = session.scalars(sa.select(StagedRow).order_by(StagedRow.row_number)).all()
    assert [one.codes for one in rows] == ["|person_unknown|"] * 3
    assert "Rahasia Contoh" not in officer.get(f"/impor/{run.id}").text


def test_the_list_with_notes_says_what_the_register_said(officer, session):
    run = sent(officer, session, Kind.BUDGET, sheet(MONEY, LINE, [*LINE[:2], "", ""], ["1.9", 2026, "", ""]))
    run = applied(officer, session, run)
    assert len(session.scalars(sa.select(BudgetLine)).all()) == 1
    answer = officer.post(f"/impor/{run.id}/catatan")
    page = load_workbook(io.BytesIO(answer.data))["Lembar1"]
    notes = [cell.comment.text for cells in page.iter_rows() for cell in cells if cell.comment]
    assert any("Anggaran ini belum tercatat" in note for note in notes)
    assert any("Isi baris ini sama dengan baris lain" in note for note in notes)


def test_a_sheet_of_another_kind_is_named_with_the_way_on(officer, session):
    run = sent(officer, session, Kind.VISITS, sheet(MONEY, LINE))
    page = officer.get(f"/impor/{run.id}").text
    assert "tampak seperti anggaran dan belanja" in page
    assert "Terapkan ke register" not in page


def test_a_list_cancelled_midway_leaves_nothing_and_can_be_applied_again(officer, session, monkeypatch):
    """The bar moves with every portion of rows, and the officer presses the button at the second."""
    monkeypatch.setattr(entering, "ROWS_TOGETHER", 2)
    lines = [[f"1.02.{number:02}", 2026, "Pendampingan", "250 juta"] for number in range(9)]
    run = sent(officer, session, Kind.BUDGET, sheet(MONEY, *lines))
    steps = []

    def stopped(pulse, name):
        def tick(done, whole):
            steps.append((name, done, whole))
            if (name, done) == ("tulis", 4):
                raise Stopped

        return tick

    with monkeypatch.context() as patched:
        patched.setattr(worker.Pulse, "step", stopped)
        run = applied(officer, session, run)
    assert [step for step in steps if step[0] == "tulis"] == [("tulis", 2, 9), ("tulis", 4, 9)]
    assert run.state is ImportState.STAGED
    assert session.scalars(sa.select(BudgetLine)).all() == []
    assert applied(officer, session, run).state is ImportState.COMMITTED
    assert len(session.scalars(sa.select(BudgetLine)).all()) == 9
