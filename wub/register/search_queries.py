"""Finding people by words: any part of a name, a business or a telephone number, by an index.

SQLite asks its FTS5 trigram table, PostgreSQL its pg_trgm index on the same text. Fewer than three letters
cannot be looked up in either; then the name has to begin with them.
"""

from __future__ import annotations

import re
from typing import Any

import sqlalchemy as sa

from models.base import db
from models.person import Person

TRIGRAM = 3
WORDS = 6
NIK = re.compile(r"\d{16}")

_index = sa.table("person_search", sa.column("rowid", sa.Integer))
_SIGNS = re.compile(r"[\s.\-()+'’/]")


def nik_in(text: str) -> str | None:
    """The sixteen digits, when what was typed is a NIK and nothing else."""
    digits = _SIGNS.sub("", text)
    return digits if NIK.fullmatch(digits) else None


def searching(statement: Any, text: str) -> Any:
    """Narrows a statement on Person to those whom the words describe; each word must occur."""
    words = _words(text)
    if not words:
        return statement
    long = [word for word in words if len(word) >= TRIGRAM]
    if not long:
        name = sa.func.lower(Person.name)
        return statement.where(name.startswith(" ".join(words), autoescape=True))
    if db.session.get_bind().dialect.name == "sqlite":
        quoted = " ".join('"' + word.replace('"', '""') + '"' for word in long)
        statement = statement.join(_index, _index.c.rowid == Person.id).where(
            sa.literal_column("person_search").op("MATCH")(quoted)
        )
        rest = [word for word in words if len(word) < TRIGRAM]
    else:
        rest = words
    return statement.where(*(Person.search_text.contains(word, autoescape=True) for word in rest))


def _words(text: str) -> list[str]:
    said = text.replace("\x00", " ").lower().strip()
    digits = _SIGNS.sub("", said)
    if digits.isascii() and digits.isdigit():
        # Kept without country code and without the zero that people dial.
        local = digits.removeprefix("0062").removeprefix("62") if len(digits) > 9 else digits
        return [local.lstrip("0") or digits]
    return said.split()[:WORDS]
