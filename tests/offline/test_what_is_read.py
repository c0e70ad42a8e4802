"""What a phone may send is narrow: a size, a depth, known fields, and values that mean one thing."""

from __future__ import annotations

import json
import logging
from uuid import UUID, uuid4

import pytest
import sqlalchemy as sa

from models.sending import HeldRecord
from models.visit import Visit


@pytest.fixture
def send(phone):
    def raw(body, content_type="application/json"):
        return phone.client.put(
            f"/lapangan/catatan/kunjungan/{uuid4()}",
            data=body,
            content_type=content_type,
            headers=phone.headers(),
        )

    return raw


BROKEN = [
    b"",
    b"[]",
    b"null",
    b'"kunjungan"',
    b"{",
    b"\xff\xfe",
    b"[" * 200_000,
    b'{"a":' * 9 + b"1" + b"}" * 9,
    b'{"mode":"wa","mode":"kantor"}',
    b'{"latitude":NaN}',
    b'{"accuracy_m":' + b"9" * 5000 + b"}",
]


@pytest.mark.parametrize("body", BROKEN, ids=lambda body: body[:12])
def test_what_is_no_plain_object_is_refused(body, send, session):
    answer = send(body)

    assert (answer.status_code, answer.json["code"]) == (422, "isian_tidak_terbaca")
    assert session.scalar(sa.select(sa.func.count()).select_from(Visit)) == 0


def test_a_record_of_more_than_256_kb_is_refused(send):
    answer = send(json.dumps({"advice": "x" * 300_000}))

    assert (answer.status_code, answer.json["code"]) == (413, "terlalu_besar")


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
def test_another_type_than_json_is_refused(kind, send):
    assert send(b"{}", kind).status_code == 415


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("held_on", "24-11-2026"),
        ("held_on", 20261124),
        ("held_on", "9999-12-31"),
        ("starts_at", "25:00"),
        ("ends_at", "10:00+08:00"),
        ("mode", "perahu"),
        ("latitude", 91),
        ("latitude", "-3.3"),
        ("accuracy_m", -1),
        ("accuracy_m", 1.5),
        ("accuracy_m", True),
        ("topics", "pemasaran"),
        ("topics", ["cuaca"]),
        ("topics", ["pemasaran"] * 40),
        ("advice", 7),
        ("advice", "x" * 2001),
        ("place", "\ud800"),
        ("travel_minutes", 1441),
        ("attendees", {}),
        ("attendees", [7]),
        ("photos", ["bukan-uuid"]),
        ("photos", [str(UUID(int=number)) for number in range(6)]),
        ("captured_at", "2026-11-24T09:00:00"),
        ("captured_at", 0),
        ("replaces", 0),
        ("consultant_id", 1),
        ("state", "disetujui"),
        ("client_key", str(UUID(int=1))),
    ],
)
def test_a_field_that_cannot_be_read_or_is_not_known_is_named(field, value, phone, joined, session):
    told = phone.visit(joined) | {field: value}

    answer = phone.client.put(
        f"/lapangan/catatan/kunjungan/{uuid4()}",
        data=json.dumps(told),
        content_type="application/json",
        headers=phone.headers(),
    )

    assert (answer.status_code, answer.json["code"]) == (422, "isian_tidak_terbaca")
    assert {name.partition(".")[0] for name in answer.json["fields"]} == {field}
    assert session.scalar(sa.select(sa.func.count()).select_from(HeldRecord)) == 0


@pytest.mark.parametrize(
    "missing", ["held_on", "starts_at", "ends_at", "mode", "confirmation", "captured_at"]
)
def test_a_required_field_is_asked_for(missing, phone, joined):
    told = phone.visit(joined)
    del told[missing]

    assert set(phone.put_visit(told).json["fields"]) == {missing}


def test_faults_inside_lists_are_named_by_their_place(phone, joined):
    told = phone.visit(
        joined,
        attendees=[{"participation_id": joined.id, "sales": 5, "age": 3}],
        action_items=[{"text": "", "owner": "camat"}],
    )

    fields = phone.put_visit(told).json["fields"]

    assert set(fields) == {
        "attendees.0.sales",
        "attendees.0.age",
        "action_items.0.text",
        "action_items.0.owner",
    }


@pytest.mark.parametrize("kind", ["pemeriksaan", "tindak-lanjut"])
def test_other_records_are_read_as_narrowly(kind, phone):
    assert phone.put(kind, {"status": "aktif", "verified_by": 1}).status_code == 422


def test_a_number_says_zero_only_when_it_was_said(phone, joined):
    told = phone.checkup(joined, measured={"sales_last_month": {"value": 0, "answer": "tidak_tahu"}})

    assert set(phone.put("pemeriksaan", told).json["fields"]) == {"measured.sales_last_month.value"}


def test_what_people_wrote_stays_out_of_the_log(phone, joined, caplog):
    caplog.set_level(logging.DEBUG)
    nik = "6371014101900001"

    phone.put_visit(phone.visit(joined, advice=f"NIK {nik}", mode="perahu"))
    phone.put_visit(phone.visit(joined, advice=f"NIK {nik}"))

    assert nik not in caplog.text


def test_invisible_signs_and_blanks_are_cleaned_as_on_a_form(phone, joined, session):
    phone.put_visit(phone.visit(joined, place="  Kios\u202e  lima\x00 ", advice=" a\r\nb "))

    assert session.execute(sa.select(Visit.place, Visit.advice)).one() == ("Kios lima", "a\nb")
