"""Tells the rows of people from what else stands in a list: sections, totals, blanks, the signature block."""

from __future__ import annotations

import re

from imports.cells.text import as_text, is_blank, key
from imports.grid import Cell, Row
from imports.tables import Table, column_numbers, is_figure

_TOTAL = re.compile(r"(?:sub |grand )?(?:jumlah|total|jml|rata rata)\b")
_SIGNATURE = re.compile(
    r"[a-z ]+ (?:tanggal )?[0-9]{1,2} [a-z]+ [0-9]{4}$|(?:plt |plh |an |a n )?kepala (?:dinas|bidang|seksi)"
    r"|kepala badan|mengetahui|nip [0-9 ]+$|pejabat|pembina\b|penata\b|yang membuat|penanggung jawab"
)
_SECTION = re.compile(
    r"(?:kelurahan|kel|desa|dinas|skpd|opd|sektor|bidang|kelompok|angkatan|tahun|data|daftar)\b"
)
_DISTRICT = re.compile(r"\b(?:kecamatan|kec)\b\.?\s*[:.]?\s*(.+)", re.IGNORECASE)


class Structure:
    """Walks down one table; remembers the section it is in and whether the signature block has begun."""

    def __init__(self, table: Table) -> None:
        subject = table.matching.mapping.subject
        self.name_at = table.matching.position(subject)
        self.headings = {column.heading for column in table.matching.columns} | {
            column.heading.rpartition(" ")[2] for column in table.matching.columns
        }
        self.name_heading = next((c.heading for c in table.matching.columns if c.field == subject), None)
        self.district = ""
        self.sections = False
        self.signed = False

    def is_data(self, row: Row) -> bool:
        """True for a row that must be accounted for: a person, or cells that nobody can place."""
        at = self.name_at
        if at is not None and len(row) - row.count("") >= 3 and not self.signed:
            name = row[at] if at < len(row) else ""
            if isinstance(name, str) and name and name != self.name_heading and not name.isspace():
                return True
        return self._is_data_on_reflection([cell for cell in row if not _empty(cell)], row)

    def _is_data_on_reflection(self, cells: list[Cell], row: Row) -> bool:
        if not cells or column_numbers(row):
            return False
        texts = [cell for cell in cells if isinstance(cell, str) and not is_figure(cell)]
        if self.signed and len(cells) <= 2:
            return False
        if len(texts) == len(cells) and len(cells) >= 3 and self._repeats_header(texts):
            return False
        if len(texts) != 1 or is_blank(texts[0]):
            return True
        text = as_text(texts[0])
        if _TOTAL.match(key(text)):
            # With several figures it may be a person whose name slipped away: shown, not passed over.
            return not (self.sections or len(cells) <= 2)
        return len(cells) > 1 or self._is_lone_name(text, row)

    def _is_lone_name(self, text: str, row: Row) -> bool:
        if _SIGNATURE.match(key(text)):
            self.signed = True
            return False
        district = _DISTRICT.search(text)
        at = self.name_at
        in_name_column = at is not None and at < len(row) and row[at] != ""
        if in_name_column and not district and not _SECTION.match(key(text)):
            return True
        self.sections = True
        self.district = district[1].strip() if district else ""
        return False

    def _repeats_header(self, texts: list[str]) -> bool:
        return sum(as_text(text) in self.headings for text in texts) >= 0.6 * len(texts)


def is_total(cell: Cell) -> bool:
    return isinstance(cell, str) and bool(_TOTAL.match(key(cell)))


def _empty(cell: Cell) -> bool:
    return isinstance(cell, str) and not cell.strip()
