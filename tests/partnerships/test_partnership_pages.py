"""The pages of bapak angkat, as officers see them."""

from __future__ import annotations

from uuid import uuid4

import pytest
import sqlalchemy as sa

from models.base import db
from models.partner import Agreement, Partner, Realisation
from models.vocabulary import YesNo
from tests import factories


@pytest.fixture
def office(session):
    return factories.agency("DINSOS")


@pytest.fixture
def officer(office):
    return factories.account(agency=office)


AGREEMENT = {
    "number": "PKS/07/2026",
    "state": "berjalan",
    "signed_on": "2026-01-05",
    "starts_on": "2026-01-05",
    "ends_on": "2026-12-31",
    "scopes": ["pasar", "kemasan"],
    "contribution": "barang",
    "committed_value": "200.000.000",
    "committed_value_answer": "diketahui",
    "planned_beneficiaries": "20",
}


def test_a_patron_is_followed_from_signing_to_what_was_given(officer, office, sign_in):
    own = factories.participation(cohort=factories.cohort(agency=office))
    own_id, agency_id, client = own.id, office.id, sign_in(officer)

    form = {"name": "Minimarket Contoh", "kind": "ritel", "client_key": uuid4()}
    assert client.post("/mitra/baru", data=form).status_code == 303
    partner = db.session.scalars(sa.select(Partner)).one()
    parties = {"partner_id": partner.id, "agency_id": agency_id, "client_key": uuid4()}
    assert client.post("/perjanjian/baru", data=AGREEMENT | parties).status_code == 303
    agreement = db.session.scalars(sa.select(Agreement)).one()
    page = client.get(f"/perjanjian/{agreement.id}").text
    assert agreement.scopes == ["pasar", "kemasan"]
    assert "dihitung nol hasil" in page
    assert "Segera berakhir" in page

    address = f"/perjanjian/{agreement.id}/realisasi/baru?peserta={own_id}"
    assert f"peserta={own_id}" in client.get(f"/perjanjian/{agreement.id}/penerima").text
    gift = {"realised_on": "2026-07-01", "kind": "pasar", "value": "60.000.000", "beneficiaries": "8"}
    assert client.post(address, data=gift | {"client_key": uuid4()}).status_code == 303
    page = client.get(f"/perjanjian/{agreement.id}").text
    assert "Terealisasi Rp60.000.000 dari Rp200.000.000 yang dijanjikan (30%)" in page
    assert "dihitung nol hasil" not in page


def test_support_that_the_city_pays_too_is_said_loudly(officer, office, sign_in):
    agreement = factories.agreement(agency=office, also_city_budget=YesNo.YES)

    assert "dihitung dan dibayar dua kali" in sign_in(officer).get(f"/perjanjian/{agreement.id}").text


def test_names_out_of_scope_are_not_on_the_page(officer, sign_in):
    agreement = factories.agreement()
    stranger = factories.participation(person=factories.person(name="Rahasia"))
    factories.realisation(agreement=agreement, participation=stranger)

    page = sign_in(officer).get(f"/perjanjian/{agreement.id}").text

    assert "Rahasia" not in page
    assert "1 realisasi kepada peserta di luar wewenang Anda" in page


def test_what_is_out_of_scope_is_absent(officer, sign_in):
    row = factories.realisation(participation=factories.participation())
    client = sign_in(officer)

    assert client.get(f"/realisasi/{row.id}/ubah").status_code == 404
    assert client.post(f"/realisasi/{row.id}/ubah", data={}).status_code == 404
    stranger = factories.participation()
    answer = client.get(f"/perjanjian/{row.agreement_id}/realisasi/baru?peserta={stranger.id}")
    assert answer.status_code == 404


def test_another_offices_agreement_is_read_and_not_changed(officer, sign_in):
    agreement = factories.agreement(agency=factories.agency("DLH"))
    client = sign_in(officer)

    assert client.get(f"/perjanjian/{agreement.id}").status_code == 200
    assert client.post(f"/perjanjian/{agreement.id}/ubah", data=AGREEMENT).status_code == 403


def test_a_stale_agreement_shows_both_versions(officer, office, sign_in):
    agreement = factories.agreement(agency=office)
    client = sign_in(officer)
    form = AGREEMENT | {"partner_id": agreement.partner_id, "agency_id": office.id, "version": 1}
    address = f"/perjanjian/{agreement.id}/ubah"
    assert client.post(address, data=form).status_code == 303

    answer = client.post(address, data=form | {"number": "PKS/08/2026"})

    assert answer.status_code == 409
    assert "PKS/08/2026" in answer.text
    assert "PKS/07/2026" in answer.text


def test_every_field_can_be_reached(officer, office, sign_in):
    agreement = factories.agreement(agency=office)
    row = factories.realisation(agreement=agreement)
    client = sign_in(officer)
    system = {"id", "client_key", "version", "created_at", "updated_at", "agreement_id", "participation_id"}

    for page, kind in (
        (f"/mitra/{agreement.partner_id}/ubah", Partner),
        (f"/perjanjian/{agreement.id}/ubah", Agreement),
        (f"/realisasi/{row.id}/ubah", Realisation),
    ):
        shown = client.get(page).text
        columns = {column.key for column in sa.inspect(kind).column_attrs} - system
        assert {name for name in columns if f'name="{name}"' not in shown} == set()


@pytest.mark.parametrize("address", ["/mitra", "/perjanjian", "/perjanjian?ending=y&empty=y&conflict=y"])
def test_empty_lists_say_what_to_do(officer, sign_in, address):
    answer = sign_in(officer).get(address)

    assert answer.status_code == 200
    assert 'class="empty"' in answer.text
