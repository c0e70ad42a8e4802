"""The pages of draws, asked as a browser asks."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import uuid4

import pytest
import sqlalchemy as sa

from models.recheck import DrawnCheckup, RecheckDraw
from models.vocabulary import Role, Status, Verification
from tests import factories

IN_OCTOBER = datetime(2026, 10, 14, 3, tzinfo=UTC)


@pytest.fixture
def mentor(session):
    return factories.account(role=Role.CONSULTANT, name="Utuh Pendamping")


@pytest.fixture
def officer(session):
    return factories.account(role=Role.OFFICER, agency=factories.agency(), name="Galuh Petugas")


@pytest.fixture
def supervisor(sign_in):
    return sign_in(Role.SUPERVISOR)


def said(**changed):
    given = {
        "client_key": str(uuid4()),
        "since": "2026-10-01",
        "until": "2026-10-31",
        "seed": "2719",
        "seed_source": "Berita acara rapat",
        "again_because": "",
    }
    return given | changed


def run(client, session):
    client.post("/pemeriksaan/undian/baru", data=said())
    made = session.scalars(sa.select(RecheckDraw)).one()
    client.post(f"/pemeriksaan/undian/{made.id}/pengundian", data={"version": made.version})
    session.expire_all()
    return made


def test_from_announcing_to_the_result(supervisor, mentor, officer, session, sign_in):
    first = factories.checkup(recorded_by=mentor, created_at=IN_OCTOBER)

    announced = supervisor.post("/pemeriksaan/undian/baru", data=said())
    made = session.scalars(sa.select(RecheckDraw)).one()
    assert announced.location == f"/pemeriksaan/undian/{made.id}"
    page = supervisor.get(announced.location).text
    assert "Undi sekarang" in page
    assert "Benihnya diumumkan sesudah masanya berakhir" in page

    drawn = supervisor.post(f"{announced.location}/pengundian", data={"version": made.version})
    assert drawn.status_code == 303
    page = supervisor.get(announced.location).text
    assert "Benih dan daftar itu memberi pilihan yang sama." in page
    assert "Galuh Petugas" in page

    client = sign_in(officer)
    mine = client.get("/pemeriksaan/undian").text
    assert f"/pemeriksaan/baru?ulang={first.id}" in mine
    assert Status.ACTIVE.label not in mine  # who checks again does not know what was found
    factories.checkup(
        recheck_of=first, recorded_by=officer, verification=int(Verification.OFFICER), status=Status.CLOSED
    )
    assert "0 dari 1 sama" in client.get(announced.location).text
    assert "Tugas Anda" not in client.get("/pemeriksaan/undian").text


def test_a_second_draw_asks_for_its_reason_and_shows_it(supervisor, session):
    supervisor.post("/pemeriksaan/undian/baru", data=said())

    asked = supervisor.post("/pemeriksaan/undian/baru", data=said())
    assert asked.status_code == 422
    assert "sudah pernah diundi" in asked.text
    again = supervisor.post("/pemeriksaan/undian/baru", data=said(again_because="Dua petugas sakit"))
    assert again.status_code == 303
    assert "Sebab diundi lagi: Dua petugas sakit" in supervisor.get(again.location).text


def test_too_early_says_when(supervisor, session):
    answer = supervisor.post("/pemeriksaan/undian/baru", data=said(since="2026-11-01", until="2026-11-30"))

    page = supervisor.get(answer.location).text
    assert "Dapat diundi sesudah 30 November 2026." in page
    made = session.scalars(sa.select(RecheckDraw)).one()
    refused = supervisor.post(f"{answer.location}/pengundian", data={"version": made.version})
    assert (refused.status_code, "Masanya belum berakhir" in refused.text) == (422, True)


def test_tasks_are_handed_to_somebody_else(supervisor, mentor, officer, session):
    other = factories.account(role=Role.OFFICER, agency=factories.agency(), name="Anang Petugas")
    factories.checkup(recorded_by=mentor, created_at=IN_OCTOBER)
    made = run(supervisor, session)
    line = session.scalars(sa.select(DrawnCheckup)).one()
    wanted = officer if line.officer_id == other.id else other

    answer = supervisor.post(
        f"/pemeriksaan/undian/{made.id}/petugas", data={f"petugas-{line.id}": str(wanted.id)}
    )

    session.expire_all()
    assert (answer.status_code, line.officer_id) == (303, wanted.id)
    refused = supervisor.post(
        f"/pemeriksaan/undian/{made.id}/petugas", data={f"petugas-{line.id}": str(mentor.id)}
    )
    assert (refused.status_code, "bukan pendampingnya" in refused.text.replace("\n", " ")) == (422, True)


def test_an_officer_says_why_he_could_not(supervisor, mentor, officer, session, sign_in):
    factories.checkup(recorded_by=mentor, created_at=IN_OCTOBER)
    run(supervisor, session)
    line = session.scalars(sa.select(DrawnCheckup)).one()

    answer = sign_in(officer).post(
        f"/pemeriksaan/undian/terundi/{line.id}/halangan",
        data={"because": "Pindah ke Palangka Raya", "version": line.version},
    )

    assert answer.status_code == 303
    assert "Pindah ke Palangka Raya" in supervisor.get(answer.location).text


def test_whose_work_is_drawn_is_not_told(mentor, sign_in):
    assert sign_in(mentor).get("/pemeriksaan/undian").status_code == 403


def test_without_a_draw_the_page_says_what_comes_first(supervisor):
    assert "Belum ada undian" in supervisor.get("/pemeriksaan/undian").text
