"""From headings to fields: by known spellings first, by likeness second, and it says which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz import fuzz, process

from imports.cells.text import key
from imports.grid import column_letter, column_position
from imports.mappings.columns import ListMapping
from imports.mappings.participants import PARTICIPANTS, PERSONAL

LIKE = 88  # of 100; below that two headings are different words


@dataclass(frozen=True, slots=True)
class MappedColumn:
    """`confidence` 1.0 is a known spelling or the officer's own choice; less is likeness, to be confirmed."""

    position: int
    heading: str
    field: str
    confidence: float

    @property
    def letter(self) -> str:
        return column_letter(self.position)


@dataclass(frozen=True, slots=True)
class Matching:
    columns: tuple[MappedColumn, ...] = ()
    unknown: tuple[tuple[str, str], ...] = ()  # (letter, heading) of columns that are not taken
    mapping: ListMapping = PARTICIPANTS

    @property
    def fields(self) -> frozenset[str]:
        return frozenset(column.field for column in self.columns)

    @property
    def missing(self) -> tuple[str, ...]:
        return tuple(field for field in self.mapping.expected if field not in self.fields)

    def position(self, field: str) -> int | None:
        return next((column.position for column in self.columns if column.field == field), None)


@dataclass(frozen=True, slots=True)
class Heading:
    """`over` is the heading of a merged cell above, if the header has two rows."""

    position: int
    text: str
    over: str = ""

    @property
    def whole(self) -> str:
        return f"{self.over} {self.text}".strip()


def match(
    headings: Sequence[Heading], chosen: Mapping[str, str] | None = None, mapping: ListMapping = PARTICIPANTS
) -> Matching:
    """`chosen` maps column letters to fields ("" = leave out) and wins over everything found."""
    decided = {column_position(letter): field for letter, field in (chosen or {}).items()}
    found: list[MappedColumn] = []
    for heading in headings:
        if heading.position not in decided:
            guess = _recognise(mapping, heading.whole, heading.text)
            if guess:
                found.append(MappedColumn(heading.position, heading.whole, *guess))
    texts = {heading.position: heading.whole for heading in headings}
    taken = {field for field in decided.values() if field}
    columns = [
        MappedColumn(at, texts.get(at, ""), field, 1.0)
        for at, field in decided.items()
        if field in mapping.by_field
    ]
    for column in sorted(found, key=lambda column: (-column.confidence, column.position)):
        if column.field not in taken:
            taken.add(column.field)
            columns.append(column)
    if not decided and mapping is PARTICIPANTS:
        columns = _shop_not_person(columns)
    columns.sort(key=lambda column: column.position)
    used = {column.position for column in columns}
    unknown = tuple((column_letter(h.position), h.whole) for h in headings if h.position not in used)
    return Matching(tuple(columns), unknown, mapping)


def count_known(texts: Iterable[str], mapping: ListMapping = PARTICIPANTS) -> int:
    """How many different fields these headings name: the measure of a header row."""
    return len({guess[0] for text in texts if (guess := _recognise(mapping, text, text))})


def field_of(heading: str, mapping: ListMapping) -> str | None:
    """The field of a known spelling; likeness is not enough where nobody will be asked."""
    guess = _recognise(mapping, heading, heading)
    return guess[0] if guess and guess[1] == 1.0 else None


def _shop_not_person(columns: list[MappedColumn]) -> list[MappedColumn]:
    fields = {column.field for column in columns}
    bare = next((c for c in columns if c.field == "name" and key(c.heading) == "nama"), None)
    if bare is None or fields & PERSONAL:
        return columns
    return [
        MappedColumn(column.position, column.heading, "business_name", 0.5) if column is bare else column
        for column in columns
    ]


@cache
def _spellings(mapping: ListMapping) -> tuple[dict[str, str], list[str]]:
    """Alias → field, and the aliases that are long enough to be recognised by likeness."""
    fields = {alias: column.field for column in mapping.columns for alias in column.aliases}
    return fields, [alias for alias in fields if len(alias) >= 5]


@lru_cache(maxsize=8192)
def _recognise(mapping: ListMapping, whole: str, own: str) -> tuple[str, float] | None:
    fields, long_aliases = _spellings(mapping)
    for said in (whole, _without_brackets(whole), own, _without_brackets(own)):
        text = key(said)
        if text in fields:
            return fields[text], 1.0
    for said in (whole, own):
        text = key(_without_brackets(said))
        if len(text) >= 5:
            near = process.extractOne(text, long_aliases, scorer=fuzz.ratio, score_cutoff=LIKE)
            if near:
                return fields[near[0]], round(near[1] / 100, 2)
    return None


def _without_brackets(text: str) -> str:
    """ "Nilai investasi (Rp.000)" is "Nilai investasi"."""
    kept, depth = [], 0
    for character in text:
        depth += character == "("
        if not depth:
            kept.append(character)
        depth -= character == ")" and depth > 0
    return "".join(kept)
