from datetime import date, datetime

import pytest

from imports.cells.dates import read_date
from imports.cells.money import read_money, unit_of
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
from imports.grid import Formula
from models.vocabulary import Education, Sector, Sex

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("said", "rupiah"),
    [
        ("Rp 1.500.000", 1_500_000),
        ("Rp. 1.200.000,-", 1_200_000),
        ("1.500.000", 1_500_000),
        ("2.650.000,00", 2_650_000),
        ("1,5 jt", 1_500_000),
        ("1.5 juta", 1_500_000),
        ("0,65 jt", 650_000),
        ("± 2 juta", 2_000_000),
        ("3950rb", 3_950_000),
        ("500 ribu", 500_000),
        ("28,000", 28_000),
        ("Rp5,520", 5_520),
        ("1,250 jt", 1_250_000),
        ("1500000", 1_500_000),
        ("2 jt/bulan", 2_000_000),
        ("1,2 milyar", 1_200_000_000),
        (2_650_000.0, 2_650_000),
        (0.0, 0),
        ("Rp 0", 0),
    ],
)
def test_money_in_every_spelling(said, rupiah):
    assert read_money(said) == (rupiah, ())


def test_the_unit_of_the_heading_counts_unless_the_cell_has_its_own():
    assert unit_of("NILAI INVESTASI (Rp.000)") == unit_of("Omzet (dalam ribuan)") == 1_000
    assert unit_of("Modal (juta rupiah)") == 1_000_000
    assert unit_of("OMZET / BULAN (Rp)") == unit_of("Modal 2000") == 1
    assert read_money("28,000", 1_000)[0] == 28_000_000
    assert read_money(" Rp5,520 ", 1_000)[0] == 5_520_000
    assert read_money(260.265599, 1_000)[0] == 260_266
    assert read_money("3 juta", 1_000)[0] == 3_000_000


@pytest.mark.parametrize("said", ["", " - ", "-", "belum ada"])
def test_nothing_said_about_money_is_unknown_and_not_zero(said):
    assert read_money(said) == (None, ())


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("1-2 juta", "money_unreadable"),
        ("banyak", "money_unreadable"),
        ("1.50.000", "money_unreadable"),
        ("-500000", "money_negative"),
        (-5.0, "money_negative"),
        ("999999999999999", "money_too_large"),
        (Formula("=SUM(A1:A2)"), "formula"),
    ],
)
def test_money_that_cannot_be_read_is_told_and_unknown(said, code):
    assert read_money(said) == (None, ((code, ""),))


@pytest.mark.parametrize(
    "said",
    [
        "09-03-18", "09/03/2018", "2018-03-09", "9 MAR 2018", "9 Maret 2018", "9-Mrt-18",
        "Jumat, 9 Maret 2018",
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
    ],
)
def test_phones_become_international_mobile_first(said, numbers):
    assert read_phones(said) == (numbers, ())


def test_what_is_left_of_a_phone_is_told():
    assert read_phones("0812") == (None, (("phone_unreadable", ""),))
    assert read_phones("081234567890 / 12") == (("+6281234567890",), (("phone_unreadable", ""),))
    assert read_phones(81347589000.0) == (("+6281347589000",), (("phone_suspicious", ""),))
    assert read_phones("-") == (None, ())


def nik_cell(cell):
    value, troubles = read_nik_cell(cell, birth_date=None, sex=None, known_areas=None, today=TODAY)
    return value, [code for code, _ in troubles]


def test_a_numeric_nik_is_taken_only_when_excel_cannot_have_changed_it():
    assert nik_cell(6371015111870028.0) == ("6371015111870028", ["nik_number"])
    assert nik_cell(6371010308910040.0) == (None, ["nik_lost_digits"])
    assert nik_cell(9371010308910041.0) == (None, ["nik_lost_digits"])  # above 2**53 floats skip numbers
    assert nik_cell(637101030891004.0) == (None, ["nik_length"])
    assert nik_cell(6.5) == (None, ["nik_lost_digits"])
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
    assert read_education("S-1") == (Education.BACHELOR, ())
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
