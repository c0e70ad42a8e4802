"""Which entries are compared at all: those that share something telling, never all with all. Pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations

from wub.matching.names import read_name
from wub.matching.score import PHONE_DIGITS, Entry, Frequencies, Verdict, at_most, enough, judge

LARGEST = 60  # what more entries than this share is not telling


def find_pairs(
    entries: Sequence[Entry], only: frozenset[int] | None = None, among: Frequencies | None = None
) -> Iterator[tuple[Entry, Entry, Verdict]]:
    """Pairs that may be one person, each once; `only`: with one of these ids.

    `among`: the names of everybody, when the entries are only those of them who are worth comparing.
    """
    frequencies = among or frequencies_of(entry.name for entry in entries)
    least = enough(frequencies.total)
    met: set[tuple[int, int]] = set()
    for block in _blocks(entries):
        for one, other in combinations(block, 2):
            pair = (one.id, other.id) if one.id < other.id else (other.id, one.id)
            if pair in met or (only is not None and not only & set(pair)):
                continue
            met.add(pair)
            if at_most(one, other) >= least and (verdict := judge(one, other, frequencies)).score >= least:
                yield one, other, verdict


def frequencies_of(names: Iterable[str]) -> Frequencies:
    counts = Counter(read_name(name).key for name in names)
    return Frequencies(counts, counts.total())


def _blocks(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    blocks: dict[Hashable, list[Entry]] = defaultdict(list)
    for entry in entries:
        for key in set(_keys(entry)):
            blocks[key].append(entry)
    return (block for block in blocks.values() if 1 < len(block) <= LARGEST)


def _keys(entry: Entry) -> Iterator[Hashable]:
    name, born = read_name(entry.name), entry.birth_date
    if entry.phone:
        yield "phone", entry.phone[-PHONE_DIGITS:]
    yield "name", name.key
    first, last = name.words[0], name.words[-1]
    if born:
        # The day may be written with day and month swapped, or with one digit off.
        yield "born", born, first[:2]
        yield "born", _swapped(born), first[:2]
        yield "born", born, last[:3]
        yield "born", born, entry.area
        yield "year", born.year, name.key
        yield "month", born.year, born.month, first
        yield "day", born.month, born.day, first
    if entry.area:
        yield "place", entry.area, name.key
        yield "near", entry.area, first, last[:2]
    for business in entry.businesses:
        yield "business", business.casefold(), first[:2]


def _swapped(born: date) -> date:
    return born.replace(month=born.day, day=born.month) if born.day <= 12 else born
