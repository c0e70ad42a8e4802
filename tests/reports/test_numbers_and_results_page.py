"""Angka vs Hasil as its readers see it."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from models.audit import AuditEntry
from models.vocabulary import Role
from tests.reports import city, reading
from tests.reports.city import AS_OF, enrol, promise

PAGE = "/angka-hasil"


@pytest.fixture
def executive(session, sign_in):
    return sign_in(Role.EXECUTIVE)


def test_the_number_and_the_result_stand_side_by_side(executive):
    city.twenty()
    promise("I1", "20")
    promise(value="0.65")
    text = executive.get(PAGE).text
    assert "60,0%–75,0%" in text
    assert "Tercapai" in text
    assert "Belum dapat dipastikan" in text
    assert "12 dari 20 orang terbukti berhasil pada bulan ke-12" in text
    assert "3 dari 20 orang belum diketahui hasilnya" in text


def test_an_empty_register_says_so_and_does_not_divide(executive):
    answer = executive.get(PAGE)
    assert answer.status_code == 200
    assert "Belum ada peserta terdaftar" in answer.text
    assert "Belum ada target" in answer.text


def test_four_people_are_counted_and_not_made_into_a_share(sign_in):
    city.succeed(4)
    rows, _links = reading.page(sign_in(Role.SUPERVISOR).get(PAGE).text)
    office = next(row for row in rows if row.get("SKPD") == "Disperdagin")
    assert office["Berhasil terbukti"] == "4"
    assert "%" not in office["Rentang hasil dan putusan"]


def test_the_address_chooses_intake_office_and_day(executive):
    city.everything()
    shown = executive.get(f"{PAGE}?tahun=2018&skpd=DISPERDAGIN&tanggal={AS_OF}").text
    assert "Disperdagin angkatan 2018, data sampai 30 Juni 2020" in shown
    rows, _links = reading.page(executive.get(f"{PAGE}?tahun=2018&tanggal={AS_OF}").text)
    assert {row["SKPD"] for row in rows} == {
        *("Disperdagin angkatan 2018", "Diskopumker angkatan 2018", "DKP3 angkatan 2018")
    }


@pytest.mark.parametrize("day", ["2000-01-01", "2015-12-31", "2099-01-01"])
@pytest.mark.parametrize("address", [PAGE, f"{PAGE}/ringkasan.xlsx", f"{PAGE}/orang"])
def test_any_day_of_the_calendar_can_be_asked_for(day, address, sign_in):
    city.succeed(2)
    assert sign_in(Role.SUPERVISOR).get(f"{address}?tanggal={day}").status_code == 200


def test_an_unknown_choice_is_answered_with_what_to_do(executive):
    answer = executive.get(f"{PAGE}?skpd=DINAS_LAIN&tahun=x")
    assert answer.status_code == 200
    assert "Belum ada peserta dan belum ada target" in answer.text


def test_a_day_to_come_is_answered_as_of_today(executive):
    assert "data sampai 24 November 2026" in executive.get(f"{PAGE}?tanggal=2099-01-01").text


def test_numbers_open_the_rows_behind_them_only_for_those_who_may_see_persons(session, sign_in):
    city.twenty()
    seen = {}
    for role in (Role.EXECUTIVE, Role.OFFICER):
        _rows, links = reading.page(sign_in(role).get(PAGE).text)
        seen[role] = [link for link in links if link.startswith(f"{PAGE}/orang")]
    assert seen[Role.EXECUTIVE] == []
    assert f"{PAGE}/orang?kelompok=berhasil" in seen[Role.OFFICER]
    assert f"{PAGE}/orang?kelompok=belum_diketahui&skpd=DISPERDAGIN" in seen[Role.OFFICER]


def test_every_picture_is_also_a_sentence(executive):
    city.twenty()
    promise(value="0.80")
    text = executive.get(PAGE).text
    assert (
        text.count('class="range-bar" role="img" aria-label="Paling sedikit 60,0%, paling banyak 75,0%') >= 3
    )
    assert "Target 80%: tidak tercapai, karena angka terbaik pun masih di bawah target." in text


def test_second_lines_stay_second(executive):
    city.twenty()
    city.found(enrol(), status="pindah_kota", sales=None)
    text = executive.get(PAGE).text
    assert "Hanya di antara 18 orang yang diketahui: 66,7% (bukan angka utama)." in text
    assert "Tanpa 1 orang yang pindah kota atau meninggal" in text


def test_a_download_leaves_a_trace(executive, session):
    city.twenty()
    answer = executive.get(f"{PAGE}/ringkasan.xlsx?tanggal={AS_OF}")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="wub-ringkasan-2020-06-30.xlsx"'
    entry = session.scalars(sa.select(AuditEntry).where(AuditEntry.action == "summary:download")).one()
    assert entry.reason == "2020-06-30"


@pytest.mark.parametrize("role", [Role.CONSULTANT, Role.ADMINISTRATOR])
def test_figures_are_not_for_these_roles(session, sign_in, role):
    client = sign_in(role)
    assert client.get(PAGE).status_code == 403
    assert client.get(f"{PAGE}/ringkasan.xlsx").status_code == 403


def test_figures_are_the_same_for_every_office(session, sign_in):
    """An officer sees the figures of all offices, and the persons of the own one only."""
    city.two_lists()
    officer, supervisor = sign_in(Role.OFFICER), sign_in(Role.SUPERVISOR)
    assert reading.page(officer.get(PAGE).text)[0] == reading.page(supervisor.get(PAGE).text)[0]


def test_intakes_still_waiting_are_named_as_such(executive):
    enrol(year=2026, on=(city.ENROLLED.replace(year=2026)))
    rows, _links = reading.page(executive.get(PAGE).text)
    intake = next(row for row in rows if row.get("Angkatan") == "Angkatan 2026")
    assert "1 orang terdaftar; bulan ke-12 belum lewat." in intake["Rentang hasil dan putusan"]
