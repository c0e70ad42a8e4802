"""Words that stand for a code of any code list, one in a cell or several."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from imports.cells import Read
from imports.cells.text import as_text, is_blank, key
from imports.grid import Cell, Formula
from models.vocabulary import Code

C = TypeVar("C", bound=Code)
_FIRST = re.compile(r"[,;\n+&|]+|\bdan\b", re.IGNORECASE)
_SLASH = re.compile(r"[/]")


def one_of(codes: type[C], more: Mapping[C, str] | None = None) -> Callable[[Cell], Read[C]]:
    """`more`: further words for a code, normalised (imports.cells.text.key) and apart by "|"."""
    words, hint = _words(codes, more), _hint(codes)

    def read(cell: Cell) -> Read[C]:
        if isinstance(cell, Formula):
            return None, (("formula", ""),)
        code = words.get(key(as_text(cell)))  # before asking for a blank: "tidak ada" may be an answer
        if code is not None or is_blank(cell):
            return code, ()
        return None, (("choice_unknown", hint),)

    return read


def some_of(codes: type[C], more: Mapping[C, str] | None = None) -> Callable[[Cell], Read[tuple[C, ...]]]:
    """Several, apart by commas, "dan" or slashes; what is not known is asked about, the others are taken."""
    words, hint = _words(codes, more), _hint(codes)

    def read(cell: Cell) -> Read[tuple[C, ...]]:
        if isinstance(cell, Formula):
            return None, (("formula", ""),)
        if is_blank(cell):
            return None, ()
        found: dict[C, None] = {}
        strange = False
        for piece in _pieces(as_text(cell), words):
            code = words.get(piece)
            if code is not None:
                found[code] = None
            else:
                strange = strange or bool(piece)
        return (tuple(found) or None), ((("choice_unknown", hint),) if strange else ())

    return read


def _pieces(text: str, words: Mapping[str, Any]) -> list[str]:
    """A label may hold a slash itself, so it is taken apart there only when it is not known as a whole."""
    pieces: list[str] = []
    for part in [text] if key(text) in words else _FIRST.split(text):
        whole = key(part)
        pieces += [whole] if whole in words else [key(bit) for bit in _SLASH.split(part)]
    return pieces


def _words(codes: type[C], more: Mapping[C, str] | None) -> dict[str, C]:
    words: dict[str, C] = {}
    for code in codes:
        words[key(code.value)] = words[key(code.label)] = code
    for code in codes:
        for part in code.label.split("/"):
            words.setdefault(key(part), code)
    for code, said in (more or {}).items():
        words.update((word, code) for word in said.split("|"))
    return words


def _hint(codes: type[C]) -> str:
    return ", ".join(code.label for code in codes)
