"""The rows behind a number are those that were counted, for the eyes that may see them."""

from __future__ import annotations

import pytest

from models.vocabulary import Role
from tests import factories
from tests.reports import city, reading
from tests.reports.city import AS_OF, enrol
from wub.reports.figures import lines
from wub.reports.people import PAGE, Group, people_behind


@pytest.fixture
def supervisor(session):
    return factories.account(role=Role.SUPERVISOR)


def numbers(line):
    heads, result = line.count.heads, line.success
    return {
        Group.LISTED: heads.listed,
        Group.UNIQUE: heads.unique,
        Group.DOUBLE: heads.double_counted,
        Group.SHARED: heads.shared,
        Group.PROVISIONAL: heads.provisional,
        Group.DUE: result.n,
        Group.SUCCESS: result.success,
        Group.FAILURE: result.failure,
        Group.CLOSED: result.closed,
        Group.UNKNOWN: result.unknown,
    }


def test_each_number_of_each_scope_has_as_many_rows_behind_it(supervisor):
    city.everything()
    for line in lines(AS_OF):
        for group, number in numbers(line).items():
            page = people_behind(line.scope, group, AS_OF, supervisor)
            assert (group, page.total, len(page.rows)) == (group, number, number)


def test_an_officer_sees_the_people_of_the_own_lists(session):
    city.two_lists()
    officer = factories.account(role=Role.OFFICER, agency=factories.agency("DISKOPUMKER"))
    page = people_behind(city_scope(), Group.UNIQUE, AS_OF, officer)
    assert (page.total, page.seen) == (7, 4)
    shared = [row for row in page.rows if len(row.lists) == 2]
    assert len(shared) == 2  # known to the officer through the own list; the figure counts the other one


def test_long_lists_come_in_pages_without_gap_or_repetition(supervisor):
    for _ in range(PAGE + 3):
        enrol()
    first = people_behind(city_scope(), Group.LISTED, AS_OF, supervisor)
    second = people_behind(city_scope(), Group.LISTED, AS_OF, supervisor, first.after)
    rows = [row.enrolment.participation_id for row in first.rows + second.rows]
    assert (len(first.rows), len(second.rows), second.after) == (PAGE, 3, None)
    assert len(set(rows)) == PAGE + 3


def test_the_page_tells_how_many_are_out_of_sight(session, sign_in):
    city.two_lists()
    officer = sign_in(Role.OFFICER, agency=factories.agency("DISKOPUMKER"))
    text = officer.get("/angka-hasil/orang?kelompok=unik").text
    assert "Anda melihat 4 di antaranya" in text


def test_the_page_tells_why_somebody_counts_as_unknown(session, sign_in):
    enrol()
    rows, _links = reading.page(
        sign_in(Role.SUPERVISOR).get("/angka-hasil/orang?kelompok=belum_diketahui").text
    )
    assert [row["Hasil bulan ke-12"] for row in rows] == ["Belum ada pemeriksaan bulan ke-12"]


def test_a_kind_of_number_that_does_not_exist_shows_the_list(session, sign_in):
    enrol()
    answer = sign_in(Role.SUPERVISOR).get("/angka-hasil/orang?kelompok=apa-saja&sesudah=x")
    assert answer.status_code == 200
    assert "1 baris" in answer.text


@pytest.mark.parametrize("role", [Role.EXECUTIVE, Role.ADMINISTRATOR, Role.CONSULTANT])
def test_persons_are_not_for_these_roles(session, sign_in, role):
    name = enrol_named("Siti Rekaan")
    answer = sign_in(role).get("/angka-hasil/orang?kelompok=unik")
    assert answer.status_code == 403
    assert name not in answer.text


def enrol_named(name):
    enrol(factories.person(name=name))
    return name


def city_scope():
    from wub.reports.scopes import CITY

    return CITY
