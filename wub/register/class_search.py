"""Finding a business class (KBLI) with the words that traders use; a few thousand titles need no index."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from rapidfuzz import fuzz

from wub.register.class_words import ALSO

WORDS = 5
_WORD = re.compile(r"[a-z]+")
_MISSPELT = 84  # of 100; "keripk" finds Keripik, "kue" does not find Kuda
_SHORTEST_MISSPELT = 5


class BusinessClassTitle(NamedTuple):
    code: str
    edition: int
    title: str


def find_classes(
    asked: str, classes: Iterable[BusinessClassTitle], most: int = 20
) -> list[BusinessClassTitle]:
    """Best first: more of the words, and closer to them; a code or its beginning is found as it is."""
    asked = asked.casefold().strip()
    if asked.isdigit():
        return [one for one in classes if one.code.startswith(asked)][:most]
    words = _WORD.findall(asked)[:WORDS]
    if not words:
        return []
    judged = [(_fit(words, one.title.casefold()), one) for one in classes]
    found = [(fit, one) for fit, one in judged if fit[0]]
    found.sort(key=lambda pair: (-pair[0][0], -pair[0][1], len(pair[1].title), pair[1].code))
    return [one for _fit_of_it, one in found[:most]]


def _fit(words: list[str], title: str) -> tuple[int, float]:
    """How many of the words are there in one way or another, and how near they come."""
    there = _WORD.findall(title)
    fits = [_best(word, title, there) for word in words]
    return sum(fit > 0 for fit in fits), sum(fits)


def _best(word: str, title: str, there: list[str]) -> float:
    for place, phrase in enumerate(ALSO.get(word, ())):
        if f" {phrase}" in f" {title}":
            return 5 - place / 10
    if word in there:
        return 4
    if any(one.startswith(word) for one in there):
        return 3
    if len(word) > 3 and word in title:
        return 2
    if len(word) >= _SHORTEST_MISSPELT and any(_misspelt(word, one) for one in there):
        return 1
    return 0


def _misspelt(word: str, one: str) -> bool:
    return len(one) >= _SHORTEST_MISSPELT and fuzz.ratio(word, one) >= _MISSPELT
