"""Indonesian is the source; other languages are read from .po files as they lie in git, without .mo."""

from __future__ import annotations

import io
from pathlib import Path

from babel import support
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from flask import Flask, g, has_request_context, request, session
from flask_babel import Babel, Domain, get_locale

from wub.paths import PACKAGE

SOURCE = "id"
LANGUAGES = {"id": "Bahasa Indonesia", "en": "English"}
CATALOGUES = PACKAGE / "translations"
DOMAIN = "messages"


class PoDomain(Domain):  # type: ignore[misc]
    """Reads a catalogue once for each language; the source language needs none."""

    def __init__(self, folder: Path = CATALOGUES) -> None:
        super().__init__(str(folder), DOMAIN)
        self.folder = folder
        self.catalogues: dict[str, support.NullTranslations] = {}

    def get_translations(self) -> support.NullTranslations:
        locale = get_locale()
        language = locale.language if locale is not None else SOURCE
        if language not in self.catalogues:
            self.catalogues[language] = read_catalogue(self.folder, language)
        return self.catalogues[language]


def read_catalogue(folder: Path, language: str) -> support.NullTranslations:
    """The translations into a language; the sentences stay as they are when there is no file."""
    file = folder / language / "LC_MESSAGES" / f"{DOMAIN}.po"
    if language == SOURCE or not file.is_file():
        return support.NullTranslations()
    with file.open("rb") as opened:
        catalogue = read_po(opened, locale=language)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return support.Translations(compiled, DOMAIN)


def chosen_language() -> str:
    """What the account chose, else what this browser chose, else the default of the installation."""
    account = g.get("account")
    candidates = (
        session.get("language") if has_request_context() else None,
        getattr(account, "locale", None),
    )
    return next((language for language in candidates if language in LANGUAGES), _default())


def _default() -> str:
    settings = _settings()
    chosen = getattr(settings, "default_locale", SOURCE)
    return chosen if chosen in LANGUAGES else SOURCE


def _settings() -> object:
    from flask import current_app

    return current_app.extensions.get("wub.settings")


def install(app: Flask) -> None:
    Babel(
        app,
        default_locale=SOURCE,
        default_timezone="Asia/Makassar",
        locale_selector=chosen_language,
    )
    # Flask-Babel builds its own domain from .mo files; ours stands in its place on the extension.
    app.extensions["babel"].instance.__dict__["domain_instance"] = PoDomain()
    app.context_processor(lambda: {"language": _language_of_page(), "languages": LANGUAGES})
    app.after_request(_say_language)


def _language_of_page() -> str:
    locale = get_locale()
    return locale.language if locale is not None else SOURCE


def _say_language(response):  # type: ignore[no-untyped-def]
    if request.endpoint and response.mimetype == "text/html":
        response.headers.setdefault("Content-Language", _language_of_page())
    return response
