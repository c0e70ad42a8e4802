"""Two entries become one person and two again, with everything that hangs on them."""

from __future__ import annotations

from datetime import date

import pytest
import sqlalchemy as sa

from models import AuditEntry, Base, Person, PersonMerge, PersonPair
from models.vocabulary import PairState, Role, Sex
from tests import factories
from wub.errors import StaleVersion
from wub.matching.merge_actions import MergeDraft, merge, unmerge
from wub.matching.pair_actions import look_for_pairs, tell_apart
from wub.matching.refusals import MergedSince, NikWouldBeLost, OtherOffices, SamePerson, UndoneAlready
from wub.register.identity_queries import by_nik
from wub.reports.figures import figures

DAY = date(2026, 11, 24)


@pytest.fixture
def supervisor(session):
    return factories.account(role=Role.SUPERVISOR)


@pytest.fixture
def twice(session):
    """One person at two offices, with everything that may hang on an enrolment."""
    one = factories.person(name="Siti Rahmah", birth_date=date(1980, 3, 5), phone="+6281211112222")
    other = factories.person(nik=None, name="St. Rahmah", birth_date=date(1980, 3, 5), phone="+6281233334444")
    enrolled = [
        factories.participation(person=person, cohort=factories.cohort(year, agency=factories.agency(office)))
        for person, year, office in ((one, 2024, "DISPERDAGIN"), (other, 2025, "DINSOS"))
    ]
    hang_everything_on(enrolled[1])
    return one, other, enrolled


def hang_everything_on(row):
    factories.aid(participation=row)
    factories.assignment(participation=row)
    factories.checkup(participation=row)
    factories.exhibition_entry(participation=row)
    factories.milestone(participation=row)
    factories.plan(participation=row)
    factories.action_item(participation=row)
    factories.realisation(participation=row)
    factories.visit(attendees=[row])
    factories.consent(person_id=row.person_id)
    factories.ownership(person_id=row.person_id)


def everything(session):
    """Every row of every table but those that tell of the merging, without what is worked out from others."""
    session.flush()
    told = {}
    for table in Base.metadata.sorted_tables:
        if table.name in ("audit_entry", "person_merge", "person_pair"):
            continue
        columns = [c for c in table.c if c.name not in ("version", "updated_at", "search_text")]
        rows = session.execute(sa.select(*columns)).all()
        told[table.name] = sorted(map(repr, rows))
    return told


def together(one, other, by, **draft):
    said = MergeDraft(**({"reason": "KTP dilihat"} | draft))
    return merge(one, other, said, versions=(one.version, other.version), by=by)


def test_both_histories_become_one_and_the_old_entry_leads_there(twice, supervisor, session):
    one, other, enrolled = twice
    together(one, other, supervisor, take=frozenset({"phone"}))

    assert {row.person_id for row in enrolled} == {one.id}
    assert other.merged_into_id == one.id
    assert one.phone == "+6281233334444"
    for name in ("milestone", "consent", "ownership"):
        people = session.scalars(sa.select(Base.metadata.tables[name].c.person_id)).all()
        assert set(people) == {one.id}, name


def test_undoing_brings_everything_back_exactly(twice, supervisor, session):
    one, other, _enrolled = twice
    before = everything(session)

    done = together(one, other, supervisor, take=frozenset({"phone", "name"}))
    assert everything(session) != before
    unmerge(done, "Ternyata kakak beradik", version=done.version, by=supervisor)

    assert everything(session) == before
    with pytest.raises(UndoneAlready):
        unmerge(done, "Sekali lagi", version=done.version, by=supervisor)


def test_an_intake_that_named_the_person_twice_stays_two_rows_of_one_person(supervisor, session):
    cohort = factories.cohort(2024)
    rows = [factories.participation(person=factories.person(), cohort=cohort) for _ in range(2)]
    hang_everything_on(rows[1])
    before = everything(session)
    people = [session.get_one(Person, row.person_id) for row in rows]

    done = together(*people, supervisor)

    for name in ("aid", "checkup", "exhibition_entry", "visit_attendee", "assignment", "mentoring_plan"):
        kept_on = session.scalars(sa.select(Base.metadata.tables[name].c.participation_id)).all()
        assert set(kept_on) == {rows[0].id}, name
    count = next(one for one in figures(DAY) if one.indicator == "I1" and one.scope.agency is None)
    assert (count.heads.listed, count.heads.unique) == (2, 1)
    unmerge(done, "Keliru", version=done.version, by=supervisor)
    assert everything(session) == before


def test_what_was_seen_of_a_person_named_twice_in_one_intake_still_counts(supervisor, session):
    """The first of the two rows decides, and what was seen hangs on the other since the merge."""
    cohort = factories.cohort(2024)
    kept = factories.participation(person=factories.person(), cohort=cohort, enrolled_on=date(2024, 3, 4))
    gone = factories.participation(person=factories.person(), cohort=cohort, enrolled_on=date(2024, 3, 1))
    factories.checkup(participation=gone, as_of_date=date(2025, 3, 2))

    together(*(session.get_one(Person, row.person_id) for row in (kept, gone)), supervisor)

    result = next(one for one in figures(DAY) if one.indicator == "I2" and one.scope.agency is None)
    assert (result.n, result.unknown, result.worst) == (1, 0, None)


def test_the_citys_count_falls_by_one_and_the_trail_says_why(twice, supervisor, session):
    one, other, _enrolled = twice
    other.keep_nik(factories.nik())
    session.flush()

    def unique():
        return next(f for f in figures(DAY) if f.indicator == "I1" and f.scope.agency is None).heads.unique

    before = unique()
    together(one, other, supervisor)

    assert unique() == before - 1
    told = session.scalars(sa.select(AuditEntry).where(AuditEntry.action == "person:merge")).one()
    assert (told.subject_id, told.reason) == (one.id, "KTP dilihat")


def test_the_nik_of_the_merged_entry_leads_to_the_person_kept(twice, supervisor, session):
    one, other, _enrolled = twice
    nik = factories.nik()
    other.keep_nik(nik)
    session.flush()

    together(one, other, supervisor)

    assert by_nik(nik).id == one.id


def test_what_was_recorded_since_stays_with_the_person_kept(twice, supervisor, session):
    one, other, enrolled = twice
    done = together(one, other, supervisor)
    later = factories.consent(person_id=one.id)

    unmerge(done, "Keliru", version=done.version, by=supervisor)

    assert later.person_id == one.id
    assert enrolled[1].person_id == other.id


def test_a_field_corrected_since_is_not_put_back(twice, supervisor, session):
    one, other, _enrolled = twice
    done = together(one, other, supervisor, take=frozenset({"phone", "name"}))
    one.name = "Siti Rahmah binti Contoh"
    session.flush()

    unmerge(done, "Keliru", version=done.version, by=supervisor)

    assert (one.name, one.phone) == ("Siti Rahmah binti Contoh", "+6281211112222")


def test_merges_of_merges_come_apart_in_the_opposite_order(twice, supervisor, session):
    one, other, _enrolled = twice
    third = factories.participation(cohort=factories.cohort(2023))
    last = session.get_one(Person, third.person_id)
    before = everything(session)
    first = together(one, other, supervisor)
    second = together(last, one, supervisor)
    assert other.merged_into_id == last.id

    with pytest.raises(MergedSince):
        unmerge(first, "Keliru", version=first.version, by=supervisor)
    unmerge(second, "Keliru", version=second.version, by=supervisor)
    unmerge(first, "Keliru", version=first.version, by=supervisor)

    assert everything(session) == before


def test_a_merge_that_cannot_be_meant_is_refused(twice, supervisor, session):
    one, other, _enrolled = twice

    with pytest.raises(NikWouldBeLost):
        together(other, one, supervisor)
    with pytest.raises(SamePerson):
        together(one, one, supervisor)
    with pytest.raises(StaleVersion):
        merge(one, other, MergeDraft("x"), versions=(one.version, other.version + 1), by=supervisor)


def test_an_officer_does_not_merge_people_of_another_office(twice, session):
    one, other, _enrolled = twice
    officer = factories.account(role=Role.OFFICER, agency=factories.agency("DINSOS"))

    with pytest.raises(OtherOffices):
        together(one, other, officer)


def test_suggestions_are_found_once_and_a_no_is_remembered(twice, supervisor, session):
    one, other, _enrolled = twice
    other.phone = one.phone
    session.flush()

    assert look_for_pairs(by=supervisor) == 1
    assert look_for_pairs(by=supervisor) == 1
    pair = session.scalars(sa.select(PersonPair)).one()
    assert {"name", "birth_date", "phone"} <= set(pair.reasons)
    tell_apart(pair, "Kembar", version=pair.version, by=supervisor)

    assert look_for_pairs(by=supervisor) == 0
    assert session.scalars(sa.select(PersonPair.state)).one() is PairState.DIFFERENT


def test_two_nik_far_apart_speak_against(supervisor, session):
    for nik, born in (("6371014503800001", date(1980, 3, 5)), ("6371015201750009", date(1975, 1, 12))):
        person = factories.person(nik=nik, name="Siti Rahmah", sex=Sex.FEMALE, birth_date=born)
        factories.participation(person=person)

    look_for_pairs(by=supervisor)

    assert session.scalars(sa.select(PersonPair)).all() == []


def test_the_pages_merge_and_put_asunder(twice, sign_in, session):
    one, other, _enrolled = twice
    other.phone = one.phone
    session.flush()
    client = sign_in(Role.SUPERVISOR)
    client.post("/orang-kembar/pencarian")
    pair = session.scalars(sa.select(PersonPair)).one()

    page = client.get(f"/orang-kembar/{pair.id}")
    assert "St. Rahmah" in page.text
    assert "Mungkin orang ini tercatat dua kali" in client.get(f"/peserta/{one.id}").text
    form = {"kept": one.id, "first_version": one.version, "second_version": other.version, "reason": "Sama"}
    answer = client.post(f"/orang-kembar/{pair.id}", data=form)
    assert answer.location == f"/peserta/{one.id}"
    assert client.get(f"/peserta/{other.id}").location == f"/peserta/{one.id}"
    assert "St. Rahmah" not in client.get("/peserta").text

    done = session.scalars(sa.select(PersonMerge)).one()
    undone = client.post(f"/penggabungan/{done.id}", data={"reason": "Keliru", "version": done.version})
    assert undone.location == f"/peserta/{one.id}"
    assert client.get(f"/peserta/{other.id}").status_code == 200


def test_the_matrix_counts_people_and_names_only_those_in_scope(twice, supervisor, sign_in, session):
    one, other, _enrolled = twice
    together(one, other, supervisor)
    offices = [factories.agency(code).id for code in ("DISPERDAGIN", "DINSOS")]
    cell = f"/tumpang-tindih/{offices[0]}/{offices[1]}"

    assert cell in sign_in(Role.SUPERVISOR).get("/tumpang-tindih").text
    assert "Siti Rahmah" in sign_in(Role.SUPERVISOR).get(cell).text
    assert "Siti Rahmah" not in sign_in(Role.OFFICER, agency=factories.agency("DLH")).get(cell).text
    executive = sign_in(Role.EXECUTIVE)
    assert "&lt;5" in executive.get("/tumpang-tindih").text
    assert executive.get(cell).status_code == 403
