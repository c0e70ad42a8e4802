"""gettext with the types that Flask-Babel does not carry."""

from __future__ import annotations

from flask_babel import gettext


def _(text: str, **values: object) -> str:
    return str(gettext(text, **values))
