"""Numbers, money and days as the reader's language writes them; instants as the clock in Banjarmasin shows.

Every filter shows a dash for nothing: blank cells leave the reader wondering.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any

from babel import Locale, dates, numbers
from flask import Flask
from flask_babel import get_locale, gettext

from wub.clock import WITA

NOTHING = "–"
MASK = "••••••••"


def _locale() -> Locale:
    found = get_locale()
    return found if found is not None else Locale("id")


def rupiah(value: int | None) -> str:
    """15250000 → Rp15.250.000"""
    if value is None:
        return NOTHING
    return numbers.format_currency(value, "IDR", "¤#,##0", locale=_locale(), currency_digits=False)


def angka(value: float | Decimal | None, decimals: int = 0) -> str:
    """1234567 → 1.234.567"""
    if value is None:
        return NOTHING
    return _decimal(value, "#,##0" + _places(decimals), _locale())


@lru_cache(maxsize=4096, typed=True)
def _decimal(value: float | Decimal, pattern: str, locale: Locale) -> str:
    """A board shows some hundred numbers, most of them small ones and the same again."""
    return numbers.format_decimal(value, pattern, locale=locale)


def persen(rate: float | Decimal | None, decimals: int = 0) -> str:
    """0.623 → 62%; with one decimal 62,3%"""
    if rate is None:
        return NOTHING
    return _percent(rate, "#,##0" + _places(decimals) + "%", _locale())


@lru_cache(maxsize=4096, typed=True)
def _percent(rate: float | Decimal, pattern: str, locale: Locale) -> str:
    return numbers.format_percent(rate, pattern, locale=locale)


def tanggal(day: date | None) -> str:
    """3 November 2026"""
    return NOTHING if day is None else dates.format_date(_day(day), "d MMMM y", locale=_locale())


def tanggal_pendek(day: date | None) -> str:
    """3 Nov 2026"""
    return NOTHING if day is None else dates.format_date(_day(day), "d MMM y", locale=_locale())


def waktu(instant: datetime | None) -> str:
    """3 Nov 2026 14.05 WITA"""
    if instant is None:
        return NOTHING
    local = instant.astimezone(WITA)
    clock = dates.format_time(local, "short", locale=_locale(), tzinfo=WITA)
    return f"{dates.format_date(local.date(), 'd MMM y', locale=_locale())} {clock} WITA"


def label(code: Any) -> str:
    """The word for a code of a list, in the reader's language."""
    if code is None or code == "":
        return NOTHING
    return str(gettext(getattr(code, "label", str(code))))


def tr(text: Any) -> str:
    """A sentence that was kept in Indonesian, in the reader's language."""
    return str(gettext(str(text))) if text else ""


def nik_tersamar(nik: str | None) -> str:
    """6371••••••••0001"""
    return NOTHING if not nik else f"{nik[:4]}{MASK}{nik[-4:]}"


def _day(day: date) -> date:
    if not isinstance(day, datetime):
        return day
    return day.astimezone(WITA).date() if day.tzinfo else day.date()


def _places(decimals: int) -> str:
    return "." + "0" * decimals if decimals else ""


def install(app: Flask) -> None:
    for show in (rupiah, angka, persen, tanggal, tanggal_pendek, waktu, label, tr, nik_tersamar):
        app.jinja_env.filters[show.__name__] = show
