"""The list of people: what is searched, filtered, sorted and paged is what comes out."""

from __future__ import annotations

import re
from datetime import date

import pytest

from models.vocabulary import Role, Sector, Status
from tests import factories
from wub.pages.paging import Place, Sort
from wub.register.people_queries import PeopleFilter, people
from wub.register.row_queries import beside
from wub.register.search_actions import refresh


@pytest.fixture
def supervisor(session):
    return factories.account(role=Role.SUPERVISOR)


def found(account, sort="nama", descending=False, place=None, **wanted):
    page, _ = people(PeopleFilter(**wanted), account, Sort(sort, descending), place or Place())
    return [row.name for row in page.rows]


def named(name, **values):
    phone = values.pop("phone", None)
    text = f"{name} {(phone or '').removeprefix('+62')}".lower()
    return factories.person(name=name, phone=phone, search_text=text, **values)


def test_any_part_of_a_name_finds_the_person(supervisor):
    named("Siti Rahmah")
    named("Ahmad Noor")

    assert found(supervisor, text="hmad") == ["Ahmad Noor"]
    assert found(supervisor, text="RAHMAH siti") == ["Siti Rahmah"]
    assert found(supervisor, text="rahmah noor") == []


def test_fewer_than_three_letters_have_to_begin_the_name(supervisor):
    named("Noor Aina")
    named("Ahmad Noor")

    assert found(supervisor, text="no") == ["Noor Aina"]


def test_a_short_word_beside_a_long_one_counts_too(supervisor):
    named("Hj Siti Contoh")
    named("Siti Contoh")

    assert found(supervisor, text="hj siti") == ["Hj Siti Contoh"]


@pytest.mark.parametrize("typed", ["0812 3456 7001", "+62 812-3456-7001", "62812345670 01", "34567001"])
def test_a_telephone_number_is_found_in_every_spelling(typed, supervisor):
    named("Aluh Contoh", phone="+6281234567001")
    named("Udin Contoh", phone="+6281234567002")

    assert found(supervisor, text=typed) == ["Aluh Contoh"]


@pytest.mark.parametrize(
    "typed", ["%", "_", "%%%", "___", "100%", 'a"b', '"""', "a' OR 1=1 --", "AND", "NEAR(", "*"]
)
def test_signs_of_the_search_language_mean_themselves(typed, supervisor):
    named("Galuh Contoh")

    assert found(supervisor, text=typed) == []


def test_a_percent_sign_in_a_name_is_found_as_such(supervisor):
    named("Toko 100% Halal")
    named("Toko 1000 Halal")

    assert found(supervisor, text="100%") == ["Toko 100% Halal"]


def test_the_name_of_a_business_finds_its_owner(supervisor):
    owner = named("Diyang Contoh")
    factories.business(owner=owner, name="Wadai Kelepon Galuh")
    refresh([owner.id])

    assert found(supervisor, text="kelepon") == ["Diyang Contoh"]


def test_filters_must_all_fit_and_office_and_year_fit_one_and_the_same_enrolment(supervisor):
    dinsos, dlh = factories.agency("DINSOS"), factories.agency("DLH")
    one = named("Utuh Contoh")
    factories.participation(person=one, cohort=factories.cohort(2018, agency=dinsos))
    factories.participation(person=one, cohort=factories.cohort(2019, agency=dlh))

    assert found(supervisor, agency_id=dinsos.id, year=2018) == ["Utuh Contoh"]
    assert found(supervisor, agency_id=dinsos.id, year=2019) == []


def test_people_are_filtered_by_place_sector_identity_and_consultant(supervisor):
    here = named("Aluh Sini", area_code="63.71.01.1001")
    there = named("Aluh Sana", area_code="63.71.02.1001", nik=None)
    factories.business(owner=here, sector=Sector.FOOD)
    factories.business(owner=there, sector=Sector.CRAFT)
    consultant = factories.account(role=Role.CONSULTANT)
    factories.assignment(
        consultant=consultant, participation=factories.participation(person=there, business_id=None)
    )

    assert found(supervisor, area="63.71.01.1001") == ["Aluh Sini"]
    assert found(supervisor, district="63.71.02") == ["Aluh Sana"]
    assert found(supervisor, sector=Sector.FOOD) == ["Aluh Sini"]
    assert found(supervisor, provisional=True) == ["Aluh Sana"]
    assert found(supervisor, provisional=False) == ["Aluh Sini"]
    assert found(supervisor, consultant_id=consultant.id) == ["Aluh Sana"]


def test_the_status_is_that_of_the_latest_checkup_and_none_is_not_asked(supervisor):
    twice = named("Galuh Contoh")
    enrolled = factories.participation(person=twice)
    factories.checkup(participation=enrolled, status=Status.ACTIVE, as_of_date=date(2026, 2, 1))
    factories.checkup(
        participation=enrolled, status=Status.CLOSED, as_of_date=date(2026, 8, 1), round_month=18, sales=None
    )
    factories.participation(person=named("Anang Contoh"))

    assert found(supervisor, status=Status.ACTIVE) == []
    assert found(supervisor, status=Status.CLOSED) == ["Galuh Contoh"]
    assert found(supervisor, status=Status.NOT_ASKED) == ["Anang Contoh"]
    assert beside([twice.id], supervisor)[twice.id].status is Status.CLOSED


@pytest.mark.parametrize("sort", ["nama", "terdaftar"])
@pytest.mark.parametrize("descending", [False, True])
def test_pages_hold_everybody_once_and_lead_back(sort, descending, supervisor):
    for n in range(7):
        person = named("Nama Sama" if n < 4 else f"Nama {n}")
        factories.participation(person=person, cohort=factories.cohort(2018 + n % 3))
        factories.participation(person=person, cohort=factories.cohort(2022 + n % 2))
    order, place, pages = Sort(sort, descending), Place(size=3), []
    while True:
        page, count = people(PeopleFilter(), supervisor, order, place)
        pages.append([row.id for row in page.rows])
        if page.next is None:
            break
        place = Place(after=page.next, size=3)
    back, _ = people(PeopleFilter(), supervisor, order, Place(before=page.previous, size=3))

    seen = [number for page in pages for number in page]
    assert [len(page) for page in pages] == [3, 3, 1]
    assert len(set(seen)) == 7
    assert count.number == 7
    assert [row.id for row in back.rows] == pages[1]


def test_the_page_shows_one_row_a_person_with_the_masked_nik_and_what_stands_beside(sign_in, session):
    enrolled = factories.participation(cohort=factories.cohort(2018, agency=factories.agency("DINSOS")))
    factories.participation(
        person_id=enrolled.person_id,
        business_id=None,
        cohort=factories.cohort(2019, agency=factories.agency("DLH")),
    )
    person = session.get_one(type(factories.person()), enrolled.person_id)
    mask, name, nik = person.nik_mask, person.name, person.reveal_nik()

    text = sign_in(Role.SUPERVISOR).get("/peserta").get_data(as_text=True)

    assert text.count(f">{name}</a>") == 1
    assert mask in text
    assert nik not in text
    assert re.search(r"Dinsos 2018.*DLH 2019", text, re.DOTALL)


def test_what_people_wrote_is_shown_as_they_wrote_it_and_does_nothing(sign_in, session):
    payload = '<script>alert(1)</script>"><img src=x onerror=alert(2)>'
    person = factories.person(name=payload, address=payload, note=payload, search_text=payload.lower())
    enrolled = factories.participation(
        person=person, business=factories.business(owner=person, name=payload), note=payload
    )
    factories.group(cohort_id=enrolled.cohort_id, name=payload)
    factories.aid(participation=enrolled, description=payload, bast_number=payload[:50])
    factories.visit(attendees=[enrolled], advice=payload)
    client = sign_in(Role.SUPERVISOR)

    pages = [
        "/peserta",
        f"/peserta/{person.id}",
        f"/peserta/{person.id}/ubah",
        "/usaha",
        "/kelompok",
        "/bantuan",
    ]
    texts = [client.get(page).get_data(as_text=True) for page in pages]
    texts.append(client.get("/peserta", query_string={"q": payload}).get_data(as_text=True))

    for text in texts:
        assert "&lt;script&gt;alert(1)" in text
        assert "<script>alert" not in text
        assert "<img src=x" not in text
