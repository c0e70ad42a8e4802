"""Copied reports are found again, however they were touched up; different ones are not compared."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wub.visits.text_marks import BANDS, bands_of, digest_of, share_alike, words_of

REPORT = (
    "Modal habis untuk bahan baku karena harga gula naik. Hitung ulang harga pokok per bungkus, naikkan harga"
    " lima ratus rupiah, dan catat penjualan setiap hari di buku kas."
)


def shared(one, other):
    return len(set(bands_of(words_of(one, None))) & set(bands_of(words_of(other, None))))


def test_short_texts_are_not_compared():
    assert words_of("Pembeli sepi", "Titip jual") is None
    assert words_of(None, None) is None


def test_commas_capitals_and_spaces_make_no_other_text():
    assert words_of(REPORT, None) == words_of(None, REPORT.upper().replace(",", " ;  "))


def test_problem_and_advice_are_one_text():
    assert words_of(REPORT[:60], REPORT[60:]) is not None


@pytest.mark.parametrize(
    "touched_up",
    [
        REPORT.replace("Modal", "Uang"),
        "Ibu R.: " + REPORT,
        REPORT.replace("lima ratus", "seribu"),
        REPORT + " Terima kasih.",
    ],
)
def test_a_report_that_was_touched_up_shares_bands_and_is_nearly_alike(touched_up):
    assert share_alike(words_of(REPORT, None), words_of(touched_up, None)) > 0.9
    assert shared(REPORT, touched_up) >= 2


def test_single_letters_changed_all_over_are_mostly_found_too():
    """The hardest case: people change whole words."""
    chance = Random(5)
    found = 0
    for _ in range(200):
        letters = list(words_of(REPORT, None))
        for at in chance.sample(range(len(letters)), len(letters) // 20):
            letters[at] = chance.choice("abcdefghijklmnopqrstuvwxyz")
        found += shared(REPORT, "".join(letters)) > 0

    assert found >= 160


def test_other_reports_share_next_to_nothing():
    other = "Kemasan belum menarik pembeli di toko oleh-oleh; coba dua label dan tanyakan pendapat pelanggan."

    assert shared(REPORT, other) == 0
    assert share_alike(words_of(REPORT, None), words_of(other, None)) < 0.7


@given(st.text(min_size=40, max_size=200))
def test_marks_are_the_same_every_time_and_fit_their_columns(text):
    words = words_of(text, None)
    if words is not None:
        assert bands_of(words) == bands_of(words)
        assert len(bands_of(words)) == BANDS
        assert all(-(1 << 63) <= number < 1 << 63 for number in (*bands_of(words), digest_of(words)))
