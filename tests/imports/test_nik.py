from datetime import date

import pytest

from models.nik import mask_nik, read_nik
from models.vocabulary import Sex

TODAY = date(2026, 11, 24)
AREAS = {"637101", "647101"}


def codes(text, **beside):
    reading = read_nik(text, today=TODAY, **beside)
    return [issue.code for issue in reading.errors], [issue.code for issue in reading.warnings]


def test_a_womans_day_is_forty_higher():
    reading = read_nik("6371015004660052", today=TODAY)
    assert (reading.birth_date, reading.sex, reading.area) == (date(1966, 4, 10), Sex.FEMALE, "637101")
    assert reading.value == "6371015004660052"


@pytest.mark.parametrize(
    "said", ["'6371015004660052", "6371 0150 0466 0052", "6371.0150.0466.0052", '"6371015004660052"']
)
def test_quotes_spaces_and_dots_do_not_matter(said):
    assert read_nik(said, today=TODAY).value == "6371015004660052"


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("", "nik_blank"),
        ("-", "nik_blank"),
        ("637101500466005", "nik_length"),
        ("63710150046600521", "nik_length"),
        ("6371O15004660052", "nik_letter"),
        ("٦371015004660052", "nik_letter"),
        ("6.37104E+15", "nik_scientific"),
        ("6,37104E+15", "nik_scientific"),
        ("6371013202900001", "nik_date"),
        ("6371013102900001", "nik_date"),
        ("6371017201900001", "nik_date"),
        ("6371010113900001", "nik_date"),
        ("6371012902010001", "nik_date"),
        ("6371015004660000", "nik_serial"),
    ],
)
def test_a_number_that_cannot_be_is_an_error_and_is_never_repaired(said, code):
    reading = read_nik(said, today=TODAY)
    assert reading.value is None
    assert [issue.code for issue in reading.errors] == [code]


def test_a_leap_day_is_possible_in_a_leap_year():
    assert read_nik("6371012902040001", today=TODAY).birth_date == date(2004, 2, 29)


@pytest.mark.parametrize(("short", "born"), [("26", 1926), ("27", 1927), ("08", 2008), ("90", 1990)])
def test_the_century_gives_an_age_of_0_to_100(short, born):
    assert read_nik(f"63710131 12{short}0001".replace(" ", ""), today=TODAY).birth_date == date(born, 12, 31)


def test_the_entered_birth_date_decides_when_both_centuries_fit():
    text = "6371012411260001"
    assert read_nik(text, today=TODAY).birth_date == date(1926, 11, 24)
    assert read_nik(text, today=TODAY, birth_date=date(2026, 11, 24)).birth_date == date(2026, 11, 24)


def test_differences_and_foreign_areas_are_warnings_only():
    nik = "6471015004660052"
    assert codes(nik, birth_date=date(1966, 4, 11), sex=Sex.MALE, known_areas=AREAS) == (
        [],
        ["nik_birth_date", "nik_sex", "nik_area_other"],
    )
    assert codes("6399995004660052", known_areas=AREAS) == ([], ["nik_area_unknown"])
    assert codes("6371015004660052", sex=Sex.NOT_ASKED, known_areas=AREAS) == ([], [])


@pytest.mark.parametrize(
    ("nik", "told"), [("6371010101150001", True), ("6371010101400001", True), ("6371010101900001", False)]
)
def test_a_child_or_a_very_old_person_is_told(nik, told):
    assert ("nik_age" in codes(nik)[1]) is told


def test_a_mask_shows_the_first_and_last_four_digits():
    assert mask_nik("6371015004660003") == "6371********0003"
    assert mask_nik("6371 0150 0466 0003") == "6371********0003"
    assert mask_nik("63710150") == "********"
