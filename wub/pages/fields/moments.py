"""Days and times of the day, as Banjarmasin counts them."""

from __future__ import annotations

import re
from datetime import date, time
from typing import Any

from flask_babel import gettext as _
from wtforms.validators import ValidationError
from wtforms.widgets import DateInput, TimeInput

from wub.clock import today
from wub.pages.fields.answered import AnsweredField

EARLIEST, LATEST = date(1900, 1, 1), date(2100, 12, 31)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_LOCAL = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})")
_CLOCK = re.compile(r"(\d{1,2})[.:](\d{2})(?:[.:]\d{2})?")


class LocalDateField(AnsweredField):
    """The browser's own calendar; 31/12/2026 typed by hand is read too, day first."""

    widget = DateInput()

    def process_formdata(self, valuelist: list[Any]) -> None:
        if not valuelist:
            return
        text = str(valuelist[0]).strip()
        self.data = None
        if not text:
            return
        self.data = read_day(text)
        if self.data is None:
            raise ValueError(_("Tulis tanggal seperti 31/12/2026."))

    def _value(self) -> str:
        return self.data.isoformat() if self.data else ""


class LocalTimeField(AnsweredField):
    """14.30 or 14:30."""

    widget = TimeInput()

    def process_formdata(self, valuelist: list[Any]) -> None:
        if not valuelist:
            return
        text = str(valuelist[0]).strip()
        self.data = None
        if not text:
            return
        found = _CLOCK.fullmatch(text)
        try:
            self.data = time(int(found[1]), int(found[2])) if found else None
        except ValueError:
            self.data = None
        if self.data is None:
            raise ValueError(_("Tulis jam seperti 14.30."))

    def _value(self) -> str:
        return self.data.strftime("%H:%M") if self.data else ""


class NotInFuture:
    """The day has come in Banjarmasin."""

    def __call__(self, _form: Any, field: Any) -> None:
        if field.data is not None and field.data > today():
            raise ValidationError(_("Tanggal ini belum tiba. Isi hari ini atau sebelumnya."))


def read_day(text: str) -> date | None:
    if found := _ISO.fullmatch(text):
        year, month, day = found.groups()
    elif found := _LOCAL.fullmatch(text):
        day, month, year = found.groups()
    else:
        return None
    try:
        read = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return read if EARLIEST <= read <= LATEST else None
