"""A target on its way through the pages."""

from __future__ import annotations

from decimal import Decimal
from uuid import uuid4

import pytest
import sqlalchemy as sa

from models.target import Target
from models.vocabulary import Role, ScopeLevel, TargetState, TargetType
from tests import factories


@pytest.fixture
def supervisor(sign_in, session):
    return sign_in(Role.SUPERVISOR)


def a_form(**changed):
    given = {
        "client_key": str(uuid4()),
        "indicator_version_id": str(factories.indicator_version("I2").id),
        "level": "city",
        "type": "tingkat",
        "value": "60 %",
        "period_starts_on": "2026-01-01",
        "period_ends_on": "31/12/2026",
        "source": "rpjmd",
        "source_document": "RPJMD contoh, tabel 8",
        "note": "Disalin dari tabel.",
    }
    return given | changed


def only(session):
    session.expire_all()
    return session.scalars(sa.select(Target)).one()


def test_propose_change_and_approve(supervisor, sign_in, session):
    answer = supervisor.post("/target/baru", data=a_form())
    target = only(session)
    assert (answer.status_code, answer.location) == (303, f"/target/{target.id}")
    assert (target.value, target.state) == (Decimal("0.6"), TargetState.PROPOSED)
    form = supervisor.get(f"/target/{target.id}/ubah").text
    assert 'value="60 %"' in form
    changed = a_form(value="62,5", version="1")
    assert supervisor.post(f"/target/{target.id}/ubah", data=changed).status_code == 303
    own = supervisor.post(f"/target/{target.id}/persetujuan", data={"version": "2"})
    assert own.status_code == 403
    assert "Minta penyelia lain" in own.text
    other = sign_in(Role.SUPERVISOR)
    assert other.post(f"/target/{target.id}/persetujuan", data={"version": "2"}).status_code == 303
    assert (only(session).value, only(session).state) == (Decimal("0.625"), TargetState.APPROVED)
    page = supervisor.get(f"/target/{target.id}").text
    for told in (
        "62,50%",
        "RPJMD contoh, tabel 8",
        "Disalin dari tabel.",
        "Seluruh kota",
        "24 November 2026",
    ):
        assert told in page


def test_the_same_form_twice_keeps_one_and_with_other_content_is_refused(supervisor, session):
    form = a_form()
    assert [supervisor.post("/target/baru", data=form).status_code for _ in range(2)] == [303, 303]
    assert supervisor.post("/target/baru", data=form | {"value": "70"}).status_code == 409
    assert only(session).value == Decimal("0.6")


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"value": "0,6"}, "Tulis dengan tanda persen"),
        ({"value": "120"}, "Paling banyak 100 %"),
        ({"type": "jumlah_kumulatif", "value": "500"}, "Indikator ini diukur sebagai"),
        ({"level": "agency"}, "Lingkup target belum lengkap"),
        ({"cohort_year": "2018"}, "tidak termasuk lingkup"),
        ({"period_ends_on": "2025-01-01"}, "berakhir sebelum mulai"),
        ({"area_code": "99.99"}, "Pilih salah satu"),
        ({"indicator_version_id": ""}, "Wajib diisi"),
    ],
)
def test_what_cannot_be_a_target_is_said_at_its_field(supervisor, session, changed, said):
    answer = supervisor.post("/target/baru", data=a_form(**changed))

    assert answer.status_code == 422
    assert said in answer.text
    assert session.scalar(sa.select(sa.func.count()).select_from(Target)) == 0


def test_two_people_at_one_proposal_see_both_versions(supervisor, session):
    supervisor.post("/target/baru", data=a_form())
    address = f"/target/{only(session).id}/ubah"
    supervisor.post(address, data=a_form(value="61", version="1"))
    answer = supervisor.post(address, data=a_form(value="62", version="1"))
    assert answer.status_code == 409
    assert "61 %" in answer.text
    assert 'name="version" type="hidden" value="2"' in answer.text
    assert only(session).value == Decimal("0.61")


def test_an_approved_target_is_replaced_not_changed(supervisor, sign_in, session):
    old = factories.target()
    assert supervisor.get(f"/target/{old.id}/ubah").status_code == 409
    form = supervisor.get(f"/target/{old.id}/pengganti").text
    assert str(old.client_key) not in form
    answer = supervisor.post(f"/target/{old.id}/pengganti", data=a_form(value="65", version="1"))
    assert answer.status_code == 303
    successor = int(answer.location.rsplit("/", 1)[1])
    assert "menggantikan target yang masih berlaku" in supervisor.get(answer.location).text
    sign_in(Role.SUPERVISOR).post(f"/target/{successor}/persetujuan", data={"version": "1"})
    session.expire_all()
    states = session.execute(sa.select(Target.state, Target.value).order_by(Target.id)).all()
    assert [tuple(row) for row in states] == [
        (TargetState.REPLACED, Decimal("0.6")), (TargetState.APPROVED, Decimal("0.65")),
    ]  # fmt: skip
    assert supervisor.get(f"/target/{old.id}/pengganti").status_code == 409
    assert "Riwayat janji ini" in supervisor.get(f"/target/{old.id}").text


def test_a_proposal_is_withdrawn_with_a_reason(supervisor, session):
    supervisor.post("/target/baru", data=a_form())
    address = f"/target/{only(session).id}/penarikan"
    assert supervisor.post(address, data={"version": "1"}).status_code == 422
    assert supervisor.post(address, data={"version": "1", "reason": "Salah salin"}).status_code == 303
    assert session.scalar(sa.select(sa.func.count()).select_from(Target)) == 0


def test_the_proposal_of_another_office_is_not_there(sign_in, session):
    target = factories.target(
        level=ScopeLevel.AGENCY, agency=factories.agency("DINSOS"), state=TargetState.PROPOSED
    )
    stranger = sign_in(Role.OFFICER, agency=factories.agency("DLH"))
    for answer in (
        stranger.get(f"/target/{target.id}"),
        stranger.get(f"/target/{target.id}/ubah"),
        stranger.post(f"/target/{target.id}/penarikan", data={"version": "1", "reason": "x"}),
    ):
        assert answer.status_code == 404
    assert "Belum ada target" in stranger.get("/target").text


def test_the_list_is_filtered_by_its_address(supervisor, session):
    factories.target()
    factories.target(
        "I1", type=TargetType.YEARLY, value=Decimal(500), level=ScopeLevel.COHORT, cohort_year=2018
    )
    rows = {
        query: supervisor.get(f"/target?{query}").text.count('class="row-link"')
        for query in ("", "lingkup=cohort", "tahun=2026", "tahun=2025", "keadaan=diusulkan", "tahun=dulu")
    }
    assert rows == {
        "": 2, "lingkup=cohort": 1, "tahun=2026": 2, "tahun=2025": 0, "keadaan=diusulkan": 0, "tahun=dulu": 2,
    }  # fmt: skip


def test_the_executive_reads_promises_and_proposes_nothing(sign_in, session):
    target = factories.target()
    mayor = sign_in(Role.EXECUTIVE)
    assert mayor.get(f"/target/{target.id}").status_code == 200
    assert "Usulkan target" not in mayor.get("/target").text
    assert mayor.get("/target/baru").status_code == 403
