"""Small files for the tests: good ones by openpyxl, hostile ones by hand."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import date
from typing import Any

from openpyxl import Workbook

from imports import ImportReading, Places, load_places, read_participants

TODAY = date(2026, 11, 24)
PLACES: Places = load_places()
HEADER = [
    "NO",
    "NAMA PESERTA",
    "NIK",
    "L/P",
    "KELURAHAN",
    "NO. HP",
    "NAMA USAHA",
    "OMZET SEBELUM",
    "MULAI USAHA",
]
SHEET = "xl/worksheets/sheet1.xml"


def workbook(*rows: Sequence[Any], title: str = "WUB 2018") -> bytes:
    book = Workbook()
    page = book.active
    page.title = title
    for row in rows:
        page.append(list(row))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def person(**said: Any) -> list[Any]:
    """One row under HEADER, as it would be written without a fault."""
    row = {
        "NO": 1, "NAMA PESERTA": "Contoh Satu", "NIK": "6371014101900001", "L/P": "P", "KELURAHAN": "Mantuil",
        "NO. HP": "081200000001", "NAMA USAHA": "Kue Contoh", "OMZET SEBELUM": 1_500_000,
        "MULAI USAHA": "18/02/2018",
    }  # fmt: skip
    return list((row | said).values())


def changed(data: bytes, parts: dict[str, bytes]) -> bytes:
    """The same archive with other contents in some parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in [*old.namelist(), *(part for part in parts if part not in old.namelist())]:
            new.writestr(name, parts[name] if name in parts else old.read(name))
    return out.getvalue()


def part(data: bytes, name: str = SHEET) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)


def read(data: bytes, filename: str = "daftar.xlsx", **options: Any) -> ImportReading:
    return read_participants(data, filename, places=PLACES, today=TODAY, **options)
