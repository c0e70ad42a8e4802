"""Reference lists on the screen: administrators keep them, supervisors open intakes."""

from __future__ import annotations

from decimal import Decimal

import pytest
import sqlalchemy as sa

from models.agency import Agency, Cohort, Scheme
from models.reference import PriceIndex
from models.vocabulary import Role
from tests import factories


@pytest.fixture
def administrator(sign_in, session):
    return sign_in(Role.ADMINISTRATOR)


def a_cohort(**changed):
    office, scheme = factories.agency("DINSOS"), factories.scheme()
    given = {
        "year": "2026",
        "agency_id": str(office.id),
        "scheme_id": str(scheme.id),
        "opened_on": "2026-02-02",
    }
    return given | changed


def an_index(**changed):
    given = {
        "year": "2026",
        "month": "3",
        "value": "108,37",
        "base_year": "2022",
        "place": "Banjarmasin",
        "source": "BRS contoh",
    }
    return given | changed


def test_an_office_keeps_its_code(administrator, session):
    office = factories.agency("DLH")
    address = f"/acuan/skpd/{office.id}/ubah"
    form = {"name": "Dinas Lingkungan Hidup Kota", "short_name": "DLH", "position": "7", "version": "1"}
    assert administrator.get("/acuan").location == "/acuan/skpd"
    assert administrator.post(address, data=form | {"code": "LAIN"}).status_code == 303
    assert session.execute(sa.select(Agency.code, Agency.active).where(Agency.id == office.id)).one() == (
        "DLH", False,
    )  # fmt: skip
    assert "Dinas Lingkungan Hidup Kota" in administrator.get("/acuan/skpd").text
    stale = administrator.post(address, data=form | {"short_name": "LH"})
    assert stale.status_code == 409
    assert "Data ini baru saja diubah" in stale.text
    assert administrator.post(address, data=form | {"name": " ", "version": "2"}).status_code == 422


def test_a_scheme_is_opened_once(administrator, session):
    form = {"code": "WM", "name": "Wirausaha Muda", "description": "Di bawah 30 tahun", "active": "y"}
    assert administrator.post("/acuan/skema/baru", data=form | {"code": "w m"}).status_code == 422
    assert administrator.post("/acuan/skema/baru", data=form).status_code == 303
    again = administrator.post("/acuan/skema/baru", data=form)
    assert again.status_code == 409
    assert "Kode skema ini sudah dipakai" in again.text
    scheme = session.scalars(sa.select(Scheme).where(Scheme.code == "WM")).one()
    address = f"/acuan/skema/{scheme.id}/ubah"
    assert administrator.post(address, data={"name": "Muda", "version": "1"}).status_code == 303
    session.expire_all()
    assert (scheme.name, scheme.active, scheme.code) == ("Muda", False, "WM")
    assert administrator.post(address, data={"name": "Tua", "version": "1"}).status_code == 409


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.SUPERVISOR])
def test_an_intake_is_opened_and_changed(role, sign_in, session):
    client = sign_in(role)
    answer = client.post("/acuan/angkatan/baru", data=a_cohort())
    assert (answer.status_code, answer.location) == (303, "/acuan/angkatan?tahun=2026")
    again = client.post("/acuan/angkatan/baru", data=a_cohort())
    assert again.status_code == 409
    assert "sudah ada" in again.text
    cohort = session.scalars(sa.select(Cohort)).one()
    address = f"/acuan/angkatan/{cohort.id}/ubah"
    assert client.post(address, data=a_cohort(note="Tahap 1", version="1")).status_code == 303
    assert "Tahap 1" in client.get(address).text
    assert "2026-DINSOS" in client.get("/acuan/angkatan?tahun=2026").text
    assert "2026-DINSOS" not in client.get("/acuan/angkatan?tahun=2025").text
    assert client.post(address, data=a_cohort(version="1")).status_code == 409


def test_a_used_intake_keeps_its_year(administrator, session):
    cohort = factories.cohort(2025, agency=factories.agency("DINSOS"))
    factories.participation(cohort=cohort)
    address = f"/acuan/angkatan/{cohort.id}/ubah"
    assert "sudah terpakai" in administrator.get(address).text
    refused = administrator.post(address, data=a_cohort(year="2024", version="1"))
    assert refused.status_code == 409
    assert "sudah terpakai" in refused.text


def test_the_price_index_by_month_and_by_year(administrator, session):
    assert administrator.post("/acuan/ihk/baru", data=an_index()).status_code == 303
    assert administrator.post("/acuan/ihk/baru", data=an_index(month="", value="110")).status_code == 303
    again = administrator.post("/acuan/ihk/baru", data=an_index())
    assert again.status_code == 409
    assert "sudah ada" in again.text
    row = session.scalars(sa.select(PriceIndex).where(PriceIndex.monthly)).one()
    assert (row.period.isoformat(), row.value) == ("2026-03-01", Decimal("108.37"))
    address = f"/acuan/ihk/{row.id}/ubah"
    form = administrator.get(address).text
    assert 'value="108,37"' in form
    assert '<option selected value="3">Maret</option>' in form
    assert administrator.post(address, data=an_index(value="108,4", version="1")).status_code == 303
    assert administrator.post(address, data=an_index(value="109", version="1")).status_code == 409
    listed = administrator.get("/acuan/ihk?q=banjar&deret=bulanan&tahun=2026").text
    assert listed.count('class="row-link"') == 1
    assert "108,40" in listed


@pytest.mark.parametrize(
    "changed", [{"value": "0"}, {"value": "1.083"}, {"month": "13"}, {"place": ""}, {"base_year": "22"}]
)
def test_what_is_no_price_index_is_refused(administrator, session, changed):
    before = session.scalar(sa.select(sa.func.count()).select_from(PriceIndex))

    assert administrator.post("/acuan/ihk/baru", data=an_index(**changed)).status_code == 422
    assert session.scalar(sa.select(sa.func.count()).select_from(PriceIndex)) == before


def test_areas_and_classes_are_found_by_any_word(administrator):
    found = administrator.get("/acuan/wilayah?q=selatan+banjarmasin&tingkat=3").text
    assert "63.71.01" in found
    assert "63.71.02" not in found
    assert "Mantuil" in administrator.get("/acuan/wilayah?q=63.71.01.1001").text
    assert "10710" in administrator.get("/acuan/kbli?q=roti+industri").text
    assert "Tidak ada kelas usaha" in administrator.get("/acuan/kbli?q=%25").text


def test_lists_have_pages(administrator):
    first = administrator.get("/acuan/wilayah").text
    assert "1.000+ wilayah" in first
    assert "sesudah=" in first


def test_others_do_not_come_in(sign_in, session):
    supervisor, officer = sign_in(Role.SUPERVISOR), sign_in(Role.OFFICER)
    assert [supervisor.get(f"/acuan/{page}").status_code for page in ("skpd", "ihk", "angkatan")] == [
        403,
        403,
        200,
    ]
    assert [officer.get(f"/acuan/{page}").status_code for page in ("skpd", "angkatan")] == [403, 403]
    assert "/acuan/ihk" not in supervisor.get("/acuan/angkatan").text


def test_what_does_not_exist_is_not_there(administrator):
    addresses = ("skpd/999/ubah", "skema/999/ubah", "angkatan/999/ubah", "ihk/999/ubah")
    assert {administrator.get(f"/acuan/{address}").status_code for address in addresses} == {404}
