"""Reads an uploaded list with the city's own places; no lock on the database is held meanwhile."""

from __future__ import annotations

from functools import cache

from imports import ImportReading, Places, load_places, read_participants
from wub import clock


@cache
def places() -> Places:
    return load_places()


def read(data: bytes, file_name: str, sheet: str | None = None) -> ImportReading:
    """Raises imports.FileRefused when the file as a whole cannot be read."""
    return read_participants(data, file_name, sheet=sheet, places=places(), today=clock.today())
