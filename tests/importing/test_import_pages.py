"""The officer's way through an import: upload, look, commit, and what is refused on the way."""

from __future__ import annotations

import io

import pytest
import sqlalchemy as sa

from models import AuditEntry, ImportRun, Participation, Person
from models.vocabulary import ImportState, Role
from tests.importing.lists import NIK, office, some_list, two_people, work


@pytest.fixture
def officer(sign_in, session):
    return sign_in(Role.OFFICER, agency=office())


def upload(client, data, name="daftar.xlsx", **form):
    """Sent, and read by the worker."""
    answer = send(client, data, name, **form)
    work(client.application)
    return answer


def send(client, data, name="daftar.xlsx", **form):
    given = {"file": (io.BytesIO(data), name), "agency": str(office().id), "year": ""} | form
    return client.post("/impor/baru", data=given, content_type="multipart/form-data")


def only_run(session):
    session.expire_all()
    return session.scalars(sa.select(ImportRun)).one()


def test_upload_look_and_commit(officer, session):
    answer = upload(officer, two_people())
    run = only_run(session)
    assert (answer.status_code, answer.location) == (303, f"/impor/{run.id}")
    page = officer.get(answer.location).text
    assert "Contoh Satu" in page
    assert "NAMA PESERTA" in page
    assert all(nik not in page for nik in NIK)
    assert session.scalar(sa.select(sa.func.count()).select_from(Person)) == 0
    done = officer.post(f"/impor/{run.id}/penerapan", data={"version": run.version})
    assert done.status_code == 303
    assert only_run(session).state is ImportState.COMMITTING
    work(officer.application)
    assert only_run(session).state is ImportState.COMMITTED
    assert session.scalar(sa.select(sa.func.count()).select_from(Participation)) == 2


def test_a_double_click_on_commit_does_it_once(officer, session):
    upload(officer, two_people())
    run = only_run(session)
    for _ in range(2):
        assert officer.post(f"/impor/{run.id}/penerapan", data={"version": run.version}).status_code == 303
        work(officer.application)
    session.expire_all()
    assert session.scalar(sa.select(sa.func.count()).select_from(Participation)) == 2
    commits = sa.select(sa.func.count()).select_from(AuditEntry).where(AuditEntry.action == "import:commit")
    assert session.scalar(commits) == 1


def test_a_problem_is_shown_with_its_cell(officer, session):
    upload(officer, some_list({"NIK": "6371014101900"}))
    page = officer.get(f"/impor/{only_run(session).id}").text
    assert "Sel C2" in page
    assert "NIK harus 16 angka" in page


def test_a_damaged_file_is_refused_at_its_field_and_nothing_is_kept(officer, session):
    answer = upload(officer, two_people()[:900])
    assert answer.status_code == 422
    assert "rusak" in answer.text
    assert session.scalar(sa.select(sa.func.count()).select_from(ImportRun)) == 0


def test_no_file_chosen_is_said_kindly(officer):
    answer = officer.post("/impor/baru", data={"agency": "", "year": ""})
    assert answer.status_code == 422
    assert "Pilih berkasnya dahulu." in answer.text


def test_another_office_cannot_be_chosen(officer, session):
    assert upload(officer, two_people(), agency=str(office("DINSOS").id)).status_code == 422


def test_the_import_of_another_office_does_not_exist(officer, sign_in, session):
    upload(officer, two_people())
    run = only_run(session)
    stranger = sign_in(Role.OFFICER, agency=office("DINSOS"))
    absent = stranger.get("/impor/999999")
    for answer in (
        stranger.get(f"/impor/{run.id}"),
        stranger.post(f"/impor/{run.id}/penerapan", data={"version": 1}),
        stranger.post(f"/impor/{run.id}/catatan"),
    ):
        assert answer.status_code == absent.status_code == 404
    assert "daftar.xlsx" not in stranger.get("/impor").text


def test_the_list_comes_back_with_notes_and_the_trail_says_so(officer, session):
    upload(officer, some_list({"NIK": "6371014101900"}))
    run = only_run(session)
    answer = officer.post(f"/impor/{run.id}/catatan")
    assert answer.status_code == 200
    assert answer.data.startswith(b"PK")
    taken = sa.select(AuditEntry.subject_id).where(AuditEntry.action == "import:notes")
    assert session.scalar(taken) == run.id


def test_a_cancelled_import_leaves_the_register_alone(officer, session):
    upload(officer, two_people())
    run = only_run(session)
    assert officer.post(f"/impor/{run.id}/pembatalan", data={"version": run.version}).status_code == 303
    assert only_run(session).state is ImportState.CANCELLED
    assert officer.post(f"/impor/{run.id}/penerapan", data={"version": run.version}).status_code == 409
    assert session.scalar(sa.select(sa.func.count()).select_from(Person)) == 0


def test_a_recapitulation_is_shown_as_such_and_cannot_be_committed(officer, session):
    from tests.imports.workbooks import workbook

    recap = workbook(
        ["REKAPITULASI"], ["No", "Kecamatan", "Laki-laki", "Perempuan", "Jumlah"],
        [1, "Banjarmasin Barat", 5, 7, 12], [2, "Banjarmasin Utara", 4, 3, 7], ["", "JUMLAH", 9, 10, 19],
    )  # fmt: skip
    upload(officer, recap)
    run = only_run(session)
    page = officer.get(f"/impor/{run.id}").text
    assert "Rekapitulasi" in page
    assert "Tidak ada peserta di berkas ini" in page
    assert "Terapkan ke register" not in page
    assert officer.post(f"/impor/{run.id}/penerapan", data={"version": run.version}).status_code == 409


def test_the_blank_list_is_read_by_the_importer_itself(officer):
    from imports import Kind
    from wub.importing.reading import read

    answer = officer.get("/impor/contoh/participants.xlsx")
    assert answer.status_code == 200
    assert read(answer.data, "contoh.xlsx").sheets[0].kind is Kind.PARTICIPANTS
