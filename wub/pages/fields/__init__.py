"""The form fields of the application, one idea a file; `from wub.pages.fields import RupiahField`."""

from wub.pages.fields.choices import ChoiceOrEmpty, CodeField, MultiCodeField, OfferedField, YesField
from wub.pages.fields.decimals import DecimalField, YearField
from wub.pages.fields.known import KnownNumberField, KnownRupiahField
from wub.pages.fields.moments import LocalDateField, LocalTimeField, NotInFuture
from wub.pages.fields.numbers import RupiahField, WholeNumberField
from wub.pages.fields.text import ParagraphField, PhoneField, TextField

__all__ = [
    "ChoiceOrEmpty",
    "CodeField",
    "DecimalField",
    "KnownNumberField",
    "KnownRupiahField",
    "LocalDateField",
    "LocalTimeField",
    "MultiCodeField",
    "NotInFuture",
    "OfferedField",
    "ParagraphField",
    "PhoneField",
    "RupiahField",
    "TextField",
    "WholeNumberField",
    "YearField",
    "YesField",
]
