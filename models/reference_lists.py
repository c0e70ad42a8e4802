"""Fills the reference lists: adds what is missing, never overwrites what the city has edited."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from models.agency import Agency, Scheme
from models.base import Base
from models.indicator import Indicator, IndicatorVersion
from models.indicator_catalogue import CATALOGUE
from models.reference import Area, BusinessClass, PriceIndex

DATA = Path(__file__).parent / "data"
KBLI_EDITION = 2020
INDEX_BASE_YEAR = 2010

# The city will confirm the names; they can be edited on the screen.
AGENCIES = (
    ("DISKOPUMKER", "Dinas Koperasi, Usaha Mikro dan Tenaga Kerja", "Diskopumker"),
    ("DISPERDAGIN", "Dinas Perdagangan dan Perindustrian", "Disperdagin"),
    ("DISBUDPORAPAR", "Dinas Kebudayaan, Kepemudaan, Olahraga dan Pariwisata", "Disbudporapar"),
    ("DKP3", "Dinas Ketahanan Pangan, Pertanian dan Perikanan", "DKP3"),
    ("DINSOS", "Dinas Sosial", "Dinsos"),
    ("DP3A", "Dinas Pemberdayaan Perempuan dan Perlindungan Anak", "DP3A"),
    ("DLH", "Dinas Lingkungan Hidup", "DLH"),
)


def load_reference(session: Session) -> None:
    for position, (code, name, short_name) in enumerate(AGENCIES, start=1):
        if session.scalar(sa.select(Agency.id).where(Agency.code == code)) is None:
            session.add(Agency(code=code, name=name, short_name=short_name, position=position))
    if session.scalar(sa.select(Scheme.id).where(Scheme.code == "WUB")) is None:
        session.add(Scheme(code="WUB", name="Wira Usaha Baru"))
    session.flush()
    _add_missing(session, Area, ("code",), _areas())
    _add_missing(session, BusinessClass, ("code", "edition"), _business_classes())
    _add_missing(session, PriceIndex, ("period", "monthly", "base_year", "place"), _price_index())
    _load_catalogue(session)


def _add_missing(
    session: Session, table: type[Base], key: tuple[str, ...], rows: Iterable[dict[str, Any]]
) -> None:
    stored = {tuple(row) for row in session.execute(sa.select(*(getattr(table, name) for name in key)))}
    missing = [row for row in rows if tuple(row[name] for name in key) not in stored]
    if missing:
        session.execute(sa.insert(table), missing)


def _load_catalogue(session: Session) -> None:
    for position, entry in enumerate(CATALOGUE, start=1):
        indicator = session.scalar(sa.select(Indicator).where(Indicator.code == entry.code))
        if indicator is None:
            indicator = Indicator(code=entry.code, name=entry.name, position=position)
            session.add(indicator)
            session.flush()
            session.add(IndicatorVersion(indicator_id=indicator.id, number=1, **entry.version()))
    session.flush()


def _areas() -> Iterator[dict[str, Any]]:
    """Parents first, because each level refers to the one above."""
    for row in _read("wilayah_provinsi.csv"):
        yield _area(row["kode"], row["nama"], 1, None)
    for row in _read("wilayah_kabkota.csv"):
        yield _area(row["kode"], row["nama"], 2, row["kode_provinsi"])
    for row in _read("wilayah_kecamatan.csv"):
        yield _area(row["kode"], row["nama"], 3, row["kode_kabkota"], row["kode_nik6"])
    for row in _read("banjarmasin_kelurahan.csv"):
        yield _area(row["kode_kelurahan"], row["kelurahan"], 4, row["kode_kecamatan"])


def _area(code: str, name: str, level: int, parent: str | None, nik: str | None = None) -> dict[str, Any]:
    return {"code": code, "name": name, "level": level, "parent_code": parent, "nik_prefix": nik}


def _business_classes() -> Iterator[dict[str, Any]]:
    for row in _read("kbli_2020_5digit.csv"):
        yield {"code": row["kode"], "edition": KBLI_EDITION, "title": row["judul"]}


def _price_index() -> Iterator[dict[str, Any]]:
    """Yearly, chained from inflation: no monthly series could be had (data/NOTICE.md)."""
    for row in _read("inflasi_indonesia_tahunan.csv"):
        yield {
            "period": date(int(row["tahun"]), 1, 1),
            "monthly": False,
            "base_year": INDEX_BASE_YEAR,
            "place": "Indonesia",
            "value": Decimal(row["indeks_2010_100_turunan"]),
            "source": "Bank Dunia FP.CPI.TOTL.ZG, dirantai; 2010 = 100",
        }


def _read(name: str) -> Iterator[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
