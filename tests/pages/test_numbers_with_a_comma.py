"""Decimals with a comma, years, and text that is nothing but blanks."""

from __future__ import annotations

from decimal import Decimal

import pytest
from werkzeug.datastructures import MultiDict
from wtforms.validators import InputRequired

from wub.pages.fields import DecimalField, TextField, YearField
from wub.pages.fields.decimals import read_decimal, written_decimal
from wub.pages.fields.written import Unreadable
from wub.pages.forms import WubForm


class SomeForm(WubForm):
    class Meta(WubForm.Meta):
        csrf = False

    index = DecimalField("IHK", smallest=Decimal(1), largest=Decimal(1000))
    year = YearField("Tahun")
    name = TextField("Nama", [InputRequired()])


@pytest.fixture
def sent(app):
    def fill(**values):
        with app.test_request_context():
            form = SomeForm(MultiDict({"name": "Ada"} | values))
            form.validate()
            return form

    return fill


@pytest.mark.parametrize(
    ("text", "value"),
    [("116,25", "116.25"), ("116.25", "116.25"), ("0,125", "0.125"), ("1.500,5", None), ("12", "12")],
)
def test_a_comma_and_a_point_both_begin_the_decimals(text, value):
    if value is None:
        with pytest.raises(Unreadable):
            read_decimal(text)
    else:
        assert read_decimal(text) == Decimal(value)


@pytest.mark.parametrize("text", ["1.500", "1,500", "12.345", "satu"])
def test_what_could_be_a_thousand_is_refused(text):
    with pytest.raises(Unreadable):
        read_decimal(text)


@pytest.mark.parametrize("value", ["116.25", "1.125", "1500", "0.6", "-2.5", "1234.5", "0"])
def test_what_is_written_reads_back(value):
    assert read_decimal(written_decimal(Decimal(value))) == Decimal(value)


def test_a_decimal_outside_its_bounds_is_said(sent):
    assert sent(index="116,25").index.data == Decimal("116.25")
    assert sent(index="1001").index.errors == ["Antara 1 dan 1000."]
    refused = sent(index="banyak").index
    assert refused.errors == ["Tulis bilangan dengan koma, misalnya 116,25."]
    assert refused._value() == "banyak"


def test_a_year_is_written_without_a_point(sent):
    assert sent(year="2018").year._value() == "2018"
    assert sent(year="18").year.errors


def test_blanks_are_no_answer_where_one_is_needed(sent):
    assert sent(name=" \u200b ").name.errors == ["Wajib diisi."]
