"""Enrolling a newcomer: the rules of the NIK, the warnings, the person who is known already."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
import sqlalchemy as sa

from models.audit import AuditEntry
from models.business import Business, Ownership
from models.participation import Participation
from models.person import Person
from models.vocabulary import Role, Sector, Sex
from tests import factories
from wub.errors import SameKeyOtherContent
from wub.register.business_actions import BusinessDraft
from wub.register.participation_actions import (
    EnrolmentDraft,
    IntakeDraft,
    ParticipationDraft,
    enrol_newcomer,
)
from wub.register.person_actions import Looked, PersonDraft
from wub.register.refusals import (
    AlreadyEnrolled,
    BadNik,
    LookTwice,
    NikOfKnownPerson,
    NikTaken,
    NotYourOffice,
    OtherName,
)

GOOD = "6371015705900001"  # a woman of Banjarmasin, born on 17 May 1990
PERSON = PersonDraft(name="Galuh Contoh", sex=Sex.FEMALE, birth_date=date(1990, 5, 17))


@pytest.fixture
def officer(session):
    return factories.account(role=Role.OFFICER, agency=factories.agency("DISPERDAGIN"))


def draft(officer, nik=GOOD, person=PERSON, looked=None, business=None, **values):
    intake = values.pop("intake", None) or IntakeDraft(
        officer.grants[0].agency_id, 2026, factories.scheme().id
    )
    return EnrolmentDraft(
        person=person,
        nik=nik,
        looked=looked or Looked(),
        business=business,
        intake=intake,
        participation=ParticipationDraft(enrolled_on=date(2026, 3, 2)),
        **values,
    )


def test_one_step_keeps_the_person_the_business_the_intake_and_the_enrolment(officer, session):
    business = BusinessDraft(name="Wadai Galuh", sector=Sector.FOOD)

    kept = enrol_newcomer(draft(officer, business=business), by=officer)

    person = session.get_one(Person, kept.person_id)
    assert person.reveal_nik() == GOOD
    assert person.nik_mask == "6371********0001"
    assert person.search_text == "galuh contoh wadai galuh"
    assert session.get_one(Business, kept.business_id).name == "Wadai Galuh"
    assert session.scalars(sa.select(Ownership.person_id)).one() == person.id
    actions = set(session.scalars(sa.select(AuditEntry.action)))
    assert actions == {"person:add", "business:add", "ownership:add", "cohort:open", "participation:enrol"}


def test_the_nik_stands_nowhere_in_the_trail(officer, session):
    enrol_newcomer(draft(officer), by=officer)

    told = [entry.changes for entry in session.scalars(sa.select(AuditEntry))]
    assert GOOD not in str(told)
    assert "1990-05-17" not in str(told)


def test_without_a_nik_the_person_is_provisional(officer, session):
    kept = enrol_newcomer(draft(officer, nik=None), by=officer)

    assert session.get_one(Person, kept.person_id).provisional


@pytest.mark.parametrize(
    ("nik", "code"),
    [
        ("637101570590000", "nik_length"),
        ("63710157059000O1", "nik_letter"),
        ("6,37102E+15", "nik_scientific"),
        ("6371013202900001", "nik_date"),
        ("6371017002900001", "nik_date"),
        ("6371015705900000", "nik_serial"),
    ],
)
def test_what_is_impossible_is_refused_at_the_field(nik, code, officer):
    with pytest.raises(BadNik) as refused:
        enrol_newcomer(draft(officer, nik=nik), by=officer)

    from models import nik as rules

    issue = next(one for one in vars(rules).values() if getattr(one, "code", None) == code)
    assert refused.value.fields == {"nik": issue.sentence}


@pytest.mark.parametrize(
    ("nik", "person", "code"),
    [
        (GOOD, PersonDraft(name="Galuh", sex=Sex.MALE), "nik_sex"),
        (GOOD, PersonDraft(name="Galuh", birth_date=date(1990, 5, 16)), "nik_birth_date"),
        ("6372025705900001", PERSON, "nik_area_other"),
        ("6371995705900001", PERSON, "nik_area_unknown"),
        ("6371015705150001", PersonDraft(name="Galuh"), "nik_age"),
    ],
)
def test_what_is_only_odd_is_asked_about_once_and_then_kept(nik, person, code, officer, session):
    with pytest.raises(LookTwice) as asked:
        enrol_newcomer(draft(officer, nik=nik, person=person), by=officer)
    assert [issue.code for issue in asked.value.warnings] == [code]
    session.rollback()
    officer = factories.account(role=Role.OFFICER, agency=factories.agency("DISPERDAGIN"))

    kept = enrol_newcomer(
        draft(officer, nik=nik, person=person, looked=Looked(frozenset({code}))), by=officer
    )

    assert session.get_one(Person, kept.person_id).reveal_nik() == nik


def test_a_tick_counts_for_the_warnings_that_were_shown_and_a_note_for_any(officer, session):
    other = Looked(frozenset({"nik_age"}))
    with pytest.raises(LookTwice):
        enrol_newcomer(draft(officer, nik="6372025705900001", looked=other), by=officer)

    kept = enrol_newcomer(
        draft(officer, nik="6372025705900001", looked=Looked(note="KTP dilihat")), by=officer
    )

    assert kept.id


def test_a_shared_telephone_number_is_asked_about_and_never_blocks(officer, session):
    factories.person(phone="+6281234567001")
    person = PersonDraft(name="Galuh Contoh", phone="+6281234567001")

    with pytest.raises(LookTwice) as asked:
        enrol_newcomer(draft(officer, nik=None, person=person), by=officer)

    assert [issue.code for issue in asked.value.warnings] == ["phone_shared"]
    assert enrol_newcomer(
        draft(officer, nik=None, person=person, looked=Looked(frozenset({"phone_shared"}))), by=officer
    )


def test_a_nik_of_a_person_in_scope_is_refused_with_who_and_where(officer, session):
    known = factories.person(name="Aluh Contoh", nik=GOOD)
    factories.participation(
        person=known, cohort=factories.cohort(2019, agency=factories.agency("DISPERDAGIN"))
    )
    factories.participation(person=known, cohort=factories.cohort(2020, agency=factories.agency("DINSOS")))

    with pytest.raises(NikOfKnownPerson) as refused:
        enrol_newcomer(draft(officer), by=officer)

    assert refused.value.person_id == known.id
    assert refused.value.values == {"name": "Aluh Contoh", "where": "Disperdagin 2019"}


def test_a_nik_out_of_scope_is_refused_without_a_name_or_an_office(officer, session):
    known = factories.person(name="Aluh Rahasia", nik=GOOD)
    factories.participation(person=known, cohort=factories.cohort(2020, agency=factories.agency("DINSOS")))

    with pytest.raises(NikTaken) as refused:
        enrol_newcomer(draft(officer), by=officer)

    assert type(refused.value) is NikTaken
    assert refused.value.values == {}


def test_the_known_person_gets_the_enrolment_when_number_and_name_fit(officer, session):
    known = factories.person(name="Hj. Galuh Contoh", nik=GOOD)

    kept = enrol_newcomer(draft(officer, known_person=True), by=officer)

    assert kept.person_id == known.id
    assert session.get_one(Person, known.id).name == "Hj. Galuh Contoh"
    assert session.scalar(sa.select(sa.func.count()).select_from(Person)) == 1


def test_the_number_alone_opens_nobody(officer, session):
    factories.person(name="Anang Lain Sekali", nik=GOOD)

    with pytest.raises(OtherName):
        enrol_newcomer(draft(officer, known_person=True), by=officer)

    assert session.scalar(sa.select(sa.func.count()).select_from(Participation)) == 0


def test_nobody_is_enrolled_twice_in_one_intake(officer, session):
    enrol_newcomer(draft(officer), by=officer)

    with pytest.raises(AlreadyEnrolled):
        enrol_newcomer(draft(officer, known_person=True), by=officer)


def test_an_officer_enrols_for_the_own_office_only(officer, session):
    intake = IntakeDraft(factories.agency("DINSOS").id, 2026, factories.scheme().id)

    with pytest.raises(NotYourOffice):
        enrol_newcomer(draft(officer, intake=intake), by=officer)


def test_the_same_form_sent_twice_enrols_once(officer, session):
    key = uuid4()
    person = PersonDraft(name="Galuh Contoh", phone="+6281234567001")
    sent = draft(officer, person=person, business=BusinessDraft(name="Wadai Galuh"))

    first = enrol_newcomer(sent, key=key, by=officer)
    again = enrol_newcomer(sent, key=key, by=officer)

    assert again.id == first.id
    for table in (Person, Business, Ownership, Participation):
        assert session.scalar(sa.select(sa.func.count()).select_from(table)) == 1


def test_the_same_key_with_other_content_is_refused(officer, session):
    key = uuid4()
    enrol_newcomer(draft(officer), key=key, by=officer)

    with pytest.raises(SameKeyOtherContent):
        enrol_newcomer(draft(officer, person=PersonDraft(name="Orang Lain")), key=key, by=officer)
