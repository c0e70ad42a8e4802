"""Form fields understand how people here write, and refuse what could mean two things."""

from __future__ import annotations

from datetime import date, time

import pytest
from werkzeug.datastructures import MultiDict
from wtforms.validators import InputRequired

from models.reading import Reading
from models.vocabulary import Answer, Sector, Sex, Topic
from wub.pages.fields import (
    ChoiceOrEmpty,
    CodeField,
    DecimalField,
    KnownRupiahField,
    LocalDateField,
    LocalTimeField,
    MultiCodeField,
    NotInFuture,
    ParagraphField,
    PhoneField,
    RupiahField,
    TextField,
    WholeNumberField,
    YesField,
)
from wub.pages.forms import WubForm


class EveryField(WubForm):
    class Meta(WubForm.Meta):
        csrf = False

    name = TextField("Nama", longest=20)
    notes = ParagraphField("Catatan")
    phone = PhoneField("Telepon")
    capital = RupiahField("Modal")
    profit = RupiahField("Laba", smallest=None)
    workers = WholeNumberField("Tenaga kerja")
    sales = KnownRupiahField("Omzet")
    day = LocalDateField("Tanggal", [NotInFuture()])
    at = LocalTimeField("Jam")
    sector = CodeField("Bidang", codes=Sector)
    sex = YesField("Jenis kelamin", codes=Sex)
    topics = MultiCodeField("Topik", codes=Topic)
    agency = ChoiceOrEmpty("SKPD")


class Needed(WubForm):
    class Meta(WubForm.Meta):
        csrf = False

    name = TextField("Nama", [InputRequired()])
    sector = CodeField("Bidang", [InputRequired()], codes=Sector)
    day = LocalDateField("Tanggal", [InputRequired()])
    at = LocalTimeField("Jam", [InputRequired()])
    capital = RupiahField("Modal", [InputRequired()])
    index = DecimalField("IHK", [InputRequired()])


@pytest.fixture
def filled(app):
    """`filled(name="x")` is a form as it was sent."""
    with app.test_request_context():

        def make(kind=EveryField, **sent):
            form = kind(formdata=MultiDict(sent))
            if "agency" in form:
                form.agency.offer([(3, "DISPERDAGIN")])
            form.validate()
            return form

        yield make


@pytest.mark.parametrize(
    "typed",
    ["Rp 1.500.000", "1.500.000", "1500000", "rp1.500.000,00", "Rp. 1.500.000,-", "1,500,000", " 1 500 000 "],
)
def test_rupiah_is_read_in_every_spelling_that_means_one_thing(filled, typed):
    form = filled(capital=typed)

    assert form.errors == {}
    assert form.capital.data == 1_500_000
    assert form.capital._value() == "1.500.000"


@pytest.mark.parametrize("typed", ["1,5 juta", "1.5", "15.00.000", "1.500.000,50", "seribu", "１２３", "1e6"])
def test_rupiah_that_could_mean_two_things_is_refused_and_shown_back(filled, typed):
    form = filled(capital=typed)

    assert form.capital.errors == ["Tulis rupiah utuh tanpa sen, misalnya 1.500.000."]
    assert form.capital._value() == typed


def test_blank_is_unknown_and_zero_is_zero(filled):
    assert filled(capital="").capital.data is None
    assert filled(capital="0").capital.data == 0


def test_blanks_answer_no_required_field(filled):
    form = filled(Needed, **dict.fromkeys(("name", "day", "at", "capital", "index"), "   "))

    assert [form[name].errors for name in ("name", "day", "at", "capital", "index")] == [["Wajib diisi."]] * 5


def test_what_cannot_be_read_is_told_once(filled):
    assert filled(Needed, day="besok", capital="0").errors["day"] == ["Tulis tanggal seperti 31/12/2026."]
    assert "capital" not in filled(Needed, capital="0").errors


def test_only_profit_may_be_negative(filled):
    assert filled(profit="-250.000").profit.data == -250_000
    assert filled(capital="-250.000").errors == {"capital": ["Paling sedikit 0."]}


def test_an_amount_beyond_the_citys_budget_is_taken_for_a_slip(filled):
    assert "Periksa jumlah nolnya" in filled(capital="99.000.000.000.000").capital.errors[0]


def test_a_number_typed_counts_as_known(filled):
    assert filled(sales="2.000.000", sales_answer="belum_ditanya").sales.data == Reading.known(2_000_000)


@pytest.mark.parametrize("typed", ["1,5 jt", "1.5jt", "1500 rb", "Rp 1,5 juta", "1 juta 500 ribu"])
def test_what_people_say_they_sold_is_taken_as_they_say_it(filled, typed):
    form = filled(sales=typed, sales_answer="diketahui")

    assert (form.errors, form.sales.data) == ({}, Reading.known(1_500_000))


@pytest.mark.parametrize("typed", ["1-2 juta", "lebih dari 1 jt", "50 rb per hari", "1.500 ribu"])
def test_what_names_no_single_amount_is_refused_and_shown_back(filled, typed):
    form = filled(sales=typed, sales_answer="diketahui")

    assert "misalnya 1.500.000 atau 1,5 jt" in form.sales.errors[0]
    assert form.sales.typed == typed


def test_a_refused_number_is_neither_zero_nor_blank(filled):
    assert filled(sales="", sales_answer="menolak").sales.data == Reading(None, Answer.REFUSED)


def test_known_without_a_number_is_refused(filled):
    assert filled(sales="", sales_answer="diketahui").sales.errors != []


def test_a_number_beside_another_answer_is_refused_and_nothing_typed_is_lost(filled):
    form = filled(sales="500.000", sales_answer="tidak_tahu")

    assert "Tidak tahu" in form.sales.errors[0]
    assert form.sales.typed == "500.000"


def test_an_edit_form_shows_the_number_and_the_answer_of_the_record(app):
    class Record:
        sales, sales_answer = None, Answer.REFUSED

    with app.test_request_context():
        form = EveryField(obj=Record())

        assert form.sales.data == Reading(None, Answer.REFUSED)
        assert [chosen for _, _, chosen in form.sales.answers()] == [False, False, True, False]


@pytest.mark.parametrize("typed", ["2026-11-03", "3/11/2026", "03-11-2026", "3.11.2026"])
def test_days_are_read_day_first(filled, typed):
    assert filled(day=typed).day.data == date(2026, 11, 3)


@pytest.mark.parametrize("typed", ["31/2/2026", "2026/11/03", "11-2026", "3/11/26", "0001-01-01"])
def test_a_day_that_does_not_exist_is_refused(filled, typed):
    assert filled(day=typed).day.errors == ["Tulis tanggal seperti 31/12/2026."]


def test_tomorrow_has_not_come_in_banjarmasin(filled):
    assert "day" not in filled(day="2026-11-24").errors
    assert "day" in filled(day="2026-11-25").errors


@pytest.mark.parametrize("typed", ["14:30", "14.30", "14:30:00"])
def test_times_are_read_with_dot_or_colon(filled, typed):
    assert filled(at=typed).at.data == time(14, 30)


@pytest.mark.parametrize("typed", ["0812 3456 7890", "+62 812-3456-7890", "62812 34567890"])
def test_phones_get_one_spelling(filled, typed):
    assert filled(phone=typed).phone.data == "+6281234567890"


def test_a_phone_that_is_none_is_refused(filled):
    assert "phone" in filled(phone="lihat KTP").errors


def test_text_loses_what_cannot_be_seen(filled):
    assert filled(name="  Siti\u202e \x00Contoh\u200b ").name.data == "Siti Contoh"
    assert filled(name="   ").name.data is None


def test_a_paragraph_keeps_its_lines(filled):
    assert filled(notes="satu \r\n dua\x07").notes.data == "satu\ndua"


def test_text_beyond_its_length_is_refused_in_our_words(filled):
    assert filled(name="x" * 21).name.errors == ["Paling banyak 20 huruf; persingkat."]


def test_codes_come_back_as_members_of_their_list(filled):
    form = filled(sector="kuliner", sex="perempuan")

    assert (form.sector.data, form.sex.data) == (Sector.FOOD, Sex.FEMALE)


def test_what_may_be_left_out_may_be_left_out(filled):
    form = filled(sector="", agency="")

    assert form.errors == {}
    assert (form.sector.data, form.sex.data, form.topics.data, form.agency.data) == (None, None, [], None)


def test_what_must_be_chosen_must_be_chosen(filled):
    assert filled(Needed, sector="").sector.errors == ["Wajib diisi."]


@pytest.mark.parametrize(
    "sent", [{"sector": "sihir"}, {"sex": "x"}, {"topics": "x"}, {"agency": "4"}, {"agency": "x"}]
)
def test_what_is_not_offered_is_refused(filled, sent):
    assert list(filled(**sent).errors) == list(sent)


def test_boxes_ticked_twice_count_once(filled):
    form = filled(topics="sdm")
    assert form.topics.data == [Topic.PEOPLE]
