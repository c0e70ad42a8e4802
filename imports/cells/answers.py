"""Numbers that somebody was asked for: the value, or why there is none. Whole "
"numbers, years and rounds too."""

from __future__ import annotations

import re
from collections.abc import Callable

from imports.cells import Read
from imports.cells.text import as_text, is_blank, key
from imports.grid import Cell, Formula
from models.reading import Reading
from models.vocabulary import ROUNDS, VERIFICATION_LABELS, Answer, Verification

_ANSWERS = {
    word: answer
    for answer, words in {
        Answer.UNKNOWN: "tidak tahu|tdk tahu|tidak diketahui|belum diketahui|belum tahu|lupa|tt",
        Answer.REFUSED: "menolak|menolak menjawab|tidak mau menjawab|tidak bersedia|rahasia",
        Answer.NOT_ASKED: "belum ditanya|tidak ditanya|tidak ditanyakan",
    }.items()
    for word in words.split("|")
}
_GROUPED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+")
_BEHIND = re.compile(r"(?<=[0-9])\s*[a-z][a-z /]*\.?$")
_BASELINE = frozenset({"data dasar", "baseline", "awal", "data dasar bulan ke 0"})
_ROUND = re.compile(r"(?:bulan ke|bulan|bln|putaran|t)?\s*([0-9]{1,2})(?: bulan| bln)?")


def answered(reader: Callable[[Cell], Read[int]]) -> Callable[[Cell], Read[Reading]]:
    """The number with its answer; something said that is no number was asked, and is not known."""

    def read(cell: Cell) -> Read[Reading]:
        if isinstance(cell, str) and not isinstance(cell, Formula):
            answer = _ANSWERS.get(key(cell))
            if answer is not None:
                return Reading(None, answer), ()
        value, troubles = reader(cell)
        if value is not None:
            return Reading.known(value), troubles
        said = troubles and troubles[0][0] != "formula"  # a formula without its result says nothing
        return (Reading(None, Answer.UNKNOWN) if said else None), troubles

    return read


def whole(largest: int, smallest: int = 0) -> Callable[[Cell], Read[int]]:
    """1.250, 25 pcs, 3 orang."""

    def read(cell: Cell) -> Read[int]:
        if isinstance(cell, Formula):
            return None, (("formula", ""),)
        if is_blank(cell):
            return None, ()
        text = _BEHIND.sub("", as_text(cell).lower())
        if _GROUPED.fullmatch(text):
            text = text.replace(".", "")
        if re.fullmatch(r"[0-9]{1,12}", text) and smallest <= int(text) <= largest:
            return int(text), ()
        return None, (("number_unreadable", ""),)

    return read


def read_round(cell: Cell) -> Read[int]:
    """The month of a checkup: 12, "bulan ke-12", "data dasar"."""
    if is_blank(cell):
        return None, ()
    text = key(as_text(cell))
    if text in _BASELINE:
        return 0, ()
    found = _ROUND.fullmatch(text)
    if found and int(found[1]) in ROUNDS:
        return int(found[1]), ()
    return None, (("round_unknown", ", ".join(map(str, ROUNDS))),)


def read_verification(cell: Cell) -> Read[int]:
    """The level of proof, by its number or in the words of the list."""
    if is_blank(cell):
        return None, ()
    text = key(as_text(cell))
    for level in Verification:
        if text in (str(int(level)), key(VERIFICATION_LABELS[level])):
            return int(level), ()
    return None, (("choice_unknown", ", ".join(VERIFICATION_LABELS.values())),)
