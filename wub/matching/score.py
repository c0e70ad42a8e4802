"""How likely two entries are one person: weights of evidence as by Fellegi and Sunter (1969). Pure.

Each feature adds log2(m/u): m, how often it agrees so for one person written down twice; u, how often by
chance for two people of this city. The sum is the log2 of the odds, up to the odds before looking, which fall
with the number of people. bench/matching.py measures the weights on entries with the errors of offices.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from math import log2
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import DamerauLevenshtein, JaroWinkler

from wub.matching.names import Name, read_name

SURE = 15.0
LEAST = 7.0  # in a small register too, a bare common name is not enough

NAME_RAREST, NAME_COMMONEST = 11.0, 4.0  # agreeing in a name that nobody else has, or that hundreds have
SAME_DAY = 9.0  # born on it
PHONE_DIGITS = 9  # the end of the number, whatever stands before it


class Entry(NamedTuple):
    """What is compared of one person. None is unknown and says nothing, for or against."""

    id: int
    name: str
    birth_date: date | None = None
    phone: str | None = None
    area: str | None = None
    sex: str | None = None  # only a known one
    businesses: tuple[str, ...] = ()
    has_nik: bool = False


class Verdict(NamedTuple):
    score: float
    reasons: dict[str, float]


class Frequencies:
    """How common each name is among the entries compared."""

    def __init__(self, counts: Mapping[str, int], total: int) -> None:
        self.counts, self.total = counts, max(total, 1)

    def weight(self, key: str) -> float:
        share = max(self.counts.get(key, 1), 1) / self.total
        return min(NAME_RAREST, max(NAME_COMMONEST, -log2(share)))


def enough(people: int) -> float:
    """From which score a pair is worth a look: the more people, the more strangers agree by chance."""
    return max(LEAST, log2(max(people, 1)) - 3.0)


def judge(one: Entry, other: Entry, frequencies: Frequencies) -> Verdict:
    weights = _but_name(one, other) | {
        "name": _name(read_name(one.name), read_name(other.name), frequencies),
        "business": _business(one.businesses, other.businesses),
    }
    said = {feature: round(weight, 1) for feature, weight in weights.items() if weight}
    return Verdict(round(sum(weights.values()), 2), said)


def at_most(one: Entry, other: Entry) -> float:
    """The score if names and businesses agreed as well as they can: most need no comparing of letters."""
    return sum(_but_name(one, other).values()) + NAME_RAREST + 3.0


def _but_name(one: Entry, other: Entry) -> dict[str, float]:
    return {
        "birth_date": _birth_date(one.birth_date, other.birth_date),
        "phone": _phone(one.phone, other.phone),
        "area": 0.0 if not one.area or not other.area else 2.5 if one.area == other.area else -0.7,
        "sex": 0.0 if not one.sex or not other.sex or one.sex == other.sex else -6.0,
    }


def nik_weight(one: str, other: str) -> float:
    """Two different NIK. One slip of the pen speaks for one person; more speaks against.

    Numbers that differ in the last four digits only are of two people registered together, such as twins.
    """
    if one[:12] == other[:12]:
        return -2.0
    slips = DamerauLevenshtein.distance(one, other)
    return 6.0 if slips == 1 else 2.0 if slips == 2 else -8.0


def _name(one: Name, other: Name, frequencies: Frequencies) -> float:
    common = max(frequencies.counts.get(one.key, 1), frequencies.counts.get(other.key, 1))
    rare = frequencies.weight(one.key if frequencies.counts.get(one.key, 1) == common else other.key)
    if one.key == other.key:
        return rare
    joined = JaroWinkler.similarity("".join(one.words), "".join(other.words))
    alike = max(fuzz.ratio(one.key, other.key) / 100, joined if joined > 0.95 else 0)
    if alike >= 0.9:
        return rare * 0.75
    fewer, more = sorted((set(one.words), set(other.words)), key=len)
    if fewer < more and len(fewer) > 1:
        return rare * 0.6  # a word of the name left out
    if alike >= 0.8:
        return rare * 0.45
    return 0.5 if fewer < more else -6.0


def _birth_date(one: date | None, other: date | None) -> float:
    if one is None or other is None:
        return 0.0
    if one == other:
        return SAME_DAY
    if (one.year, one.month, one.day) == (other.year, other.day, other.month):
        return 6.0
    if (one.year == other.year) + (one.month == other.month) + (one.day == other.day) < 2:
        return -6.0
    slips = DamerauLevenshtein.distance(one.isoformat(), other.isoformat())
    return 2.5 if slips == 1 else -1.0


def _phone(one: str | None, other: str | None) -> float:
    if not one or not other:
        return 0.0
    # A household shares one telephone, and numbers are given up and change hands.
    return 6.0 if one[-PHONE_DIGITS:] == other[-PHONE_DIGITS:] else -0.5


def _business(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    best = max((fuzz.token_sort_ratio(a.casefold(), b.casefold()) for a in one for b in other), default=0)
    return 3.0 if best >= 90 else 1.5 if best >= 75 else 0.0
