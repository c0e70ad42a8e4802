"""A proof is seen by whoever sees the record and kept by whoever keeps it; for others it does not exist."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from models import Attachment, Visit
from models.vocabulary import Role, VisitState
from tests import factories
from wub.attachments.queries import KINDS

SUBJECTS = list(KINDS)
MENTOR_KEEPS = {"checkup", "mentoring_plan", "visit"}
CITY_WIDE = {"agreement"}  # firms deal with the whole city


@pytest.fixture
def proved(officer, mentor, upload, records, session, photo):
    """Uploads a photo for a subject as the one who keeps it; gives the id."""

    def prove(subject):
        keeper = mentor if subject == "visit" else officer
        assert upload(keeper, subject, records[subject], photo).status_code == 303
        session.expire_all()
        return session.scalar(sa.select(sa.func.max(Attachment.id)))

    return prove


def told(client, address):
    """All that an answer says, but for the address that was asked."""
    answer = client.get(address)
    return answer.status_code, answer.text.replace(address, ""), dict(answer.headers) | {"Content-Length": ""}


@pytest.mark.parametrize("subject", SUBJECTS)
def test_the_office_that_sees_the_record_sees_its_proof(subject, officer, proved, records):
    number = proved(subject)

    assert officer.get(f"/bukti/{number}").status_code == 200
    assert officer.get(f"/bukti/{number}/kecil").status_code == 200
    assert f"/bukti/{number}" in officer.get(f"/bukti/{KINDS[subject].word}/{records[subject]}").text


@pytest.mark.parametrize("subject", [name for name in SUBJECTS if name not in CITY_WIDE])
def test_for_another_office_neither_the_proof_nor_its_place_exists(
    subject, proved, records, stranger, upload, photo
):
    number, word = proved(subject), KINDS[subject].word
    found = [f"/bukti/{number}", f"/bukti/{number}/kecil", f"/bukti/{word}/{records[subject]}"]
    absent = ["/bukti/987654321", "/bukti/987654321/kecil", f"/bukti/{word}/987654321"]
    stranger.get("/bukti/987654321")  # the first answer of a session renews its cookie

    assert [told(stranger, address) for address in found] == [told(stranger, address) for address in absent]
    assert stranger.get(found[0]).status_code == 404
    removal = stranger.post(f"/bukti/{number}/penghapusan", data={"reason": "x", "version": "1"})
    refused = upload(stranger, subject, records[subject], photo)
    allowed_to_try = 403 if subject == "visit" else 404  # officers never log visits: the guard says so
    assert removal.status_code == 404
    assert refused.status_code in (404, allowed_to_try)


def test_a_firm_s_agreement_is_seen_by_every_office_and_kept_by_the_one_that_signed(
    proved, records, stranger, upload, photo
):
    number = proved("agreement")

    assert stranger.get(f"/bukti/{number}").status_code == 200
    assert upload(stranger, "agreement", records["agreement"], photo).status_code == 403
    assert (
        stranger.post(f"/bukti/{number}/penghapusan", data={"reason": "x", "version": "1"}).status_code == 403
    )


@pytest.mark.parametrize("subject", SUBJECTS)
@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.EXECUTIVE])
def test_who_sees_no_people_sees_no_proofs(subject, role, proved, sign_in):
    number = proved(subject)
    client = sign_in(role)

    assert client.get(f"/bukti/{number}").status_code == 403
    assert client.get(f"/bukti/{number}/kecil").status_code == 403


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_consultant_proves_what_consultants_record_and_nothing_else(
    subject, mentor, records, upload, photo
):
    answer = upload(mentor, subject, records[subject], photo)

    assert (answer.status_code == 303) == (subject in MENTOR_KEEPS)


def test_a_consultant_sees_the_proof_of_own_participants_until_thirty_days_after(
    mentor, proved, records, session, frozen
):
    from datetime import timedelta

    from models.participation import Assignment
    from wub.clock import today

    number = proved("aid")
    assert mentor.get(f"/bukti/{number}").status_code == 200
    session.scalars(sa.select(Assignment)).one().ends_on = today() - timedelta(days=31)

    assert mentor.get(f"/bukti/{number}").status_code == 404


def test_a_consultant_of_others_sees_nothing(proved, sign_in):
    number = proved("visit")

    assert sign_in(Role.CONSULTANT).get(f"/bukti/{number}").status_code == 404


def test_the_proof_of_a_draft_is_its_author_s_alone(mentor, officer, proved, records, session):
    number = proved("visit")
    session.get(Visit, records["visit"]).state = VisitState.DRAFT

    assert mentor.get(f"/bukti/{number}").status_code == 200
    assert officer.get(f"/bukti/{number}").status_code == 404


def test_what_was_approved_stays_as_it_was_judged(mentor, proved, records, session, upload, photo):
    number = proved("visit")
    session.get(Visit, records["visit"]).state = VisitState.APPROVED

    assert mentor.get(f"/bukti/{number}").status_code == 200
    assert upload(mentor, "visit", records["visit"], photo).status_code == 403
    assert (
        mentor.post(f"/bukti/{number}/penghapusan", data={"reason": "x", "version": "1"}).status_code == 403
    )


def test_a_group_mate_s_visit_is_seen_but_not_kept_by_another_consultant(
    records, session, sign_in, upload, photo
):
    from models.visit import VisitAttendee

    second = factories.account(role=Role.CONSULTANT)
    attended = session.scalars(sa.select(VisitAttendee)).one()
    factories.assignment(participation_id=attended.participation_id, consultant=second)
    client = sign_in(second)

    assert client.get(f"/bukti/kunjungan/{records['visit']}").status_code == 200
    assert upload(client, "visit", records["visit"], photo).status_code == 403


@pytest.mark.parametrize("address", ["/bukti/orang/1", "/bukti/visit/1", "/bukti/0", "/bukti/-1"])
def test_an_address_of_nothing_leads_nowhere(officer, address):
    assert officer.get(address).status_code == 404


def test_who_has_not_signed_in_is_sent_to_the_door(client, proved):
    number = proved("aid")

    assert "/masuk" in client.get(f"/bukti/{number}").headers["Location"]
