"""A supervisor decides about what was set aside; whatever is decided, what was sent stays as it came."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
import sqlalchemy as sa

from models.account import Account
from models.attachment import Attachment
from models.audit import AuditEntry
from models.checkup import Checkup
from models.confirmation import VisitConfirmation
from models.participation import Assignment
from models.plan import ActionItem
from models.sending import HeldRecord
from models.visit import Visit, VisitAttendee
from models.vocabulary import HeldState, Role, VisitState
from tests import factories
from tests.offline.phone import picture
from wub.clock import today


@pytest.fixture
def supervisor(session):
    return factories.account(role=Role.SUPERVISOR)


@pytest.fixture
def desk(supervisor, sign_in):
    return sign_in(supervisor)


@pytest.fixture
def handed_over(joined, session):
    """The participant was handed over two days ago."""
    session.scalars(sa.select(Assignment)).one().ends_on = today() - timedelta(days=2)
    return joined


def held(session):
    session.expire_all()
    return session.scalars(sa.select(HeldRecord).order_by(HeldRecord.id)).all()


def decide(desk, record, how, **data):
    return desk.post(f"/kiriman-tertahan/{record.id}/{how}", data={"version": record.version} | data)


def test_what_waits_is_listed_with_who_and_why_and_linked_from_the_review(
    phone, mentor, handed_over, desk, session
):
    phone.put_visit(phone.visit(handed_over, advice="Titip jual"))
    (record,) = held(session)

    queue, listed = desk.get("/tinjauan-kunjungan").text, desk.get("/kiriman-tertahan").text
    page = desk.get(f"/kiriman-tertahan/{record.id}").text

    assert "/kiriman-tertahan" in queue
    assert "Karantina dan bentrok (1)" in queue
    for words in (mentor.name, "Peserta bukan dampingan pengirim pada hari itu"):
        assert words in listed
        assert words in page
    assert "Titip jual" in page


def test_accepted_as_it_came_it_is_the_senders_visit_with_its_photos(
    phone, mentor, handed_over, supervisor, desk, session
):
    key, told = uuid4(), phone.visit(handed_over)
    phone.put_visit(told, key)
    phone.put_photo(picture(), photo := uuid4(), kunjungan=key)
    record, _ = held(session)

    answer = decide(desk, record, "penerimaan")

    assert answer.status_code == 303
    visit = session.scalars(sa.select(Visit)).one()
    assert (visit.client_key, visit.consultant_id, visit.state) == (key, mentor.id, VisitState.SENT)
    attachment = session.scalars(sa.select(Attachment)).one()
    assert (attachment.visit_id, attachment.client_key) == (visit.id, photo)
    assert attachment.uploaded_by_id == mentor.id
    assert {one.state for one in held(session)} == {HeldState.ACCEPTED}
    log = session.scalars(sa.select(AuditEntry).where(AuditEntry.action == "visit:log")).one()
    assert log.account_id == supervisor.id
    assert phone.put_visit(told, key).status_code == 200
    assert f"/kunjungan/{visit.id}" in desk.get(f"/kiriman-tertahan/{record.id}").text


def test_the_confirmation_that_came_with_it_counts_too(phone, handed_over, desk, session):
    token = phone.client.get("/lapangan/bekal").json["tokens"][0]["token"]
    told = phone.visit(handed_over, confirmation="kode_wa", confirmation_token=token)
    phone.put_visit(told | {"confirmation_code": "000000"})

    decide(desk, held(session)[0], "penerimaan")

    received = session.scalars(sa.select(VisitConfirmation)).one()
    assert received.visit_id == session.scalars(sa.select(Visit.id)).one()


def test_who_accepted_a_visit_does_not_also_approve_it(phone, handed_over, desk, session):
    phone.put_visit(phone.visit(handed_over))
    decide(desk, held(session)[0], "penerimaan")
    visit = session.scalars(sa.select(Visit)).one()

    answer = desk.post(f"/kunjungan/{visit.id}/persetujuan", data={"version": visit.version})

    assert answer.status_code == 403


def test_of_two_versions_the_one_from_the_phone_is_taken(phone, joined, desk, session):
    key = uuid4()
    phone.put_visit(phone.visit(joined, advice="Yang pertama"), key)
    phone.put_visit(phone.visit(joined, advice="Yang kedua"), key)
    (record,) = held(session)
    visit = session.scalars(sa.select(Visit)).one()
    page = desk.get(f"/kiriman-tertahan/{record.id}").text

    answer = decide(desk, record, "penerimaan", standing=visit.version)

    assert "Yang pertama" in page
    assert "Yang kedua" in page
    assert answer.status_code == 303
    session.expire_all()
    assert visit.advice == "Yang kedua"
    assert phone.put_visit(phone.visit(joined, advice="Yang pertama"), key).status_code == 200
    assert phone.put_visit(phone.visit(joined, advice="Yang kedua"), key).status_code == 200


def test_two_versions_that_are_two_visits_are_both_kept(phone, joined, desk, session):
    key = uuid4()
    phone.put_visit(phone.visit(joined, advice="Pagi"), key)
    phone.put_visit(phone.visit(joined, advice="Sore"), key)

    decide(desk, held(session)[0], "pemisahan")

    assert session.scalars(sa.select(Visit.advice).order_by(Visit.id)).all() == ["Pagi", "Sore"]


def test_a_version_is_not_replaced_unseen(phone, joined, desk, session):
    key = uuid4()
    phone.put_visit(phone.visit(joined), key)
    phone.put_visit(phone.visit(joined, advice="Lain"), key)
    visit = session.scalars(sa.select(Visit)).one()

    answer = decide(desk, held(session)[0], "penerimaan", standing=visit.version + 1)

    assert answer.status_code == 409
    assert session.scalars(sa.select(Visit.advice)).one() is None
    assert held(session)[0].state is HeldState.WAITING


def test_set_aside_needs_a_reason_and_deletes_nothing(phone, handed_over, desk, session):
    key = uuid4()
    phone.put_visit(phone.visit(handed_over), key)
    phone.put_photo(picture(), kunjungan=key)
    record, photo = held(session)

    without = decide(desk, record, "penyisihan")
    with_one = decide(desk, record, "penyisihan", reason="Bukan kunjungannya")

    assert (without.status_code, with_one.status_code) == (422, 303)
    assert "Tulis mengapa kiriman ini disisihkan" in without.text
    assert [(one.state, one.resolution) for one in held(session)] == [
        (HeldState.DISCARDED, "Bukan kunjungannya")
    ] * 2
    assert "Bukan kunjungannya" in desk.get(f"/kiriman-tertahan/{record.id}").text
    assert desk.get(f"/kiriman-tertahan/{photo.id}/foto").status_code == 200
    assert session.scalar(sa.select(sa.func.count()).select_from(Visit)) == 0
    assert phone.put_visit(phone.visit(handed_over), key).status_code == 202


def test_nobody_decides_twice_or_about_his_own(phone, handed_over, sign_in, session, desk):
    phone.put_visit(phone.visit(handed_over))
    (record,) = held(session)
    stale = record.version
    decide(desk, record, "penerimaan")

    assert decide(desk, held(session)[0], "penyisihan", reason="x").status_code == 409
    both = factories.account(role=Role.SUPERVISOR)
    own = factories.held_record(account=both)
    assert decide(sign_in(both), own, "penerimaan").status_code == 403
    assert stale < held(session)[0].version


def test_a_held_checkup_and_a_held_item_become_what_they_say(phone, mentor, handed_over, desk, session):
    item = factories.action_item(participation=handed_over)
    session.scalars(sa.select(Assignment)).one().ends_on = today() - timedelta(days=31)
    phone.put("pemeriksaan", phone.checkup(handed_over))
    phone.put("tindak-lanjut", phone.done(item.id))

    answers = [decide(desk, record, "penerimaan").status_code for record in held(session)]

    assert answers == [303, 303]
    assert session.scalars(sa.select(Checkup.recorded_by_id)).one() == mentor.id
    assert session.get(ActionItem, item.id).done_on == today()


def test_a_photo_that_came_after_the_approval_can_still_be_kept(phone, joined, desk, session):
    key = uuid4()
    phone.put_visit(phone.visit(joined), key)
    session.scalars(sa.select(Visit)).one().state = VisitState.APPROVED
    phone.put_photo(picture(), kunjungan=key)

    assert decide(desk, held(session)[0], "penerimaan").status_code == 303
    assert session.scalar(sa.select(sa.func.count()).select_from(Attachment)) == 1


def test_a_visit_that_breaks_a_rule_meanwhile_says_so_and_waits(phone, handed_over, desk, session):
    phone.put_visit(phone.visit(handed_over))
    (record,) = held(session)
    record.payload = record.payload | {"attendees": []}
    session.commit()

    answer = decide(desk, record, "penerimaan")

    assert answer.status_code == 422
    assert held(session)[0].state is HeldState.WAITING


def test_a_wrong_clock_is_shown_with_the_time_by_ours(phone, handed_over, desk, session):
    phone.ahead = timedelta(days=730)
    phone.put_visit(phone.visit(handed_over))

    assert "jam HP salah" in desk.get(f"/kiriman-tertahan/{held(session)[0].id}").text


@pytest.mark.parametrize("role", [Role.OFFICER, Role.CONSULTANT, Role.EXECUTIVE, Role.ADMINISTRATOR])
def test_only_supervisors_see_what_was_set_aside(role, sign_in):
    record = factories.held_record()
    client = sign_in(role)

    assert client.get("/kiriman-tertahan").status_code == 403
    assert client.get(f"/kiriman-tertahan/{record.id}").status_code == 403


def test_attendees_of_the_accepted_version_are_those_it_names(phone, mentor, joined, desk, session):
    from tests.visits.drafts import mentored_by

    key, other = uuid4(), mentored_by(session.get(Account, mentor.id))
    phone.put_visit(phone.visit(joined), key)
    phone.put_visit(phone.visit(joined, other), key)
    visit = session.scalars(sa.select(Visit)).one()

    decide(desk, held(session)[0], "penerimaan", standing=visit.version)

    assert set(session.scalars(sa.select(VisitAttendee.participation_id))) == {joined.id, other.id}
