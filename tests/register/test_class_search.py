"""Finding a KBLI code with everyday words."""

from __future__ import annotations

import csv

import pytest

from models.reference_lists import DATA
from models.vocabulary import Role
from wub.register.class_search import BusinessClassTitle, find_classes
from wub.register.class_words import ALSO


@pytest.fixture(scope="module")
def classes():
    with (DATA / "kbli_2020_5digit.csv").open(encoding="utf-8", newline="") as file:
        return [BusinessClassTitle(row["kode"], 2020, row["judul"]) for row in csv.DictReader(file)]


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ("wadai", "10792"),
        ("kue basah", "10792"),
        ("warung nasi", "56102"),
        ("penjahit", "14120"),
        ("sasirangan", "13134"),
        ("bengkel motor", "45407"),
        ("keripk pisang", "10794"),
        ("laundry", "96200"),
        ("salon", "96112"),
        ("galon", "11052"),
        ("5610", "56101"),
        ("56102", "56102"),
    ],
)
def test_the_likely_class_comes_first(classes, asked, code):
    assert find_classes(asked, classes)[0].code == code


def test_every_word_of_traders_leads_to_a_class_that_is_there(classes):
    titles = [f" {one.title.casefold()}" for one in classes]

    missing = {
        phrase
        for phrases in ALSO.values()
        for phrase in phrases
        if not any(f" {phrase}" in title for title in titles)
    }
    assert missing == set()


@pytest.mark.parametrize("asked", ["", "   ", "!?", "xyzzyplugh", "1" * 40])
def test_nothing_is_found_for_what_nobody_sells(classes, asked):
    assert find_classes(asked, classes) == []


def test_the_page_finds_and_the_form_gets_only_the_list(sign_in, session):
    officer = sign_in(Role.OFFICER)

    page = officer.get("/kbli?q=wadai")
    part = officer.get("/kbli?q=wadai", headers={"HX-Request": "true"})

    assert b"<html" in page.data
    assert b"data-class-code" not in page.data
    assert b'data-class-code="10792" data-class-edition="2020"' in part.data
    assert b"<html" not in part.data
    assert "Coba kata lain" in officer.get("/kbli?q=xyzzy").text
