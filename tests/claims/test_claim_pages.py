"""The page of claims, and writing one down through its form."""

from __future__ import annotations

from uuid import uuid4

import pytest
import sqlalchemy as sa

from models.claim import Claim
from models.vocabulary import Role
from tests import factories


def a_form(**changed):
    given = {
        "client_key": str(uuid4()),
        "said_on": "2020-06-30",
        "day_known": "hari",
        "speaker": "Dinas contoh",
        "kind": "persen",
        "number": "21,9 %",
        "words": "21,9 %",
        "counted": "Yang berkembang",
        "source": "Berita contoh",
        "address": "https://contoh.invalid/berita",
        "indicator_id": str(factories.indicator_version("I2").indicator_id),
    }
    return given | changed


def test_a_claim_is_written_down_corrected_and_struck(sign_in, session):
    client = sign_in(Role.SUPERVISOR)
    form = a_form()
    assert [client.post("/klaim/baru", data=form).status_code for _ in range(2)] == [303, 303]
    claim = session.scalars(sa.select(Claim).where(Claim.code.is_(None))).one()
    page = client.get("/klaim").text
    for told in (
        "21,9 %",
        "Dinas contoh",
        "penyebut tidak disebut",
        "belum dapat dihitung",
        "contoh.invalid",
    ):
        assert told in page

    assert 'value="21,9 %"' in client.get(f"/klaim/{claim.id}/ubah").text
    changed = a_form(words="hampir 22 %", version="1")
    assert client.post(f"/klaim/{claim.id}/ubah", data=changed).status_code == 303
    assert client.post(f"/klaim/{claim.id}/ubah", data=changed).status_code == 409
    assert client.post("/klaim/hitung-ulang").status_code == 303
    strike = f"/klaim/{claim.id}/penghapusan"
    assert client.post(strike, data={"version": "2"}).status_code == 422
    assert client.post(strike, data={"version": "2", "reason": "Keliru"}).status_code == 303
    assert session.scalar(sa.select(sa.func.count()).select_from(Claim).where(Claim.code.is_(None))) == 0


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"number": "0,2"}, "Tulis dengan tanda persen"),
        ({"kind": "orang", "number": "500"}, "Jumlah orang dibandingkan dengan I1"),
        ({"indicator_id": ""}, "Tulis mengapa klaim ini tidak dapat dihitung"),
        ({"not_computable": "x"}, "Pilih salah satu"),
        ({"address": "javascript:alert(1)"}, "Alamat dimulai dengan https://"),
        ({"speaker": ""}, "Wajib diisi"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(sign_in, session, changed, said):
    answer = sign_in(Role.SUPERVISOR).post("/klaim/baru", data=a_form(**changed))

    assert answer.status_code == 422
    assert said in answer.text
    assert session.scalar(sa.select(sa.func.count()).select_from(Claim).where(Claim.code.is_(None))) == 0


@pytest.mark.parametrize("role", [Role.EXECUTIVE, Role.OFFICER])
def test_all_who_read_figures_read_claims_and_only_supervisors_keep_them(sign_in, session, role):
    client = sign_in(role, agency=factories.agency()) if role is Role.OFFICER else sign_in(role)

    assert client.get("/klaim").status_code == 200
    assert "Catat klaim" not in client.get("/klaim").text
    assert client.get("/klaim/baru").status_code == 403
    assert client.post("/klaim/hitung-ulang").status_code == 403
