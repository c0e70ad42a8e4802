"""Changing a person: NIK later, optimistic locking, the search text, and the NIK in clear."""

from __future__ import annotations

from datetime import date

import pytest
import sqlalchemy as sa

from models.audit import AuditEntry
from models.person import Person
from models.vocabulary import NikCheck, Sex
from tests import factories
from wub.errors import StaleVersion
from wub.register.business_actions import (
    BusinessDraft,
    OwnershipDraft,
    add_business,
    add_owner,
    change_business,
    change_ownership,
)
from wub.register.person_actions import Looked, PersonDraft, change_person, give_nik
from wub.register.refusals import (
    AlreadyOwner,
    DayOutOfOrder,
    LookTwice,
    NibIncomplete,
    NikTaken,
    UnknownClass,
)

GOOD = "6371015705900001"


def text_of(session, person):
    return session.scalar(sa.select(Person.search_text).where(Person.id == person.id))


def test_a_provisional_person_gets_the_nik_later(offices, session):
    officer = offices[0].officer
    person = factories.person(nik=None)

    give_nik(person, "6371 0157 0590 0001", NikCheck.CARD_SEEN, Looked(), version=1, by=officer)

    assert person.reveal_nik() == GOOD
    assert person.nik_check is NikCheck.CARD_SEEN
    assert not person.provisional


def test_a_nik_that_somebody_else_has_is_refused(offices, session):
    factories.person(nik=GOOD)
    person = factories.person(nik=None)

    with pytest.raises(NikTaken):
        give_nik(person, GOOD, NikCheck.NOT_YET, Looked(), version=1, by=offices[0].officer)


def test_the_page_for_a_taken_nik_answers_409_and_keeps_the_person_provisional(offices, sign_in, session):
    factories.person(nik=GOOD)
    person = factories.person(nik=None)
    factories.participation(person=person, cohort_id=offices[0].participation.cohort_id)

    answer = sign_in(offices[0].officer).post(f"/peserta/{person.id}/nik", data={"nik": GOOD, "version": "1"})

    assert answer.status_code == 409
    assert "sudah tercatat di register" in answer.get_data(as_text=True)
    assert session.get_one(Person, person.id).provisional


def test_a_birth_date_that_departs_from_the_nik_is_asked_about(offices, session):
    person = factories.person(nik=GOOD, birth_date=None, sex=Sex.NOT_ASKED)
    draft = PersonDraft(name=person.name, birth_date=date(1991, 5, 17))

    with pytest.raises(LookTwice) as asked:
        change_person(person, draft, Looked(), version=1, by=offices[0].officer)

    assert [issue.code for issue in asked.value.warnings] == ["nik_birth_date"]


def test_the_loser_sees_both_versions_and_may_save_again(offices, sign_in, session):
    ours = offices[0]
    client = sign_in(ours.officer)
    address = f"/peserta/{ours.person_id}/ubah"
    filled = {"name": "Nama Pertama", "version": "1"}

    first = client.post(address, data=filled)
    second = client.post(address, data=filled | {"name": "Nama Kedua"})
    text = second.get_data(as_text=True)
    third = client.post(address, data={"name": "Nama Kedua", "version": "2"})

    assert (first.status_code, second.status_code, third.status_code) == (303, 409, 303)
    assert "Nama Pertama" in text
    assert 'value="Nama Kedua"' in text
    assert 'name="version" type="hidden" value="2"' in text
    assert session.get_one(Person, ours.person_id).name == "Nama Kedua"


def test_an_old_version_is_refused_by_the_action_itself(offices, session):
    person = factories.person()

    with pytest.raises(StaleVersion):
        change_person(person, PersonDraft(name="x"), Looked(), version=9, by=offices[0].officer)


def test_the_search_text_follows_name_phone_and_businesses_without_a_new_version(offices, session):
    officer, person = offices[0].officer, factories.person(name="Aluh", phone=None)
    business = add_business(BusinessDraft(name="Wadai Manis"), person, OwnershipDraft(), by=officer)
    assert text_of(session, person) == "aluh wadai manis"

    change_business(business, BusinessDraft(name="Wadai Asin"), version=1, by=officer)
    assert text_of(session, person) == "aluh wadai asin"
    assert person.version == 1

    draft = PersonDraft(name="Galuh", phone="+6281234567001")
    change_person(person, draft, Looked(), version=1, by=officer)
    assert text_of(session, person) == "galuh wadai asin 81234567001"


def test_a_business_has_several_owners_and_nobody_twice(offices, session):
    officer = offices[0].officer
    first, second = factories.person(name="Aluh"), factories.person(name="Udin")
    business = add_business(BusinessDraft(name="Bersama"), first, OwnershipDraft(), by=officer)

    shared = add_owner(business, second, OwnershipDraft(since=date(2025, 1, 1)), by=officer)
    change_ownership(shared, OwnershipDraft(date(2025, 1, 1), date(2025, 6, 1)), version=1, by=officer)

    assert "bersama" in text_of(session, second)
    assert shared.until == date(2025, 6, 1)
    with pytest.raises(DayOutOfOrder):
        change_ownership(shared, OwnershipDraft(date(2025, 1, 1), date(2024, 6, 1)), version=2, by=officer)
    with pytest.raises(AlreadyOwner):
        add_owner(business, second, OwnershipDraft(), by=officer)


def test_a_nib_said_to_exist_needs_its_number_and_a_class_must_be_in_the_list(offices, session):
    person, officer = factories.person(), offices[0].officer
    from models.vocabulary import NibCheck

    with pytest.raises(NibIncomplete):
        add_business(BusinessDraft(nib_check=NibCheck.CLAIMED), person, OwnershipDraft(), by=officer)
    with pytest.raises(UnknownClass):
        add_business(
            BusinessDraft(kbli_code="99999", kbli_edition=2020), person, OwnershipDraft(), by=officer
        )


def test_opening_a_nik_shows_it_once_keeps_it_from_caches_and_writes_it_down(offices, sign_in, session):
    ours = offices[0]
    nik = session.get_one(Person, ours.person_id).reveal_nik()
    client = sign_in(ours.officer)

    before = client.get(f"/peserta/{ours.person_id}").get_data(as_text=True)
    opened = client.post(f"/peserta/{ours.person_id}/nik-terbuka")
    after = client.get(f"/peserta/{ours.person_id}").get_data(as_text=True)

    assert nik in opened.get_data(as_text=True)
    assert nik not in before + after
    assert "no-store" in opened.headers["Cache-Control"]
    entry = session.scalars(sa.select(AuditEntry).where(AuditEntry.action == "nik:reveal")).one()
    assert (entry.account_id, entry.subject_type, entry.subject_id) == (
        ours.officer.id,
        "person",
        ours.person_id,
    )


def test_opening_a_nik_out_of_scope_is_absent_and_not_written_down_as_done(offices, sign_in, session):
    answer = sign_in(offices[0].officer).post(f"/peserta/{offices[1].person_id}/nik-terbuka")

    assert answer.status_code == 404
    assert session.scalar(sa.select(AuditEntry.id).where(AuditEntry.action == "nik:reveal")) is None
