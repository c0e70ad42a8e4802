"""The sentences of the phone's scripts in another language, from the one catalogue of the application."""

from __future__ import annotations

from functools import cache

from babel.messages.extract import extract_from_file

from wub.offline.kept_files import scripts
from wub.pages.language import CATALOGUES, SOURCE, read_catalogue


@cache
def phone_words(language: str) -> dict[str, str]:
    """Sentence → translation; the source language needs none."""
    if language == SOURCE:
        return {}
    catalogue = read_catalogue(CATALOGUES, language)
    return {sentence: catalogue.gettext(sentence) for sentence in sorted(_sentences())}


def _sentences() -> set[str]:
    return {
        message
        for script in scripts()
        for _line, message, _comments, _context in extract_from_file("javascript", script)
        if isinstance(message, str)
    }
