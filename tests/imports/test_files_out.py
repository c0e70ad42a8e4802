import io

from openpyxl import load_workbook

from imports import annotate, participant_template, read_workbook
from imports.mappings.participants import COLUMNS
from tests.imports.workbooks import HEADER, person, read, workbook

FAULTY = workbook(HEADER, person(), person(NIK="1", **{"NAMA PESERTA": "Budi"}))


def test_an_annotated_list_has_a_note_in_each_faulty_cell():
    book = load_workbook(io.BytesIO(annotate(read_workbook(FAULTY, "a.xlsx"), read(FAULTY))))
    page = book["WUB 2018"]
    assert "16 angka" in page["C3"].comment.text
    assert page["C2"].comment is None
    assert page["B3"].value == "Budi"
    assert book["Masalah"]["E2"].value


def test_only_the_faulty_rows_can_be_asked_for_and_read_back():
    data = annotate(read_workbook(FAULTY, "a.xlsx"), read(FAULTY), only_faulty=True)
    sheet = read(data, sheet="WUB 2018").sheets[0]
    assert [row.values.name for row in sheet.rows] == ["Budi"]


def test_text_never_becomes_a_formula():
    data = b"NAMA PESERTA;NIK\n=1+1;1\n"
    page = load_workbook(io.BytesIO(annotate(read_workbook(data, "a.csv"), read(data, "a.csv"))))["csv"]
    assert (page["A2"].value, page["A2"].data_type) == ("=1+1", "s")


def test_the_blank_list_is_read_back_without_a_question():
    book = load_workbook(io.BytesIO(participant_template()))
    page = book["Peserta"]
    example = book["Petunjuk"]
    for position, column in enumerate(COLUMNS, 1):
        page.cell(2, position).value = example.cell(7, position).value
        assert example.cell(6, position).value == column.label
    file = io.BytesIO()
    book.save(file)
    sheet = read(file.getvalue(), sheet="Peserta").sheets[0]
    assert {column.field for column in sheet.columns} == {column.field for column in COLUMNS}
    assert (sheet.unknown, sheet.missing, sheet.accepted) == ((), (), 1)
    assert [p.code for p in sheet.rows[0].problems] == ["nik_sex", "nik_area_unknown"]


def test_the_blank_list_offers_choices():
    page = load_workbook(io.BytesIO(participant_template()))["Peserta"]
    assert len(page.data_validations.dataValidation) == sum(bool(column.choices) for column in COLUMNS)
    assert page.freeze_panes == "C2"
