"""Reference lists as files: which list a CSV is, by its headings, and what each of its lines says."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from models.base import Base
from models.reference import Area, BusinessClass, PriceIndex

KBLI_EDITION = 2020  # of a file that names no edition
INDEX_BASE_YEAR = 2010
INDEX_SOURCE = "Bank Dunia FP.CPI.TOTL.ZG, dirantai; 2010 = 100"

Said = Mapping[str, str]
_CODES = {1: r"\d{2}", 2: r"\d{2}\.\d{2}", 3: r"\d{2}\.\d{2}\.\d{2}", 4: r"\d{2}\.\d{2}\.\d{2}\.\d{4}"}


class BadLine(ValueError):
    """What is wrong with one value, in a few words."""


class BadFile(ValueError):
    """`line` counts from 1, with the headings as line 1."""

    def __init__(self, line: int, said: str) -> None:
        super().__init__(f"line {line}: {said}")
        self.line = line


@dataclass(frozen=True)
class Shape:
    """A kind of file: told by its first headings, kept in `table`, one row for each `key`."""

    name: str
    headings: frozenset[str]
    table: type[Base]
    key: tuple[str, ...]
    row: Callable[[Said], dict[str, Any]]


def read_reference(text: str) -> tuple[Shape, list[dict[str, Any]]]:
    """Raises BadFile, and then nothing of the file was taken."""
    lines = text.splitlines()
    first = lines[0] if lines else ""
    reader = csv.DictReader(lines, delimiter=";" if first.count(";") > first.count(",") else ",")
    shape = shape_of(reader.fieldnames or ())
    rows = list(_checked(shape, reader))
    if not rows:
        raise BadFile(1, "there is no line under the headings")
    return shape, rows


def shape_of(headings: Any) -> Shape:
    there = {str(heading).strip() for heading in headings}
    for shape in SHAPES:
        if shape.headings <= there:
            return shape
    known = "; ".join(f"{shape.name}: {','.join(sorted(shape.headings))}" for shape in SHAPES)
    raise BadFile(1, f"these headings belong to no reference list. Known are {known}")


def _checked(shape: Shape, reader: csv.DictReader[str]) -> Iterator[dict[str, Any]]:
    met: dict[tuple[Any, ...], int] = {}
    for said in reader:
        line = reader.line_num
        if None in said or None in said.values():
            raise BadFile(line, "has more or fewer values than there are headings")
        try:
            row = shape.row({heading.strip(): value.strip() for heading, value in said.items()})
        except BadLine as bad:
            raise BadFile(line, str(bad)) from None
        key = tuple(row[name] for name in shape.key)
        if key in met:
            raise BadFile(line, f"says the same thing as line {met[key]} once more")
        met[key] = line
        yield row


def _province(said: Said) -> dict[str, Any]:
    return _area(said["kode"], said["nama"], 1, None)


def _regency(said: Said) -> dict[str, Any]:
    return _area(said["kode"], said["nama"], 2, said["kode_provinsi"])


def _district(said: Said) -> dict[str, Any]:
    nik = said["kode_nik6"]
    if nik and not re.fullmatch(r"[0-9]{6}", nik):
        raise BadLine(f"{nik!r} is not the first six digits of a NIK")
    return _area(said["kode"], said["nama"], 3, said["kode_kabkota"], nik or None)


def _village(said: Said) -> dict[str, Any]:
    return _area(said["kode_kelurahan"], said["kelurahan"], 4, said["kode_kecamatan"])


def _area(code: str, name: str, level: int, parent: str | None, nik: str | None = None) -> dict[str, Any]:
    if not re.fullmatch(_CODES[level], code, re.ASCII):
        raise BadLine(f"{code!r} is not a Kemendagri code of this level")
    if parent is not None and not code.startswith(f"{parent}."):
        raise BadLine(f"{code!r} does not lie in {parent!r}")
    return {
        "code": code,
        "name": _words(name, 200),
        "level": level,
        "parent_code": parent,
        "nik_prefix": nik,
    }


def _business_class(said: Said) -> dict[str, Any]:
    if not re.fullmatch(r"[0-9]{5}", said["kode"]):
        raise BadLine(f"{said['kode']!r} is not a KBLI code of five digits")
    edition = _whole(said.get("edisi") or str(KBLI_EDITION), 1990, 2100)
    return {"code": said["kode"], "edition": edition, "title": _words(said["judul"], 300)}


def _yearly_price(said: Said) -> dict[str, Any]:
    """Chained from inflation: no monthly series could be had (data/NOTICE.md)."""
    year = _whole(said["tahun"], 1900, 2100)
    value = _amount(said["indeks_2010_100_turunan"])
    return _price(date(year, 1, 1), False, INDEX_BASE_YEAR, "Indonesia", value, INDEX_SOURCE)


def _price_of_period(said: Said) -> dict[str, Any]:
    """`periode` is 2026 for a year and 2026-03 for a month, as published by BPS."""
    found = re.fullmatch(r"(\d{4})(?:-(\d{2}))?", said["periode"], re.ASCII)
    if not found or not 1 <= int(found[2] or 1) <= 12:
        raise BadLine(f"{said['periode']!r} is neither a year (2026) nor a month (2026-03)")
    period = date(_whole(found[1], 1900, 2100), int(found[2] or 1), 1)
    base, place = _whole(said["tahun_dasar"], 1900, 2100), _words(said["tempat"], 60)
    return _price(
        period, found[2] is not None, base, place, _amount(said["indeks"]), _words(said["sumber"], 200)
    )


def _price(period: date, monthly: bool, base: int, place: str, value: Decimal, source: str) -> dict[str, Any]:
    return {
        "period": period,
        "monthly": monthly,
        "base_year": base,
        "place": place,
        "value": value,
        "source": source,
    }


def _words(text: str, longest: int) -> str:
    if not text or len(text) > longest or not text.isprintable():
        raise BadLine("a name is missing" if not text else f"a name of {len(text)} signs cannot be kept")
    return text


def _whole(text: str, least: int, most: int) -> int:
    if not re.fullmatch(r"[0-9]{1,9}", text) or not least <= int(text) <= most:
        raise BadLine(f"{text!r} is not a whole number from {least} to {most}")
    return int(text)


def _amount(text: str) -> Decimal:
    try:
        value = Decimal(text.replace(",", "."))
    except InvalidOperation:
        raise BadLine(f"{text!r} is not a number") from None
    if not value.is_finite() or not 0 < value < 10**7:
        raise BadLine(f"{text!r} is not a price index")
    return value


_PRICE_KEY = ("period", "monthly", "base_year", "place")
# The more particular first: a file of regencies has the headings of a file of provinces too.
SHAPES = (
    Shape("districts", frozenset({"kode", "nama", "kode_kabkota", "kode_nik6"}), Area, ("code",), _district),
    Shape("regencies", frozenset({"kode", "nama", "kode_provinsi"}), Area, ("code",), _regency),
    Shape(
        "villages", frozenset({"kode_kelurahan", "kelurahan", "kode_kecamatan"}), Area, ("code",), _village
    ),
    Shape("provinces", frozenset({"kode", "nama"}), Area, ("code",), _province),
    Shape("KBLI", frozenset({"kode", "judul"}), BusinessClass, ("code", "edition"), _business_class),
    Shape(
        "yearly prices",
        frozenset({"tahun", "indeks_2010_100_turunan"}),
        PriceIndex,
        _PRICE_KEY,
        _yearly_price,
    ),
    Shape(
        "price index",
        frozenset({"periode", "indeks", "tahun_dasar", "tempat", "sumber"}),
        PriceIndex,
        _PRICE_KEY,
        _price_of_period,
    ),
)
