"""The way of an office through its budget, and what others see of it."""

from __future__ import annotations

from uuid import uuid4

import pytest
import sqlalchemy as sa

from models.budget import BudgetLine, Spending
from models.vocabulary import Role
from tests import factories


@pytest.fixture
def officer(sign_in, session):
    return sign_in(Role.OFFICER, agency=factories.agency("DINSOS"))


def a_line(**changed):
    given = {
        "client_key": str(uuid4()),
        "agency_id": str(factories.agency("DINSOS").id),
        "year": "2026",
        "activity_code": "2.17.03.0001",
        "name": "Pendampingan wirausaha",
        "cohort_id": "",
        "funding": "apbd",
        "amount": "Rp 250.000.000",
        "note": "Murni",
    }
    return given | changed


def a_payment(**changed):
    given = {
        "client_key": str(uuid4()),
        "spent_on": "2026-05-04",
        "amount": "15.000.000",
        "sp2d_number": "0001/SP2D/2026",
        "description": "Honorarium konsultan",
    }
    return given | changed


def only(session, kind):
    session.expire_all()
    return session.scalars(sa.select(kind)).one()


def test_plan_and_spend(officer, session):
    answer = officer.post("/anggaran/baru", data=a_line())
    line = only(session, BudgetLine)
    assert (answer.status_code, answer.location) == (303, f"/anggaran/{line.id}")
    assert officer.post(f"/anggaran/{line.id}/belanja/baru", data=a_payment()).status_code == 303
    page = officer.get(f"/anggaran/{line.id}").text
    for told in (
        "2.17.03.0001",
        "Rp250.000.000",
        "Rp15.000.000",
        "Rp235.000.000",
        "6%",
        "0001/SP2D/2026",
        "Murni",
    ):
        assert told in page
    listed = officer.get("/anggaran").text
    assert "Pendampingan wirausaha" in listed
    assert "Rp15.000.000 dari Rp250.000.000 dibelanjakan" in listed


def test_spending_is_changed_and_removed_with_a_reason(officer, session):
    line = factories.budget_line(agency=factories.agency("DINSOS"))
    paid = factories.spending(budget_line=line)
    address = f"/belanja/{paid.id}"
    assert 'value="15.000.000"' in officer.get(f"{address}/ubah").text
    assert (
        officer.post(f"{address}/ubah", data=a_payment(amount="16.000.000", version="1")).status_code == 303
    )
    assert "Rp16.000.000" in officer.get(address).text
    assert officer.post(f"{address}/penghapusan", data={"version": "2"}).status_code == 422
    gone = officer.post(f"{address}/penghapusan", data={"version": "2", "reason": "Salah catat"})
    assert (gone.status_code, gone.location) == (303, f"/anggaran/{line.id}")
    assert session.scalar(sa.select(sa.func.count()).select_from(Spending)) == 0


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"amount": "1,5 juta"}, "Tulis rupiah utuh"),
        ({"amount": ""}, "Wajib diisi"),
        ({"year": "26"}, "Paling sedikit"),
        ({"activity_code": " "}, "Wajib diisi"),
        ({"funding": "emas"}, "Pilih salah satu"),
    ],
)
def test_what_cannot_be_a_line_is_said_at_its_field(officer, session, changed, said):
    answer = officer.post("/anggaran/baru", data=a_line(**changed))

    assert answer.status_code == 422
    assert said in answer.text


def test_a_payment_of_another_year_or_of_tomorrow_is_refused(officer, session):
    line = factories.budget_line(agency=factories.agency("DINSOS"))
    address = f"/anggaran/{line.id}/belanja/baru"
    for day, said in (("2025-05-04", "bertanggal dalam tahun 2026"), ("2026-11-25", "belum tiba")):
        answer = officer.post(address, data=a_payment(spent_on=day))
        assert answer.status_code == 422
        assert said in answer.text


def test_the_same_form_twice_and_a_known_order_number(officer, session):
    line = factories.budget_line(agency=factories.agency("DINSOS"))
    address, form = f"/anggaran/{line.id}/belanja/baru", a_payment()
    assert [officer.post(address, data=form).status_code for _ in range(2)] == [303, 303]
    again = officer.post(address, data=a_payment(amount="7"))
    assert again.status_code == 409
    assert "Nomor SP2D ini sudah tercatat" in again.text
    assert only(session, Spending).amount == 15_000_000


def test_two_people_at_one_line_see_both_versions(officer, session):
    officer.post("/anggaran/baru", data=a_line())
    address = f"/anggaran/{only(session, BudgetLine).id}/ubah"
    officer.post(address, data=a_line(amount="260.000.000", version="1"))
    answer = officer.post(address, data=a_line(amount="270.000.000", version="1"))
    assert answer.status_code == 409
    assert "Rp260.000.000" in answer.text
    assert only(session, BudgetLine).amount == 260_000_000


def test_the_line_of_another_office_is_not_there(officer, session):
    paid = factories.spending(
        budget_line=factories.budget_line(agency=factories.agency("DLH"), name="Rahasia")
    )
    line_id = paid.budget_line_id
    for address in (
        f"/anggaran/{line_id}", f"/anggaran/{line_id}/ubah", f"/anggaran/{line_id}/belanja/baru",
        f"/belanja/{paid.id}", f"/belanja/{paid.id}/ubah",
    ):  # fmt: skip
        assert officer.get(address).status_code == 404
    gone = officer.post(f"/belanja/{paid.id}/penghapusan", data={"version": "1", "reason": "x"})
    assert gone.status_code == 404
    assert "Rahasia" not in officer.get("/anggaran").text


def test_the_executive_reads_totals_and_no_line(sign_in, session):
    line = factories.budget_line(agency=factories.agency("DLH"), name="Kegiatan satu", amount=30_000_000)
    factories.spending(budget_line=line)
    mayor = sign_in(Role.EXECUTIVE)
    page = mayor.get("/anggaran").text
    assert "Rp30.000.000" in page
    assert "Rp15.000.000" in page
    assert "Kegiatan satu" not in page
    assert mayor.get(f"/anggaran/{line.id}").status_code == 404
    assert mayor.get("/anggaran/baru").status_code == 403


def test_the_newest_year_is_shown_until_another_is_asked_for(officer, session):
    office = factories.agency("DINSOS")
    for year in (2024, 2026):
        factories.budget_line(agency=office, year=year, name=f"Kegiatan {year}")
    shown = {
        query: [year for year in (2024, 2026) if f"Kegiatan {year}" in officer.get(f"/anggaran{query}").text]
        for query in ("", "?tahun=2024", "?tahun=0", "?tahun=kapan", "?q=2024&tahun=0")
    }
    assert shown == {
        "": [2026],
        "?tahun=2024": [2024],
        "?tahun=0": [2024, 2026],
        "?tahun=kapan": [2026],
        "?q=2024&tahun=0": [2024],
    }
