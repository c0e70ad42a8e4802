import io

import pytest
from openpyxl import load_workbook

from imports import MAPPINGS, Kind, read_list, read_workbook
from imports.annotate import annotate
from imports.cells.text import key
from imports.templates import examples_of, template
from tests.imports.workbooks import HEADER, TODAY, person, read, workbook

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


@pytest.mark.parametrize("kind", MAPPINGS, ids=str)
def test_a_blank_list_is_read_back_without_a_question_and_its_examples_are_no_data(kind):
    (sheet,) = read_as(kind, template(kind)).sheets
    assert [column.field for column in sheet.columns] == [column.field for column in MAPPINGS[kind].columns]
    assert all(column.confidence == 1 for column in sheet.columns)
    assert (sheet.kind, sheet.data_rows, sheet.problems, sheet.unknown, sheet.missing) == (
        kind,
        0,
        (),
        (),
        (),
    )


@pytest.mark.parametrize("kind", MAPPINGS, ids=str)
def test_the_examples_of_a_blank_list_would_be_accepted_as_they_stand(kind):
    book = load_workbook(io.BytesIO(template(kind)))
    page = book[MAPPINGS[kind].page]
    for row in range(2, 2 + len(examples_of(MAPPINGS[kind]))):
        page.cell(row, 1).value = row - 1
    file = io.BytesIO()
    book.save(file)
    (sheet,) = read_as(kind, file.getvalue()).sheets
    assert (sheet.accepted, sheet.data_rows) == (len(examples_of(MAPPINGS[kind])),) * 2
    said = {problem.code for problem in sheet.problems} - {"nik_sex", "nik_area_unknown"}
    assert said == set()


@pytest.mark.parametrize("kind", MAPPINGS, ids=str)
def test_a_blank_list_offers_choices_and_keeps_long_numbers_as_text(kind):
    mapping = MAPPINGS[kind]
    page = load_workbook(io.BytesIO(template(kind)))[mapping.page]
    offered = [column for column in mapping.columns if column.choices and not column.several]
    assert len(page.data_validations.dataValidation) == len(offered)
    assert page.freeze_panes == "C2"
    for position, column in enumerate(mapping.columns, 1):
        if column.field in ("nik", "phone", "contact_phone", "nib"):
            assert page.cell(900, position).number_format == "@"


@pytest.mark.parametrize("kind", MAPPINGS, ids=str)
def test_no_heading_means_two_columns_of_one_list(kind):
    spelled = [alias for column in MAPPINGS[kind].columns for alias in column.aliases]
    assert sorted(spelled) == sorted(set(spelled))
    assert all(alias == key(alias) for alias in spelled)


def read_as(kind, data):
    if kind is Kind.PARTICIPANTS:
        return read(data)
    return read_list(data, "contoh.xlsx", kind, today=TODAY)
