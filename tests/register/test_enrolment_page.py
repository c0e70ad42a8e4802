"""The enrolment form through the browser's door: nothing typed is lost, warnings are confirmed."""

from __future__ import annotations

import re

import pytest
import sqlalchemy as sa

from models.business import Business
from models.participation import Participation
from models.person import Person
from models.vocabulary import Role
from tests import factories

GOOD = "6371015705900001"


@pytest.fixture
def officer(session):
    return factories.account(role=Role.OFFICER, agency=factories.agency("DISPERDAGIN"))


@pytest.fixture
def filled(officer):
    return {
        "name": "Galuh Contoh",
        "nik": GOOD,
        "agency_id": officer.grants[0].agency_id,
        "year": "2026",
        "scheme_id": factories.scheme().id,
        "enrolled_on": "2026-03-02",
        "client_key": "01930000-0000-7000-8000-000000000001",
    }


def test_the_form_proposes_the_only_office_and_this_year_as_people_write_it(officer, sign_in):
    text = sign_in(officer).get("/peserta/baru").get_data(as_text=True)

    assert 'value="2026"' in text
    assert f'<option selected value="{officer.grants[0].agency_id}">Disperdagin</option>' in text


def test_a_newcomer_with_name_and_intake_only(officer, filled, sign_in, session):
    answer = sign_in(officer).post("/peserta/baru", data=filled | {"nik": ""})

    person = session.scalars(sa.select(Person)).one()
    assert answer.status_code == 303
    assert answer.location == f"/peserta/{person.id}"
    assert person.provisional
    assert session.scalar(sa.select(sa.func.count()).select_from(Business)) == 0


def test_every_field_reaches_the_record(officer, filled, sign_in, session):
    more = {
        "nik_check": "ktp_dilihat",
        "sex": "perempuan",
        "birth_date": "1990-05-17",
        "address": "Jalan Contoh 1",
        "rt": "001",
        "rw": "02",
        "area_code": "63.71.01.1001",
        "phone": "0812 3456 7001",
        "whatsapp": "+62 812 3456 7002",
        "education": "sma",
        "disability": "tidak",
        "welfare_register": "ya",
        "prior_occupation": "ibu_rumah_tangga",
        "alive": "ya",
        "note": "Catatan",
        "funding": "apbd",
        "route": "usaha_informal",
        "activity_code": "2.17.03",
        "participation_note": "Rajin",
        "business-name": "Wadai Galuh",
        "business-product": "Kelepon",
        "business-sector": "kuliner",
        "business-kbli_code": "10710",
        "business-kbli_edition": "2020",
        "business-started_on": "2020-01-05",
        "business-premises": "rumah",
        "business-address": "Gang Contoh",
        "business-area_code": "63.71.01.1002",
        "business-latitude": "-3,316694",
        "business-longitude": "114.590111",
        "business-nib": "0220001234567",
        "business-nib_check": "diakui",
        "business-capital": "1.500.000",
        "business-capital_answer": "diketahui",
        "business-seasonal": "ya",
        "business-season_months": ["ramadan", "12"],
        "business-closed_on": "2025-12-31",
        "business-close_reason": "modal",
        "business-note": "Catatan usaha",
    }

    answer = sign_in(officer).post("/peserta/baru", data=filled | more)

    assert answer.status_code == 303, re.findall(
        r"field-error.*?</div>", answer.get_data(as_text=True), re.DOTALL
    )
    person = session.scalars(sa.select(Person)).one()
    assert (person.phone, person.whatsapp) == ("+6281234567001", "+6281234567002")
    assert (person.rt, person.rw, person.area_code) == ("001", "02", "63.71.01.1001")
    business = session.scalars(sa.select(Business)).one()
    assert (business.capital, business.nib, business.season_months) == (
        1_500_000,
        "0220001234567",
        ["ramadan", "12"],
    )
    assert (str(business.latitude), str(business.longitude)) == ("-3.316694", "114.590111")
    enrolled = session.scalars(sa.select(Participation)).one()
    assert (enrolled.business_id, enrolled.note, enrolled.activity_code) == (business.id, "Rajin", "2.17.03")
    text = sign_in(officer).get(f"/peserta/{person.id}").get_data(as_text=True)
    for told in (
        "Jalan Contoh 1",
        "RT 001 RW 02",
        "Mantuil",
        "SMA/SMK",
        "Ibu rumah tangga",
        "2.17.03",
        "Rajin",
    ):
        assert told in text


def test_a_warning_is_shown_confirmed_and_saved(officer, filled, sign_in, session):
    client = sign_in(officer)
    odd = filled | {"nik": "6372025705900001"}

    asked = client.post("/peserta/baru", data=odd)
    text = asked.get_data(as_text=True)
    warned = re.search(r'name="warned"[^>]*value="([^"]*)"', text)
    ticked = client.post("/peserta/baru", data=odd | {"warned": warned[1], "confirmed": "y"})

    assert asked.status_code == 422
    assert "NIK pertama kali terbit di luar Kota Banjarmasin" in text
    assert 'value="Galuh Contoh"' in text
    assert ticked.status_code == 303


def test_a_wrong_nik_stands_beside_its_field_and_nothing_is_lost(officer, filled, sign_in, session):
    answer = sign_in(officer).post("/peserta/baru", data=filled | {"nik": "123"})

    text = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert "NIK harus 16 angka" in text
    assert 'value="Galuh Contoh"' in text
    assert session.scalar(sa.select(sa.func.count()).select_from(Person)) == 0


def test_a_known_nik_in_scope_offers_the_person(officer, filled, sign_in, session):
    known = factories.person(name="Aluh Contoh", nik=GOOD)
    factories.participation(
        person=known, cohort=factories.cohort(2019, agency=factories.agency("DISPERDAGIN"))
    )

    answer = sign_in(officer).post("/peserta/baru", data=filled)

    text = answer.get_data(as_text=True)
    assert answer.status_code == 409
    assert "Aluh Contoh (Disperdagin 2019)" in text
    assert f"/peserta/{known.id}/keikutsertaan/baru" in text


def test_a_known_nik_out_of_scope_tells_nothing_and_still_offers_a_way(officer, filled, sign_in, session):
    known = factories.person(name="Galuh Contoh", nik=GOOD)
    factories.participation(person=known, cohort=factories.cohort(2019, agency=factories.agency("DINSOS")))
    client = sign_in(officer)

    refused = client.post("/peserta/baru", data=filled | {"name": "Galuh Contoh Binti"})
    text = refused.get_data(as_text=True)
    added = client.post("/peserta/baru", data=filled | {"known_person": "y"})

    assert refused.status_code == 409
    assert "Dinsos" not in text.split("page-header")[1]
    assert f"/peserta/{known.id}" not in text
    assert 'name="known_person"' in text
    assert added.location == f"/peserta/{known.id}"
    assert session.scalar(sa.select(sa.func.count()).select_from(Participation)) == 2


def test_pressing_twice_enrols_once(officer, filled, sign_in, session):
    client = sign_in(officer)

    answers = [client.post("/peserta/baru", data=filled) for _ in range(2)]

    assert answers[0].location == answers[1].location
    assert session.scalar(sa.select(sa.func.count()).select_from(Participation)) == 1
