"""Finds the table of a sheet: titles above it, header rows (one or two), what kind of list it is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from imports.cells.text import as_text, is_blank, key
from imports.grid import Cell, Row, Sheet
from imports.headers import Heading, Matching, count_known, field_of, match
from imports.kinds import Kind
from imports.mappings.columns import ListMapping
from imports.mappings.participants import PARTICIPANTS

SEARCHED_ROWS = 40
GUIDES = ("Petunjuk pengisian WUB", "Pilihan WUB")  # first cells of such sheets
_NUMBER_LIKE = re.compile(r"(?:rp\.?)?\s*-?[0-9][0-9.,]*\s*%?", re.IGNORECASE)
_YEAR = re.compile(r"(?<![0-9])(20[0-9]{2})(?![0-9])")


@dataclass(frozen=True, slots=True)
class Table:
    """`start` is the position of the first row below the header in `sheet.rows`.

    `above`: field → heading and text of a line over the table that holds for all its rows ("Konsultan: …").
    """

    sheet: Sheet
    kind: Kind
    matching: Matching
    header: tuple[int, ...]  # row numbers of the file
    start: int
    titles: tuple[str, ...]
    year: int | None
    above: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    @property
    def fields(self) -> frozenset[str]:
        """What is known of every row, from its columns or from above."""
        return self.matching.fields | self.above.keys()


def find_table(
    sheet: Sheet, chosen: Mapping[str, str] | None = None, mapping: ListMapping = PARTICIPANTS
) -> Table:
    """The table of the sheet, its columns understood as those of one kind of list."""
    at, height = _find_header(sheet, mapping, required=chosen is None)
    if at is None:
        titles = _titles(sheet.rows[:10])
        nothing = Matching(mapping=mapping)
        kind = _kind(sheet, nothing, titles, 0)
        return Table(sheet, kind, nothing, (), 0, titles, year_in(sheet.name))
    matching = match(headings(sheet, at, height), chosen, mapping)
    titles = _titles(sheet.rows[:at])
    start = at + height
    if start < len(sheet.rows) and column_numbers(sheet.rows[start]):
        start += 1
    above = _said_above(titles, matching)
    kind = _kind(sheet, matching, titles, start, frozenset(above))
    numbers = tuple(sheet.number(position) for position in range(at, start))
    while start < len(sheet.rows) and is_example(sheet.rows[start]):
        start += 1
    year = year_in(sheet.name) or year_in(" ".join(titles))
    return Table(sheet, kind, matching, numbers, start, titles, year, above)


def year_in(text: str) -> int | None:
    """The year that a title names, if it names only one."""
    years = set(_YEAR.findall(text))
    return int(years.pop()) if len(years) == 1 else None


def column_numbers(row: Row) -> bool:
    """1, 2, 3 … without a gap: the row of column numbers under many official headers."""
    cells = [cell for cell in row if not is_blank(cell)]
    texts = [as_text(cell).strip("()") for cell in cells]
    return len(cells) >= 3 and texts == [str(number) for number in range(1, len(cells) + 1)]


def is_example(row: Row) -> bool:
    """A row of the blank workbook that shows how to fill it in: its first cell says so, and it is no data."""
    first = next((cell for cell in row if cell != ""), "")
    return isinstance(first, str) and key(first) == "contoh"


def is_guide(sheet: Sheet) -> bool:
    """A sheet of our own blank workbook that explains or offers choices: nothing of it is data."""
    first = next((cell for row in sheet.rows[:1] for cell in row if cell != ""), "")
    return isinstance(first, str) and first in GUIDES


def is_figure(cell: Cell) -> bool:
    """A number, or text that is one."""
    if isinstance(cell, str):
        return cell.startswith("=") or bool(_NUMBER_LIKE.fullmatch(cell.strip()))
    return True


def headings(sheet: Sheet, at: int, height: int) -> list[Heading]:
    """The text of every column; in two rows the upper cell counts for all columns it is merged over."""
    upper = _texts(sheet.rows[at])
    if height == 1:
        return [Heading(position, text) for position, text in enumerate(upper) if text]
    lower = _texts(sheet.rows[at + 1])
    width = max(len(upper), len(lower))
    upper += [""] * (width - len(upper))
    lower += [""] * (width - len(lower))
    found, over = [], ""
    for position in range(width):
        if upper[position]:
            over = upper[position]
        if lower[position]:
            found.append(Heading(position, lower[position], over))
        elif upper[position]:
            found.append(Heading(position, upper[position]))
        else:
            over = ""
    return found


def _find_header(sheet: Sheet, mapping: ListMapping, *, required: bool) -> tuple[int | None, int]:
    best_at: int | None = None
    best, height = 1 if required else 0, 1
    for at, row in enumerate(sheet.rows[:SEARCHED_ROWS]):
        texts = [text for text in _texts(row) if text]
        if len(texts) < 2 or len(texts) < len([c for c in row if not is_blank(c)]) / 2:
            continue
        known = count_known(texts, mapping)
        two = _known_in_two_rows(sheet, at, mapping)
        if max(known, two) > best:
            best_at, best, height = at, max(known, two), 2 if two > known else 1
    if best_at is None:
        searched = enumerate(sheet.rows[:SEARCHED_ROWS])
        return next((at for at, row in searched if _looks_like_heading(row)), None), 1
    return best_at, height


def _known_in_two_rows(sheet: Sheet, at: int, mapping: ListMapping) -> int:
    """Fields named by this row and the next together; 0 when the next row cannot be a part of the header."""
    if at + 1 >= len(sheet.rows):
        return 0
    below = [cell for cell in sheet.rows[at + 1] if not is_blank(cell)]
    if not below or any(map(is_figure, below)) or not count_known(map(as_text, below), mapping):
        return 0
    return len(match(headings(sheet, at, 2), None, mapping).columns)


def _looks_like_heading(row: Row) -> bool:
    cells = [cell for cell in row if not is_blank(cell)]
    return len(cells) >= 2 and not any(is_figure(cell) for cell in cells)


def _said_above(titles: Sequence[str], matching: Matching) -> dict[str, tuple[str, str]]:
    """ "Nama konsultan : …" over a log says it for all rows, where no column does."""
    if matching.mapping is PARTICIPANTS:
        return {}
    found: dict[str, tuple[str, str]] = {}
    for line in titles:
        heading, colon, text = line.partition(":")
        name = field_of(heading, matching.mapping) if colon and text.strip() else None
        if name is not None and name not in matching.fields:
            found.setdefault(name, (heading.strip(), text.strip()))
    return found


def _kind(
    sheet: Sheet, matching: Matching, titles: Sequence[str], start: int, above: frozenset[str] = frozenset()
) -> Kind:
    fields, mapping = matching.fields | above, matching.mapping
    if mapping is not PARTICIPANTS:
        if mapping.could_be(fields):
            return mapping.kind
        return Kind.AGGREGATE if _recapitulates(sheet, titles, start) else Kind.OTHER
    if "nik" in fields and "name" in fields:
        return Kind.PARTICIPANTS
    if _says_recapitulation(sheet, titles):
        return Kind.AGGREGATE
    if "name" in fields or "nik" in fields:
        return Kind.PARTICIPANTS
    return Kind.AGGREGATE if _mostly_figures(sheet.rows[start : start + 200]) else Kind.OTHER


def _recapitulates(sheet: Sheet, titles: Sequence[str], start: int) -> bool:
    return _says_recapitulation(sheet, titles) or _mostly_figures(sheet.rows[start : start + 200])


def _says_recapitulation(sheet: Sheet, titles: Sequence[str]) -> bool:
    return any("rekap" in key(text) for text in (sheet.name, *titles))


def _mostly_figures(rows: Sequence[Row]) -> bool:
    """A label or two and several numbers in each row: a recapitulation, not a list."""
    filled = [cells for row in rows if (cells := [cell for cell in row if not is_blank(cell)])]
    counted = [cells for cells in filled if len(cells) >= 3]
    tabular = [c for c in counted if 1 <= sum(not is_figure(cell) for cell in c) <= 2]
    return bool(counted) and len(tabular) >= 0.6 * len(filled)


def _titles(rows: Sequence[Row]) -> tuple[str, ...]:
    lines = (" ".join(as_text(cell) for cell in row if not is_blank(cell)) for row in rows)
    return tuple(line for line in lines if line)


def _texts(row: Row) -> list[str]:
    """Headings are text; a year (2018) above a column of figures is one too."""
    found = []
    for cell in row:
        text = "" if is_blank(cell) else as_text(cell)
        found.append(text if isinstance(cell, str) or year_in(text) else "")
    return found
