"""Hours of a day as they are written: 09.00, 9:30 WITA, jam 9, 09.00 s/d 10.30, or Excel's part of a day."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta

from imports.cells import Read
from imports.cells.text import as_text, is_blank
from imports.grid import Cell, Formula

_APART = re.compile(r"\s*(?:[-–—]|\bs\s*[/.]?\s*d\b\.?|\bsampai\b|\bhingga\b)\s*")
_AROUND = re.compile(r"^(?:jam|pukul|pkl|pk)\b\.?\s*|\s*\b(?:wita|wib|wit)\b\.?")
_HOUR = re.compile(r"([0-9]{1,2})(?:\s*[.:,h]\s*([0-9]{2}))?(?:[.:][0-9]{2})?")
_OPEN_END = frozenset({"selesai", "sls", "slesai"})
_UNREADABLE: Read[tuple[time, time | None]] = (None, (("time_unreadable", ""),))


def read_hours(cell: Cell) -> Read[tuple[time, time | None]]:
    """When it began and, if the cell says so, when it ended."""
    if isinstance(cell, Formula):
        return None, (("formula", ""),)
    if is_blank(cell):
        return None, ()
    if isinstance(cell, str):
        return _from_text(cell)
    if isinstance(cell, datetime):
        return (cell.time().replace(second=0, microsecond=0), None), ()
    if isinstance(cell, time):
        return (cell.replace(second=0, microsecond=0), None), ()
    if isinstance(cell, timedelta):
        return _from_minutes(round(cell.total_seconds() / 60))
    if isinstance(cell, float):
        if 0 < cell < 1:
            return _from_minutes(round(cell * 24 * 60))
        return _from_text(as_text(cell))
    return _UNREADABLE


def _from_text(said: str) -> Read[tuple[time, time | None]]:
    text = _AROUND.sub("", " ".join(said.lower().split()))
    pieces = [_AROUND.sub("", piece) for piece in _APART.split(text) if piece]
    if len(pieces) == 2 and pieces[1] in _OPEN_END:
        pieces = pieces[:1]
    hours = [_hour(piece) for piece in pieces]
    if not 1 <= len(hours) <= 2 or hours[0] is None or hours[-1] is None:
        return _UNREADABLE
    return (hours[0], hours[1] if len(hours) == 2 else None), ()


def _hour(text: str) -> time | None:
    found = _HOUR.fullmatch(text.strip())
    if not found:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _from_minutes(minutes: int) -> Read[tuple[time, time | None]]:
    return ((time(*divmod(minutes, 60)), None), ()) if 0 <= minutes < 24 * 60 else _UNREADABLE
