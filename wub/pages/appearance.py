"""The reader's own choices for this browser: language, and light or dark. Both by POST, both public."""

from __future__ import annotations

from flask import Blueprint, g, redirect, request, session
from flask.typing import ResponseReturnValue

from wub.access.guards import public
from wub.access.redirects import own_path
from wub.pages.language import LANGUAGES

THEMES = ("auto", "terang", "gelap")

blueprint = Blueprint("pages", __name__)


@blueprint.post("/bahasa")
@public
def set_language() -> ResponseReturnValue:
    language = request.form.get("bahasa", "")
    if language in LANGUAGES:
        session["language"] = language
        account = g.get("account")
        if account is not None and account.locale != language:
            account.locale = language
    return _back()


@blueprint.post("/tampilan")
@public
def set_theme() -> ResponseReturnValue:
    theme = request.form.get("tampilan", "")
    if theme in THEMES:
        session["theme"] = theme
    return _back()


def theme() -> str:
    chosen = session.get("theme", "auto")
    return chosen if chosen in THEMES else "auto"


def _back() -> ResponseReturnValue:
    return redirect(own_path(request.form.get("kembali")) or "/", 303)
