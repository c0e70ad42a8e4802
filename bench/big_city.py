"""A city of many people, written in bulk: the same rows the application keeps, only made quickly.

python bench/big_city.py 100000            SQLite below the folder of WUB_BENCH (default: a temporary one)
WUB_BENCH_URL=postgresql+psycopg://… python bench/big_city.py 100000
"""

from __future__ import annotations

import os
import sys
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

sys.path.insert(0, str(Path(__file__).parent.parent))

from folder import FOLDER

from models import (
    Account,
    Agency,
    Business,
    Checkup,
    Cohort,
    Ownership,
    Participation,
    Person,
    RoleGrant,
    Scheme,
)
from models.base import new_key
from models.migrate import upgrade
from models.person import sealed_nik
from models.reference_lists import load_reference
from models.vocabulary import Answer, CheckupSource, NibCheck, Role, Sector, Sex, Status, YesNo
from wub.settings import Settings
from wub.vaults import open_with

BATCH = 5000
YEARS = range(2016, 2026)


def settings(rows: int, name: str = "people") -> Settings:
    FOLDER.mkdir(parents=True, exist_ok=True)
    url = os.environ.get("WUB_BENCH_URL", f"sqlite:///{FOLDER / f'{name}-{rows}.db'}")
    return Settings.from_environment(
        {"WUB_INSTANCE": str(FOLDER / "instance"), "WUB_DATABASE_URL": url, "WUB_LOG_LEVEL": "WARNING"}
    )


def build(rows: int, name: str = "people") -> Settings:
    """Make the database unless it is there: people with a business, an enrolment and two checkups each."""
    chosen = settings(rows, name)
    open_with(chosen)
    engine = sa.create_engine(chosen.database_url)
    upgrade(engine)
    with Session(engine) as session:
        if (session.scalar(sa.select(sa.func.max(Person.id))) or 0) >= rows:
            return chosen
        started = time.perf_counter()
        load_reference(session)
        _fill(session, rows)
        session.execute(sa.text("ANALYZE"))
        session.commit()
    engine.dispose()
    print(f"built {rows} people in {time.perf_counter() - started:.0f} s", file=sys.stderr)
    return chosen


def _fill(session: Session, rows: int) -> None:
    chance = Random(7)
    supervisor = Account(login="penyelia", name="Penyelia", password_hash="-")
    session.add(supervisor)
    session.flush()
    session.add(RoleGrant(account_id=supervisor.id, role=Role.SUPERVISOR, starts_on=date(2016, 1, 1)))
    scheme = session.scalars(sa.select(Scheme)).one()
    agencies = session.scalars(sa.select(Agency)).all()
    cohorts = [
        Cohort(code=f"{year}-{agency.code}", year=year, agency_id=agency.id, scheme_id=scheme.id)
        for year in YEARS
        for agency in agencies
    ]
    session.add_all(cohorts)
    session.flush()
    areas = session.scalars(sa.text("SELECT code FROM area WHERE level = 4")).all()
    for start in range(1, rows + 1, BATCH):
        numbers = range(start, min(start + BATCH, rows + 1))
        tables: dict[Any, list[dict[str, Any]]] = {
            t: [] for t in (Person, Business, Ownership, Participation, Checkup)
        }
        for number in numbers:
            _one(tables, chance, number, cohorts[number % len(cohorts)], areas, supervisor.id)
        for table, values in tables.items():
            session.execute(sa.insert(table), values)
    if session.get_bind().dialect.name == "postgresql":
        for table in (Person, Business, Participation):  # their ids were given above
            name = table.__tablename__
            session.execute(sa.text(f"SELECT setval(pg_get_serial_sequence('{name}', 'id'), {rows})"))


def _one(
    tables: dict[Any, list[dict[str, Any]]],
    chance: Random,
    number: int,
    cohort: Cohort,
    areas: Any,
    by: int,
) -> None:
    born = date(1960, 1, 1) + timedelta(days=number % 15000)
    key = new_key()
    nik = f"63710{number % 5 + 1}{born.day:02d}{born.month:02d}{born.year % 100:02d}{number // 15000 + 1:04d}"
    sealed, index, mask = sealed_nik(nik, key)
    first, second = (
        chance.choice(("Siti", "Ahmad", "Noor", "Rusdi", "Mariatul")),
        chance.choice(("Rahmah", "Hadi", "Sari")),
    )
    name = f"{first} {second} {number}"
    business = f"Warung {chance.choice(('Berkah', 'Maju', 'Harapan'))} {number}"
    phone = f"+6281{number:09d}"
    enrolled = date(cohort.year, 3, 1) + timedelta(days=number % 60)
    stamp = datetime(cohort.year, 6, 1, tzinfo=UTC)
    tables[Person].append(
        {
            "id": number,
            "client_key": key,
            "name": name,
            "nik_sealed": sealed,
            "nik_index": index,
            "nik_mask": mask,
            "sex": Sex.FEMALE if number % 2 else Sex.MALE,
            "birth_date": born,
            "area_code": areas[number % len(areas)],
            "phone": phone,
            "search_text": f"{name.lower()} {business.lower()} {phone[3:]}",
        }
    )
    tables[Business].append(
        {
            "id": number,
            "client_key": new_key(),
            "name": business,
            "sector": list(Sector)[number % 7],
            "nib_check": NibCheck.NONE,
            "seasonal": YesNo.NO,
        }
    )
    tables[Ownership].append({"client_key": new_key(), "business_id": number, "person_id": number})
    tables[Participation].append(
        {
            "id": number,
            "client_key": new_key(),
            "person_id": number,
            "cohort_id": cohort.id,
            "business_id": number,
            "enrolled_on": enrolled,
            "created_at": stamp,
        }
    )
    for months in (3, 12):
        status = chance.choice((Status.ACTIVE, Status.ACTIVE, Status.CLOSED, Status.NOT_FOUND))
        sales = 2_000_000 if status is Status.ACTIVE else None
        tables[Checkup].append(
            {
                "client_key": new_key(),
                "participation_id": number,
                "round_month": months,
                "as_of_date": enrolled + timedelta(days=30 * months + number % 20),
                "source": CheckupSource.VISIT,
                "status": status,
                "verification": 2 + number % 3 - 1,
                "sales_last_month": sales,
                "sales_last_month_answer": Answer.KNOWN if sales else Answer.UNKNOWN,
                "recorded_by_id": by,
            }
        )


if __name__ == "__main__":
    build(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
