"""The file that people take away: what is visible, no NIK, nothing a spreadsheet would run, written down."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
import sqlalchemy as sa

from models.audit import AuditEntry
from models.vocabulary import Role
from tests import factories
from wub.register.export_queries import safe


def rows_of(answer):
    return list(csv.reader(StringIO(answer.data.decode("utf-8-sig")), delimiter=";"))


def test_the_file_holds_the_participants_asked_for_and_never_a_nik(sign_in, session):
    one = factories.person(name="Galuh Contoh", phone="+6281234567001", nik="6371015705900777")
    factories.participation(person=one, cohort=factories.cohort(2018))
    factories.participation(person=factories.person(name="Udin"), cohort=factories.cohort(2019))
    client = sign_in(Role.SUPERVISOR)

    answer = client.post("/peserta/ekspor?tahun=2018")

    rows = rows_of(answer)
    told = dict(zip(rows[0], rows[1], strict=True))
    assert len(rows) == 2
    assert (told["Nama"], told["Telepon"], told["Angkatan"]) == ("Galuh Contoh", "0812-3456-7001", "2018")
    assert "0777" not in answer.get_data(as_text=True)
    assert answer.headers["Content-Disposition"] == 'attachment; filename="peserta-2026-11-24.csv"'
    assert answer.headers["Cache-Control"] == "no-store"


def test_the_download_is_written_down_without_the_words_searched(sign_in, session):
    sign_in(Role.SUPERVISOR).post("/peserta/ekspor?q=galuh&tahun=")

    entry = session.scalars(sa.select(AuditEntry).where(AuditEntry.action == "register:export")).one()
    assert entry.changes == {"rows": 0, "filters": ["q"]}


@pytest.mark.parametrize("text", ["=1+1", "+62", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_text_that_looks_like_a_formula_stays_text(text):
    assert safe(text) == f"'{text}"


def test_a_name_like_a_formula_comes_out_harmless(sign_in, session):
    factories.participation(person=factories.person(name='=HYPERLINK("x")', search_text="x"))

    rows = rows_of(sign_in(Role.SUPERVISOR).post("/peserta/ekspor"))

    assert rows[1][0] == '\'=HYPERLINK("x")'


def test_taking_the_list_away_needs_a_post(sign_in):
    assert sign_in(Role.SUPERVISOR).get("/peserta/ekspor").status_code == 405
