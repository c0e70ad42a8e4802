"""Numbers with a decimal comma, and years."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from flask_babel import gettext as _
from wtforms.widgets import TextInput

from wub.pages.fields.answered import AnsweredField
from wub.pages.fields.numbers import WholeNumberField
from wub.pages.fields.written import Unreadable, read_whole

_DECIMAL = re.compile(r"(-?\d{1,12})[,.](\d{1,8})")
_TWO_MEANINGS = re.compile(r"-?[1-9]\d{0,2}[,.]\d{3}")


def read_decimal(text: str) -> Decimal | None:
    """116,25 or 116.25; None for blank. 1.500 is a thousand to one reader and one and a half to another."""
    said = "".join(text.split())
    found = _DECIMAL.fullmatch(said)
    if found and not _TWO_MEANINGS.fullmatch(said):
        return Decimal(f"{found[1]}.{found[2]}")
    if found:
        raise Unreadable(text)
    whole = read_whole(said)
    return None if whole is None else Decimal(whole)


def written_decimal(value: Decimal) -> str:
    """1234.5000 → 1234,5, without points, so that it reads back as the same number."""
    digits = f"{abs(value):f}"
    whole, _point, rest = digits.partition(".")
    rest = rest.rstrip("0")
    if len(rest) == 3:
        rest += "0"  # three decimals would read like a thousand
    sign = "-" if value < 0 else ""
    return f"{sign}{whole},{rest}" if rest else f"{sign}{whole}"


class DecimalField(AnsweredField):
    """A Decimal with a decimal comma; blank is None."""

    widget = TextInput()

    def __init__(
        self, label: Any = None, validators: Any = None, *,
        smallest: Decimal = Decimal(0), largest: Decimal = Decimal(10**8), **kwargs: Any,
    ) -> None:  # fmt: skip
        kwargs["render_kw"] = {"inputmode": "decimal", "autocomplete": "off", "maxlength": 30} | (
            kwargs.get("render_kw") or {}
        )
        super().__init__(label, validators, **kwargs)
        self.smallest, self.largest = smallest, largest

    def process_formdata(self, valuelist: list[Any]) -> None:
        if not valuelist:
            return
        try:
            self.data = read_decimal(str(valuelist[0]))
        except Unreadable as error:
            self.data = None
            raise ValueError(_("Tulis bilangan dengan koma, misalnya 116,25.")) from error
        if self.data is not None and not self.smallest <= self.data <= self.largest:
            least, most = written_decimal(self.smallest), written_decimal(self.largest)
            raise ValueError(_("Antara %(min)s dan %(max)s.", min=least, max=most))

    def _value(self) -> str:
        """What could not be read is shown back as it was typed."""
        if self.raw_data and (self.data is None or self.process_errors):
            return str(self.raw_data[0])
        return "" if self.data is None else written_decimal(self.data)


class YearField(WholeNumberField):
    """2026, never 2.026."""

    def __init__(self, label: Any = None, validators: Any = None, **kwargs: Any) -> None:
        super().__init__(label, validators, **({"smallest": 2000, "largest": 2100} | kwargs))

    def example(self) -> str:
        return str(_("Tulis tahun empat angka, misalnya 2026."))

    def _value(self) -> str:
        return super()._value() if self.data is None else str(self.data)
