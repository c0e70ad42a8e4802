"""Numbers written in words: "satu juta lima ratus ribu" is 1,500,000."""

from __future__ import annotations

_DIGITS = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_UNITS = {word: number for number, word in enumerate(_DIGITS)}
_SCALES = {"ribu": 1_000, "juta": 1_000_000, "miliar": 1_000_000_000, "milyar": 1_000_000_000}
_ONE_OF = {"sepuluh": "satu puluh", "sebelas": "satu belas", "seratus": "satu ratus", "seribu": "satu ribu"}
_ONE_OF |= {"sejuta": "satu juta", "semiliar": "satu miliar", "semilyar": "satu milyar"}


def spelled_number(text: str) -> int | None:
    """None as soon as one word is no number word, or the order is none that people use."""
    words = " ".join(_ONE_OF.get(word, word) for word in text.split()).split()
    total, largest, started = 0, 10**12, False
    group: list[str] = []
    for word in words:
        if word not in _SCALES:
            group.append(word)
            continue
        below = _below_thousand(group)
        if below is None or not group or _SCALES[word] >= largest:
            return None
        total, largest, group, started = total + below * _SCALES[word], _SCALES[word], [], True
    rest = _below_thousand(group)
    if rest is None or not (started or group):
        return None
    return total + rest


def _below_thousand(words: list[str]) -> int | None:
    """ "dua ratus lima puluh tiga" is 253."""
    total, pending, last = 0, None, 1_000
    for word in words:
        if word in _UNITS and pending is None:
            pending = _UNITS[word]
        elif word in ("ratus", "puluh") and pending:
            factor = 100 if word == "ratus" else 10
            if factor >= last:
                return None
            total, pending, last = total + pending * factor, None, factor
        elif word == "belas" and pending and last > 10:
            total, pending, last = total + 10 + pending, None, 1
        else:
            return None
    if pending is not None and last == 1:
        return None
    return total + (pending or 0)
