"""Visits of twenty years upon the people of big_city: reports, hours, places and photos, written in bulk.

Most were approved long ago, 2,000 wait. One report in fifty is copied with a word changed, one photo in a
hundred is used again, one visit in fifty overlaps another.
"""

from __future__ import annotations

import sys
import time
from datetime import UTC, date, datetime, timedelta
from datetime import time as hour
from decimal import Decimal
from random import Random
from typing import Any

import sqlalchemy as sa
from big_city import build, settings
from sqlalchemy.orm import Session

from models import Account, Attachment, PhotoBand, RoleGrant, TextBand, Visit, VisitAttendee
from models.base import new_key
from models.vocabulary import Confirmation, Role, VisitMode, VisitState
from wub import likeness
from wub.settings import Settings
from wub.visits import text_marks

PEOPLE = 2000
CONSULTANTS = 40
WAITING = 2000
BATCH = 5000
# fmt: off
WORDS = [
    "modal", "bahan", "baku", "harga", "gula", "minyak", "naik", "turun", "pembeli", "sepi", "ramai",
    "toko", "warung", "rak", "etalase", "label", "kemasan", "izin", "PIRT", "halal", "QRIS", "kas", "buku",
    "catat", "setiap", "hari", "minggu", "bulan", "suami", "anak", "mesin", "jahit", "kompor", "pesanan",
    "antar", "pasar", "sungai", "banjir", "sewa", "tempat", "utang", "kredit", "tetangga", "saingan",
    "foto", "produk", "lokapasar", "bungkus", "kain",
]
# fmt: on
PARTS = ("pa", "ti", "mu", "ran", "ke", "lang", "su", "ber", "di", "kan", "ja", "sing")
WORDS += [a + b + c for a in PARTS for b in PARTS for c in PARTS[:4]]  # as many as people really use


def build_visits(rows: int) -> Settings:
    chosen = build(PEOPLE)
    engine = sa.create_engine(settings(PEOPLE).database_url)
    with Session(engine) as session:
        if (session.scalar(sa.select(sa.func.count()).select_from(Visit)) or 0) < rows:
            started = time.perf_counter()
            _fill(session, rows)
            session.execute(sa.text("ANALYZE"))
            session.commit()
            print(f"built {rows} visits in {time.perf_counter() - started:.0f} s", file=sys.stderr)
    engine.dispose()
    return chosen


def _fill(session: Session, rows: int) -> None:
    chance = Random(11)
    accounts = [Account(login=f"k{n}", name=f"Konsultan {n}", password_hash="-") for n in range(CONSULTANTS)]
    session.add_all(accounts)
    session.flush()
    session.add_all(
        RoleGrant(account_id=one.id, role=Role.CONSULTANT, starts_on=date(2016, 1, 1)) for one in accounts
    )
    said = ["modal habis untuk bahan baku dan belum ada catatan kas"] * 100
    photos = [1 for _ in range(100)]
    for start in range(1, rows + 1, BATCH):
        tables: dict[Any, list[dict[str, Any]]] = {Visit: [], VisitAttendee: [], Attachment: []}
        bands: dict[Any, set[tuple[int, int]]] = {TextBand: set(), PhotoBand: set()}
        for number in range(start, min(start + BATCH, rows + 1)):
            text = _report(chance, said)
            photo = _photo(chance, photos)
            words = text_marks.words_of(text, None) or ""
            digest = text_marks.digest_of(words)
            bands[TextBand].update((band, digest) for band in text_marks.bands_of(words))
            bands[PhotoBand].update((band, photo) for band in likeness.bands_of(photo))
            consultant = accounts[number % CONSULTANTS].id
            tables[Visit].append(_visit(chance, number, rows, consultant, text, digest))
            joined = {"visit_id": number, "participation_id": number % PEOPLE + 1}
            tables[VisitAttendee].append(joined)
            tables[Attachment].append(_attached(number, consultant, photo))
        for table, values in tables.items():
            session.execute(sa.insert(table), values)
        for kind, pairs in bands.items():
            _add_bands(session, kind, pairs)
    if session.get_bind().dialect.name == "postgresql":
        session.execute(sa.text(f"SELECT setval(pg_get_serial_sequence('visit', 'id'), {rows})"))


def _report(chance: Random, said: list[str]) -> str:
    if chance.random() < 0.02:
        words = chance.choice(said).split()
        words[chance.randrange(len(words))] = chance.choice(WORDS)
        return " ".join(words)
    at = chance.randrange(100)
    said[at] = " ".join(chance.choices(WORDS, k=chance.randint(15, 40)))
    return said[at]


def _photo(chance: Random, photos: list[int]) -> int:
    if chance.random() < 0.01:
        return chance.choice(photos) ^ 1 << chance.randrange(60)
    photos[chance.randrange(100)] = made = chance.getrandbits(63)
    return made


def _visit(chance: Random, number: int, rows: int, consultant: int, text: str, digest: int) -> dict[str, Any]:
    day = date(2026, 11, 20) - timedelta(days=(rows - number) // CONSULTANTS // 2)
    starts = 8 * 60 + (number // CONSULTANTS % 2) * 200 + (number % 7) * 10
    if chance.random() < 0.02:
        starts = 9 * 60
    return {
        "id": number,
        "client_key": new_key(),
        "consultant_id": consultant,
        "held_on": day,
        "starts_at": hour(starts // 60, starts % 60),
        "ends_at": hour((starts + 60) // 60, (starts + 60) % 60),
        "mode": VisitMode.ON_SITE,
        "topics": [],
        "problem": text,
        "text_digest": digest,
        "latitude": Decimal("-3.319437") + Decimal(chance.randint(-3000, 3000)) / 100_000,
        "longitude": Decimal("114.590752") + Decimal(chance.randint(-3000, 3000)) / 100_000,
        "accuracy_m": 20,
        "confirmation": Confirmation.SIGNATURE,
        "state": VisitState.SENT if number > rows - WAITING else VisitState.APPROVED,
        "created_at": datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
        + timedelta(days=chance.choice((0, 0, 1, 9))),
    }


def _attached(number: int, by: int, photo: int) -> dict[str, Any]:
    return {
        "client_key": new_key(),
        "file_name": "foto.jpg",
        "media_type": "image/jpeg",
        "size": 90_000,
        "digest": f"{number:064x}",
        "uploaded_by_id": by,
        "visit_id": number,
        "likeness": photo,
    }


def _add_bands(session: Session, kind: Any, pairs: set[tuple[int, int]]) -> None:
    from wub.records import add_missing

    names = [column.name for column in kind.__table__.primary_key]
    add_missing(session.connection(), kind, [dict(zip(names, pair, strict=True)) for pair in sorted(pairs)])
