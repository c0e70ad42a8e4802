"""Forms carry their key and version, collect their problems, and take an action's refusal."""

from __future__ import annotations

from uuid import UUID

from werkzeug.datastructures import MultiDict
from wtforms.validators import InputRequired

from models.vocabulary import Sector
from wub.errors import Invalid, StaleVersion
from wub.pages.fields import CodeField, LocalDateField, TextField
from wub.pages.forms import FilterForm, RecordForm


class NameForm(RecordForm):
    class Meta(RecordForm.Meta):
        csrf = False

    name = TextField("Nama", [InputRequired()])


class NameFilter(FilterForm):
    q = TextField("Cari")
    sector = CodeField("Bidang", codes=Sector)
    since = LocalDateField("Sejak")


def test_a_new_record_gets_a_key_that_survives_a_refused_sending(app):
    with app.test_request_context():
        first = NameForm(formdata=None)
        again = NameForm(formdata=MultiDict({"client_key": first.client_key.data, "name": ""}))

        assert isinstance(first.key, UUID)
        assert again.key == first.key


def test_a_key_made_up_by_hand_is_replaced(app):
    with app.test_request_context():
        assert isinstance(NameForm(formdata=MultiDict({"client_key": "x", "version": "9" * 40})).key, UUID)
        assert NameForm(formdata=MultiDict({"version": "9" * 40})).made_from is None
        assert NameForm(formdata=MultiDict({"version": "7"})).made_from == 7


def test_problems_name_the_field_and_lead_to_it(app):
    with app.test_request_context():
        form = NameForm(formdata=MultiDict({"name": ""}))
        form.validate()

        assert form.problems == [("name", "Nama: Wajib diisi.")]


def test_a_refusal_lands_at_the_field_it_names(app):
    with app.test_request_context():
        form = NameForm(formdata=MultiDict({"name": "Siti"}))
        form.validate()
        form.refuse(Invalid(fields={"name": "Sudah ada %(n)s orang dengan nama ini."}, n=2))

        assert form.name.errors == ["Sudah ada 2 orang dengan nama ini."]
        assert not form.stale


def test_a_general_refusal_stands_above_the_form(app):
    with app.test_request_context():
        form = NameForm(formdata=MultiDict({"name": "Siti"}))
        form.validate()
        form.refuse(StaleVersion())

        assert form.stale
        assert form.problems == [(None, StaleVersion.sentence)]


def test_filters_are_read_from_the_address_and_counted(app):
    with app.test_request_context("/?q=siti&sector=kuliner&since="):
        form = NameFilter()

        assert form.validate()
        assert (form.searched, form.active) == ("siti", 1)
        assert form.sector.data is Sector.FOOD


def test_a_list_without_filters_is_simply_whole(app):
    with app.test_request_context("/"):
        form = NameFilter()

        assert form.validate()
        assert (form.searched, form.active, form.q.data) == ("", 0, None)
