"""Rights are judged when a record arrives: what lacks them is set aside, never lost, and nothing is told."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest
import sqlalchemy as sa

from models.account import Account
from models.attachment import Attachment
from models.audit import AuditEntry
from models.participation import Assignment
from models.sending import HeldRecord
from models.visit import Visit
from models.vocabulary import HeldReason, Role, VisitState
from tests import factories
from tests.conftest import new_client
from tests.offline.phone import Phone, picture
from tests.visits.drafts import consultant, mentored_by
from wub.access import account_actions
from wub.clock import now, today
from wub.offline import receiving_actions
from wub.register import assignment_actions


@pytest.fixture
def administrator(session):
    return factories.account(role=Role.ADMINISTRATOR)


def held(session):
    return session.scalars(sa.select(HeldRecord).order_by(HeldRecord.id)).all()


def kept(session):
    return session.scalar(sa.select(sa.func.count()).select_from(Visit))


def end_role(account, administrator, session):
    (grant,) = account.grants
    account_actions.end_grant(account, grant, by=administrator)
    session.commit()


def test_what_a_consultant_sends_after_his_role_ended_is_set_aside_photos_too(
    phone, mentor, joined, administrator, session
):
    visit, told = uuid4(), phone.visit(joined)
    end_role(mentor, administrator, session)

    answers = [phone.put_visit(told, visit) for _ in range(2)]
    answers += [phone.put_photo(picture(), photo := uuid4(), kunjungan=visit)]
    answers += [phone.put_photo(picture(), photo, kunjungan=visit)]

    assert [(one.status_code, one.json["code"]) for one in answers] == [(202, "karantina")] * 4
    assert kept(session) == session.scalar(sa.select(sa.func.count()).select_from(Attachment)) == 0
    record, of_it = held(session)
    assert (record.reason, record.payload) == (HeldReason.ROLE_ENDED, told)
    assert (of_it.of_key, of_it.content[:2]) == (visit, b"\xff\xd8")
    assert session.scalar(sa.select(AuditEntry).where(AuditEntry.action == "field:hold").limit(1))


def test_a_phone_whose_account_was_switched_off_still_delivers_into_quarantine_only(
    phone, mentor, joined, administrator, session
):
    told = phone.visit(joined)
    account_actions.set_active(mentor, False, by=administrator)
    session.commit()

    answer = phone.put_visit(told)

    assert answer.status_code == 202
    assert [one.reason for one in held(session)] == [HeldReason.SWITCHED_OFF]
    assert phone.client.get("/lapangan/bekal").status_code == 403
    assert phone.client.get("/kunjungan").status_code == 302


def test_a_photo_left_over_when_the_account_was_switched_off_is_set_aside_beside_its_visit(
    phone, mentor, joined, administrator, session
):
    visit = uuid4()
    phone.put_visit(phone.visit(joined), visit)
    account_actions.set_active(mentor, False, by=administrator)
    session.commit()

    assert phone.put_photo(picture(), kunjungan=visit).status_code == 202
    assert [(one.of_key, one.reason) for one in held(session)] == [(visit, HeldReason.SWITCHED_OFF)]


@pytest.mark.parametrize("ended", ["signed out", "other password", "too old", "switched on again"])
def test_an_ended_session_delivers_nothing(ended, phone, mentor, joined, administrator, session, frozen):
    told = phone.visit(joined)
    if ended == "signed out":
        cookie = phone.client.get_cookie("wub").value
        phone.client.post("/keluar")
        phone.client.set_cookie("wub", cookie)
    elif ended == "other password":
        account_actions.new_one_time_password(mentor, by=administrator)
    elif ended == "too old":
        frozen.shift(timedelta(hours=25))
    account_actions.set_active(mentor, False, by=administrator)
    if ended == "switched on again":
        account_actions.set_active(mentor, True, by=administrator)
    session.commit()

    answer = phone.put_visit(told)

    assert (answer.status_code, answer.json["code"]) == (401, "sesi_berakhir")
    assert held(session) == []


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.EXECUTIVE, Role.OFFICER, Role.SUPERVISOR])
def test_who_never_was_a_consultant_delivers_no_visit(role, sign_in, joined, session):
    account = factories.account(role=role)

    answer = Phone(sign_in(account), account).put_visit({})

    assert answer.status_code == 403
    assert held(session) == []


def test_a_stranger_is_asked_to_sign_in(app, mentor, session):
    assert Phone(new_client(app), mentor).put_visit({}).status_code == 401


def test_until_thirty_days_after_the_assignment_reports_of_its_days_are_kept(
    phone, mentor, joined, session, frozen, sign_in
):
    told = phone.visit(joined)
    assignment = session.scalars(sa.select(Assignment)).one()
    end = assignment_actions.EndDraft(today(), "serah terima")
    assignment_actions.end_assignment(assignment, end, version=assignment.version, by=factories.account())
    frozen.shift(timedelta(days=30))

    assert Phone(sign_in(mentor), mentor).put_visit(told).status_code == 201


@pytest.mark.parametrize("ended", [timedelta(days=31), timedelta(days=1)])
def test_a_visit_after_the_assignment_is_set_aside(ended, phone, joined, session):
    session.scalars(sa.select(Assignment)).one().ends_on = today() - ended

    assert phone.put_visit(phone.visit(joined)).status_code == 202
    assert [one.reason for one in held(session)] == [HeldReason.NOT_MENTORED]


def test_a_visit_outside_the_contract_is_set_aside(phone, mentor, joined, session):
    mentor.contract_ends_on = today() - timedelta(days=1)

    assert phone.put_visit(phone.visit(joined)).status_code == 202
    assert [one.reason for one in held(session)] == [HeldReason.NO_CONTRACT]


@pytest.mark.parametrize("kind", ["kunjungan", "pemeriksaan", "tindak-lanjut"])
def test_somebody_elses_participant_is_answered_like_an_absent_one(kind, phone, session):
    theirs = mentored_by(consultant())
    item = factories.action_item(participation=theirs)
    nobody = type("Nobody", (), {"id": 999_999_999})
    told = {
        "kunjungan": (phone.visit(theirs), phone.visit(nobody)),
        "pemeriksaan": (phone.checkup(theirs), phone.checkup(nobody)),
        "tindak-lanjut": (phone.done(item.id), phone.done(nobody.id)),
    }[kind]

    foreign, absent = (phone.put(kind, one) for one in told)

    assert foreign.status_code == absent.status_code == 202
    assert foreign.json == absent.json
    assert theirs.person_id not in foreign.json.values()


def test_a_photo_for_somebody_elses_visit_is_answered_like_one_for_an_absent_visit(phone, session):
    theirs = factories.visit(consultant=consultant())

    foreign = phone.put_photo(picture(), kunjungan=theirs.client_key)
    absent = phone.put_photo(picture(), kunjungan=uuid4())

    assert foreign.status_code == absent.status_code == 424
    assert foreign.json == absent.json


def test_a_key_that_is_somebody_elses_visit_keeps_the_new_record_for_a_person(phone, joined, session):
    theirs = factories.visit(consultant=consultant())

    answer = phone.put_visit(phone.visit(joined), theirs.client_key)

    assert answer.status_code == 409
    assert (kept(session), len(held(session))) == (1, 1)


def test_a_photo_after_the_approval_is_set_aside_and_the_visit_stays_as_it_was_judged(phone, joined, session):
    visit = uuid4()
    phone.put_visit(phone.visit(joined), visit)
    session.scalars(sa.select(Visit)).one().state = VisitState.APPROVED

    assert phone.put_photo(picture(), kunjungan=visit).status_code == 202
    assert [one.reason for one in held(session)] == [HeldReason.APPROVED_ALREADY]


def test_the_quarantine_has_room_for_so_many_of_one_account(phone, joined, session, monkeypatch):
    monkeypatch.setattr(receiving_actions, "MOST_WAITING", 2)
    session.scalars(sa.select(Assignment)).one().ends_on = today() - timedelta(days=1)
    told = [phone.visit(joined, advice=str(one)) for one in range(3)]

    answers = [phone.put_visit(one) for one in told]

    assert [one.status_code for one in answers] == [202, 202, 429]
    assert answers[-1].json["code"] == "karantina_penuh"
    assert len(held(session)) == 2


def test_a_photo_of_a_visit_that_became_part_of_a_group_visit_goes_there(phone, joined, session):
    part = uuid4()
    phone.put_visit(phone.visit(joined), part)
    visit = session.scalars(sa.select(Visit)).one()
    group = factories.visit(consultant_id=visit.consultant_id, attendees=[joined])
    visit.merged_into_id, visit.merged_at = group.id, now()

    assert phone.put_photo(picture(), kunjungan=part).status_code == 201
    assert session.scalars(sa.select(Attachment.visit_id)).one() == group.id
    group.state = VisitState.APPROVED
    assert phone.put_photo(picture("red"), kunjungan=part).status_code == 202


def test_the_queue_of_one_account_is_not_sent_under_another(phone, joined, session):
    answer = phone.put_visit(phone.visit(joined), **{"X-Account": "999"})

    assert (answer.status_code, answer.json["code"]) == (409, "akun_lain")
    assert (kept(session), held(session)) == (0, [])


def test_a_sending_without_the_token_changes_nothing_and_with_it_is_kept(app, phone, joined, session):
    app.config["WTF_CSRF_ENABLED"] = True
    token = phone.client.get("/lapangan/bekal").json["csrf"]

    without = phone.put_visit(phone.visit(joined))
    with_it = phone.put_visit(phone.visit(joined), **{"X-CSRFToken": token})

    assert (without.status_code, without.json["code"]) == (400, "formulir_kedaluwarsa")
    assert with_it.status_code == 201
    assert kept(session) == 1


def test_who_must_choose_a_new_password_is_told_so(phone, mentor, joined, session):
    session.get(Account, mentor.id).must_change_password = True

    answer = phone.put_visit(phone.visit(joined))

    assert (answer.status_code, answer.json["code"]) == (403, "sandi_baru")


def test_nothing_of_a_consultant_is_provided_for_another(phone, joined, session):
    mentored_by(consultant())
    ended = mentored_by(session.get(Account, phone.account_id))
    session.scalars(
        sa.select(Assignment).where(Assignment.participation_id == ended.id)
    ).one().ends_on = date(2026, 11, 23)

    provided = phone.client.get("/lapangan/bekal").json["participants"]

    assert [one["id"] for one in provided] == [joined.id]
