import pytest

from imports import Kind, Outcome
from models.vocabulary import Sex
from tests.imports.workbooks import HEADER, person, read, workbook


def rows_of(*people, header=HEADER):
    return read(workbook(header, *people)).sheets[0]


def outcomes(sheet):
    return [row.outcome.value for row in sheet.rows]


def codes(row):
    return [problem.code for problem in row.problems]


def test_a_clean_row_gives_typed_values_and_no_problem():
    (row,) = rows_of(person()).rows
    values = row.values
    assert (row.row, row.outcome, row.provisional, row.problems) == (2, Outcome.ACCEPTED, False, ())
    assert (values.name, values.sex, values.phone) == ("Contoh Satu", Sex.FEMALE, "+6281200000001")
    assert (values.area_code, values.kecamatan) == ("63.71.01.1001", "Banjarmasin Selatan")
    assert (values.sales_before, values.business_start_year) == (1_500_000, 2018)


@pytest.mark.parametrize(
    ("nik", "outcome", "code"),
    [
        ("", "held", "nik_blank"),
        ("-", "held", "nik_blank"),
        (6371010308910040, "held", "nik_lost_digits"),
        ("6.37101E+15", "held", "nik_scientific"),
        ("637101410190001", "held", "nik_length"),
        ("6371O14101900001", "held", "nik_letter"),
        ("６３７１０１４１０１９００００１", "held", "nik_letter"),
        ("٦٣٧١٠١٤١٠١٩٠٠٠٠١", "held", "nik_letter"),
        ("6371019901900001", "rejected", "nik_date"),
    ],
)
def test_a_nik_that_cannot_be_trusted_stops_its_row_with_the_reason(nik, outcome, code):
    (row,) = rows_of(person(NIK=nik)).rows
    assert (row.outcome.value, codes(row)) == (outcome, [code])
    assert row.values.nik is None
    assert row.provisional is (outcome == "held")
    assert row.problems[0].column == "C"


def test_no_problem_shows_a_whole_nik():
    (row,) = rows_of(person(**{"NIK": "6371014101900001", "L/P": "L"})).rows
    assert codes(row) == ["nik_sex"]
    assert row.problems[0].said == "6371********0001"


def test_the_second_row_with_a_nik_repeats_the_first():
    sheet = rows_of(person(), person(**{"NAMA USAHA": "Lain"}), person(**{"NAMA PESERTA": "Bukan Dia"}))
    assert outcomes(sheet) == ["accepted", "repeated", "repeated"]
    assert sheet.rows[1].repeats[:2] == ("WUB 2018", 2)
    assert "same_nik_other_name" in codes(sheet.rows[2])


def test_a_repeat_names_the_first_row_of_its_own_nik_not_of_a_namesake():
    other = "6371014101900002"
    sheet = rows_of(person(), person(NIK=other), person(), person(NIK=other))
    assert outcomes(sheet) == ["accepted", "accepted", "repeated", "repeated"]
    assert [row.repeats.row for row in sheet.rows[2:]] == [2, 3]


def test_without_a_nik_column_owner_and_business_tell_people_apart():
    header = ["NAMA PEMILIK", "NAMA USAHA", "TELP"]
    sheet = rows_of(
        ["Ani", "Kue Ani", ""], ["ANI ", "kue-ani", ""], ["Ani", "Jahit Ani", ""],
        ["Ani", "", ""], ["Ani", "", ""],
        header=header,
    )  # fmt: skip
    assert outcomes(sheet) == ["accepted", "repeated", "accepted", "accepted", "accepted"]
    assert all(row.provisional for row in sheet.rows)
    assert sheet.rows[0].provisional_key == sheet.rows[1].provisional_key == "ani|kue ani"


def test_a_blank_nik_beside_a_namesake_is_asked_about_and_not_merged():
    sheet = rows_of(person(), person(NIK=""))
    assert outcomes(sheet) == ["accepted", "held"]
    assert codes(sheet.rows[1]) == ["nik_blank", "perhaps_repeated"]


def test_every_row_is_accounted_for():
    sheet = rows_of(
        person(), person(NIK=""), person(NIK="6371013202900001"), person(), [None] * 9,
        person(**{"NAMA PESERTA": ""}),
        [None, None, None, None, None, None, None, 5, 6],
    )  # fmt: skip
    assert sheet.data_rows == 6 == sheet.accepted + sheet.repeated + sheet.held + sheet.rejected
    assert outcomes(sheet) == ["accepted", "held", "rejected", "repeated", "rejected", "rejected"]
    assert codes(sheet.rows[4]) == ["no_name"]
    assert codes(sheet.rows[5]) == ["stray_row"]


def test_titles_sections_totals_and_signatures_are_no_people():
    data = workbook(
        ["DAFTAR PESERTA WUB"], ["TAHUN ANGGARAN 2019"], [],
        HEADER, list(range(1, 10)), ["KECAMATAN BANJARMASIN SELATAN"], person(),
        ["JUMLAH", *[None] * 6, 1_500_000],
        ["KECAMATAN BANJARMASIN UTARA"], person(NIK="6371014101900002"), ["JUMLAH", None, 1, 2, 3], [],
        HEADER, [], [None, None, "Banjarmasin, 12 Januari 2020"],
        [None, "Kepala Dinas,"], [None, "NAMA CONTOH"],
        [None, "NIP. 19650101 199003 1 001"], title="Lembar",
    )  # fmt: skip
    sheet = read(data).sheets[0]
    assert (sheet.header_rows, sheet.year) == ((4, 5), 2019)
    assert [row.row for row in sheet.rows] == [7, 10]


def test_the_kecamatan_of_a_section_counts_where_no_column_says_it():
    header = ["NAMA PESERTA", "NIK", "L/P"]
    sheet = rows_of(["KECAMATAN BJM UTARA"], ["Ani", "6371014101900001", "P"], header=header)
    assert sheet.rows[0].values.kecamatan == "Banjarmasin Utara"


def test_headings_in_two_rows_and_with_typing_errors_are_found():
    data = workbook(
        ["NO", "NAMA PESERTA", "N I K", "ALAMAT", None, "OMZET / BULAN", None, "NAMA USAHAA"],
        [None, None, None, "KELURAHAN", "KECAMATAN", "SEBELUM", "SESUDAH", None],
        [1, "Ani", "6371014101900001", "Mantuil", "Bjm Selatan", "1 jt", "2 jt", "Kue"],
    )
    sheet = read(data).sheets[0]
    found = {column.letter: (column.field, column.confidence == 1) for column in sheet.columns}
    assert found["F"] == ("sales_before", True)
    assert found["G"] == ("sales_now", True)
    assert found["H"] == ("business_name", False)
    assert "near_heading" in [problem.code for problem in sheet.problems]
    assert sheet.missing == ("sex", "phone")


def test_an_unknown_heading_is_told_and_can_be_chosen():
    data = workbook(["NAMA PESERTA", "NIK", "Sandi"], ["Ani", "6371014101900001", "Kue Ani"])
    assert read(data).sheets[0].unknown == (("C", "Sandi"),)
    chosen = read(data, mapping_override={"WUB 2018": {"C": "business_name"}}).sheets[0]
    assert chosen.rows[0].values.business_name == "Kue Ani"
    left_out = read(data, mapping_override={"WUB 2018": {"B": ""}}).sheets[0]
    assert left_out.rows[0].values.nik is None


def test_a_sheet_without_known_headings_gives_nobody_and_says_so():
    sheet = read(workbook(["foo", "bar"], ["x", "y"], ["z", 1])).sheets[0]
    assert (sheet.kind, sheet.accepted) == (Kind.OTHER, 0)
    assert sheet.data_rows == sheet.rejected == 2
    assert "no_owner_column" in [problem.code for problem in sheet.problems]


def test_a_recapitulation_is_told_and_gives_nobody():
    sheet = read(
        workbook(["Kecamatan", "L", "P", "Jumlah"], *[["Utara", 1, 2, 3]] * 4, title="Lembar")
    ).sheets[0]
    assert (sheet.kind, sheet.data_rows) == (Kind.AGGREGATE, 0)


def test_the_same_person_in_a_sheet_of_another_year_returns():
    import io

    from openpyxl import Workbook

    book = Workbook()
    for title in ("WUB 2018", "WUB 2019"):
        page = book.create_sheet(title)
        page.append(HEADER)
        page.append(person())
    file = io.BytesIO()
    book.save(file)
    first, second = read(file.getvalue()).sheets[1:]
    assert (first.accepted, second.repeated) == (1, 1)
    assert second.returns(second.rows[0])
    assert read(file.getvalue(), sheet="WUB 2019").sheets[0].accepted == 1


def test_equal_problems_are_told_once_with_all_their_rows():
    sheet = rows_of(*[person(NIK=f"637101410190000{n}", KELURAHAN="Antah") for n in range(1, 4)])
    (problem,) = [problem for problem in sheet.problems if problem.code == "village_unknown"]
    assert (problem.row, problem.also, problem.column, problem.said) == (2, (3, 4), "E", "Antah")


def test_text_that_looks_like_a_formula_stays_text():
    sheet = read(b"NAMA PESERTA,NIK,NAMA USAHA\n=HYPERLINK(1),6371014101900001,+62 Kue\n", "a.csv").sheets[0]
    assert sheet.rows[0].values.name == "=HYPERLINK(1)"
    assert sheet.rows[0].values.business_name == "+62 Kue"


def test_a_damaged_nik_waits_even_where_its_owner_stands_twice():
    sheet = rows_of(person(NIK="637101410190000"), person(NIK="6.37101E+15"))
    assert outcomes(sheet) == ["held", "held"]
    assert codes(sheet.rows[1]) == ["nik_scientific", "perhaps_repeated"]
