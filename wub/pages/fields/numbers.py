"""Whole numbers and whole rupiah."""

from __future__ import annotations

from typing import Any

from flask_babel import gettext as _
from wtforms.widgets import TextInput

from wub.pages.fields.answered import AnsweredField
from wub.pages.fields.written import Unreadable, grouped, read_rupiah, read_whole

LARGEST = 10**13  # ten trillion rupiah: more than the city's budget


class WholeNumberField(AnsweredField):
    """Blank is None, never 0. `smallest` and `largest` are refused with a sentence that names them."""

    widget = TextInput()
    prefix_word = ""

    def __init__(
        self, label: Any = None, validators: Any = None, *,
        smallest: int | None = 0, largest: int = 10**9, **kwargs: Any,
    ) -> None:  # fmt: skip
        kwargs["render_kw"] = {"inputmode": "numeric", "autocomplete": "off", "maxlength": 30} | (
            kwargs.get("render_kw") or {}
        )
        super().__init__(label, validators, **kwargs)
        self.smallest, self.largest = smallest, largest

    def read(self, text: str) -> int | None:
        return read_whole(text)

    def example(self) -> str:
        return str(_("Tulis bilangan bulat, misalnya 12 atau 1.500."))

    def process_formdata(self, valuelist: list[Any]) -> None:
        if not valuelist:
            return
        try:
            self.data = self.read(str(valuelist[0]))
        except Unreadable as error:
            self.data = None
            raise ValueError(self.example()) from error
        if self.data is not None:
            refuse_outside(self.data, self.smallest, self.largest)

    def _value(self) -> str:
        """What could not be read is shown back as it was typed."""
        if self.raw_data and (self.data is None or self.process_errors):
            return str(self.raw_data[0])
        return grouped(self.data)


class RupiahField(WholeNumberField):
    """Whole rupiah as an integer; reads `Rp 1.500.000`, shows `1.500.000`."""

    prefix_word = "Rp"

    def __init__(
        self, label: Any = None, validators: Any = None, *, largest: int = LARGEST, **kwargs: Any
    ) -> None:
        kwargs["render_kw"] = {"data-rupiah": True} | (kwargs.get("render_kw") or {})
        super().__init__(label, validators, largest=largest, **kwargs)

    def read(self, text: str) -> int | None:
        return read_rupiah(text)

    def example(self) -> str:
        return str(_("Tulis rupiah utuh tanpa sen, misalnya 1.500.000."))


def refuse_outside(value: int, smallest: int | None, largest: int) -> None:
    if smallest is not None and value < smallest:
        raise ValueError(_("Paling sedikit %(least)s.", least=grouped(smallest)))
    if value > largest:
        raise ValueError(_("Paling banyak %(most)s. Periksa jumlah nolnya.", most=grouped(largest)))
