"""Days as Indonesians write them: 18-02-18, 3 OKT 2018, 15 Januari 2018, 2018-03-20, an Excel serial."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from functools import lru_cache

from imports.cells import Read
from imports.cells.text import is_blank
from imports.grid import Cell, Formula

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan january",
            "februari feb pebruari peb february",
            "maret mar mrt march",
            "april apr",
            "mei may",
            "juni jun june juny",
            "juli jul july jully",
            "agustus agu ags agt agst agust agustusan aug august",
            "september sep sept",
            "oktober okt oct october",
            "november nov nopember nop",
            "desember des dec december",
        ),
        1,
    )
    for name in names.split()
}
_EXCEL_EPOCH = date(1899, 12, 30)
_FIRST_SERIAL, _LAST_SERIAL = 3_654, 73_050  # 1910 to 2099
_YEARS_1900_TO_1904 = 1_462  # days
_BARE_NUMBER = re.compile(r"[0-9]{5}(?:\.0)?")
_ISO = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?:[ T].*)?")
_DAY_FIRST = re.compile(r"([0-9]{1,2})\s*[-/. ]\s*([0-9]{1,2})\s*[-/. ]\s*([0-9]{4}|[0-9]{2})")
_WORDED = re.compile(r"([0-9]{1,2})\s*[-/., ]?\s*([a-z]+)\.?\s*[-/., ]?\s*([0-9]{4}|[0-9]{2})")
_PARTIAL = re.compile(r"(?:([a-z]+)[\s/-]*|[0-9]{1,2}\s*[/-]\s*)?([0-9]{4})")
_MONTH_LAST = re.compile(r"([0-9]{4})[-/][0-9]{1,2}")
_MONTH_OF_SHORT_YEAR = re.compile(r"([a-z]+)[\s/-]*([0-9]{2})")
_BEFORE = re.compile(
    r"^(?:(?:senin|selasa|rabu|kamis|jumat|sabtu|minggu|ahad)\s*[,/]?\s*)?(?:(?:tgl|tanggal)\b\.?:?\s*)?"
)
_ABOUT_WHEN = re.compile(r"^(?:(?:th|thn|tahun|sejak|awal|pertengahan|akhir|sekitar|kira-?kira)\b\.?|±)\s*")
_MIDNIGHT = re.compile(r"\s+00[:.]00(?:[:.]00)?$")
_TYPED = str.maketrans({"‐": "-", "‑": "-", "–": "-", "—": "-", "'": "", "’": "", "`": ""})
_BLANK: Read[date] = (None, ())


def read_date(cell: Cell, today: date) -> Read[date]:
    """A part of a date (a year, a month) is no date: the trouble `date_partial` hints its year."""
    if isinstance(cell, datetime):
        cell = cell.date()
    if isinstance(cell, date):
        return _plausible(cell, today)
    if isinstance(cell, Formula):
        return None, (("formula", ""),)
    if isinstance(cell, float):
        return _from_number(cell, today)
    if isinstance(cell, str):
        return _BLANK if is_blank(cell) else _from_text(cell, today)
    return None, (("date_unreadable", ""),)


def counted_from_1900(cell: Cell, today: date) -> Cell:
    """A bare number of days of a workbook that counts from 1904, as the others count; all else as it is."""
    if isinstance(cell, str) and _BARE_NUMBER.fullmatch(cell.strip()):
        cell = float(cell)
    return cell + _YEARS_1900_TO_1904 if isinstance(cell, float) and cell > today.year + 1 else cell


def _from_number(number: float, today: date) -> Read[date]:
    if number == 0:
        return _BLANK
    if 1900 <= number <= today.year + 1 and number.is_integer():
        return None, (("date_partial", str(int(number))),)
    if _FIRST_SERIAL <= number <= _LAST_SERIAL:
        return _plausible(_EXCEL_EPOCH + timedelta(days=int(number)), today)
    return None, (("date_unreadable", ""),)


@lru_cache(maxsize=50_000)
def _from_text(said: str, today: date) -> Read[date]:
    text = " ".join(said.translate(_TYPED).lower().split())
    text = _MIDNIGHT.sub("", _BEFORE.sub("", text))
    if found := _ISO.fullmatch(text):
        year, month, day = map(int, found.groups())
        return _built(year, month, day, today)
    if found := _DAY_FIRST.fullmatch(text):
        day, month = int(found[1]), int(found[2])
        if month > 12 >= day:
            return None, (("date_month_first", ""),)
        return _built(_year(found[3], today), month, day, today)
    if (found := _WORDED.fullmatch(text)) and found[2] in _MONTHS:
        return _built(_year(found[3], today), _MONTHS[found[2]], int(found[1]), today)
    if (partial := _year_only(_ABOUT_WHEN.sub("", text), today)) is not None:
        return None, (("date_partial", str(partial)),)
    if _BARE_NUMBER.fullmatch(text):
        return _from_number(float(text), today)
    return None, (("date_unreadable", ""),)


def _year_only(text: str, today: date) -> int | None:
    """The year of "2015", "Agustus 1985", "08/1985", "1985-08" or "Mei 18"."""
    if (found := _PARTIAL.fullmatch(text)) and (found[1] is None or found[1] in _MONTHS):
        return int(found[2])
    if found := _MONTH_LAST.fullmatch(text):
        return int(found[1])
    if (found := _MONTH_OF_SHORT_YEAR.fullmatch(text)) and found[1] in _MONTHS:
        return _year(found[2], today)
    return None


def _year(digits: str, today: date) -> int:
    if len(digits) == 4:
        return int(digits)
    year = 2000 + int(digits)
    return year if year <= today.year + 1 else year - 100


def _built(year: int, month: int, day: int, today: date) -> Read[date]:
    try:
        return _plausible(date(year, month, day), today)
    except ValueError:
        return None, (("date_impossible", ""),)


def _plausible(day: date, today: date) -> Read[date]:
    if day.year < 1910 or day.year > today.year + 1:
        return None, (("date_impossible", ""),)
    return day, ()
