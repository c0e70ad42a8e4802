"""A list of stands opens the exhibition that nobody recorded yet, and gives each participant one stand."""

from __future__ import annotations

from datetime import date

import pytest
import sqlalchemy as sa

from imports import Kind
from models import Exhibition, ExhibitionEntry
from models.vocabulary import Answer, Attendance, ExhibitionLevel
from tests import factories
from tests.importing.other_lists import brought_in, outcomes, problems_of, sheet

HEADER = (
    "NO|NAMA PAMERAN|PENYELENGGARA|TINGKAT|TGL MULAI|TGL SELESAI|LOKASI|NAMA PESERTA|KEHADIRAN|HARI|OMZET"
)


@pytest.fixture
def office(session):
    return factories.agency()


@pytest.fixture
def enrol(session, office):
    def enrolled(name, agency=office):
        return factories.participation(
            person=factories.person(name=name), cohort=factories.cohort(2025, agency=agency)
        )

    return enrolled


def row(name="Aluh Contoh", **said):
    values = {"no": 1, "event": "Pasar Contoh", "by": "Dinas Contoh", "level": "Kota Banjarmasin"}
    values |= {"from": "10/8/2026", "to": "13 Agustus 2026", "at": "Siring", "name": name, "there": "ikut"}
    return list((values | {"days": "4 hari", "sales": "2,5 jt"} | said).values())


def known(name="Aluh Contoh", event="Pasar Contoh", **said):
    return row(name, **({"event": event, "by": "", "level": "", "to": "", "at": ""} | said))


def test_an_exhibition_and_its_stands_come_in_together(session, office, enrol):
    aluh, udin = enrol("Aluh Contoh"), enrol("Udin Contoh")
    run = brought_in(Kind.EXHIBITIONS, sheet(HEADER, row(), known("Udin Contoh", sales="ramai")), office)
    assert outcomes(run) == {"accepted": 2}
    exhibition = session.scalars(sa.select(Exhibition)).one()
    assert (exhibition.level, exhibition.starts_on) == (ExhibitionLevel.CITY, date(2026, 8, 10))
    assert exhibition.agency_id == office.id
    stands = {one.participation_id: one for one in session.scalars(sa.select(ExhibitionEntry))}
    assert (stands[aluh.id].direct_sales, stands[aluh.id].booth_days) == (2_500_000, 4)
    assert stands[aluh.id].attendance is Attendance.PRESENT
    assert stands[udin.id].direct_sales_answer is Answer.UNKNOWN


def test_the_same_list_twice_changes_nothing(session, office, enrol):
    enrol("Aluh Contoh")
    brought_in(Kind.EXHIBITIONS, sheet(HEADER, row()), office)
    again = brought_in(Kind.EXHIBITIONS, sheet(HEADER, row(), row(sales="9 jt")), office)
    assert outcomes(again) == {"repeated": 2}
    assert problems_of(again) == {2: ["known"], 3: ["known_otherwise"]}
    assert len(session.scalars(sa.select(ExhibitionEntry)).all()) == 1


@pytest.mark.parametrize(
    ("said", "outcome", "code"),
    [
        ({"by": ""}, "held", "exhibition_unknown"),
        ({"to": "1/8/2026"}, "rejected", "pameran_selesai_sebelum_mulai"),
        ({"days": 9}, "rejected", "hari_stan_terlalu_banyak"),
        ({"there": "tidak hadir"}, "rejected", "absen_tetapi_menjual"),
        ({"there": "pengganti"}, "rejected", "pengganti_siapa"),
        ({"name": ""}, "rejected", "required"),
    ],
)
def test_a_row_that_breaks_a_rule_leaves_not_even_its_exhibition(session, office, enrol, said, outcome, code):
    enrol("Aluh Contoh")
    run = brought_in(Kind.EXHIBITIONS, sheet(HEADER, row(**said)), office)
    assert outcomes(run) == {outcome: 1}
    assert code in problems_of(run)[2]
    assert session.scalars(sa.select(Exhibition)).all() == []


def test_an_exhibition_of_two_years_is_asked_about(session, office, enrol):
    enrol("Aluh Contoh")
    for year in (2025, 2026):
        factories.exhibition(name="Pasar Contoh", starts_on=date(year, 8, 10), ends_on=date(year, 8, 13))
    run = brought_in(Kind.EXHIBITIONS, sheet(HEADER, known(**{"from": ""}), known()), office)
    assert outcomes(run) == {"held": 1, "accepted": 1}
    assert problems_of(run) == {2: ["exhibition_ambiguous"]}
