"""The pages of checkups, asked as a browser asks."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
import sqlalchemy as sa

from models.checkup import Checkup
from models.vocabulary import Answer, Obstacle, Role, Status, Verification
from tests import factories
from wub.checkups.status_forms import MEANS


@pytest.fixture
def joined(session):
    return factories.participation(person=factories.person(name="Diyang Contoh"))


@pytest.fixture
def mentor(joined):
    account = factories.account(role=Role.CONSULTANT)
    factories.assignment(participation=joined, consultant=account)
    return account


@pytest.fixture
def client(mentor, sign_in):
    return sign_in(mentor)


def filled(**changed):
    """What a browser sends for the form of a checkup."""
    said = {
        "client_key": str(uuid4()),
        "round_month": "12",
        "as_of_date": "2026-02-03",
        "status": "aktif",
        "attempts": "1",
        "source": "kunjungan",
        "verification": "2",
        "sales_last_month": "3.000.000",
        "sales_last_month_answer": "diketahui",
        "costs_last_month": "",
        "costs_last_month_answer": "menolak",
        "recording_basis": "nota",
        "has_nib": "ya",
        "obstacle": "modal",
    }
    return said | changed


def the_only(session):
    return session.scalars(sa.select(Checkup)).one()


def test_a_consultant_records_what_he_saw(client, joined, session):
    said = filled(
        digital_channels=["whatsapp", "qris"],
        finance_sources=["kur"],
        workers_temporary="2",
        temporary_hours_week="20",
        workers_family_answer="tidak_tahu",
        workers_family="",
        reconstructed="y",
        note="Ramai",
    )

    answer = client.post(f"/pemeriksaan/baru?peserta={joined.id}&putaran=12", data=said)

    kept = the_only(session)
    assert (answer.status_code, answer.location) == (303, f"/pemeriksaan/{kept.id}")
    assert (kept.sales_last_month, kept.costs_last_month_answer) == (3_000_000, Answer.REFUSED)
    assert (kept.workers_temporary, kept.temporary_hours_week) == (2, 20)
    assert kept.workers_family_answer is Answer.UNKNOWN
    assert (kept.digital_channels, kept.finance_sources) == (["whatsapp", "qris"], ["kur"])
    assert (kept.reconstructed, kept.obstacle, kept.note) == (True, Obstacle.CAPITAL, "Ramai")
    page = client.get(f"/pemeriksaan/{kept.id}").text
    for text in ("Rp3.000.000", "Menolak menjawab", "WhatsApp, QRIS", "KUR", "Rekonstruksi", "Ramai"):
        assert text in page


def test_every_state_stands_with_its_meaning_and_only_possible_proof_is_offered(client, joined):
    page = client.get(f"/pemeriksaan/baru?peserta={joined.id}&putaran=12").text

    assert set(MEANS) == set(Status)
    assert all(meaning in page for meaning in MEANS.values())
    assert Verification.SEEN.label in page
    assert Verification.OFFICER.label not in page
    assert "3 Februari 2026" in page  # when the round is due


def test_an_officer_is_offered_all_levels(joined, sign_in):
    page = sign_in(Role.OFFICER).get(f"/pemeriksaan/baru?peserta={joined.id}").text

    assert Verification.DOCUMENT.label in page


def test_a_far_number_is_asked_about_and_then_kept(client, joined, session):
    factories.checkup(participation=joined, sales=100_000, as_of_date=date(2025, 8, 3), round_month=6)
    here = f"/pemeriksaan/baru?peserta={joined.id}"

    asked = client.post(here, data=filled())

    assert asked.status_code == 422
    assert "Rp100.000 pada 03/08/2025" in asked.text
    assert "3.000.000" in asked.text
    confirmed = filled(outlier_confirmed="y", outlier_note="Pesanan kantor")
    assert client.post(here, data=confirmed).status_code == 303
    assert (
        session.scalar(sa.select(Checkup.outlier_note).where(Checkup.round_month == 12)) == "Pesanan kantor"
    )


def test_a_level_sent_by_hand_is_refused(client, joined):
    answer = client.post(f"/pemeriksaan/baru?peserta={joined.id}", data=filled(verification="3"))

    assert answer.status_code == 422


def test_an_unreadable_number_stays_as_it_was_typed(client, joined):
    answer = client.post(f"/pemeriksaan/baru?peserta={joined.id}", data=filled(sales_last_month="tiga juta"))

    assert answer.status_code == 422
    assert "tiga juta" in answer.text


def test_the_edit_form_is_filled_and_saves_with_a_reason(client, joined, mentor, session):
    kept = factories.checkup(
        participation=joined, recorded_by=mentor, digital_channels=["qris"], note="Lama", sales=2_500_000
    )
    page = client.get(f"/pemeriksaan/{kept.id}/ubah").text
    assert "2.500.000" in page
    assert "Lama" in page

    said = filled(version=str(kept.version), note="Baru")
    assert client.post(f"/pemeriksaan/{kept.id}/ubah", data=said).status_code == 422
    assert client.post(f"/pemeriksaan/{kept.id}/ubah", data=said | {"reason": "Koreksi"}).status_code == 303

    session.refresh(kept)
    assert (kept.note, kept.digital_channels) == ("Baru", [])


def test_a_change_from_an_old_page_shows_both_versions(client, joined, mentor, session):
    kept = factories.checkup(participation=joined, recorded_by=mentor)
    old = kept.version
    kept.note = "Diubah orang lain"
    session.commit()

    said = filled(version=str(old), note="Milik saya", reason="Koreksi")
    answer = client.post(f"/pemeriksaan/{kept.id}/ubah", data=said)

    assert answer.status_code == 409
    assert "Diubah orang lain" in answer.text
    assert "Milik saya" in answer.text


def test_a_recheck_is_blind_and_compared_afterwards(joined, mentor, sign_in, session):
    first = factories.checkup(participation=joined, recorded_by=mentor, sales=7_654_321)
    officer = sign_in(Role.OFFICER)

    blind = officer.get(f"/pemeriksaan/baru?ulang={first.id}").text
    assert "7.654.321" not in blind
    said = filled(
        status="tutup_sementara", verification="3", sales_last_month="", sales_last_month_answer="menolak"
    )
    answer = officer.post(f"/pemeriksaan/baru?ulang={first.id}", data=said)

    again = session.scalars(sa.select(Checkup).where(Checkup.recheck_of_id == first.id)).one()
    assert answer.location == f"/pemeriksaan/{again.id}"
    assert "keadaan berbeda" in officer.get(f"/pemeriksaan/{first.id}").text
    assert "keadaan berbeda" in officer.get(f"/pemeriksaan/{again.id}").text


def test_a_round_already_measured_says_so(client, joined):
    first = factories.checkup(participation=joined)

    page = client.get(f"/pemeriksaan/baru?peserta={joined.id}&putaran=12").text

    assert f"/pemeriksaan/baru?ulang={first.id}" in page


def test_outside_the_window_the_reader_is_told(client, joined):
    answer = client.post(
        f"/pemeriksaan/baru?peserta={joined.id}", data=filled(as_of_date="2026-11-20"), follow_redirects=True
    )

    assert "tidak dihitung untuk putaran" in answer.text


def test_the_list_begins_with_what_is_due(sign_in, session):
    waiting = factories.participation(
        enrolled_on=date(2025, 11, 20), person=factories.person(name="Anang Tempo")
    )
    missed = factories.participation(enrolled_on=date(2018, 3, 1), person=factories.person(name="Udin Lewat"))
    supervisor = sign_in(Role.SUPERVISOR)

    page = supervisor.get("/pemeriksaan").text
    assert "Anang Tempo" in page
    assert f"peserta={waiting.id}&amp;putaran=12" in page
    late = supervisor.get("/pemeriksaan/jatuh-tempo?bagian=terlewat").text
    assert f"peserta={missed.id}&amp;putaran=36" in late
    assert "Terlewat sejak" in late
    assert "Udin Lewat" not in supervisor.get("/pemeriksaan/jatuh-tempo").text


def test_the_recorded_are_filtered(sign_in, joined):
    kept = factories.checkup(participation=joined, status=Status.PAUSED)
    officer, here = sign_in(Role.OFFICER), f"/pemeriksaan/{kept.id}"

    assert here in officer.get("/pemeriksaan?keadaan=tutup_sementara&putaran=12&bukti=2").text
    for other in ("keadaan=tutup", "putaran=0", "bukti=0", "ulang=y", "sampai=2026-02-02", "dari=2026-02-04"):
        assert here not in officer.get(f"/pemeriksaan?{other}").text


def test_out_of_scope_looks_exactly_like_absent(client, joined):
    other = factories.checkup()

    assert client.get(f"/pemeriksaan/{other.id}").status_code == 404
    assert client.get(f"/pemeriksaan/{other.id}/ubah").status_code == 404
    assert client.get(f"/pemeriksaan/baru?ulang={other.id}").status_code == 404
    assert client.get(f"/pemeriksaan/baru?peserta={other.participation_id}").status_code == 404


def test_a_consultant_does_not_change_an_officers_checkup(client, joined):
    kept = factories.checkup(participation=joined)

    assert client.get(f"/pemeriksaan/{kept.id}/ubah").status_code == 403
    assert "/ubah" not in client.get(f"/pemeriksaan/{kept.id}").text
