"""The list of what is due, as it is read, filtered and taken along."""

from __future__ import annotations

from datetime import date

import pytest
import sqlalchemy as sa

from models.audit import AuditEntry
from models.vocabulary import Confirmation, Role, Status, Verification, VisitOutcome
from tests import factories
from tests.register.reading import rows_of
from wub.checkups.size import size_band
from wub.checkups.status_forms import PROVES


@pytest.fixture
def mentor(session):
    return factories.account(role=Role.CONSULTANT, name="Utuh Pendamping")


@pytest.fixture
def joined(mentor):
    made = factories.participation(
        enrolled_on=date(2025, 11, 20), person=factories.person(name="Anang Tempo")
    )
    factories.assignment(participation=made, consultant=mentor)
    return made


def not_met(joined, mentor, *days):
    for day in days:
        factories.visit(
            [joined],
            consultant=mentor,
            held_on=day,
            outcome=VisitOutcome.NOT_MET,
            confirmation=Confirmation.NONE,
            no_confirmation_reason="Tidak ada orang",
        )


def test_each_row_says_whose_task_it_is_and_how_often_it_was_tried(joined, mentor, sign_in):
    not_met(joined, mentor, date(2026, 11, 2), date(2026, 11, 9))
    factories.participation(enrolled_on=date(2025, 11, 21))

    page = sign_in(Role.SUPERVISOR).get("/pemeriksaan/jatuh-tempo").text

    assert "Utuh Pendamping" in page
    assert "2 kali dicoba" in page
    assert "tanpa pendamping, tugas" in page


def test_what_is_due_now_is_told_from_what_may_be_done_early(joined, sign_in):
    early = factories.participation(
        enrolled_on=date(2026, 1, 23), person=factories.person(name="Udin Segera")
    )
    client = sign_in(Role.SUPERVISOR)

    now = client.get("/pemeriksaan/jatuh-tempo?waktu=waktunya&putaran=12").text
    soon = client.get("/pemeriksaan/jatuh-tempo?waktu=segera&putaran=12").text

    assert ("Anang Tempo" in now, "Udin Segera" in now) == (True, False)
    assert ("Anang Tempo" in soon, "Udin Segera" in soon) == (False, True)
    assert early.id != joined.id


def test_the_list_is_taken_along_as_a_workbook_and_written_down(joined, mentor, sign_in, session):
    not_met(joined, mentor, date(2026, 11, 2))
    factories.participation(enrolled_on=date(2026, 11, 1))

    answer = sign_in(Role.SUPERVISOR).post("/pemeriksaan/jatuh-tempo/unduh?putaran=12")

    (told,) = rows_of(answer, "Jatuh tempo")
    assert (told["Nama"], told["Pendamping sekarang"]) == ("Anang Tempo", "Utuh Pendamping")
    assert (told["Putaran (bulan ke-)"], told["Percobaan tanpa bertemu"]) == (12, 1)
    assert f"{told['Jatuh tempo']:%Y-%m-%d}" == "2026-11-20"
    entry = session.scalars(sa.select(AuditEntry).where(AuditEntry.action == "checkup:export-due")).one()
    assert entry.changes == {"rows": 1, "filters": ["putaran"]}


def test_a_consultant_takes_along_his_own(joined, mentor, sign_in):
    factories.participation(enrolled_on=date(2025, 11, 21))

    assert len(rows_of(sign_in(mentor).post("/pemeriksaan/jatuh-tempo/unduh?putaran=12"), "Jatuh tempo")) == 1


def test_an_empty_list_is_a_workbook_too(sign_in, session):
    assert rows_of(sign_in(Role.SUPERVISOR).post("/pemeriksaan/jatuh-tempo/unduh"), "Jatuh tempo") == []


def test_three_attempts_offer_not_found(joined, mentor, sign_in):
    client, here = sign_in(mentor), f"/pemeriksaan/baru?peserta={joined.id}&putaran=12"
    not_met(joined, mentor, date(2026, 11, 2), date(2026, 11, 9))
    page = client.get(here).text
    assert "Percobaan bukan penutupan" in page
    assert "keadaan=tidak_ditemukan" not in page

    not_met(joined, mentor, date(2026, 11, 16))
    page = client.get(here).text
    assert f"/pemeriksaan/baru?peserta={joined.id}&amp;putaran=12&amp;keadaan=tidak_ditemukan" in page
    assert "Tercatat 3 kunjungan" in page
    chosen = client.get(f"{here}&keadaan=tidak_ditemukan").text
    assert 'name="attempts" type="number" value="3"' in chosen or 'value="3"' in chosen


def test_every_level_says_what_it_takes(joined, sign_in):
    page = sign_in(Role.SUPERVISOR).get(f"/pemeriksaan/baru?peserta={joined.id}").text

    assert set(PROVES) == set(Verification)
    assert all(meaning in page for meaning in PROVES.values())


@pytest.mark.parametrize(
    ("values", "band"),
    [
        ({"sales": None}, None),
        ({"sales": 0}, "belum berjualan"),
        ({"sales": 4_000_000}, "M1"),
        ({"sales": 5_000_000}, "M2"),
        (
            {
                "sales": 1_000_000,
                "sales_typical_month": 30_000_000,
                "sales_typical_month_answer": "diketahui",
            },
            "M3",
        ),
        ({"sales": 0, "status": Status.SEASONAL}, None),
    ],
)
def test_sales_speak_for_a_size_band(session, values, band):
    found = size_band(factories.checkup(**values))

    assert found is None if band is None else (found or "").startswith(band)


def test_a_pause_says_when_it_will_count_as_closed(joined, sign_in):
    paused = factories.checkup(
        participation=joined, status=Status.PAUSED, as_of_date=date(2026, 6, 10), reopens_on=date(2026, 9, 1)
    )

    page = sign_in(Role.SUPERVISOR).get(f"/pemeriksaan/{paused.id}").text

    assert "1 September 2026" in page
    assert "10 Desember 2026" in page
