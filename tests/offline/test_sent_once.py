"""However often a record arrives, it is kept once; what differs under one key waits for a person."""

from __future__ import annotations

from uuid import uuid4

import pytest
import sqlalchemy as sa

from models.attachment import Attachment
from models.checkup import Checkup
from models.plan import ActionItem
from models.sending import HeldRecord, Sending
from models.visit import Visit, VisitAttendee
from models.vocabulary import HeldReason, Role, VisitState
from tests import factories
from tests.offline.phone import picture
from wub.visits import review_actions


def count(session, table):
    return session.scalar(sa.select(sa.func.count()).select_from(table))


def test_a_visit_is_kept_as_the_phone_wrote_it(phone, joined, session):
    key, item = uuid4(), uuid4()
    told = phone.visit(
        joined,
        latitude=-3.319437,
        longitude=114.590752,
        accuracy_m=18,
        advice="Titip jual",
        travel_minutes=15,
        next_visit_on="2026-12-10",
        attendees=[
            {
                "participation_id": joined.id,
                "status_seen": "aktif",
                "sales": 1_500_000,
                "sales_answer": "diketahui",
            }
        ],
        action_items=[{"key": str(item), "text": "Foto ulang", "owner": "konsultan", "due_on": "2026-12-01"}],
        photos=[str(uuid4())],
        signature=None,
    )

    answer = phone.put_visit(told, key)

    assert answer.status_code == 201
    visit = session.scalars(sa.select(Visit)).one()
    assert answer.json == {
        "id": visit.id,
        "state": "terkirim",
        "received_at": session.scalars(sa.select(Sending.created_at)).one().isoformat(),
        "flags": [],
    }
    assert (visit.client_key, visit.consultant_id, str(visit.latitude)) == (
        key,
        phone.account_id,
        "-3.319437",
    )
    assert (visit.clock_offset, visit.device_time.isoformat()[:16]) == (0, told["captured_at"][:16])
    assert session.scalars(sa.select(VisitAttendee.sales)).one() == 1_500_000
    assert session.scalars(sa.select(ActionItem.client_key)).one() == item


def test_the_same_content_sent_again_is_answered_as_stored_before(phone, joined, session):
    key, told = uuid4(), phone.visit(joined)

    first, second = phone.put_visit(told, key), phone.put_visit(told, key)

    assert (first.status_code, second.status_code) == (201, 200)
    assert first.json == second.json
    assert count(session, Visit) == count(session, VisitAttendee) == count(session, Sending) == 1


def test_review_and_edits_meanwhile_do_not_turn_a_repetition_into_a_conflict(phone, joined, session):
    key, told = uuid4(), phone.visit(joined)
    phone.put_visit(told, key)
    visit = session.scalars(sa.select(Visit)).one()
    visit.advice = "Diperbaiki lewat halaman biasa"
    session.commit()
    review_actions.approve(visit, version=visit.version, by=factories.account(role=Role.SUPERVISOR))

    again = phone.put_visit(told, key)

    assert (again.status_code, again.json["state"]) == (200, "disetujui")
    assert count(session, HeldRecord) == 0


def test_another_content_under_the_key_is_a_conflict_and_is_kept(phone, joined, session):
    key = uuid4()
    phone.put_visit(phone.visit(joined), key)
    other = phone.visit(joined, advice="Lain")

    answers = [phone.put_visit(other, key) for _ in range(2)]

    assert [(one.status_code, one.json["code"]) for one in answers] == [(409, "kunci_terpakai")] * 2
    held = session.scalars(sa.select(HeldRecord)).one()
    assert (held.reason, held.payload["advice"]) == (HeldReason.OTHER_CONTENT, "Lain")
    assert session.scalars(sa.select(Visit.advice)).one() is None


def test_the_first_version_arriving_again_after_the_conflict_is_still_stored_before(phone, joined):
    key, told = uuid4(), phone.visit(joined)
    phone.put_visit(told, key)
    phone.put_visit(phone.visit(joined, advice="Lain"), key)

    assert phone.put_visit(told, key).status_code == 200


def test_what_breaks_a_rule_is_refused_by_field_and_can_be_sent_again(phone, joined, session):
    key = uuid4()

    refused = phone.put_visit(phone.visit(joined, confirmation="tidak_ada"), key)
    corrected = phone.put_visit(
        phone.visit(joined, confirmation="tidak_ada", no_confirmation_reason="Tergesa"), key
    )

    assert (refused.status_code, refused.content_type) == (422, "application/problem+json")
    assert set(refused.json["fields"]) == {"no_confirmation_reason"}
    assert corrected.status_code == 201
    assert count(session, HeldRecord) == 0


def test_checkups_and_action_items_are_kept_once_too(phone, joined, session):
    item = factories.action_item(participation=joined)
    checkup, done = phone.checkup(joined), phone.done(item.id)
    keys = uuid4(), uuid4()

    statuses = [phone.put("pemeriksaan", checkup, keys[0]).status_code for _ in range(2)]
    statuses += [phone.put("tindak-lanjut", done, keys[1]).status_code for _ in range(2)]

    assert statuses == [201, 200, 201, 200]
    assert session.scalars(sa.select(Checkup.sales_last_month)).one() == 1_500_000
    assert session.get(ActionItem, item.id).done_on.isoformat() == done["done_on"]


@pytest.mark.parametrize("jenis", ["foto", "tanda_tangan"])
def test_a_photo_follows_its_record_and_is_kept_once(jenis, phone, joined, session):
    visit, photo = uuid4(), uuid4()
    told = phone.visit(joined)

    early = phone.put_photo(picture(), photo, kunjungan=visit, jenis=jenis)
    phone.put_visit(told, visit)
    answers = [phone.put_photo(picture(), photo, kunjungan=visit, jenis=jenis).status_code for _ in range(3)]

    assert (early.status_code, early.json["code"]) == (424, "catatan_belum_sampai")
    assert answers == [201, 200, 200]
    attachment = session.scalars(sa.select(Attachment)).one()
    assert attachment.visit_id == session.scalars(sa.select(Visit.id)).one()


def test_a_photo_that_is_no_picture_is_refused_and_its_visit_stands(phone, joined, session):
    visit = uuid4()
    phone.put_visit(phone.visit(joined), visit)

    answer = phone.put_photo(b"<svg onload=alert(1)>", kunjungan=visit)

    assert (answer.status_code, answer.json["code"]) == (422, "bukti_jenis_lain")
    assert (count(session, Visit), count(session, Attachment)) == (1, 0)


def test_a_photo_that_came_in_pieces_is_refused(phone, joined):
    visit, content = uuid4(), picture()
    phone.put_visit(phone.visit(joined), visit)
    query = {"kunjungan": str(visit), "jenis": "foto", "digest": "0" * 64}

    answer = phone.client.put(
        f"/lapangan/foto/{uuid4()}", query_string=query, data=content, headers=phone.headers()
    )

    assert (answer.status_code, answer.json["code"]) == (422, "foto_terpotong")


def test_a_returned_visit_is_corrected_from_the_phone_once(phone, joined, session):
    key, item = uuid4(), uuid4()
    told = phone.visit(
        joined,
        attendees=[{"participation_id": joined.id, "sales": 900_000, "sales_answer": "diketahui"}],
        action_items=[{"key": str(item), "text": "Foto ulang"}],
    )
    phone.put_visit(told, key)
    visit = session.scalars(sa.select(Visit)).one()
    supervisor = factories.account(role=Role.SUPERVISOR)
    review_actions.give_back(visit, version=visit.version, reason="Tulis sarannya", by=supervisor)
    session.commit()
    (returned,) = phone.client.get("/lapangan/bekal").json["returned"]
    corrected = returned["content"] | {
        "advice": "Titip jual",
        "replaces": returned["version"],
        "captured_at": told["captured_at"],
    }

    answers = [phone.put_visit(corrected, key).status_code for _ in range(2)]

    session.expire_all()
    assert answers == [201, 200]
    assert (visit.state, visit.advice) == (VisitState.SENT, "Titip jual")
    assert session.scalars(sa.select(VisitAttendee.sales)).one() == 900_000
    assert session.scalars(sa.select(ActionItem.client_key)).one() == item
    assert phone.put_visit(told, key).status_code == 200


def test_a_correction_of_a_visit_that_was_approved_meanwhile_is_a_conflict(phone, joined, session):
    key = uuid4()
    phone.put_visit(phone.visit(joined), key)
    visit = session.scalars(sa.select(Visit)).one()
    review_actions.approve(visit, version=visit.version, by=factories.account(role=Role.SUPERVISOR))

    answer = phone.put_visit(phone.visit(joined, advice="Lain", replaces=1), key)

    assert answer.status_code == 409
    assert session.scalars(sa.select(HeldRecord.reason)).one() is HeldReason.CHANGED_MEANWHILE
