"""Degrees as a phone or a map gives them."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Any

from flask_babel import gettext as _
from wtforms import Field
from wtforms.widgets import TextInput

SIX_PLACES = Decimal("0.000001")  # a hand's breadth


class DegreesField(Field):
    """-3.319437 or -3,319437."""

    widget = TextInput()

    def __init__(self, label: Any = None, validators: Any = None, *, limit: int, **kwargs: Any) -> None:
        kwargs["render_kw"] = {"inputmode": "text", "autocomplete": "off", "maxlength": 20}
        super().__init__(label, validators, **kwargs)
        self.limit = limit

    def process_formdata(self, valuelist: list[Any]) -> None:
        if not valuelist:
            return
        text = str(valuelist[0]).strip().replace(",", ".")
        self.data = None
        if not text:
            return
        try:
            degrees = Decimal(text)
        except InvalidOperation:
            degrees = Decimal("NaN")
        if not degrees.is_finite() or abs(degrees) > self.limit:
            raise ValueError(_("Tulis derajat seperti -3,319437."))
        self.data = degrees.quantize(SIX_PLACES)

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return "" if self.data is None else f"{self.data:f}"
