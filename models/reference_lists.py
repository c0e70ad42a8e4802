"""Fills the reference lists: adds what is missing, never overwrites what the city has edited."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from models.agency import Agency, Scheme
from models.claim import Claim
from models.indicator import Indicator, IndicatorVersion
from models.indicator_catalogue import CATALOGUE
from models.published_claims import CLAIMS
from models.reference_files import Shape, read_reference

DATA = Path(__file__).parent / "data"
# Areas with their parents first, because each level refers to the one above.
SHIPPED = (
    "wilayah_provinsi.csv",
    "wilayah_kabkota.csv",
    "wilayah_kecamatan.csv",
    "banjarmasin_kelurahan.csv",
    "kbli_2020_5digit.csv",
    "inflasi_indonesia_tahunan.csv",
)

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
    for file in SHIPPED:
        _add_missing(session, *read_reference((DATA / file).read_text(encoding="utf-8")))
    _load_catalogue(session)
    _load_claims(session)


def _add_missing(session: Session, shape: Shape, rows: list[dict[str, Any]]) -> None:
    key = [getattr(shape.table, name) for name in shape.key]
    stored = {tuple(row) for row in session.execute(sa.select(*key))}
    missing = [row for row in rows if tuple(row[name] for name in shape.key) not in stored]
    if missing:
        session.execute(sa.insert(shape.table), missing)


def _load_catalogue(session: Session) -> None:
    for position, entry in enumerate(CATALOGUE, start=1):
        indicator = session.scalar(sa.select(Indicator).where(Indicator.code == entry.code))
        if indicator is None:
            indicator = Indicator(code=entry.code, name=entry.name, position=position)
            session.add(indicator)
            session.flush()
            session.add(IndicatorVersion(indicator_id=indicator.id, number=1, **entry.version()))
    session.flush()


def _load_claims(session: Session) -> None:
    indicators = dict(session.execute(sa.select(Indicator.code, Indicator.id)).all())
    stored = set(session.scalars(sa.select(Claim.code)))
    for claim in CLAIMS:
        if claim.code not in stored:
            session.add(Claim(**claim.values(indicators)))
    session.flush()
