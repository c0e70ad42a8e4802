"""What an .xlsx says beside its cells: hidden rows and columns, merged cells, the date system, its rows."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import partial
from typing import Any
from xml.etree import ElementTree  # a DOCTYPE is refused before anything is parsed, so there are no entities

from imports.limited.facts import Facts, Refused, SheetFacts, nothing_lost
from imports.limited.formulas import uncalculated
from imports.limited.parts import Archive, inspect
from imports.limited.pieces import cut, to_be_cut

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_TRUE = ("1", "true", "on")
_TAG = re.compile(rb'<(row|col)\b([^>]*\bhidden="(?:1|true|on)"[^>]*)>')
_BLANK_ROW = re.compile(rb"<row\b[^>]*(?:/>|>(?:\s*<c\b[^>]*/>)*\s*</row>)")
_ROW_START = b"<row"
_ROW_NUMBER = re.compile(rb'[^>]*?\br="([0-9]{1,7})"')
_CELL = re.compile(rb"<c\b([^>]*[^/>]|)>(.*?)</c>", re.DOTALL)
_KIND = re.compile(rb'\bt="([a-zA-Z]+)"')
_TEXT = re.compile(rb"<(?:v|t)\b[^>]*>([^<]*)<")


def look(data: bytes) -> Facts:
    archive = Archive(data)
    with_formulas = inspect(archive)
    facts = Facts()
    tallies: dict[str, Tally] = {}
    for name, part in _sheet_parts(archive, facts).items():
        if part not in archive.names:
            continue
        if part in tallies:  # two names for the same rows
            facts.sheets[name] = tallies[part].about
            continue
        about = facts.sheets[name] = SheetFacts()
        tally = tallies[part] = Tally(about)
        about.check = partial(_check, archive, part, tally)
        if part in with_formulas:
            about.uncalculated = partial(_formulas, archive, part)
    _read_tallies(archive, facts, tallies)
    return facts


def _read_tallies(archive: Archive, facts: Facts, tallies: dict[str, Tally]) -> None:
    """Every sheet is gone through once; large ones are cut on the way."""
    large = to_be_cut(archive, tallies)
    if large:
        facts.cut, further = cut(archive, {part: tallies[part].add for part in large})
        for part, places in further.items():
            tallies[part].about.further = places
            facts.added += len(places)
    for part in tallies.keys() - large:
        for block in archive.blocks(part):
            tallies[part].add(block)


def _formulas(archive: Archive, part: str, max_columns: int) -> list[tuple[int, int, float | str]]:
    return [one for block in archive.blocks(part) for one in uncalculated(block, max_columns)]


def _sheet_parts(archive: Archive, facts: Facts) -> dict[str, str]:
    """Sheet name → part of the archive; on the way the date system."""
    try:
        book = ElementTree.fromstring(archive.read("xl/workbook.xml"))  # noqa: S314
        relations = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))  # noqa: S314
    except ElementTree.ParseError:
        raise Refused("damaged") from None
    for properties in book.iter():
        if properties.tag.endswith("}workbookPr"):
            facts.since_1904 = properties.get("date1904", "").lower() in _TRUE
    targets = {item.get("Id"): item.get("Target", "") for item in relations}
    parts = {}
    for item in book.iter():
        if item.tag.endswith("}sheet"):
            relation = next((value for key, value in item.items() if key.endswith("}id")), "")
            target = targets.get(relation, "")
            parts[item.get("name", "")] = target.lstrip("/") if target.startswith("/") else "xl/" + target
    return parts


class Tally:
    """Counts row elements and those without any value; notes hidden rows and columns."""

    def __init__(self, about: SheetFacts) -> None:
        self.about = about
        self.rows = self.blank = 0

    def add(self, block: bytes) -> None:
        here = block.count(b"<row ") + block.count(b"<row>")
        if b'hidden="' in block:
            for tag, attributes in _TAG.findall(block):
                _note_hidden(tag, attributes, self.about)
        values = block.count(b"<v>")
        if here != block.count(b"</row>") or (values < here and values + block.count(b"<is>") < here):
            self.blank += len(_BLANK_ROW.findall(block))
        self.rows += here


def _note_hidden(tag: bytes, attributes: bytes, about: SheetFacts) -> None:
    said = dict(re.findall(rb'(\w+)="([0-9]{1,7})"', attributes))
    if tag == b"row" and b"r" in said:
        about.hidden_rows.append(int(said[b"r"]))
    elif tag == b"col" and b"min" in said and b"max" in said:
        last = min(int(said[b"max"]), int(said[b"min"]) + 255)
        about.hidden_columns += range(int(said[b"min"]) - 1, last)


def _check(archive: Archive, part: str, tally: Tally, read: set[int]) -> None:
    """Counting tags is enough for most files; where it does not agree, each row is looked at."""
    if tally.rows and tally.rows in (len(read), len(read) + tally.blank):
        return
    if not tally.rows:
        nothing_lost(_valued_rows(archive, part), read)
        return
    met: set[int] = set()
    strings: list[bool] | None = None
    number = 0
    for row in _row_elements(archive, part):
        if row[:1] not in (b" ", b">", b"/"):
            continue  # <rowBreaks>
        said = _ROW_NUMBER.match(row)
        number = int(said[1]) if said else number + 1
        if b"<v>" not in row and b"<t" not in row:
            continue
        if number in met:
            raise Refused("rows_lost")  # a number that comes twice would hide the first row
        met.add(number)
        if number not in read:
            strings = _strings(archive) if strings is None else strings
            nothing_lost({number} if _holds_value(row, strings) else set(), read)


def _row_elements(archive: Archive, part: str) -> Iterator[bytes]:
    """What follows each `<row`, up to the next."""
    for block in archive.blocks(part):
        yield from block.split(_ROW_START)[1:]


def _holds_value(row: bytes, strings: list[bool]) -> bool:
    for attributes, content in _CELL.findall(row):
        kind = _KIND.search(attributes)
        text = b"".join(_TEXT.findall(content)).decode("utf-8", "replace")
        if _is_value(kind[1].decode() if kind else "n", text, strings):
            return True
    return False


def _valued_rows(archive: Archive, part: str) -> set[int]:
    """The numbers of the rows that hold a value, whatever prefix the tags have."""
    strings = _strings(archive)
    found: set[int] = set()
    number = 0
    valued = False
    for event, node in _events(archive.read(part)):
        tag = node.tag.rpartition("}")[2]
        if tag == "row" and event == "start":
            said = node.get("r", "")
            number = int(said) if said.isdigit() else number + 1
            valued = False
        elif event == "end" and tag == "c":
            valued = valued or _has_value(node, strings)
            node.clear()
        elif event == "end" and tag == "row":
            if valued and number in found:
                raise Refused("rows_lost")
            if valued:
                found.add(number)
            node.clear()
    return found


def _has_value(cell: Any, strings: list[bool]) -> bool:
    text = "".join(part.text or "" for part in cell.iter() if part.tag.rpartition("}")[2] in ("v", "t"))
    return _is_value(cell.get("t", "n"), text, strings)


def _is_value(kind: str, text: str, strings: list[bool]) -> bool:
    """An error (#REF!) is none, and neither is a text of blanks."""
    if kind == "e" or not text.strip():
        return False
    if kind == "s":
        return not text.strip().isdigit() or int(text) >= len(strings) or strings[int(text)]
    return True


def _strings(archive: Archive) -> list[bool]:
    """For every shared text whether there is anything in it."""
    name = next((name for name in archive.names if name.lower().endswith("sharedstrings.xml")), None)
    if name is None:
        return []
    found: list[bool] = []
    for event, node in _events(archive.read(name)):
        if event == "end" and node.tag.rpartition("}")[2] == "si":
            found.append(bool("".join(node.itertext()).strip()))
            node.clear()
    return found


def _events(xml: bytes) -> Any:
    try:
        yield from ElementTree.iterparse(io.BytesIO(xml), events=("start", "end"))  # noqa: S314
    except ElementTree.ParseError:
        raise Refused("damaged") from None
