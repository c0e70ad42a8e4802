"""One row of a participant list to typed values and problems. Plain functions: no object for a clean cell."""

from __future__ import annotations

from datetime import date
from typing import Any

from imports.cells import Troubles
from imports.cells.nik import read_nik_cell
from imports.cells.text import as_text, is_blank
from imports.grid import Cell, Row, column_letter
from imports.mappings.columns import ReaderFor, since_1904
from imports.mappings.participants import BY_FIELD, ParticipantRow
from imports.places import Places
from imports.problems import Problem
from imports.remembered import remembered
from imports.tables import Table
from models.nik import mask_nik

_TOGETHER = {"number", "nik", "kelurahan", "kecamatan"}  # nothing to read, or read beside others
_LONGEST_SAID = 80


class RowReader:
    """Knows the columns of one table; `read` is called for every row."""

    def __init__(self, table: Table, places: Places, today: date) -> None:
        matching = table.matching
        self.places, self.today = places, today
        self.text = remembered(_text)
        self.nik_at = matching.position("nik")
        self.village_at = matching.position("kelurahan")
        self.district_at = matching.position("kecamatan")
        self.width = max((column.position for column in matching.columns), default=-1) + 1
        self.plain = [
            (
                column.position,
                column.field,
                remembered(_reader_for(table, column.field)(today, column.heading)),
            )
            for column in matching.columns
            if column.field not in _TOGETHER
        ]

    def read(self, row: Row, number: int, section: str) -> tuple[ParticipantRow | None, list[Problem]]:
        """Values and problems; None when the row names nobody. `section`: kecamatan of the heading above."""
        if len(row) < self.width:
            row = row + [""] * (self.width - len(row))
        values: dict[str, Any] = {}
        problems: list[Problem] = []
        for position, field, reader in self.plain:
            cell = row[position]
            if cell == "":
                continue
            value, troubles = reader(cell)
            if value is not None:
                values[field] = value
            if troubles:
                problems += self._told(number, position, cell, troubles)
                if field == "business_start" and troubles[0][0] == "date_partial":
                    values["business_start_year"] = int(troubles[0][1])
        if not _names_somebody(values.get("name")):
            code = "no_name" if _names_somebody(values.get("business_name")) else "stray_row"
            position = next((at for at, field, _ in self.plain if field == "name"), 0)
            return None, [Problem(number, column_letter(position), code)]
        _spread(values)
        self._read_nik(row, number, values, problems)
        self._read_place(row, number, values, problems, section)
        return ParticipantRow(**values), problems

    def _read_nik(self, row: Row, number: int, values: dict[str, Any], problems: list[Problem]) -> None:
        if self.nik_at is None:
            return
        cell = row[self.nik_at]
        values["nik"], troubles = read_nik_cell(
            cell,
            birth_date=values.get("birth_date"),
            sex=values.get("sex"),
            known_areas=self.places.nik_areas,
            today=self.today,
        )
        if troubles:
            problems += self._told(number, self.nik_at, cell, troubles)

    def _read_place(
        self, row: Row, number: int, values: dict[str, Any], problems: list[Problem], section: str
    ) -> None:
        village = "" if self.village_at is None else self.text(row[self.village_at])
        said = "" if self.district_at is None else self.text(row[self.district_at])
        if not village and not said:
            if section:
                values["kecamatan"] = self.places.district(section)[0]
            return
        place, troubles = self.places.find(village, said or section)
        values["kelurahan"], values["kecamatan"] = village[:200] or None, said[:200] or None
        if place:
            values.update(area_code=place.code, kelurahan=place.name, kecamatan=place.district)
        elif said:
            values["kecamatan"] = self.places.district(said)[0] or said[:200]
        for trouble in troubles:
            position = self.district_at if trouble[0].startswith("district") else self.village_at
            if position is not None:
                problems += self._told(number, position, row[position], (trouble,))

    def _told(self, number: int, position: int, cell: Cell, troubles: Troubles) -> list[Problem]:
        said = as_text(cell)[:_LONGEST_SAID]
        if position == self.nik_at:
            said = mask_nik(said)
        letter = column_letter(position)
        return [Problem(number, letter, code, said, hint) for code, hint in troubles]


def _reader_for(table: Table, field: str) -> ReaderFor:
    reader = BY_FIELD[field].reader
    return since_1904(reader) if table.sheet.marks.since_1904 else reader


def _text(cell: Cell) -> str:
    return "" if is_blank(cell) else as_text(cell)


def _names_somebody(text: str | None) -> bool:
    return text is not None and any(character.isalpha() for character in text)


def _spread(values: dict[str, Any]) -> None:
    """One cell that holds several values becomes several fields."""
    numbers = values.pop("phone", None)
    if numbers:
        values["phone"], values["other_phones"] = numbers[0], numbers[1:]
    neighbourhood = values.pop("rt_rw", None)
    if neighbourhood:
        values["rt"], values["rw"] = neighbourhood
    if "business_start" in values:
        values["business_start_year"] = values["business_start"].year
