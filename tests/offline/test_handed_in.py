"""A file carried from a phone that cannot send: all of it waits for a decision, and nothing comes twice."""

from __future__ import annotations

import json
from base64 import b64encode
from io import BytesIO
from uuid import uuid4

import pytest
import sqlalchemy as sa

from models.attachment import Attachment
from models.sending import HeldRecord
from models.visit import Visit
from models.vocabulary import HeldReason, Role
from tests import factories
from tests.offline.phone import instant, picture


@pytest.fixture
def desk(sign_in, session):
    return sign_in(factories.account(role=Role.SUPERVISOR))


@pytest.fixture
def hand_in(desk, mentor):
    def send(content):
        data = {"consultant_id": str(mentor.id), "file": (BytesIO(content), "belum-terkirim.json")}
        return desk.post("/kiriman-tertahan/berkas", data=data, content_type="multipart/form-data")

    return send


def saved_by(phone, *records):
    """As the phone writes it; each record with one photo."""
    told, photos = [], []
    for kind, key, payload in records:
        photo = str(uuid4())
        told.append({"kind": kind, "key": str(key), "payload": payload, "photos": [{"key": photo}]})
        image = "data:image/jpeg;base64," + b64encode(picture()).decode()
        photos.append({"id": photo, "jenis": "foto", "image": image})
    made_at = instant(phone.now())
    return json.dumps({"made_at": made_at, "records": told, "drafts": [], "photos": photos}).encode()


def held(session):
    return session.scalars(sa.select(HeldRecord).order_by(HeldRecord.id)).all()


def test_its_records_and_photos_wait_and_become_the_consultants_when_accepted(
    phone, mentor, joined, desk, hand_in, session
):
    file = saved_by(phone, ("kunjungan", key := uuid4(), phone.visit(joined)))

    answers = [hand_in(file), hand_in(file)]

    assert [one.status_code for one in answers] == [303, 303]
    record, _photo = held(session)
    assert (record.account_id, record.reason) == (mentor.id, HeldReason.HANDED_IN)
    desk.post(f"/kiriman-tertahan/{record.id}/penerimaan", data={"version": record.version})
    visit = session.scalars(sa.select(Visit)).one()
    assert (visit.client_key, visit.consultant_id) == (key, mentor.id)
    assert session.scalars(sa.select(Attachment.visit_id)).one() == visit.id


def test_what_was_sent_before_stays_one(phone, joined, hand_in, session):
    key, told = uuid4(), phone.visit(joined)
    phone.put_visit(told, key)

    hand_in(saved_by(phone, ("kunjungan", key, told)))

    assert [one.kind.value for one in held(session)] == ["foto"]
    assert session.scalar(sa.select(sa.func.count()).select_from(Visit)) == 1


def test_a_record_that_cannot_be_read_leaves_the_others_alone(phone, joined, hand_in, desk, session):
    broken = phone.visit(joined, mode="perahu")
    file = saved_by(phone, ("kunjungan", uuid4(), broken), ("kunjungan", uuid4(), phone.visit(joined)))

    assert hand_in(file).status_code == 303
    assert len([one for one in held(session) if one.content is None]) == 1
    assert "1 tidak terbaca" in desk.get("/kiriman-tertahan").text


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[]", b"PK\x03\x04", b'{"made_at": "kemarin", "records": []}']
)
def test_another_file_is_refused_with_what_to_do(content, hand_in, session):
    answer = hand_in(content)

    assert answer.status_code == 422
    assert "Simpan berkas" in answer.text
    assert held(session) == []
