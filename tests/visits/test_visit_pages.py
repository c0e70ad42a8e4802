"""The pages of mentoring, asked as a browser asks."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
import sqlalchemy as sa

from models.plan import ActionItem, MentoringPlan
from models.visit import Visit
from models.vocabulary import Confirmation, PlanState, Role, Status, VisitOutcome, VisitState
from tests import factories
from tests.visits.drafts import consultant, mentored_by
from wub.visits import queries


@pytest.fixture
def mentor(session):
    return consultant()


@pytest.fixture
def joined(mentor):
    return mentored_by(mentor, person=factories.person(name="Galuh Contoh"))


@pytest.fixture
def client(mentor, sign_in):
    return sign_in(mentor)


def filled(*joined, **changed):
    """What a browser sends for the visit form."""
    said = {
        "client_key": str(uuid4()),
        "held_on": "2026-11-23",
        "starts_at": "09:00",
        "ends_at": "10:15",
        "mode": "lapangan",
        "outcome": "bertemu",
        "confirmation": "tanda_tangan",
    }
    for at, one in enumerate(joined):
        said |= {
            f"attendees-{at}-participation_id": str(one.id),
            f"attendees-{at}-present": "y",
            f"attendees-{at}-status_seen": "belum_didata",
            f"attendees-{at}-sales": "",
            f"attendees-{at}-sales_answer": "belum_ditanya",
        }
    return said | changed


def the_only(session, kind):
    return session.scalars(sa.select(kind)).one()


def test_a_consultant_logs_a_visit_of_two_with_sales_and_promises(client, mentor, joined, session):
    other = mentored_by(mentor)
    said = filled(
        joined,
        other,
        topics=["pemasaran", "ti"],
        latitude="-3,319437",
        longitude="114.590752",
        accuracy_m="180",
        accuracy_note="gang sempit",
        device_time="2026-11-23T02:20:00.000Z",
        travel_minutes="20",
        next_visit_on="2026-12-20",
        **{
            "attendees-0-status_seen": "aktif",
            "attendees-0-sales": "2.500.000",
            "attendees-1-sales_answer": "menolak",
            "promises-0-text": "Foto ulang produk",
            "promises-0-owner": "peserta",
            "promises-0-due_on": "2026-12-01",
            "promises-1-text": "Urus PIRT",
            "promises-1-owner": "konsultan",
            "promises-1-participation_id": str(other.id),
        },
    )

    answer = client.post("/kunjungan/baru", data=said)

    visit = the_only(session, Visit)
    assert (answer.status_code, answer.location) == (303, f"/kunjungan/{visit.id}")
    assert (visit.state, visit.topics, visit.contact_minutes) == (VisitState.SENT, ["pemasaran", "ti"], 75)
    assert visit.device_time.isoformat() == "2026-11-23T02:20:00+00:00"
    first, second = queries.attendee_rows(visit.id)
    assert (first.status_seen, first.sales, second.sales, second.sales_answer) == (
        Status.ACTIVE,
        2_500_000,
        None,
        "menolak",
    )
    items = {item.text: item.participation_id for item in session.scalars(sa.select(ActionItem))}
    assert items == {"Foto ulang produk": joined.id, "Urus PIRT": other.id}


def test_the_detail_shows_all_that_was_said(client, mentor, joined):
    visit = factories.visit(
        [joined],
        consultant=mentor,
        latitude="-3.319437",
        longitude="114.590752",
        accuracy_m=180,
        accuracy_note="gang sempit",
        problem="Pembeli sepi",
        travel_minutes=25,
        preparation_minutes=5,
        next_visit_on=date(2026, 12, 20),
    )

    page = client.get(f"/kunjungan/{visit.id}").text

    for said in (
        "Galuh Contoh",
        "-3.319437",
        "180 meter",
        "gang sempit",
        "Pembeli sepi",
        "25 menit",
        "20 Desember",
    ):
        assert said in page


def test_pressing_twice_logs_once(client, joined, session):
    said = filled(joined)

    first, second = client.post("/kunjungan/baru", data=said), client.post("/kunjungan/baru", data=said)

    assert first.location == second.location
    assert the_only(session, Visit)


def test_nothing_typed_is_lost_when_the_visit_is_refused(client, joined, session):
    said = filled(joined, ends_at="08:00", advice="Titip jual dahulu", **{"promises-0-text": "Foto ulang"})

    answer = client.post("/kunjungan/baru", data=said | {"promises-0-owner": "peserta"})

    assert answer.status_code == 422
    for kept in ("Titip jual dahulu", "Foto ulang", "Galuh Contoh", "Jam selesai harus sesudah jam mulai"):
        assert kept in answer.text
    assert session.scalar(sa.select(sa.func.count()).select_from(Visit)) == 0


def test_an_attempt_needs_no_confirmation(client, joined, session):
    client.post("/kunjungan/baru", data=filled(joined, outcome="tidak_ditemui", confirmation=""))

    visit = the_only(session, Visit)
    assert (visit.outcome, visit.confirmation) == (VisitOutcome.NOT_MET, Confirmation.NONE)
    assert visit.no_confirmation_reason


def test_a_visit_that_met_somebody_needs_one(client, joined):
    answer = client.post("/kunjungan/baru", data=filled(joined, confirmation=""))

    assert answer.status_code == 422
    assert "Pilih bentuk konfirmasi" in answer.text


def test_what_was_told_about_somebody_absent_is_not_dropped_silently(client, mentor, joined):
    said = filled(joined, mentored_by(mentor), **{"attendees-1-status_seen": "tutup"})
    del said["attendees-1-present"]

    answer = client.post("/kunjungan/baru", data=said)

    assert answer.status_code == 422
    assert "centang “Ikut hadir”" in answer.text


@pytest.mark.parametrize("said", ["abc", "999999999", ""])
def test_a_participant_made_up_by_hand_is_refused(client, joined, said):
    answer = client.post("/kunjungan/baru", data=filled(joined) | {"attendees-0-participation_id": said})

    assert answer.status_code in (404, 422)


def test_the_form_offers_the_rest_of_the_group(client, mentor):
    group = factories.group()
    one = mentored_by(mentor, group=group)
    mentored_by(mentor, group=group, person=factories.person(name="Utuh Sekelompok"))

    page = client.get(f"/kunjungan/baru?peserta={one.id}").text

    assert "Utuh Sekelompok" in page


def test_without_a_participant_one_is_chosen_first(client, joined):
    assert client.get("/kunjungan/baru").location == "/kunjungan/pilih-peserta"
    assert "Galuh Contoh" in client.get("/kunjungan/pilih-peserta?q=galuh").text
    assert "Galuh Contoh" not in client.get("/kunjungan/pilih-peserta?q=lain").text


def test_a_draft_is_kept_changed_and_sent(client, joined, session):
    client.post("/kunjungan/baru", data=filled(joined, tindakan="draf"))
    visit = the_only(session, Visit)
    assert visit.state is VisitState.DRAFT
    assert 'name="tindakan" value="draf"' in client.get(f"/kunjungan/{visit.id}/ubah").text

    changed = filled(joined, advice="Baru", version=str(visit.version), tindakan="draf")
    assert client.post(f"/kunjungan/{visit.id}/ubah", data=changed).status_code == 303
    session.refresh(visit)
    assert (visit.state, visit.advice) == (VisitState.DRAFT, "Baru")

    client.post(f"/kunjungan/{visit.id}/pengiriman", data={"version": str(visit.version)})
    session.refresh(visit)
    assert visit.state is VisitState.SENT


def test_a_change_from_an_old_page_shows_both_versions_then_saves(client, mentor, joined, session):
    visit = factories.visit([joined], consultant=mentor, advice="Yang tersimpan")
    old = visit.version
    visit.problem = "Diubah orang lain"
    session.commit()

    answer = client.post(
        f"/kunjungan/{visit.id}/ubah", data=filled(joined, advice="Milik saya", version=str(old))
    )

    assert answer.status_code == 409
    assert "Milik saya" in answer.text
    assert "Yang tersimpan" in answer.text
    again = filled(joined, advice="Milik saya", version=str(visit.version))
    assert client.post(f"/kunjungan/{visit.id}/ubah", data=again).status_code == 303


def test_an_approved_visit_has_no_form(client, mentor, joined):
    visit = factories.visit([joined], consultant=mentor, state=VisitState.APPROVED)

    assert client.get(f"/kunjungan/{visit.id}/ubah").status_code == 409
    assert "/ubah" not in client.get(f"/kunjungan/{visit.id}").text


def test_out_of_scope_looks_exactly_like_absent(client, joined):
    other, item, plan = factories.visit(), factories.action_item(), factories.plan()

    for path in (f"/kunjungan/{other.id}", f"/kunjungan/{other.id}/ubah", f"/rencana/{plan.id}"):
        assert client.get(path).status_code == 404
    assert client.get(f"/tindak-lanjut/{item.id}/ubah").status_code == 404
    assert client.post(f"/tindak-lanjut/{item.id}/penyelesaian", data={"version": "1"}).status_code == 404
    assert client.get("/rencana/baru?peserta=999999").status_code == 404


def test_a_supervisor_returns_with_a_reason_and_then_approves(mentor, joined, sign_in, session):
    visit = factories.visit([joined], consultant=mentor, state=VisitState.SENT)
    supervisor = sign_in(Role.SUPERVISOR)
    here = f"/kunjungan/{visit.id}"
    assert here in supervisor.get("/tinjauan-kunjungan").text

    unsaid = supervisor.post(f"{here}/pengembalian", data={"version": str(visit.version)})
    assert unsaid.status_code == 422
    assert "apa yang harus diperbaiki" in unsaid.text
    supervisor.post(f"{here}/tinjauan", data={"version": str(visit.version)})
    session.refresh(visit)
    assert visit.state is VisitState.REVIEWED
    supervisor.post(f"{here}/persetujuan", data={"version": str(visit.version)})
    session.refresh(visit)
    assert visit.state is VisitState.APPROVED


def test_a_visit_judged_meanwhile_is_not_judged_again(mentor, joined, sign_in):
    visit = factories.visit([joined], consultant=mentor, state=VisitState.SENT)

    answer = sign_in(Role.SUPERVISOR).post(f"/kunjungan/{visit.id}/persetujuan", data={"version": "99"})

    assert answer.status_code == 409


def test_the_home_of_a_consultant_begins_with_what_is_due(client, mentor, joined):
    factories.action_item(participation=joined, text="Beli buku kas", due_on=date(2026, 11, 1))
    factories.visit([joined], consultant=mentor, held_on=date(2026, 10, 1), next_visit_on=date(2026, 11, 1))

    page = client.get("/kunjungan").text

    assert page.index("Beli buku kas") < page.index("Kunjungan terakhir")
    assert "Terlambat, 1 Nov 2026" in page
    assert f"/kunjungan/baru?peserta={joined.id}" in page


def test_an_officer_finds_the_list_with_filters(sign_in):
    visit = factories.visit(held_on=date(2026, 11, 2))
    officer = sign_in(Role.OFFICER)

    assert f"/kunjungan/{visit.id}" in officer.get("/kunjungan?dari=2026-11-01").text
    assert f"/kunjungan/{visit.id}" not in officer.get("/kunjungan?sampai=2026-11-01").text
    assert officer.get("/kunjungan?dari=kemarin&konsultan=x&keadaan=y").status_code == 200


def test_a_promise_is_marked_as_done_where_one_stands(client, joined, session):
    item = factories.action_item(participation=joined)

    answer = client.post(
        f"/tindak-lanjut/{item.id}/penyelesaian", data={"version": str(item.version), "lanjut": "/kunjungan"}
    )

    assert answer.location == "/kunjungan"
    session.refresh(item)
    assert item.done_on == date(2026, 11, 24)
    client.post(f"/tindak-lanjut/{item.id}/pembukaan", data={"version": str(item.version)})
    session.refresh(item)
    assert item.done_on is None


def test_a_plan_is_drawn_up_changed_and_shown(client, mentor, joined, session):
    said = {
        "consultant_id": str(mentor.id),
        "starts_on": "2026-11-02",
        "needs": "Belum ada pembukuan",
        "problems_seen": "Uang bercampur",
        "targets": "Buku kas terisi",
        "contract_number": "KP/1",
        "state": "draf",
    }
    answer = client.post(f"/rencana/baru?peserta={joined.id}", data=said)
    plan = the_only(session, MentoringPlan)
    assert answer.location == f"/rencana/{plan.id}"

    signed = said | {
        "state": "disepakati",
        "participant_signed_on": "2026-11-03",
        "consultant_signed_on": "2026-11-03",
        "version": str(plan.version),
    }
    assert "Uang bercampur" in client.get(f"/rencana/{plan.id}/ubah").text
    client.post(f"/rencana/{plan.id}/ubah", data=signed)

    session.refresh(plan)
    assert plan.state is PlanState.AGREED
    page = client.get(f"/rencana/{plan.id}").text
    for text in ("Belum ada pembukuan", "Uang bercampur", "Buku kas terisi", "KP/1", "3 November 2026"):
        assert text in page
    assert f"/rencana/{plan.id}" in client.get("/rencana").text


def test_a_promise_is_made_in_a_plan(client, joined, session):
    plan = factories.plan(participation=joined)
    said = {"text": "Urus NIB", "owner": "dinas", "plan_id": str(plan.id), "due_on": "2026-12-31"}

    client.post(f"/tindak-lanjut/baru?peserta={joined.id}&rencana={plan.id}", data=said)

    item = the_only(session, ActionItem)
    assert (item.plan_id, item.text) == (plan.id, "Urus NIB")
    assert "Urus NIB" in client.get(f"/rencana/{plan.id}").text
    assert "Urus NIB" in client.get(f"/tindak-lanjut?peserta={joined.id}").text
    changed = said | {"text": "Urus NIB di OSS", "version": str(item.version)}
    assert client.post(f"/tindak-lanjut/{item.id}/ubah", data=changed).status_code == 303


@pytest.mark.parametrize("path", ["/kunjungan", "/tindak-lanjut", "/rencana", "/kunjungan/pilih-peserta"])
def test_an_empty_list_says_what_to_do_first(client, path):
    assert 'class="empty"' in client.get(path).text


def test_texts_typed_by_hand_are_shown_as_text(client, mentor, joined):
    visit = factories.visit([joined], consultant=mentor, advice="<script>alert(1)</script>")

    assert "<script>alert" not in client.get(f"/kunjungan/{visit.id}").text


def test_a_persons_page_leads_to_writing_about_her(client, joined):
    page = client.get(f"/peserta/{joined.person_id}").text

    for door in ("/kunjungan/baru", "/pemeriksaan/baru", "/rencana/baru", "/tindak-lanjut/baru"):
        assert f"{door}?peserta={joined.id}" in page
