"""The pages of exhibitions, as the roles see them."""

from __future__ import annotations

from uuid import uuid4

import pytest
import sqlalchemy as sa

from models.base import db
from models.exhibition import BuyerContact, Exhibition, ExhibitionEntry, OrderFollowUp
from models.vocabulary import Answer, Attendance, Role
from tests import factories

EVENT = {
    "name": "Pasar Wadai Contoh",
    "organiser": "Panitia Contoh",
    "level": "kota",
    "starts_on": "2026-10-01",
    "ends_on": "2026-10-03",
    "place": "Siring Contoh",
    "city_budget": "8.000.000",
    "city_budget_answer": "diketahui",
    "visitors_answer": "tidak_tahu",
}


@pytest.fixture
def office(session):
    return factories.agency("DINSOS")


@pytest.fixture
def officer(office):
    return factories.account(agency=office)


def test_an_officer_takes_an_event_from_the_first_line_to_the_last_order(officer, office, sign_in):
    joined = factories.participation(cohort=factories.cohort(agency=office))
    joined_id, agency_id, client = joined.id, office.id, sign_in(officer)

    answer = client.post("/pameran/baru", data=EVENT | {"agency_id": agency_id, "client_key": uuid4()})
    event = db.session.scalars(sa.select(Exhibition)).one()
    assert (answer.status_code, event.city_budget, event.visitors_answer) == (303, 8_000_000, Answer.UNKNOWN)
    assert f"peserta={joined_id}" in client.get(f"/pameran/{event.id}/stan/baru").text

    address = f"/pameran/{event.id}/stan/baru?peserta={joined_id}"
    assert client.get(address).status_code == 200
    form = {"attendance": "terdaftar", "curation": "lolos", "client_key": uuid4()}
    assert client.post(address, data=form).status_code == 303
    entry = db.session.scalars(sa.select(ExhibitionEntry)).one()

    quick = {"attendance": "hadir", "direct_sales_answer": "tidak_tahu", "version": entry.version}
    assert client.post(f"/stan/{entry.id}/penjualan", data=quick).status_code == 303
    assert "Tidak tahu" in client.get(f"/pameran/{event.id}").text

    contact_form = {"name": "Hotel Contoh", "kind": "hotel", "client_key": uuid4()}
    assert client.post(f"/stan/{entry.id}/kontak/baru", data=contact_form).status_code == 303
    contact = db.session.scalars(sa.select(BuyerContact)).one()
    order = {
        "after_days": "30",
        "asked_on": "2026-11-02",
        "reached": "y",
        "order_value": "2.500.000",
        "order_value_answer": "diketahui",
        "client_key": uuid4(),
    }
    assert client.post(f"/kontak/{contact.id}/pesanan/baru", data=order).status_code == 303
    assert db.session.scalars(sa.select(OrderFollowUp)).one().order_value == 2_500_000
    assert "Rp2.500.000" in client.get(f"/pameran/{event.id}/kontak").text


def test_others_stands_are_counted_and_not_named(officer, office, sign_in):
    fair = factories.exhibition(agency=office)
    own = factories.participation(
        cohort=factories.cohort(agency=office), person=factories.person(name="Aluh")
    )
    factories.exhibition_entry(exhibition=fair, participation=own)
    factories.exhibition_entry(
        exhibition=fair, participation=factories.participation(person=factories.person(name="Rahasia"))
    )

    page = sign_in(officer).get(f"/pameran/{fair.id}").text

    assert "Aluh" in page
    assert "Rahasia" not in page
    assert "1 stan peserta di luar wewenang Anda" in page


def test_a_stand_out_of_scope_looks_like_one_that_does_not_exist(officer, sign_in):
    entry = factories.exhibition_entry()
    client = sign_in(officer)

    seen = client.get(f"/stan/{entry.id}")
    absent = client.get("/stan/999999")

    assert seen.status_code == absent.status_code == 404
    assert seen.text.replace(f"/stan/{entry.id}", "") == absent.text.replace("/stan/999999", "")


@pytest.mark.parametrize("path", ["ubah", "penjualan", "kontak/baru"])
def test_nobody_writes_a_stand_out_of_scope(officer, sign_in, path):
    entry = factories.exhibition_entry()

    assert sign_in(officer).post(f"/stan/{entry.id}/{path}", data={"attendance": "absen"}).status_code == 404


def test_nobody_enters_a_participant_out_of_scope(officer, office, sign_in):
    fair, stranger = factories.exhibition(agency=office), factories.participation()

    answer = sign_in(officer).post(f"/pameran/{fair.id}/stan/baru?peserta={stranger.id}", data={})

    assert answer.status_code == 404


def test_another_offices_event_is_read_and_not_changed(officer, sign_in):
    fair = factories.exhibition()
    client = sign_in(officer)

    assert client.get(f"/pameran/{fair.id}").status_code == 200
    assert client.post(f"/pameran/{fair.id}/ubah", data=EVENT).status_code == 403


def test_a_refused_quick_row_keeps_what_was_typed(officer, office, sign_in):
    fair = factories.exhibition(agency=office)
    own = factories.participation(cohort=factories.cohort(agency=office))
    entry = factories.exhibition_entry(exhibition=fair, participation=own)
    form = {"attendance": "hadir", "direct_sales": "ramai", "version": entry.version}

    answer = sign_in(officer).post(f"/stan/{entry.id}/penjualan", data=form)

    assert answer.status_code == 422
    assert 'value="ramai"' in answer.text
    assert "Pilih Tidak tahu" in answer.text


def test_a_stale_event_shows_both_versions(officer, office, sign_in):
    fair = factories.exhibition(agency=office, name="Nama lama")
    client = sign_in(officer)
    form = EVENT | {"agency_id": office.id, "version": 1}
    assert client.post(f"/pameran/{fair.id}/ubah", data=form).status_code == 303

    answer = client.post(f"/pameran/{fair.id}/ubah", data=form | {"name": "Nama lain"})

    assert answer.status_code == 409
    assert "Nama lain" in answer.text
    assert "Pasar Wadai Contoh" in answer.text


def test_every_field_of_an_event_and_a_stand_is_on_the_pages(officer, office, sign_in):
    fair = factories.exhibition(agency=office, note="Catatan acara")
    own = factories.participation(cohort=factories.cohort(agency=office))
    entry = factories.exhibition_entry(
        exhibition=fair, participation=own, booth="B-17", products="Wadai contoh", note="Catatan stan",
        own_cost=75_000, own_cost_answer=Answer.KNOWN, attendance=Attendance.PRESENT,
    )  # fmt: skip
    client = sign_in(officer)

    assert "Catatan acara" in client.get(f"/pameran/{fair.id}").text
    stand = client.get(f"/stan/{entry.id}").text
    for said in ("B-17", "Wadai contoh", "Catatan stan", "Rp75.000", "Rp1.750.000"):
        assert said in stand
    for page, kind in ((f"/pameran/{fair.id}/ubah", Exhibition), (f"/stan/{entry.id}/ubah", ExhibitionEntry)):
        shown = client.get(page).text
        system = {
            "id",
            "client_key",
            "version",
            "created_at",
            "updated_at",
            "exhibition_id",
            "participation_id",
        }
        columns = {column.key for column in sa.inspect(kind).column_attrs} - system
        assert {name for name in columns if f'name="{name}"' not in shown} == set()


def test_a_consultant_reads_and_does_not_write(session, sign_in):
    consultant, joined = factories.account(role=Role.CONSULTANT), factories.participation()
    factories.assignment(consultant=consultant, participation=joined)
    entry = factories.exhibition_entry(participation=joined)
    client = sign_in(consultant)

    assert client.get(f"/stan/{entry.id}").status_code == 200
    assert client.get(f"/pameran/{entry.exhibition_id}").status_code == 200
    assert client.get(f"/stan/{entry.id}/ubah").status_code == 403
