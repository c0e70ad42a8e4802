"""What a participant answers on the own phone: two buttons, and four digits if liked."""

from __future__ import annotations

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.validators import ValidationError

from models.vocabulary import ConfirmationAnswer
from wub.pages.fields import CodeField, TextField
from wub.pages.forms import WubForm
from wub.visits.confirmation_codes import PHONE_DIGITS


class AnswerForm(WubForm):
    answer = CodeField(_l("Jawaban"), codes=ConfirmationAnswer)
    digits = TextField(_l("4 angka terakhir nomor HP Anda"), longest=20)

    def validate_answer(self, field: Any) -> None:
        if field.data is None:
            raise ValidationError(_("Tekan salah satu tombol: benar atau tidak benar."))

    def validate_digits(self, field: Any) -> None:
        """Somebody may type the whole number: its end is what was asked for."""
        said = "".join(sign for sign in field.data or "" if sign.isascii() and sign.isdigit())
        if field.data and len(said) < PHONE_DIGITS:
            raise ValidationError(_("Tulis 4 angka terakhir nomor HP, atau kosongkan."))
        field.data = said[-PHONE_DIGITS:] or None
