"""Names as Banjarmasin writes them, brought to one spelling for comparing. Pure.

Old and new spelling (Soekarno/Sukarno, Djamilah/Jamilah), the many ways to write Muhammad, Siti or Noor, and
titles that come and go with a pilgrimage or a degree.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_TITLES = """
    h hj haji hajah hajjah kh ust ustadz ustadzah dr drs dra drg ir prof apt ns bpk bapak ibu bu
    pak sdr sdri tn ny
    nyonya tuan alm almh gt gusti rr raden se sh spd sag skm ssos skom mm mpd msi amd amk amdkeb
"""
TITLES = frozenset(_TITLES.split())
# Degrees written with points: S.E., S.Pd.I, A.Md. But M.Noor is a name.
_DEGREE = re.compile(
    r"\b[sma]\.\s?(?:e|h|t|p|pd|ag|kom|sos|si|km|ap|m|md|ma|hum|kep|farm|gz|pt|pi|hut)\b(?:\.[a-z]{1,3}\b)?\.?"
)
_NOT_LETTERS = re.compile(r"[^a-z ]+")
_ONE_NAME = {
    "muhammad": "m mhd moch mochamad mochammad moh mohamad mohammad mohd muh muhamad muhammed muhd mukhammad",
    "ahmad": "ach achmad ahmat akhmad amad ahd",
    "abdul": "abd abdoel",
    "siti": "st sti sitti",
    "nur": "noer noor nor nuur nr",
    "binti": "bt bti",
    "bin": "b",
}  # fmt: skip
_SHORT = {written: full for full, all_of_them in _ONE_NAME.items() for written in all_of_them.split()}
# Whole-name forms first, then sounds; the order matters.
_SOUNDS = (
    ("oe", "u"), ("dj", "j"), ("tj", "c"), ("sj", "s"), ("sy", "s"), ("sh", "s"), ("ch", "h"), ("kh", "h"),
    ("dz", "z"), ("dh", "d"), ("th", "t"), ("ph", "p"), ("gh", "g"), ("ie", "i"), ("ij", "i"), ("ee", "i"),
    ("y", "i"), ("v", "p"), ("f", "p"), ("q", "k"), ("x", "ks"), ("z", "j"), ("w", "u"),
)  # fmt: skip
_TWICE = re.compile(r"(.)\1+")


class Name(NamedTuple):
    """`key`: the words by sound, in alphabetical order; `titles` are set apart, not thrown away."""

    key: str
    words: tuple[str, ...]
    titles: frozenset[str]


@lru_cache(maxsize=200_000)
def read_name(text: str) -> Name:
    plain = text.casefold()
    degrees = {re.sub(r"[.\s]", "", found) for found in _DEGREE.findall(plain)}
    said = _NOT_LETTERS.sub(" ", _DEGREE.sub(" ", plain)).split() or _NOT_LETTERS.sub(" ", plain).split()
    titles = {word for word in said if word in TITLES}
    words = [word for word in said if word not in TITLES] or said or [plain]
    heard = tuple(by_sound(_SHORT.get(word, word)) for word in words)
    return Name(" ".join(sorted(heard)), heard, frozenset(titles | degrees))


@lru_cache(maxsize=50_000)
def by_sound(word: str) -> str:
    """`Fatimah`, `Patimah` and `Fatima` sound alike."""
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    word = _TWICE.sub(r"\1", word)
    return word[:-1] if len(word) > 3 and word.endswith("h") else word
