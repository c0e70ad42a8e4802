"""From a list to the register: everything or nothing, and nobody twice."""

from __future__ import annotations

import io

import pytest
import sqlalchemy as sa
from openpyxl import Workbook

from imports import packed
from models import (
    AuditEntry,
    Business,
    Checkup,
    Cohort,
    Group,
    ImportFile,
    ImportRun,
    Ownership,
    Participation,
    Person,
    StagedRow,
)
from models.vocabulary import Answer, ImportState, RowOutcome
from tests import factories
from tests.importing.lists import NIK, office, some_list, staged, two_people
from tests.imports.workbooks import HEADER, person
from wub.importing import writing
from wub.importing.actions import NoLongerStaged, cancel, commit


def count(session, table):
    return session.scalar(sa.select(sa.func.count()).select_from(table))


def test_a_staged_list_changes_nothing_in_the_register(session):
    run = staged(two_people())
    assert run.counts["accepted"] == 2
    assert count(session, Person) == count(session, Participation) == 0


def test_a_committed_list_makes_people_businesses_and_enrolments(session):
    run = commit(staged(two_people()), version=1, by=None)
    assert run.state is ImportState.COMMITTED
    one = session.scalars(sa.select(Person).where(Person.name == "Contoh Satu")).one()
    assert one.reveal_nik() == NIK[0]
    assert one.phone == "+6281200000001"
    assert "kue contoh" in one.search_text
    enrolled = session.scalars(sa.select(Participation).where(Participation.person_id == one.id)).one()
    assert session.get(Cohort, enrolled.cohort_id).code == "2018-DISPERDAGIN"
    assert session.get(Business, enrolled.business_id).name == "Kue Contoh"
    assert enrolled.import_run_id == run.id


def test_sales_before_support_become_a_recalled_baseline_and_never_measured_growth(session):
    commit(staged(two_people()), version=1, by=None)
    baseline = session.scalars(sa.select(Checkup)).first()
    assert (baseline.sales_last_month, baseline.sales_last_month_answer) == (1_500_000, Answer.KNOWN)
    assert baseline.reconstructed
    assert baseline.verification == 0
    assert baseline.round_month == 0


def test_the_same_list_twice_changes_nothing(session):
    commit(staged(two_people()), version=1, by=None)
    before = [count(session, table) for table in (Person, Participation, Business, Checkup)]
    again = commit(staged(two_people()), version=1, by=None)
    assert [count(session, table) for table in (Person, Participation, Business, Checkup)] == before
    assert again.counts["repeated"] == 2
    assert again.counts["persons_new"] == 0
    assert again.counts["persons_matched"] == 2


def test_a_second_click_finds_the_import_done(session):
    run = staged(two_people())
    commit(run, version=1, by=None)
    commit(run, version=1, by=None)
    assert count(session, Participation) == 2


def test_a_person_of_another_office_is_enrolled_once_more_and_stays_one_person(session):
    commit(staged(two_people()), version=1, by=None)
    second = commit(staged(two_people(), office("DINSOS")), version=1, by=None)
    assert count(session, Person) == 2
    assert count(session, Participation) == 4
    assert second.counts["persons_matched"] == 2


def test_a_person_twice_in_one_list_is_enrolled_once(session):
    run = staged(some_list({"NIK": NIK[0]}, {"NIK": NIK[0]}))
    commit(run, version=1, by=None)
    assert count(session, Participation) == 1
    assert (run.counts["accepted"], run.counts["repeated"]) == (1, 1)


def test_a_blank_nik_makes_a_provisional_person_found_again_next_time(session):
    data = some_list({"NIK": ""})
    run = commit(staged(data), version=1, by=None)
    assert (run.counts["held"], run.counts["held_as_provisional"], run.counts["persons_new"]) == (1, 1, 0)
    assert session.scalars(sa.select(Person)).one().provisional
    commit(staged(data), version=1, by=None)
    assert count(session, Person) == count(session, Participation) == 1


def test_a_damaged_nik_waits_and_is_never_repaired(session):
    run = commit(staged(some_list({"NIK": "637101410190000"}, {"NIK": "6.37101E+15"})), version=1, by=None)
    assert count(session, Person) == 0
    assert run.counts["held"] + run.counts["rejected"] == 2


def test_two_people_known_by_a_name_only_are_not_made_one(session):
    nobody = {"NIK": "", "NO. HP": "", "NAMA USAHA": "", "KELURAHAN": ""}
    data = some_list(nobody, nobody)
    commit(staged(data), version=1, by=None)
    assert count(session, Person) == 2
    commit(staged(data), version=1, by=None)
    assert count(session, Person) == 2


def test_every_row_says_afterwards_what_became_of_it(session):
    run = commit(staged(two_people()), version=1, by=None)
    rows = session.scalars(sa.select(StagedRow).order_by(StagedRow.row_number)).all()
    assert [(row.row_number, row.outcome) for row in rows] == [
        (2, RowOutcome.ACCEPTED),
        (3, RowOutcome.ACCEPTED),
    ]
    assert all(row.person_id and row.participation_id for row in rows)
    assert (
        session.scalar(sa.select(AuditEntry.import_run_id).where(AuditEntry.action == "import:commit"))
        == run.id
    )


def test_no_nik_is_kept_in_clear(session):
    commit(staged(two_people()), version=1, by=None)
    session.flush()
    for table in (Person, StagedRow, ImportRun, ImportFile, AuditEntry):
        for row in session.execute(sa.select(table.__table__)):
            assert not any(nik in repr(row) for nik in NIK)


def test_a_cancelled_import_cannot_be_committed_and_keeps_no_bytes(session):
    run = staged(two_people())
    cancel(run, version=1, by=factories.account())
    assert session.scalar(sa.select(ImportFile)) is None
    with pytest.raises(NoLongerStaged):
        commit(run, version=None, by=None)


def test_the_year_said_by_a_row_wins_over_the_year_said_for_the_file(session):
    run = commit(staged(two_people(), year=2019), version=1, by=None)
    assert run.cohort_year == 2019
    assert session.scalars(sa.select(Cohort.year).distinct()).all() == [2019]


def two_intakes_of_a_group() -> bytes:
    """Four people in one group, the first two again in the sheet of the next year, shops in capitals."""
    book = Workbook()
    book.remove(book.active)
    for year, numbers in (("2018", (1, 2, 3, 4)), ("2019", (1, 2))):
        page = book.create_sheet(f"WUB {year}")
        page.append([*HEADER, "KELOMPOK"])
        for number in numbers:
            said = {"NIK": f"637101410190000{number}", "NAMA PESERTA": f"Contoh {number}"}
            shop = "KUE CONTOH" if year == "2019" else "Kue Contoh"
            page.append([*person(**said, **{"NAMA USAHA": shop}), "Mawar 1"])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


@pytest.mark.parametrize("at_once", [1, 2, 3, 2_000])
def test_a_list_written_in_parts_is_the_same_as_written_at_once(session, monkeypatch, at_once):
    monkeypatch.setattr(writing, "ROWS_AT_ONCE", at_once)
    monkeypatch.setattr(packed, "ROWS_A_PACK", 2)
    run = commit(staged(two_intakes_of_a_group()), version=1, by=None)
    made = [count(session, table) for table in (Person, Business, Ownership, Group, Participation, Checkup)]
    assert made == [4, 4, 4, 2, 6, 6]
    rows = session.scalars(sa.select(StagedRow).order_by(StagedRow.id)).all()
    assert [row.person_id for row in rows[4:]] == [row.person_id for row in rows[:2]]
    assert len({row.participation_id for row in rows}) == 6
    assert run.counts["persons_new"] == 4
    assert {
        name: sum(last - first + 1 for first, last in ids) for name, ids in run.sheets["made"].items()
    } == {
        "person": 4,
        "working_group": 2,
        "business": 4,
    }
