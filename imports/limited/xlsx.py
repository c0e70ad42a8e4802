"""What an .xlsx says beside its cells: hidden rows and columns, merged cells, the date system, its rows."""

from __future__ import annotations

import io
import re
from functools import partial
from typing import Any
from xml.etree import ElementTree  # a DOCTYPE is refused before anything is parsed, so there are no entities

from imports.limited.facts import Facts, Refused, SheetFacts, nothing_lost
from imports.limited.formulas import uncalculated
from imports.limited.parts import Archive, inspect

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
_LARGEST_PIECE = 1 << 23


def look(data: bytes) -> Facts:
    archive = Archive(data)
    with_formulas = inspect(archive)
    facts = Facts()
    for name, part in _sheet_parts(archive, facts).items():
        if part not in archive.names:
            continue
        about = facts.sheets[name] = SheetFacts()
        rows, blank = _scan(archive, part, about)
        about.check = partial(_check, archive, part, rows, blank)
        if part in with_formulas:
            about.uncalculated = partial(_formulas, archive, part)
    return facts


def _formulas(archive: Archive, part: str, max_columns: int) -> list[tuple[int, int, float | str]]:
    return uncalculated(archive.read(part), max_columns)


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


def _scan(archive: Archive, part: str, about: SheetFacts) -> tuple[int, int]:
    """Number of row elements and of those without any value; notes hidden rows and columns."""
    rows = blank = 0
    kept = b""
    for chunk in archive.chunks(part):
        kept += chunk
        cut = kept.rfind(_ROW_START)
        if cut <= 0 and len(kept) < _LARGEST_PIECE:
            continue
        piece, kept = (kept[:cut], kept[cut:]) if cut > 0 else (kept, b"")
        rows, blank = _scan_piece(piece, about, rows, blank)
    return _scan_piece(kept, about, rows, blank)


def _scan_piece(piece: bytes, about: SheetFacts, rows: int, blank: int) -> tuple[int, int]:
    here = piece.count(b"<row ") + piece.count(b"<row>")
    if b'hidden="' in piece:
        for tag, attributes in _TAG.findall(piece):
            _note_hidden(tag, attributes, about)
    if here != piece.count(b"</row>") or piece.count(b"<v>") + piece.count(b"<is>") < here:
        blank += len(_BLANK_ROW.findall(piece))
    return rows + here, blank


def _note_hidden(tag: bytes, attributes: bytes, about: SheetFacts) -> None:
    said = dict(re.findall(rb'(\w+)="([0-9]{1,7})"', attributes))
    if tag == b"row" and b"r" in said:
        about.hidden_rows.append(int(said[b"r"]))
    elif tag == b"col" and b"min" in said and b"max" in said:
        last = min(int(said[b"max"]), int(said[b"min"]) + 255)
        about.hidden_columns += range(int(said[b"min"]) - 1, last)


def _check(archive: Archive, part: str, rows: int, blank: int, read: set[int]) -> None:
    """Counting tags is enough for most files; where it does not agree, each row is looked at."""
    if rows and rows in (len(read), len(read) + blank):
        return
    if not rows:
        nothing_lost(_valued_rows(archive, part), read)
        return
    met: set[int] = set()
    strings: list[bool] | None = None
    number = 0
    for row in archive.read(part).split(_ROW_START)[1:]:
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
