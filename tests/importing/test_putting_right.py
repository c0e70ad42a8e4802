"""In the preview: sheets and columns chosen, cells put right, rows found."""

from __future__ import annotations

import io

import openpyxl
import pytest
import sqlalchemy as sa

from models import AuditEntry, CellCorrection, Checkup, Person, StagedRow
from models.vocabulary import Role, RowGroup
from tests.importing.lists import NIK, office, send, some_list, work
from tests.importing.steps import act, adds_up, latest, sent_and_read, take_over
from tests.imports.workbooks import HEADER, person, workbook
from wub.importing.sealing import sealed


@pytest.fixture
def officer(sign_in, session):
    return sign_in(Role.OFFICER, agency=office())


# Sheets and columns


def two_sheets():
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, name in (("WUB 2018", "Contoh Satu"), ("Salinan", "Contoh Dua")):
        page = book.create_sheet(title)
        page.append(HEADER)
        page.append(person(**{"NIK": NIK[0] if title == "WUB 2018" else NIK[1], "NAMA PESERTA": name}))
    book["Salinan"].sheet_state = "hidden"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_sheet_can_be_left_out_and_taken_again(officer, session):
    run = sent_and_read(officer, session, two_sheets())
    assert "Tersembunyi" in officer.get(f"/impor/{run.id}/lembar").text

    answer = officer.post(f"/impor/{run.id}/lembar", data={"sheets": ["WUB 2018"], "version": run.version})
    work(officer.application)
    run = latest(session)
    assert (answer.status_code, run.counts["accepted"]) == (303, 1)
    assert adds_up(session, run)
    assert "Tidak diambil" in officer.get(f"/impor/{run.id}").text

    officer.post(f"/impor/{run.id}/lembar", data={"sheets": ["WUB 2018", "Salinan"], "version": run.version})
    work(officer.application)
    assert latest(session).counts["accepted"] == 2


def test_no_sheet_at_all_is_no_choice(officer, session):
    run = sent_and_read(officer, session, two_sheets())
    answer = officer.post(f"/impor/{run.id}/lembar", data={"version": run.version})
    assert answer.status_code == 422
    assert "Pilih sedikitnya satu lembar." in answer.text


def unknown_headings(nik=NIK[0]):
    return workbook(["SEBUTAN", "NIK", "KIOS"], ["Contoh Satu", nik, "Kue Contoh"], title="WUB 2018")


def match(client, run, remember=False, **columns):
    form = {f"kolom-{letter}": field for letter, field in columns.items()} | {"version": run.version}
    return act(client, run, "kolom", **form, **({"remember": "y"} if remember else {}))


def test_a_column_nobody_knew_is_matched_with_its_first_values_in_view(officer, session):
    run = sent_and_read(officer, session, unknown_headings())
    page = officer.get(f"/impor/{run.id}/kolom?lembar=WUB 2018").text
    assert "Kue Contoh" in page
    assert NIK[0] not in page

    assert match(officer, run, A="name", B="nik", C="business_name").status_code == 303
    run = latest(session)
    assert run.counts["accepted"] == 1
    assert adds_up(session, run)


def test_what_was_remembered_is_matched_by_itself_for_the_same_office_only(officer, sign_in, session):
    run = sent_and_read(officer, session, unknown_headings())
    match(officer, run, remember=True, A="name", B="nik", C="business_name")

    again = sent_and_read(officer, session, unknown_headings(NIK[1]))
    assert again.counts["accepted"] == 1
    page = officer.get(f"/impor/{again.id}").text
    assert "diingat" in page

    stranger = sign_in(Role.OFFICER, agency=office("DINSOS"))
    send(stranger, ("daftar.xlsx", unknown_headings(NIK[2])), agency=office("DINSOS"))
    work(stranger.application)
    assert latest(session).counts["accepted"] == 0


def test_one_field_cannot_be_two_columns(officer, session):
    run = sent_and_read(officer, session, unknown_headings())
    answer = match(officer, run, A="name", B="nik", C="name")
    assert answer.status_code == 422
    assert "Dua kolom dicocokkan ke isian yang sama" in answer.text


# Cells


def near_villages():
    return some_list(
        {"NIK": NIK[0], "NAMA PESERTA": "Contoh Satu", "KELURAHAN": "Kuwin Cerucukk"},
        {
            "NIK": NIK[1],
            "NAMA PESERTA": "Contoh Dua",
            "KELURAHAN": "Kuwin Cerucukk",
            "NO. HP": "081200000002",
        },
        {"NIK": "637101410190000", "NAMA PESERTA": "Contoh Tiga", "NO. HP": "081200000003"},
        title="WUB 2018",
    )


def letter(heading):
    return openpyxl.utils.get_column_letter(HEADER.index(heading) + 1)


def test_a_similar_kelurahan_is_asked_about_and_one_answer_serves_all_rows_that_say_the_same(
    officer, session
):
    run = sent_and_read(officer, session, near_villages())
    assert "Maksudnya Kuin Cerucuk" in officer.get(f"/impor/{run.id}").text
    assert run.counts["codes"]["village_near"] == 2

    answer = act(officer, run, "baris/2/saran", kolom=letter("KELURAHAN"), nilai="Kuin Cerucuk")

    run = latest(session)
    assert answer.status_code == 303
    assert "village_near" not in run.counts["codes"]
    assert session.scalar(sa.select(sa.func.count()).select_from(CellCorrection)) == 2
    take_over(officer, session)
    areas = session.scalars(sa.select(Person.area_code).where(Person.name.in_(["Contoh Satu", "Contoh Dua"])))
    assert len(set(areas)) == 1


def test_an_amount_that_is_a_range_is_answered_by_one_of_its_ends(officer, session):
    said = {"NIK": NIK[0], "NAMA PESERTA": "Contoh Satu", "OMZET SEBELUM": "2-3 juta"}
    run = sent_and_read(officer, session, some_list(said, title="WUB 2018"))
    page = officer.get(f"/impor/{run.id}").text
    assert "Maksudnya Rp2.000.000" in page
    assert "Maksudnya Rp3.000.000" in page

    act(officer, run, "baris/2/saran", kolom=letter("OMZET SEBELUM"), nilai="Rp3.000.000")
    assert "money_range" not in latest(session).counts["codes"]
    take_over(officer, session)
    assert session.scalar(sa.select(Checkup.sales_last_month)) == 3_000_000


def test_only_what_was_suggested_can_be_taken_as_a_suggestion(officer, session):
    run = sent_and_read(officer, session, near_villages())
    assert act(officer, run, "baris/2/saran", kolom=letter("KELURAHAN"), nilai="Basirih").status_code == 404


def test_a_nik_typed_anew_frees_its_row_and_is_kept_sealed(officer, session):
    run = sent_and_read(officer, session, near_villages())
    assert run.counts["held"] == 1
    page = officer.get(f"/impor/{run.id}/baris/4?lembar=WUB 2018").text
    assert "637101410190000" not in page

    act(officer, run, "baris/4", **{f"sel-{letter('NIK')}": NIK[2], "lalu": "daftar"})

    run = latest(session)
    assert (run.counts["held"], run.counts["accepted"]) == (0, 3)
    for table in (CellCorrection, StagedRow, AuditEntry):
        assert not any(NIK[2] in repr(row) for row in session.execute(sa.select(table.__table__)))
    told = session.scalars(sa.select(AuditEntry).where(AuditEntry.action == "import:correct")).one()
    assert told.changes["cells"] == [f"WUB 2018!{letter('NIK')}4"]


def test_a_correction_is_judged_with_the_whole_file(officer, session):
    run = sent_and_read(officer, session, near_villages())
    act(officer, run, "baris/4", **{f"sel-{letter('NIK')}": NIK[0]})
    run = latest(session)
    assert (run.counts["accepted"], run.counts["repeated"]) == (2, 1)
    assert adds_up(session, run)


def test_a_nik_left_blank_stays_and_nothing_typed_changes_nothing(officer, session):
    run = sent_and_read(officer, session, near_villages())
    act(
        officer,
        run,
        "baris/4",
        **{f"sel-{letter('NIK')}": "", f"sel-{letter('NAMA PESERTA')}": "Contoh Tiga"},
    )
    assert latest(session).version == run.version
    assert session.scalars(sa.select(CellCorrection)).all() == []


def test_the_annotated_workbook_shows_what_stood_there_and_what_stands_there_now(officer, session):
    run = sent_and_read(officer, session, near_villages())
    act(officer, run, "baris/2/saran", kolom=letter("KELURAHAN"), nilai="Kuin Cerucuk")
    answer = officer.post(f"/impor/{run.id}/catatan")
    cell = openpyxl.load_workbook(io.BytesIO(answer.data))["WUB 2018"][f"{letter('KELURAHAN')}2"]
    assert cell.value == "Kuin Cerucuk"
    assert "Semula: Kuwin Cerucukk." in cell.comment.text


def test_nothing_can_be_put_right_after_the_commit(officer, session):
    run = sent_and_read(officer, session, near_villages())
    take_over(officer, session)
    assert act(officer, run, "baris/4", **{f"sel-{letter('NIK')}": NIK[2]}).status_code == 409


def test_faulty_rows_come_back_corrected_are_recognised_and_double_nobody(officer, session):
    blank = {"NIK": "", "NAMA PESERTA": "Contoh Empat", "NAMA USAHA": "Kios Empat", "NO. HP": "081200000004"}
    data = some_list(
        {"NIK": NIK[0], "NAMA PESERTA": "Contoh Satu"},
        {"NIK": "637101410190000", "NAMA PESERTA": "Contoh Tiga", "NO. HP": "081200000003"},
        blank,
        title="WUB 2018",
    )
    run = sent_and_read(officer, session, data)
    take_over(officer, session)
    assert session.scalar(sa.select(sa.func.count()).select_from(Person)) == 2  # one of them without a NIK

    answer = officer.post(f"/impor/{run.id}/catatan", data={"hanya": "bermasalah"})
    book = openpyxl.load_workbook(io.BytesIO(answer.data))
    page = book["WUB 2018"]
    for cells in page.iter_rows(min_row=2):
        at = HEADER.index("NIK")
        cells[at].value = NIK[1] if cells[HEADER.index("NAMA PESERTA")].value == "Contoh Tiga" else NIK[2]
    out = io.BytesIO()
    book.save(out)

    again = sent_and_read(officer, session, out.getvalue(), "catatan-daftar.xlsx")
    text = officer.get(f"/impor/{again.id}").text
    assert "Ini berkas perbaikan" in text
    assert f"/impor/{run.id}" in text
    assert [about["sheet"] for about in again.sheets["read"]] == ["WUB 2018"]
    assert again.counts["groups"] == {"baru": 1, "mirip": 1}
    assert adds_up(session, again)

    row = session.scalars(sa.select(StagedRow).where(StagedRow.row_group == RowGroup.PERHAPS)).one()
    known = session.scalars(sa.select(Person).where(Person.name == "Contoh Empat")).one()
    assert act(officer, again, f"baris/{row.row_number}/orang", orang=known.id).status_code == 303
    take_over(officer, session)

    session.expire_all()
    assert session.scalar(sa.select(sa.func.count()).select_from(Person)) == 3
    assert known.reveal_nik() == NIK[2]
    assert not known.provisional


# Finding rows


def test_rows_are_found_by_group_problem_sheet_and_name(officer, session):
    run = sent_and_read(officer, session, near_villages())
    ask = f"/impor/{run.id}"

    def names(**wanted):
        page = officer.get(ask, query_string=wanted).text
        return [name for name in ("Contoh Satu", "Contoh Dua", "Contoh Tiga") if name in page]

    assert names(group="ditahan") == ["Contoh Tiga"]
    assert names(code="village_near") == ["Contoh Satu", "Contoh Dua"]
    assert names(q="contoh dua") == ["Contoh Dua"]
    assert names(sheet="WUB 2018", group="ditahan") == ["Contoh Tiga"]
    assert names(outcome="accepted") == ["Contoh Satu", "Contoh Dua"]


def test_an_import_from_before_corrections_were_kept_is_still_shown(officer, session):
    run = sent_and_read(officer, session, near_villages())
    run.sheets = {"chosen": None, "read": [about | {"taken": None} for about in run.sheets["read"]]}
    for about in run.sheets["read"]:
        del about["taken"], about["remembered"]
    run.counts = {word: run.counts[word] for word in ("accepted", "repeated", "held", "rejected")} | {
        "persons_new": 2, "persons_matched": 0, "held_as_provisional": 0,
    }  # fmt: skip
    for row in session.scalars(sa.select(StagedRow)):
        row.values_sealed = sealed(run, b"Contoh Lama")
        row.problems = {"step": "new", "list": row.problems["list"]}
    session.commit()
    assert "Contoh Lama" in officer.get(f"/impor/{run.id}").text


def test_rows_of_another_office_do_not_exist(officer, sign_in, session):
    run = sent_and_read(officer, session, near_villages())
    stranger = sign_in(Role.OFFICER, agency=office("DINSOS"))
    for path in ("lembar", "kolom?lembar=WUB 2018", "baris/2?lembar=WUB 2018", "kemajuan"):
        assert stranger.get(f"/impor/{run.id}/{path}").status_code == 404
    for path in ("baris/2", "baris/2/saran", "baris/2/orang", "baris/2/perubahan", "perubahan", "ulang"):
        assert act(stranger, run, path).status_code == 404
    assert stranger.get(f"/impor/unggahan/{run.batch_key}").status_code == 404
