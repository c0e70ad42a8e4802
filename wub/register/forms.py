"""Fields that only the register needs, and the parts that several of its forms share."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Form, RadioField, SelectMultipleField, StringField
from wtforms.validators import ValidationError
from wtforms.widgets import CheckboxInput, ListWidget

from wub.pages.fields import ChoiceOrEmpty, OfferedField, TextField


class Part(Form):
    """Fields of a part of a page; also the base of forms that consist of one part."""


class AreaField(OfferedField):
    """A kelurahan or kecamatan by its code."""

    def __init__(self, label: Any = None, validators: Any = None, **kwargs: Any) -> None:
        super().__init__(label, validators, coerce=_code_or_none, **kwargs)


class IntakeYearField(ChoiceOrEmpty):
    """An intake year that there is."""

    def offer_years(self, years: Iterable[int]) -> None:
        self.offer((year, str(year)) for year in years)


class PickField(SelectMultipleField):
    """Any number of records, as checkboxes; `.data` is a list of ids."""

    is_choice_group = True
    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()

    def __init__(self, label: Any = None, validators: Any = None, **kwargs: Any) -> None:
        super().__init__(label, validators, coerce=int, **kwargs)
        self.choices = []


class PickOneField(RadioField):
    """One of the records that a search found."""

    is_choice_group = True

    def __init__(self, label: Any = None, validators: Any = None, **kwargs: Any) -> None:
        super().__init__(label, validators, coerce=int, **kwargs)
        self.choices = []

    def pre_validate(self, form: Any) -> None:
        if self.data is not None:  # nothing chosen is for InputRequired to judge
            super().pre_validate(form)


class MonthsField(SelectMultipleField):
    """Months in which a seasonal business runs, or Ramadan, which moves through the year."""

    is_choice_group = True
    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()

    def __init__(self, label: Any = None, validators: Any = None, **kwargs: Any) -> None:
        super().__init__(label, validators, **kwargs)
        self.choices = list(MONTHS.items())


MONTHS: dict[str, Any] = {
    "ramadan": _l("Ramadan"),
    "1": _l("Januari"),
    "2": _l("Februari"),
    "3": _l("Maret"),
    "4": _l("April"),
    "5": _l("Mei"),
    "6": _l("Juni"),
    "7": _l("Juli"),
    "8": _l("Agustus"),
    "9": _l("September"),
    "10": _l("Oktober"),
    "11": _l("November"),
    "12": _l("Desember"),
}


class DigitsField(TextField):
    """So many digits, no more and no fewer; signs between them are dropped."""

    def __init__(self, label: Any = None, validators: Any = None, *, digits: int, **kwargs: Any) -> None:
        self.digits = digits
        kwargs["render_kw"] = {"inputmode": "numeric", "autocomplete": "off"} | (
            kwargs.get("render_kw") or {}
        )
        super().__init__(label, validators, longest=digits + 10, **kwargs)

    def cleaned(self, text: str) -> str:
        return "".join(sign for sign in super().cleaned(text) if sign not in " .-'’")

    def post_validate(self, _form: Any, _stopped: bool) -> None:
        said = self.data or ""
        if said and not (said.isascii() and said.isdigit() and len(said) == self.digits):
            raise ValidationError(_("Harus tepat %(n)s angka.", n=self.digits))


class DegreesField(StringField):
    """Latitude or longitude in degrees, with comma or point; `.data` is a Decimal or None."""

    data: Any

    def __init__(self, label: Any = None, validators: Any = None, *, most: int, **kwargs: Any) -> None:
        self.most = most
        kwargs["render_kw"] = {"maxlength": 15, "autocomplete": "off"} | (kwargs.get("render_kw") or {})
        super().__init__(label, validators, **kwargs)

    def process_formdata(self, valuelist: list[Any]) -> None:
        said = str(valuelist[0]).strip() if valuelist else ""
        self.data = None
        if not said:
            return
        try:
            value = Decimal(said.replace(",", ".")).quantize(Decimal("0.000001"))
        except InvalidOperation as error:
            raise ValueError(_("Tulis derajat desimal, misalnya -3,316694.")) from error
        if not value.is_finite() or abs(value) > self.most:
            raise ValueError(_("Antara -%(most)s dan %(most)s.", most=self.most))
        self.data = value

    def _value(self) -> str:
        if self.raw_data and self.process_errors:
            return str(self.raw_data[0])
        return "" if self.data is None else str(self.data)


def _code_or_none(value: Any) -> str | None:
    """NUL is no sign of a code, and PostgreSQL keeps no text with it."""
    return str(value).replace("\0", "") if value not in (None, "", "None") else None
