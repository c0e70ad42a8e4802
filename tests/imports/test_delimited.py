import pytest

from imports import FileRefused, read_workbook
from imports.delimited import read_delimited
from tests.imports.workbooks import read

LIST = "NAMA PESERTA;NIK;KELURAHAN\nJosé Contoh;6371010101900001;Mantuil\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_every_encoding_and_separator_gives_the_same_person(encoding, separator):
    sheet = read(LIST.replace(";", separator).encode(encoding), "a.csv").sheets[0]
    values = sheet.rows[0].values
    assert (values.name, values.nik, values.kelurahan) == ("José Contoh", "6371010101900001", "Mantuil")
    assert (sheet.sheet, sheet.accepted) == ("csv", 1)


def test_a_line_break_inside_quotes_does_not_move_the_rows_below():
    sheet = read_delimited(b'a,"b\nc"\nd,e\n')
    assert sheet.rows == [["a", "b\nc"], ["d", "e"]]


def test_commas_inside_quotes_are_no_separators():
    assert read_delimited(b'a;"1,2,3,4"\nb;"5,6,7,8"\n').rows[1] == ["b", "5,6,7,8"]


def test_the_separator_hint_of_excel_is_followed():
    assert read_delimited(b"sep=;\r\na,b;c\r\n").rows == [[], ["a,b", "c"]]


@pytest.mark.parametrize("data", [b"\x00\x01\x02\x03abc" * 9, b"\xff\xfea", bytes(range(1, 30)) * 20])
def test_bytes_that_are_no_text_are_refused(data):
    with pytest.raises(FileRefused):
        read_workbook(data, "a.csv")


@pytest.mark.parametrize(
    "rows",
    [
        'Ani,6371010101900001,"Kue Ani\nBudi,6371010101900002,Roti\nCici,6371010101900003,"Jahit"\n',
        'Ani,6371010101900001,"Kue Ani\nBudi,6371010101900002,Roti"\nCici,6371010101900003,Jahit\n',
        'Ani,6371010101900001,Kue\nBudi,6371010101900002,"Roti\nCici,6371010101900003,Jahit\n',
    ],
)
def test_a_quote_that_is_not_closed_swallows_nobody_in_silence(rows):
    with pytest.raises(FileRefused) as caught:
        read(("NAMA PESERTA,NIK,NAMA USAHA\n" + rows).encode(), "a.csv")
    assert caught.value.code == "open_quote"


def test_a_quote_inside_a_cell_does_no_harm():
    rows = read_delimited(b'a,b,c\n1,Kue "Ani",2\n"Jl. A, no. 1\nGg. B",x,y\n').rows
    assert rows[1:] == [["1", 'Kue "Ani"', "2"], ["Jl. A, no. 1\nGg. B", "x", "y"]]


def test_text_that_was_kept_from_excel_by_a_formula_is_that_text():
    sheet = read(b'NAMA PESERTA;NIK;NAMA USAHA\nAni;="6371010101900001";"=""Kue"""\n', "a.csv").sheets[0]
    assert (sheet.rows[0].values.nik, sheet.rows[0].values.business_name) == ("6371010101900001", "Kue")
