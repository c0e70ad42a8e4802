"""The list of problems that goes back with an officer's own list, and how it is known when it returns."""

from __future__ import annotations

from imports.grid import Sheet
from models.vocabulary import N_

OVERVIEW_COLUMNS = (
    (N_("Lembar"), 18),
    (N_("Baris"), 8),
    (N_("Kolom"), 8),
    (N_("Isi sel"), 30),
    (N_("Masalah dan yang perlu dilakukan"), 90),
    (N_("Petunjuk"), 24),
    (N_("Baris lain"), 30),
)
TITLES = [title for title, _width in OVERVIEW_COLUMNS]
NAME = "Masalah"
ORIGIN = "WUB impor "


def is_overview(sheet: Sheet) -> bool:
    """The list of problems that `annotate` adds, come back with the officer's list."""
    return sheet.name == NAME and bool(sheet.rows) and sheet.rows[0][: len(TITLES)] == TITLES


def origin_of(sheet: Sheet) -> int | None:
    """Number of the import from which an overview came."""
    said = sheet.rows[0][len(TITLES)] if len(sheet.rows[0]) > len(TITLES) else ""
    number = str(said).removeprefix(ORIGIN)
    return int(number) if number.isascii() and number.isdigit() and len(number) < 10 else None
