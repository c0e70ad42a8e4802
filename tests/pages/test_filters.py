"""Numbers, money and days are written as the reader's language writes them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from flask_babel import force_locale

from models.vocabulary import Status
from wub.pages import filters

CASES = [
    (filters.rupiah, 15_250_000, "Rp15.250.000", "Rp15,250,000"),
    (filters.rupiah, 0, "Rp0", "Rp0"),
    (filters.angka, 1_234_567, "1.234.567", "1,234,567"),
    (filters.persen, 0.623, "62%", "62%"),
    (filters.tanggal, date(2026, 5, 3), "3 Mei 2026", "3 May 2026"),
    (filters.tanggal_pendek, date(2026, 8, 3), "3 Agu 2026", "3 Aug 2026"),
]


@pytest.fixture
def in_a_request(app):
    with app.test_request_context():
        yield


@pytest.mark.parametrize(("show", "value", "indonesian", "english"), CASES)
def test_each_language_has_its_own_form(in_a_request, show, value, indonesian, english):
    with force_locale("id"):
        assert show(value).replace("\xa0", " ") == indonesian
    with force_locale("en"):
        assert show(value).replace("\xa0", "").replace("IDR", "Rp") == english


def test_a_share_can_have_a_decimal(in_a_request):
    assert filters.persen(0.6234, 1) == "62,3%"


def test_instants_are_shown_by_the_clock_of_banjarmasin(in_a_request):
    assert filters.waktu(datetime(2026, 11, 2, 17, 30, tzinfo=UTC)) == "3 Nov 2026 01.30 WITA"
    assert filters.tanggal(datetime(2026, 11, 2, 17, 30, tzinfo=UTC)) == "3 November 2026"


@pytest.mark.parametrize(
    "show",
    [filters.rupiah, filters.angka, filters.persen, filters.tanggal, filters.tanggal_pendek, filters.waktu],
)
def test_nothing_is_a_dash(show):
    assert show(None) == "–"


def test_a_code_is_shown_by_its_word(in_a_request):
    assert filters.label(Status.NOT_FOUND) == "Tidak ditemukan"
    assert filters.label(None) == "–"


def test_a_nik_shows_its_ends_only():
    assert filters.nik_tersamar("6371010101010001") == "6371••••••••0001"
