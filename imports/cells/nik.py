"""NIK in a cell: text is judged by models.nik; a number is trusted only as far as Excel keeps its digits."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date

from imports.cells import Read, Troubles
from imports.cells.text import is_blank
from imports.grid import Cell, Formula
from models.nik import read_nik
from models.vocabulary import Sex

EXACT_BELOW = 2**53
_DECIMALS = re.compile(r"[0-9]{14,}[.,][0-9]{1,2}")


def read_nik_cell(
    cell: Cell, *, birth_date: date | None, sex: Sex | None, known_areas: Collection[str] | None, today: date
) -> Read[str]:
    troubles: Troubles = ()
    if isinstance(cell, str):
        if isinstance(cell, Formula):
            return None, (("formula", ""),)
        if is_blank(cell):
            return None, (("nik_blank", ""),)
        if _DECIMALS.fullmatch(cell.strip()):  # a number saved as text: its dot is none of a written NIK
            return None, (("nik_lost_digits", ""),)
        text = cell
    elif isinstance(cell, float):
        if not cell.is_integer() or not 0 <= cell < EXACT_BELOW:
            return None, (("nik_lost_digits", ""),)
        text = str(int(cell))
        # Excel keeps 15 digits: the sixteenth becomes 0, so a number that ends in 0 may be another NIK.
        if len(text) == 16 and text.endswith("0"):
            return None, (("nik_lost_digits", ""),)
        troubles = (("nik_number", ""),)
    else:
        return None, (("nik_letter", ""),)
    reading = read_nik(text, birth_date=birth_date, sex=sex, known_areas=known_areas, today=today)
    if reading.value is None:
        return None, tuple((issue.code, "") for issue in reading.errors)
    if reading.warnings:
        troubles += tuple((issue.code, "") for issue in reading.warnings)
    return reading.value, troubles
