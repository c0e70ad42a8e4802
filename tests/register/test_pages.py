"""Each form page saves what it shows, through the browser's door."""

from __future__ import annotations

from datetime import date

import pytest
import sqlalchemy as sa

from models.aid import Aid
from models.business import Business, Ownership
from models.group import Group
from models.milestone import Milestone
from models.participation import Assignment, Participation
from models.person import Consent
from models.vocabulary import AidCondition, ExitReason, MilestoneState, Role
from tests import factories


@pytest.fixture
def ours(offices):
    return offices[0]


@pytest.fixture
def client(ours, sign_in):
    return sign_in(ours.officer)


def only(session, kind, *conditions):
    return session.scalars(sa.select(kind).where(*conditions).order_by(kind.id.desc())).first()


def test_an_enrolment_is_added_corrected_and_ended(ours, client, session):
    intake = {"agency_id": factories.agency("DISPERDAGIN").id, "scheme_id": factories.scheme().id}
    added = client.post(
        f"/peserta/{ours.person_id}/keikutsertaan/baru",
        data=intake | {"year": "2026", "enrolled_on": "2026-03-02"},
    )
    row = only(session, Participation)
    changed = client.post(
        f"/keikutsertaan/{row.id}/ubah", data={"enrolled_on": "2026-03-03", "version": "1", "route": "mikro"}
    )
    left = client.post(
        f"/keikutsertaan/{row.id}/keluar",
        data={"exited_on": "2026-05-05", "exit_reason": "lulus", "version": "2"},
    )

    assert (added.status_code, changed.status_code, left.status_code) == (303, 303, 303)
    row = only(session, Participation)
    assert (row.enrolled_on, row.exit_reason) == (date(2026, 3, 3), ExitReason.COMPLETED)


def test_a_second_enrolment_in_the_same_intake_is_a_conflict_with_a_sentence(ours, client):
    intake = {"agency_id": factories.agency("DISPERDAGIN").id, "scheme_id": factories.scheme().id}
    answer = client.post(
        f"/peserta/{ours.person_id}/keikutsertaan/baru",
        data=intake | {"year": "2025", "enrolled_on": "2026-03-02"},
    )

    assert answer.status_code == 409
    assert "sudah terdaftar pada angkatan itu" in answer.get_data(as_text=True)


def test_a_business_is_added_changed_and_shared(ours, client, session):
    added = client.post(f"/peserta/{ours.person_id}/usaha/baru", data={"name": "Wadai", "sector": "kuliner"})
    business = only(session, Business)
    changed = client.post(
        f"/usaha/{business.id}/ubah",
        data={"name": "Wadai Baru", "version": "1", "capital": "500.000", "capital_answer": "diketahui"},
    )
    partner = factories.person(name="Kawan Usaha", search_text="kawan usaha")
    factories.participation(person=partner, cohort_id=ours.participation.cohort_id)
    address = f"/usaha/{business.id}/pemilik/baru?cari=kawan"
    offered = client.get(address).get_data(as_text=True)
    shared = client.post(address, data={"person_id": partner.id, "since": "2026-01-01"})
    row = only(session, Ownership, Ownership.person_id == partner.id, Ownership.business_id == business.id)
    ended = client.post(
        f"/kepemilikan/{row.id}/ubah", data={"since": "2026-01-01", "until": "2026-02-01", "version": "1"}
    )

    assert [one.status_code for one in (added, changed, shared, ended)] == [303] * 4
    assert "Kawan Usaha" in offered
    assert only(session, Business, Business.id == business.id).capital == 500_000
    page = client.get(f"/usaha/{business.id}").get_data(as_text=True)
    assert "Rp500.000" in page
    assert "Kawan Usaha" in page


def test_an_owner_out_of_scope_is_neither_offered_nor_taken(offices, client, session):
    ours, theirs = offices
    stranger = factories.person(name="Orang Asing", search_text="orang asing")
    factories.participation(person=stranger, cohort_id=theirs.participation.cohort_id)
    address = f"/usaha/{ours.participation.business_id}/pemilik/baru?cari=asing"

    assert "Orang Asing" not in client.get(address).get_data(as_text=True)
    assert client.post(address, data={"person_id": stranger.id}).status_code == 422


def test_a_group_is_formed_filled_and_given_aid(ours, client, session):
    formed = client.post(
        "/kelompok/baru",
        data={"cohort_id": ours.participation.cohort_id, "name": "Jahit", "rent_ends_on": "2027-01-01"},
    )
    group = only(session, Group)
    filled = client.post(
        f"/kelompok/{group.id}/anggota",
        data={"members": [ours.participation.id], "version": str(group.version)},
    )
    aid = {
        "kind": "alat",
        "description": "Mesin jahit",
        "quantity": "2",
        "given_on": "2026-01-01",
        "condition": "rusak",
    }
    given = client.post(f"/kelompok/{group.id}/bantuan/baru", data=aid | {"value": "3.000.000"})
    page = client.get(f"/kelompok/{group.id}").get_data(as_text=True)
    listed = client.get("/kelompok").get_data(as_text=True)
    changed = client.post(
        f"/kelompok/{group.id}/ubah", data={"name": "Jahit Baru", "version": str(group.version)}
    )

    assert [one.status_code for one in (formed, filled, given, changed)] == [303] * 4
    assert "1 dari 1 anggota masih ikut" in page
    assert "Mesin jahit" in page
    assert "2 rusak" in listed
    assert "1 Jan 2027" in listed


def test_aid_is_handed_to_a_participant_and_looked_at_later(ours, client, session):
    aid = {
        "kind": "alat",
        "description": "Kompor",
        "quantity": "1",
        "given_on": "2026-01-01",
        "bast_number": "B/1",
    }
    given = client.post(f"/keikutsertaan/{ours.participation.id}/bantuan/baru", data=aid)
    kept = only(session, Aid)
    seen = client.post(
        f"/bantuan/{kept.id}/ubah",
        data=aid | {"condition": "dijual", "condition_seen_on": "2026-06-01", "version": "1"},
    )
    listed = client.get("/bantuan?q=b/1&kondisi=dijual").get_data(as_text=True)

    assert (given.status_code, seen.status_code) == (303, 303)
    assert only(session, Aid).condition is AidCondition.SOLD
    assert "Kompor" in listed
    assert "Kompor" not in client.get("/bantuan?q=%25").get_data(as_text=True)


def test_milestone_consent_and_consultant_are_kept_and_changed(ours, client, session):
    person = ours.person_id
    reached = client.post(
        f"/peserta/{person}/capaian/baru",
        data={"kind": "nib", "attained_on": "2026-01-01", "number": "N1", "verified": "y"},
    )
    milestone = only(session, Milestone)
    seen_by = milestone.verified_by_id
    unneeded = client.post(
        f"/capaian/{milestone.id}/ubah", data={"kind": "nib", "state": "tidak_perlu", "version": "1"}
    )
    agreed = client.post(
        f"/peserta/{person}/persetujuan/baru",
        data={"purpose": "mitra", "method": "tertulis", "given_on": "2026-01-01"},
    )
    consent = only(session, Consent)
    withdrawn = client.post(
        f"/persetujuan/{consent.id}/ubah",
        data={
            "purpose": "mitra",
            "method": "tertulis",
            "given_on": "2026-01-01",
            "withdrawn_on": "2026-02-01",
            "version": "1",
        },
    )
    other = factories.account(role=Role.CONSULTANT)
    handed = client.post(
        f"/keikutsertaan/{ours.participation.id}/pendamping/baru",
        data={"consultant_id": other.id, "starts_on": "2026-06-01", "hand_over": "y"},
    )
    assignment = only(session, Assignment, Assignment.consultant_id == other.id)
    ended = client.post(f"/penugasan/{assignment.id}/ubah", data={"ends_on": "2026-07-01", "version": "1"})

    answers = (reached, unneeded, agreed, withdrawn, handed, ended)
    assert [one.status_code for one in answers] == [303] * 6
    assert seen_by == ours.officer.id
    assert only(session, Milestone).state is MilestoneState.NOT_NEEDED
    assert only(session, Milestone).verified_by_id is None
    page = client.get(f"/peserta/{person}").get_data(as_text=True)
    assert "Tidak perlu" in page
    assert "Ditarik 1 Feb 2026" in page
    assert other.name in page


def test_a_stale_small_form_shows_what_stands_now(ours, client, session):
    kept = factories.milestone(participation=ours.participation, number="LAMA")
    address = f"/capaian/{kept.id}/ubah"
    kind = kept.kind.value
    client.post(address, data={"kind": kind, "attained_on": "2025-06-02", "number": "BARU", "version": "1"})

    answer = client.post(
        address, data={"kind": kind, "attained_on": "2025-06-02", "number": "LAIN", "version": "1"}
    )

    text = answer.get_data(as_text=True)
    assert answer.status_code == 409
    assert "BARU" in text
    assert 'value="LAIN"' in text
