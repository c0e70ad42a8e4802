"""A share is typed as people write it and kept as a fraction; a count stays whole."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.vocabulary import TargetType
from wub.targets import values
from wub.targets.values import is_share, read_value, suits, typed

LEVEL, CHANGE, ON_TIME = TargetType.LEVEL, TargetType.CHANGE, TargetType.ON_TIME
COUNT, RATIO, FLOOR = TargetType.CUMULATIVE, TargetType.RATIO, TargetType.FLOOR


@pytest.mark.parametrize("kind", [LEVEL, CHANGE, ON_TIME])
@pytest.mark.parametrize("text", ["60", "60 %", "60%", " 60,0 % ", "60.00", "60 persen"])
def test_sixty_in_any_spelling_is_six_tenths(kind, text):
    assert read_value(text, kind, kind) == Decimal("0.60")


@pytest.mark.parametrize(
    ("text", "kept"),
    [("62,5", "0.625"), ("0", "0"), ("100 %", "1"), ("0,5 %", "0.005"), ("62,25 %", "0.6225")],
)
def test_parts_of_a_percent_are_kept(text, kept):
    assert read_value(text, LEVEL, LEVEL) == Decimal(kept)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("0,6", values.BELOW_ONE),
        ("101", values.AT_MOST_ALL),
        ("enam puluh", values.WRITE_SHARE),
        ("-5", values.WRITE_SHARE),
        ("%", values.WRITE_SHARE),
        ("62,255 %", values.WRITE_SHARE),
        ("62,2555 %", values.TWO_DECIMALS),
    ],
)
def test_a_share_that_could_mean_two_things_is_refused(text, sentence):
    with pytest.raises(ValueError) as refused:  # noqa: PT011  the sentence is compared
        read_value(text, LEVEL, LEVEL)

    assert str(refused.value) == sentence


def test_a_change_may_exceed_the_whole():
    assert read_value("150 %", CHANGE, CHANGE) == Decimal("1.5")


@pytest.mark.parametrize(("text", "kept"), [("500", 500), ("2.500", 2500), ("2,500", 2500), ("0", 0)])
def test_a_count_stays_whole(text, kept):
    assert read_value(text, COUNT, COUNT) == kept


@pytest.mark.parametrize("text", ["60 %", "12,5", "-3", "banyak", "1000000000000000"])
def test_what_is_no_count_is_refused(text):
    with pytest.raises(ValueError, match=r"Tulis|Angka"):
        read_value(text, COUNT, COUNT)


def test_a_ratio_has_a_comma_and_never_an_unclear_point():
    assert read_value("1,5", RATIO, RATIO) == Decimal("1.5")
    with pytest.raises(ValueError, match="Tulis bilangan"):
        read_value("1.500", RATIO, RATIO)


def test_a_minimum_is_of_what_its_indicator_is_measured_in():
    assert read_value("60", FLOOR, LEVEL) == Decimal("0.6")
    assert read_value("60", FLOOR, COUNT) == 60
    assert is_share(FLOOR, LEVEL)
    assert not is_share(FLOOR, COUNT)


@pytest.mark.parametrize(
    ("kind", "measured_as", "fits"),
    [
        (LEVEL, LEVEL, True),
        (ON_TIME, LEVEL, True),
        (COUNT, LEVEL, False),
        (CHANGE, LEVEL, False),
        (FLOOR, LEVEL, True),
        (TargetType.YEARLY, COUNT, True),
        (LEVEL, COUNT, False),
        (RATIO, COUNT, False),
    ],
)
def test_a_share_is_promised_only_of_what_is_measured_as_a_share(kind, measured_as, fits):
    assert suits(kind, measured_as) is fits


@pytest.mark.parametrize(
    ("value", "kind"),
    [("0.6", LEVEL), ("0.6225", LEVEL), ("2500", COUNT), ("1.125", RATIO), ("1.5", CHANGE), ("0.005", LEVEL)],
)
def test_what_is_shown_for_editing_reads_back_as_the_same(value, kind):
    assert read_value(typed(Decimal(value), kind, kind), kind, kind) == Decimal(value)
