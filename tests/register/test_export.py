"""The file that people take away: what is visible, no whole NIK, nothing that runs, written down."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

import sqlalchemy as sa
from openpyxl import load_workbook

from models.audit import AuditEntry
from models.vocabulary import Role, Status
from tests import factories
from tests.register.reading import rows_of


def test_the_file_holds_the_participants_asked_for_and_never_a_nik(sign_in, session):
    one = factories.person(name="Galuh Contoh", phone="+6281234567001", nik="6371015705900777")
    factories.participation(person=one, cohort=factories.cohort(2018))
    factories.participation(person=factories.person(name="Udin"), cohort=factories.cohort(2019))
    client = sign_in(Role.SUPERVISOR)

    answer = client.post("/peserta/ekspor?tahun=2018")

    (told,) = rows_of(answer)
    assert (told["Nama"], told["Telepon"], told["Angkatan"]) == ("Galuh Contoh", "0812-3456-7001", 2018)
    assert told["NIK (disamarkan)"] == "6371********0777"
    assert isinstance(told["Terdaftar"], datetime)
    assert answer.headers["Content-Disposition"] == 'attachment; filename="peserta-2026-11-24.xlsx"'
    assert answer.headers["Cache-Control"] == "no-store"


def test_what_is_not_known_says_so_and_is_neither_blank_nor_zero(sign_in, session):
    participation = factories.participation(person=factories.person(name="Udin", nik=None))
    factories.checkup(
        participation=participation,
        status=Status.NOT_FOUND,
        sales_last_month=None,
        sales_last_month_answer="tidak_tahu",
    )

    (told,) = rows_of(sign_in(Role.SUPERVISOR).post("/peserta/ekspor"))

    assert told["Omzet sebulan (Rp)"] == "belum diketahui"
    assert told["Keluar"] == "belum keluar"
    assert told["NIK (disamarkan)"] == "belum ber-NIK"
    assert told["Keadaan terakhir"] == Status.NOT_FOUND.label
    assert None not in told.values()


def test_the_first_sheet_says_what_the_list_is_and_shows_it(sign_in, session):
    factories.participation(cohort=factories.cohort(2018))
    book = load_workbook(BytesIO(sign_in(Role.SUPERVISOR).post("/peserta/ekspor?tahun=2018").get_data()))

    words = {row[0]: row[1] for row in book["Ringkasan"].iter_rows(values_only=True)}

    assert words["Baris (pendaftaran)"] == 1
    assert words["Angkatan"] == "2018"
    assert len(book["Ringkasan"]._charts) == 1
    assert book["Peserta"].freeze_panes == "B2"
    assert book["Peserta"].auto_filter.ref.endswith("2")
    assert book["Peserta"].data_validations.dataValidation


def test_the_download_is_written_down_without_the_words_searched(sign_in, session):
    sign_in(Role.SUPERVISOR).post("/peserta/ekspor?q=galuh&tahun=").get_data()

    entry = session.scalars(sa.select(AuditEntry).where(AuditEntry.action == "register:export")).one()
    assert entry.changes == {"rows": 0, "filters": ["q"]}


def test_a_name_like_a_formula_comes_out_as_text(sign_in, session):
    name = '=HYPERLINK("x")&<b>'
    factories.participation(person=factories.person(name=name, search_text="x"))
    book = load_workbook(BytesIO(sign_in(Role.SUPERVISOR).post("/peserta/ekspor").get_data()))

    cell = book["Peserta"]["A2"]

    assert (cell.value, cell.data_type, cell.quotePrefix) == (name, "s", True)


def test_taking_the_list_away_needs_a_post(sign_in):
    assert sign_in(Role.SUPERVISOR).get("/peserta/ekspor").status_code == 405
