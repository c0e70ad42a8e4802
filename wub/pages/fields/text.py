"""Text cleaned at the door, and telephone numbers in one spelling."""

from __future__ import annotations

import unicodedata
from typing import Any

from flask_babel import gettext as _
from wtforms import StringField
from wtforms.validators import Length, ValidationError
from wtforms.widgets import TextArea

from imports.cells.phones import international
from imports.cells.text import clean
from wub.pages.fields.answered import AnsweredField

_PHONE_SIGNS = str.maketrans("", "", " .-()+\t\u00a0")


class TextField(AnsweredField, StringField):
    """One line: NFC, single spaces, nothing invisible; blank is None."""

    def __init__(
        self, label: Any = None, validators: Any = None, *, longest: int = 200, **kwargs: Any
    ) -> None:
        kwargs["render_kw"] = {"maxlength": longest} | (kwargs.get("render_kw") or {})
        super().__init__(label, [*(validators or ()), Length(max=longest)], **kwargs)

    def process_formdata(self, valuelist: list[Any]) -> None:
        if valuelist:
            self.data = self.cleaned(str(valuelist[0])) or None

    def cleaned(self, text: str) -> str:
        return clean(text)


class ParagraphField(TextField):
    """Several lines."""

    widget = TextArea()

    def __init__(
        self, label: Any = None, validators: Any = None, *, longest: int = 2000, rows: int = 4, **kwargs: Any
    ) -> None:
        kwargs["render_kw"] = {"rows": rows} | (kwargs.get("render_kw") or {})
        super().__init__(label, validators, longest=longest, **kwargs)

    def cleaned(self, text: str) -> str:
        lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
        return "\n".join(clean(line) for line in lines).strip()


class PhoneField(TextField):
    """0812…, 62812… or +62 812… → +62812…"""

    def __init__(self, label: Any = None, validators: Any = None, **kwargs: Any) -> None:
        kwargs["render_kw"] = {"type": "tel", "inputmode": "tel", "autocomplete": "off"} | (
            kwargs.get("render_kw") or {}
        )
        super().__init__(label, validators, longest=25, **kwargs)

    def process_formdata(self, valuelist: list[Any]) -> None:
        super().process_formdata(valuelist)
        if self.data:
            self.data = international(str(self.data).translate(_PHONE_SIGNS)) or self.data

    def post_validate(self, _form: Any, _stopped: bool) -> None:
        if self.data and not str(self.data).startswith("+62"):
            raise ValidationError(_("Tulis satu nomor Indonesia, misalnya 0812 3456 7890."))
