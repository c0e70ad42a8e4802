"""Input of the sign-in, password and account pages."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, PasswordField, StringField
from wtforms.validators import EqualTo, InputRequired, Length

from wub.access.passwords import SHORTEST
from wub.pages.forms import WubForm


class SignInForm(WubForm):
    login = StringField(
        _l("Nama pengguna"), [InputRequired(_l("Isi nama pengguna.")), Length(max=120)],
        render_kw={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"},
    )  # fmt: skip
    password = PasswordField(
        _l("Kata sandi"), [InputRequired(_l("Isi kata sandi.")), Length(max=200)],
        render_kw={"autocomplete": "current-password"},
    )  # fmt: skip
    next = HiddenField()


class PasswordForm(WubForm):
    current_password = PasswordField(
        _l("Kata sandi sekarang"), [InputRequired(_l("Isi kata sandi yang sekarang.")), Length(max=200)],
        render_kw={"autocomplete": "current-password"},
    )  # fmt: skip
    new_password = PasswordField(
        _l("Kata sandi baru"),
        [
            InputRequired(_l("Isi kata sandi baru.")),
            Length(min=SHORTEST, max=200, message=_l("Kata sandi baru paling sedikit 10 huruf atau angka.")),
        ],
        render_kw={"autocomplete": "new-password"},
    )
    repeat_password = PasswordField(
        _l("Ulangi kata sandi baru"),
        [EqualTo("new_password", _l("Kedua kata sandi baru tidak sama. Ketik ulang."))],
        render_kw={"autocomplete": "new-password"},
    )
