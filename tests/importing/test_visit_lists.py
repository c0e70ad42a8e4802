"""A consultants' log becomes visits under the rules of the form, and nothing of it comes in twice."""

from __future__ import annotations

from datetime import date, time

import pytest
import sqlalchemy as sa

from imports import Kind
from models import ActionItem, AuditEntry, Visit, VisitAttendee
from models.vocabulary import Answer, Confirmation, Role, Status, Topic, VisitMode, VisitState
from tests import factories
from tests.importing.other_lists import brought_in, outcomes, problems_of, sheet, staged_as
from wub.visits.refusals import BroughtInByYou
from wub.visits.review_actions import approve

HEADER = "NO|TANGGAL KUNJUNGAN|JAM|KONSULTAN|NAMA PESERTA|TAHUN ANGKATAN|CARA|MATERI|SOLUSI|OMZET"


@pytest.fixture
def office(session):
    return factories.agency()


@pytest.fixture
def consultant(session):
    return factories.account(role=Role.CONSULTANT, name="Konsultan Contoh", login="konsultan.contoh")


@pytest.fixture
def enrol(session, office, consultant):
    def enrolled(name, year=2025, agency=None, mentored=True):
        who = factories.person(name=name)
        made = factories.participation(person=who, cohort=factories.cohort(year, agency=agency or office))
        if mentored:
            factories.assignment(participation=made, consultant=consultant)
        return made

    return enrolled


def row(name="Aluh Contoh", day="9 Maret 2026", hours="09.00 s/d 10.30", **said):
    values = {"no": 1, "day": day, "hours": hours, "who": "KONSULTAN CONTOH", "name": name, "year": 2025}
    values |= {"mode": "Kunjungan lapangan", "topics": "Keuangan, pemasaran", "advice": "Catat", "sales": ""}
    return list((values | said).values())


def visits(session):
    session.expire_all()
    return session.scalars(sa.select(Visit).order_by(Visit.id)).all()


def test_a_row_becomes_a_sent_visit_with_its_attendee(session, office, consultant, enrol):
    aluh = enrol("Aluh Contoh")
    run = brought_in(Kind.VISITS, sheet(HEADER, row(sales="1,5 jt")), office)
    assert outcomes(run) == {"accepted": 1}
    (visit,) = visits(session)
    assert (visit.consultant_id, visit.held_on, visit.starts_at) == (consultant.id, date(2026, 3, 9), time(9))
    assert (visit.ends_at, visit.mode, visit.state) == (time(10, 30), VisitMode.ON_SITE, VisitState.SENT)
    assert visit.topics == [Topic.FINANCE.value, Topic.MARKETING.value]
    assert (visit.confirmation, visit.no_confirmation_reason) == (
        Confirmation.NONE, "Tidak tertulis di daftar yang diimpor"
    )  # fmt: skip
    attendee = session.scalars(sa.select(VisitAttendee)).one()
    assert (attendee.participation_id, attendee.sales, attendee.sales_answer) == (
        aluh.id, 1_500_000, Answer.KNOWN
    )  # fmt: skip
    assert attendee.status_seen is Status.NOT_ASKED


def test_rows_of_one_consultant_hour_and_manner_are_one_visit(session, office, enrol):
    people = [enrol("Aluh Contoh"), enrol("Udin Contoh")]
    data = sheet(HEADER, row(), row("Udin Contoh", advice="Foto produk", topics="IT"))
    assert outcomes(brought_in(Kind.VISITS, data, office)) == {"accepted": 2}
    (visit,) = visits(session)
    attendees = set(session.scalars(sa.select(VisitAttendee.participation_id)))
    assert attendees == {one.id for one in people}
    assert visit.advice == "Catat\nFoto produk"
    assert visit.topics == [Topic.FINANCE.value, Topic.MARKETING.value, Topic.IT.value]


def test_the_same_log_twice_changes_nothing(session, office, enrol):
    enrol("Aluh Contoh")
    data = sheet(HEADER, row(), row(), row(day="10/03/2026"))
    first = brought_in(Kind.VISITS, data, office)
    assert outcomes(first) == {"accepted": 2, "repeated": 1}
    assert problems_of(first) == {3: ["same_row"]}
    second = brought_in(Kind.VISITS, data, office)
    assert outcomes(second) == {"repeated": 3}
    assert len(visits(session)) == 2


def test_a_log_that_is_only_looked_at_leaves_the_register_alone(session, office, enrol):
    enrol("Aluh Contoh")
    run = staged_as(Kind.VISITS, sheet(HEADER, row()), office)
    assert outcomes(run) == {"accepted": 1}
    assert visits(session) == []
    assert (
        session.scalar(sa.select(sa.func.count(AuditEntry.id)).where(AuditEntry.action == "visit:log")) == 0
    )


@pytest.mark.parametrize(
    ("said", "outcome", "code"),
    [
        ({"day": "30/11/2026"}, "rejected", "date_future"),
        ({"day": ""}, "rejected", "required"),
        ({"day": "1 Januari 2025"}, "rejected", "bukan_dampingan"),
        ({"hours": "10.30 - 09.00"}, "rejected", "selesai_sebelum_mulai"),
        ({"hours": "09.00"}, "rejected", "ends_unknown"),
        ({"hours": "pagi"}, "rejected", "time_unreadable"),
        ({"mode": "entah"}, "rejected", "choice_unknown"),
        ({"who": "Konsultan Lain"}, "held", "consultant_unknown"),
        ({"name": "Aluh Conto"}, "held", "person_unknown"),
        ({"year": 2024}, "held", "person_unknown"),
    ],
)
def test_a_row_that_breaks_a_rule_is_told_and_the_others_come_in(session, office, enrol, said, outcome, code):
    enrol("Aluh Contoh")
    run = brought_in(Kind.VISITS, sheet(HEADER, row(**said), row(day="11/03/2026")), office)
    assert outcomes(run) == {"accepted": 1, outcome: 1}
    assert code in problems_of(run)[2]
    assert len(visits(session)) == 1


def test_a_contract_that_was_not_valid_refuses_the_row(session, office, consultant, enrol):
    enrol("Aluh Contoh")
    consultant.contract_starts_on = date(2026, 4, 1)
    session.flush()
    run = brought_in(Kind.VISITS, sheet(HEADER, row()), office)
    assert problems_of(run) == {2: ["di_luar_kontrak"]}


def test_two_people_of_one_name_are_asked_about_and_never_guessed(session, office, enrol):
    enrol("Aluh Contoh")
    enrol("ALUH CONTOH")
    run = staged_as(Kind.VISITS, sheet(HEADER, row()), office)
    assert outcomes(run) == {"held": 1}
    assert problems_of(run) == {2: ["person_ambiguous"]}


def test_a_group_visit_comes_in_whole_or_waits(session, office, enrol):
    enrol("Aluh Contoh")
    run = brought_in(Kind.VISITS, sheet(HEADER, row(), row("Nobody Contoh")), office)
    assert outcomes(run) == {"held": 2}
    assert problems_of(run) == {2: ["visit_waits"], 3: ["person_unknown"]}
    assert visits(session) == []


def test_somebody_missing_from_a_kept_visit_is_left_to_its_consultant(session, office, enrol):
    enrol("Aluh Contoh")
    enrol("Udin Contoh")
    brought_in(Kind.VISITS, sheet(HEADER, row()), office)
    run = brought_in(Kind.VISITS, sheet(HEADER, row(sales="2 jt"), row("Udin Contoh")), office)
    assert outcomes(run) == {"repeated": 1, "held": 1}
    assert problems_of(run) == {2: ["known_otherwise"], 3: ["visit_without_this_one"]}


def test_people_of_another_office_are_as_absent(session, enrol):
    other = factories.agency("DINSOS")
    enrol("Aluh Contoh", agency=other)
    officer = factories.account(role=Role.OFFICER, agency=factories.agency())
    run = staged_as(Kind.VISITS, sheet(HEADER, row()), factories.agency(), by=officer)
    nobody = staged_as(Kind.VISITS, sheet(HEADER, row("Tidak Ada Contoh")), factories.agency(), by=officer)
    assert problems_of(run) == problems_of(nobody) == {2: ["person_unknown"]}


def test_the_trail_names_who_brought_the_log_in(session, office, enrol):
    enrol("Aluh Contoh")
    officer = factories.account(role=Role.OFFICER, agency=office)
    header = HEADER + "|TINDAK LANJUT"
    brought_in(Kind.VISITS, sheet(header, [*row(), "Membeli buku kas"]), office, by=officer)
    entry = session.scalars(sa.select(AuditEntry).where(AuditEntry.action == "visit:log")).one()
    assert entry.account_id == officer.id
    assert session.scalars(sa.select(ActionItem)).one().text == "Membeli buku kas"


def test_whoever_brought_a_visit_in_leaves_its_review_to_somebody_else(session, office, enrol):
    enrol("Aluh Contoh")
    supervisor = factories.account(role=Role.SUPERVISOR)
    brought_in(Kind.VISITS, sheet(HEADER, row()), office, by=supervisor)
    (visit,) = visits(session)
    with pytest.raises(BroughtInByYou):
        approve(visit, version=visit.version, by=supervisor)
    approve(visit, version=visit.version, by=factories.account(role=Role.SUPERVISOR))
    assert visit.state is VisitState.APPROVED
