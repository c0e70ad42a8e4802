"""A whole import taken back while nobody has built on it."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from models import AuditEntry, Base, Business, Group, Participation, Person
from models.vocabulary import ImportState, Role
from tests import factories
from tests.importing.lists import NIK, office, some_list, staged, two_people
from tests.imports.workbooks import HEADER, person, workbook
from wub.errors import StaleVersion
from wub.importing.actions import commit
from wub.importing.undo_actions import BuiltOn, NotCommitted, obstacles, undo
from wub.importing.writing import in_ranges

REGISTER = ("person", "business", "ownership", "participation", "checkup", "working_group")


@pytest.fixture
def by(session):
    return factories.account(role=Role.SUPERVISOR)


def register(session):
    session.flush()
    return {
        name: sorted(map(repr, session.execute(sa.select(Base.metadata.tables[name])))) for name in REGISTER
    }


def imported(data=None, agency=None):
    return commit(staged(data or two_people(), agency), version=1, by=None)


def test_the_register_is_as_it_was_before(session, by):
    imported(some_list({"NIK": NIK[2], "NAMA PESERTA": "Contoh Lama"}))
    before = register(session)
    run = imported()
    assert register(session) != before

    undo(run, "Daftar tahun yang salah", version=run.version, by=by)

    assert register(session) == before
    assert run.state is ImportState.UNDONE
    told = session.scalars(sa.select(AuditEntry).where(AuditEntry.action == "import:undo")).one()
    assert (told.reason, told.changes["taken"]["person"]) == ("Daftar tahun yang salah", 2)


def test_people_who_were_there_before_stay_with_what_they_had(session, by):
    imported()
    before = register(session)
    second = imported(agency=office("DINSOS"))
    assert session.scalar(sa.select(sa.func.count()).select_from(Participation)) == 4

    undo(second, "Keliru SKPD", version=second.version, by=by)

    assert register(session) == before


def test_what_was_taken_back_can_come_in_again(session, by):
    run = imported()
    undo(run, "Coba lagi", version=run.version, by=by)

    again = imported()

    assert (again.counts["persons_new"], again.counts["accepted"]) == (2, 2)


def test_a_second_click_finds_it_done_and_an_old_page_is_told(session, by):
    run = imported()
    with pytest.raises(StaleVersion):
        undo(run, "x", version=run.version - 1, by=by)
    undo(run, "x", version=run.version, by=by)
    undo(run, "x", version=1, by=by)

    assert session.scalar(sa.select(sa.func.count()).select_from(Person)) == 0


def test_a_list_that_is_only_looked_at_has_nothing_to_take_back(session, by):
    run = staged(two_people())
    with pytest.raises(NotCommitted):
        undo(run, "x", version=run.version, by=by)


@pytest.mark.parametrize(
    ("build", "word"),
    [
        (lambda row: factories.visit(attendees=[row]), "kunjungan"),
        (lambda row: factories.checkup(participation=row), "pemeriksaan"),
        (lambda row: factories.aid(participation=row), "bantuan"),
        (lambda row: factories.assignment(participation=row), "penugasan konsultan"),
        (lambda row: factories.exhibition_entry(participation=row), "stan pameran"),
        (lambda row: factories.consent(person_id=row.person_id), "persetujuan"),
        (lambda row: factories.participation(person_id=row.person_id), "keikutsertaan lain orang yang sama"),
        (lambda row: factories.ownership(person_id=row.person_id), "kepemilikan usaha"),
        (lambda row: factories.attachment(business_id=row.business_id), "bukti usaha"),
        (lambda row: factories.person_merge(kept_id=row.person_id), "orang yang digabung"),
        (lambda row: setattr(row, "note", "Diubah"), "keikutsertaan yang diubah"),
    ],
)
def test_what_was_built_on_it_stands_in_the_way_and_is_named(build, word, session, by):
    run = imported()
    row = session.scalars(sa.select(Participation).order_by(Participation.id)).first()
    build(row)
    session.flush()
    before = register(session)

    assert obstacles(run) == [(word, 1)]
    with pytest.raises(BuiltOn) as refused:
        undo(run, "x", version=run.version, by=by)

    assert refused.value.values["what"] == f"1 {word}"
    assert register(session) == before


@pytest.mark.parametrize("kind", [Person, Business])
def test_an_edit_stands_in_the_way(kind, session, by):
    run = imported()
    session.scalars(sa.select(kind)).first().address = "Jalan Contoh 1"
    session.flush()

    assert [number for _word, number in obstacles(run)] == [1]


def test_groups_of_the_list_go_with_it_unless_others_joined(session, by):
    rows = [[*HEADER, "KELOMPOK"], [*person(), "Melati"], [*person(NIK=NIK[1]), "Melati"]]
    run = imported(workbook(*rows))
    group = session.scalars(sa.select(Group)).one()
    other = factories.participation(cohort_id=group.cohort_id)
    other.group_id = group.id
    session.flush()
    assert obstacles(run) == [("anggota kelompok dari luar impor ini", 1)]
    other.group_id = None
    session.flush()

    undo(run, "x", version=run.version, by=by)

    assert session.scalars(sa.select(Group)).all() == []


def test_the_page_takes_back_with_a_reason_and_says_what_stands_in_the_way(session, sign_in):
    run = imported()
    officer = sign_in(Role.OFFICER, agency=office())
    address = f"/impor/{run.id}/penarikan"
    row = session.scalars(sa.select(Participation)).first()

    assert "Tarik kembali impor ini" in officer.get(f"/impor/{run.id}").text
    assert officer.post(address, data={"version": run.version}).status_code == 422
    aid = factories.aid(participation=row)
    assert "1 bantuan" in officer.get(address).text
    session.delete(aid)
    session.flush()
    answer = officer.post(address, data={"version": run.version, "reason": "Daftar salah"})

    assert answer.status_code == 303
    assert "Impor ini sudah ditarik kembali" in officer.get(f"/impor/{run.id}").text
    assert officer.get("/peserta").text.count("Contoh Satu") == 0
    stranger = sign_in(Role.OFFICER, agency=office("DLH"))
    assert stranger.get(address).status_code == 404


def test_ids_are_told_as_ranges():
    assert in_ranges([4, 5, 6, 9]) == [[4, 6], [9, 9]]
    assert in_ranges([]) == []
