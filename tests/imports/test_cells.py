from datetime import date, datetime

import pytest

from imports.cells.dates import read_date
from imports.cells.nik import read_nik_cell
from imports.cells.phones import read_phones
from imports.cells.text import read_text
from imports.cells.words import (
    read_count,
    read_education,
    read_kbli,
    read_nib,
    read_rt_rw,
    read_sector,
    read_sex,
)
from models.vocabulary import Education, Sector, Sex

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    "said",
    [
        "09-03-18", "09/03/2018", "2018-03-09", "9 MAR 2018", "9 Maret 2018", "9-Mrt-18",
        "Jumat, 9 Maret 2018", "Jum'at / 9 Maret 2018", "tgl 9 Maret 2018", "9, Maret 2018", "9 MARET '18",
        "09–03–2018", "09-03-2018 00:00",
        "9.3.2018", date(2018, 3, 9), datetime(2018, 3, 9, 4, 5),  # noqa: DTZ001  as calamine gives it
        43168.0, "43168", "2018-03-09 00:00:00",
    ],
)  # fmt: skip
def test_the_ninth_of_march_in_every_spelling(said):
    assert read_date(said, TODAY) == (date(2018, 3, 9), ())


@pytest.mark.parametrize(
    ("said", "trouble"),
    [
        ("2018", ("date_partial", "2018")),
        (2018.0, ("date_partial", "2018")),
        ("Maret 2018", ("date_partial", "2018")),
        ("Mar '18", ("date_partial", "2018")),
        ("2018-03", ("date_partial", "2018")),
        ("awal tahun 2018", ("date_unreadable", "")),
        ("sejak 2018", ("date_partial", "2018")),
        ("9 Mrat 2018", ("date_unreadable", "")),
        ("2017/2018", ("date_unreadable", "")),
        ("02/25/2018", ("date_month_first", "")),
        ("31/02/2018", ("date_impossible", "")),
        ("1 Januari 3018", ("date_impossible", "")),
        ("kemarin", ("date_unreadable", "")),
        (7.0, ("date_unreadable", "")),
    ],
)
def test_a_day_is_never_invented(said, trouble):
    assert read_date(said, TODAY) == (None, (trouble,))


def test_a_short_year_lies_in_the_past():
    assert read_date("01-02-65", TODAY)[0] == date(1965, 2, 1)


@pytest.mark.parametrize(
    ("said", "numbers"),
    [
        ("081234567890", ("+6281234567890",)),
        ("+62 812 3456 7890", ("+6281234567890",)),
        ("6281234567890", ("+6281234567890",)),
        ("'0812-3456-7890", ("+6281234567890",)),
        (81234567890.0, ("+6281234567890",)),
        ("81234567890", ("+6281234567890",)),
        ("0511-3351365 / 085392541421", ("+6285392541421", "+625113351365")),
        ("081234567890, 081234567891", ("+6281234567890", "+6281234567891")),
        ("HP. 081234567890", ("+6281234567890",)),
        (542566657.0, ("+62542566657",)),
        ("(0511) 3351365", ("+625113351365",)),
        ("081234567890 (istri)", ("+6281234567890",)),
        ("081234567890 a.n. Ani", ("+6281234567890",)),
        ("081234567890 081234567891", ("+6281234567890", "+6281234567891")),
        ("0812 3456 7890 - 0813 4567 8901", ("+6281234567890", "+6281345678901")),
        ("Hp 081234567890 WA +6281234567891", ("+6281234567890", "+6281234567891")),
        ("081234567890 hp, rumah 0511-3351365", ("+6281234567890", "+625113351365")),
    ],
)
def test_phones_become_international_mobile_first(said, numbers):
    assert read_phones(said) == (numbers, ())


def test_what_is_left_of_a_phone_is_told():
    assert read_phones("0812") == (None, (("phone_unreadable", ""),))
    assert read_phones("081234567890 / 12") == (("+6281234567890",), (("phone_unreadable", ""),))
    assert read_phones(81347589000.0) == (("+6281347589000",), (("phone_suspicious", ""),))
    assert read_phones("-") == (None, ())


@pytest.mark.parametrize("said", ["08123456789O", "+60 12 345 6789", "8.12E+10", "08123456789012345"])
def test_a_damaged_or_foreign_phone_is_not_bent_into_a_number(said):
    assert read_phones(said) == (None, (("phone_unreadable", ""),))


def nik_cell(cell):
    value, troubles = read_nik_cell(cell, birth_date=None, sex=None, known_areas=None, today=TODAY)
    return value, [code for code, _ in troubles]


def test_a_numeric_nik_is_taken_only_when_excel_cannot_have_changed_it():
    assert nik_cell(6371015111870028.0) == ("6371015111870028", ["nik_number"])
    assert nik_cell(6371010308910040.0) == (None, ["nik_lost_digits"])
    assert nik_cell(9371010308910041.0) == (None, ["nik_lost_digits"])  # above 2**53 floats skip numbers
    assert nik_cell(637101030891004.0) == (None, ["nik_length"])
    assert nik_cell(6.5) == (None, ["nik_lost_digits"])
    # a number that was saved as text: without its dot 15 digits and a zero would look like a NIK
    assert nik_cell("637101030891004.0") == nik_cell("6371010308910041,00") == (None, ["nik_lost_digits"])
    assert nik_cell("6371010308910040") == ("6371010308910040", [])


def test_text_loses_what_cannot_be_seen_and_its_excess():
    assert read_text("  Siti\u00a0\u200b  Contoh\u202e\x07 ") == ("Siti Contoh", ())
    assert read_text("a" * 300, 200) == ("a" * 200, (("too_long", "200"),))
    assert read_text("#REF!") == (None, (("formula", ""),))
    assert read_text("=1+1") == ("=1+1", ())
    assert read_text(12.0) == ("12", ())


def test_words_become_codes_or_are_told():
    assert read_sex("Perempuan") == (Sex.FEMALE, ())
    assert read_sex("l") == read_sex("Laki - Laki") == (Sex.MALE, ())
    assert read_sex("x") == (None, (("sex_unreadable", ""),))
    assert read_education("S-1") == read_education("S1 Ekonomi") == (Education.BACHELOR, ())
    assert read_sector("Aneka&Kerajinan") == (Sector.CRAFT, ())
    assert read_sector("tidak jelas") == (None, (("sector_unknown", ""),))
    assert read_count("3 orang") == (3, ())
    assert read_count(2.0) == (2, ())
    assert read_count("dua") == (None, (("count_unreadable", ""),))
    assert read_rt_rw("RT 5 RW 02") == read_rt_rw("005/002") == (("005", "002"), ())
    assert read_rt_rw("12") == (("012", None), ())
    assert read_kbli(1111.0) == read_kbli("01111") == ("01111", ())
    assert read_nib("0220 0010 12345") == ("0220001012345", ())
    assert read_nib("123") == (None, (("nib_unreadable", ""),))
