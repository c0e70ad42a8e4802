"""A list of checkups keeps unknown apart from zero, asks about far numbers, and comes in once."""

from __future__ import annotations

from datetime import date

import pytest
import sqlalchemy as sa

from imports import Kind
from models import Checkup, Person
from models.vocabulary import Answer, CheckupSource, DigitalChannel, Role, Status, Verification, YesNo
from tests import factories
from tests.importing.other_lists import brought_in, outcomes, problems_of, sheet
from wub.matching.merge_actions import MergeDraft, merge

HEADER = (
    "NO|NIK|NAMA PESERTA|BULAN KE-|TGL MONITORING|KEADAAN USAHA|SUMBER|BUKTI|OMZET|TK TETAP|PUNYA NIB"
    "|PEMASARAN ONLINE"
)
NIK = "6371015705900042"


@pytest.fixture
def office(session):
    return factories.agency()


@pytest.fixture
def aluh(session, office):
    person = factories.person(name="Aluh Contoh", nik=NIK)
    return factories.participation(person=person, cohort=factories.cohort(2025, agency=office))


def row(**said):
    values = {"no": 1, "nik": NIK, "name": "Aluh Contoh", "round": "bulan ke-12", "day": "9 Feb 2026"}
    values |= {"status": "masih jalan", "source": "didatangi", "proof": 3, "sales": "Rp 3.000.000"}
    return list((values | {"workers": "tidak tahu", "nib": "sudah", "digital": ""} | said).values())


def listed(*rows, header=HEADER):
    return sheet(header, *rows)


def test_a_row_becomes_a_checkup_with_its_answers(session, office, aluh):
    officer = factories.account(role=Role.OFFICER, agency=office)
    run = brought_in(Kind.CHECKUPS, listed(row(digital="WA, Instagram")), office, by=officer)
    assert outcomes(run) == {"accepted": 1}
    checkup = session.scalars(sa.select(Checkup)).one()
    assert (checkup.participation_id, checkup.business_id) == (aluh.id, aluh.business_id)
    assert (checkup.round_month, checkup.as_of_date, checkup.status) == (12, date(2026, 2, 9), Status.ACTIVE)
    assert (checkup.source, checkup.verification) == (CheckupSource.VISIT, int(Verification.OFFICER))
    assert (checkup.sales_last_month, checkup.sales_last_month_answer) == (3_000_000, Answer.KNOWN)
    assert (checkup.workers_permanent, checkup.workers_permanent_answer) == (None, Answer.UNKNOWN)
    assert checkup.workers_family_answer is Answer.NOT_ASKED
    assert checkup.has_nib is YesNo.YES
    assert checkup.digital_channels == [DigitalChannel.WHATSAPP.value, DigitalChannel.SOCIAL.value]
    assert checkup.recorded_by_id == officer.id


def test_a_list_without_source_and_proof_is_somebody_elses_word(session, office, aluh):
    brought_in(Kind.CHECKUPS, listed(row(source="", proof="")), office)
    checkup = session.scalars(sa.select(Checkup)).one()
    assert (checkup.source, checkup.verification) == (CheckupSource.OUTSIDE_LIST, int(Verification.TOLD))


def test_the_same_checkup_twice_changes_nothing_and_a_difference_is_told(session, office, aluh):
    assert outcomes(brought_in(Kind.CHECKUPS, listed(row(), row()), office)) == {"accepted": 1, "repeated": 1}
    again = brought_in(Kind.CHECKUPS, listed(row(), row(sales="4 jt")), office)
    assert outcomes(again) == {"repeated": 2}
    assert problems_of(again) == {2: ["known"], 3: ["known_otherwise"]}
    assert session.scalars(sa.select(Checkup)).one().sales_last_month == 3_000_000


@pytest.mark.parametrize(
    ("said", "outcome", "code"),
    [
        ({"day": "9 Des 2026"}, "rejected", "date_future"),
        ({"day": "9 Feb 2024"}, "rejected", "sebelum_terdaftar"),
        ({"round": "7"}, "rejected", "round_unknown"),
        ({"source": "telepon"}, "rejected", "bukti_terlalu_tinggi"),
        ({"status": "tidak ditemukan"}, "rejected", "percobaan_kurang"),
        ({"status": "entah"}, "rejected", "required_unreadable"),
        ({"nik": "6371015705900043"}, "held", "person_unknown"),
        ({"nik": "637101570590004"}, "held", "nik_length"),
        ({"name": "Orang Lain Sekali"}, "held", "person_other_name"),
    ],
)
def test_a_row_that_breaks_a_rule_says_which(session, office, aluh, said, outcome, code):
    run = brought_in(Kind.CHECKUPS, listed(row(**said)), office)
    assert outcomes(run) == {outcome: 1}
    assert code in problems_of(run)[2]
    assert session.scalars(sa.select(Checkup)).all() == []


def test_a_number_far_from_the_last_needs_a_reason(session, office, aluh):
    factories.checkup(participation=aluh, round_month=6, as_of_date=date(2025, 8, 3), sales=300_000)
    assert problems_of(brought_in(Kind.CHECKUPS, listed(row()), office)) == {2: ["jauh_dari_sebelumnya"]}
    header = HEADER.replace("PEMASARAN ONLINE", "SEBAB ANGKA JAUH BERBEDA")
    explained = listed(row(digital="Lebaran"), header=header)
    assert outcomes(brought_in(Kind.CHECKUPS, explained, office)) == {"accepted": 1}


def test_an_amount_in_words_only_is_unknown_and_told(session, office, aluh):
    run = brought_in(Kind.CHECKUPS, listed(row(sales="ramai")), office)
    assert problems_of(run) == {2: ["money_unreadable"]}
    checkup = session.scalars(sa.select(Checkup)).one()
    assert (checkup.sales_last_month, checkup.sales_last_month_answer) == (None, Answer.UNKNOWN)


def test_an_enrolment_in_two_years_is_asked_about_unless_the_year_is_said(session, office, aluh):
    factories.participation(
        person_id=aluh.person_id, cohort=factories.cohort(2024, agency=office), business=None
    )
    assert problems_of(brought_in(Kind.CHECKUPS, listed(row()), office)) == {2: ["person_ambiguous"]}
    header = HEADER.replace("PEMASARAN ONLINE", "ANGKATAN")
    assert outcomes(brought_in(Kind.CHECKUPS, listed(row(digital=2025), header=header), office)) == {
        "accepted": 1
    }


def test_two_rows_that_contradict_each_other_are_asked_about(session, office, aluh):
    run = brought_in(Kind.CHECKUPS, listed(row(), row(sales="4 jt")), office)
    assert outcomes(run) == {"accepted": 1, "held": 1}
    assert problems_of(run) == {3: ["same_row_otherwise"]}


def test_the_nik_of_somebody_elses_participant_is_as_absent(session, office, aluh):
    other = factories.agency("DINSOS")
    stranger = factories.person(name="Udin Contoh", nik="6371015705900077")
    factories.participation(person=stranger, cohort=factories.cohort(2025, agency=other))
    officer = factories.account(role=Role.OFFICER, agency=office)
    data = listed(row(), row(nik="6371015705900077", name="Udin Contoh"))
    run = brought_in(Kind.CHECKUPS, data, office, by=officer)
    assert outcomes(run) == {"accepted": 1, "held": 1}
    assert problems_of(run) == {3: ["person_unknown"]}


def test_the_nik_of_a_merged_entry_leads_to_the_person_kept(session, office, aluh):
    supervisor = factories.account(role=Role.SUPERVISOR)
    kept = session.get_one(Person, aluh.person_id)
    gone = factories.person(name="Aluh Contoh", nik="6371015705900077")
    merge(kept, gone, MergeDraft("KTP dilihat"), versions=(kept.version, gone.version), by=supervisor)
    assert outcomes(brought_in(Kind.CHECKUPS, listed(row(nik="6371015705900077")), office)) == {"accepted": 1}
    assert session.scalars(sa.select(Checkup)).one().participation_id == aluh.id
