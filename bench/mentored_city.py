"""The big city with what happens to people: ten visits each, checkups, aid, licences, promises, exhibitions.

Each twentieth person is enrolled a second time, by another office.
"""

from __future__ import annotations

import sys
import time
from datetime import UTC, date, datetime, timedelta
from datetime import time as hour
from pathlib import Path
from random import Random
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

sys.path.insert(0, str(Path(__file__).parent))

import big_city

from models import Account, Participation, Visit
from models.base import Base, new_key
from models.vocabulary import (
    ActionOwner,
    AidKind,
    Answer,
    Attendance,
    CheckupSource,
    Confirmation,
    ExhibitionLevel,
    MilestoneKind,
    MilestoneState,
    Status,
    VisitMode,
    VisitOutcome,
    VisitState,
)
from wub.settings import Settings

TABLES = Base.metadata.tables
VISITS = 10
CONSULTANTS = 60
LIVES = (Status.ACTIVE,) * 5 + (Status.PAUSED, Status.CLOSED, Status.CHANGED, Status.NOT_FOUND)
EXHIBITIONS = 40


def build(rows: int) -> Settings:
    """Made once; a city that is there is used again."""
    chosen = big_city.build(rows, name="city")
    engine = sa.create_engine(chosen.database_url)
    with Session(engine) as session:
        if session.scalar(sa.select(Visit.id).limit(1)) is None:
            started = time.perf_counter()
            _fill(session, rows)
            session.execute(sa.text("ANALYZE"))
            session.commit()
            print(f"mentored {rows} people in {time.perf_counter() - started:.0f} s", file=sys.stderr)
    engine.dispose()
    return chosen


def _fill(session: Session, rows: int) -> None:
    chance = Random(11)
    consultants = [
        Account(login=f"k{n}", name=f"Konsultan {n}", password_hash="-") for n in range(CONSULTANTS)
    ]
    session.add_all(consultants)
    session.flush()
    by = [one.id for one in consultants]
    _second_enrolments(session, rows)
    _exhibitions(session)
    enrolled = session.execute(
        sa.select(Participation.id, Participation.person_id, Participation.enrolled_on)
    ).all()
    for start in range(0, len(enrolled), 2000):
        happened: dict[str, list[dict[str, Any]]] = {}
        for row in enrolled[start : start + 2000]:
            _live(happened, chance, by, *row)
        for name, values in happened.items():
            session.execute(sa.insert(TABLES[name]), values)
    session.flush()
    for name in ("visit", "visit_attendee", "participation", "exhibition_entry", "buyer_contact"):
        if session.get_bind().dialect.name == "postgresql":
            sequence = f"pg_get_serial_sequence('{name}', 'id')"
            session.execute(sa.text(f"SELECT setval({sequence}, (SELECT max(id) FROM {name}))"))


def _second_enrolments(session: Session, rows: int) -> None:
    first = session.execute(
        sa.select(Participation.person_id, Participation.cohort_id, Participation.enrolled_on).where(
            Participation.person_id % 20 == 0
        )
    ).all()
    cohorts = sorted({cohort for _person, cohort, _day in first})
    other = {cohort: cohorts[(place + 3) % len(cohorts)] for place, cohort in enumerate(cohorts)}
    again = [
        {
            "id": rows + number,
            "client_key": new_key(),
            "person_id": person,
            "cohort_id": other[cohort],
            "enrolled_on": day + timedelta(days=400),
        }
        for number, (person, cohort, day) in enumerate(first, start=1)
    ]
    session.execute(sa.insert(Participation), again)


def _exhibitions(session: Session) -> None:
    held = [
        {
            "id": number,
            "client_key": new_key(),
            "name": f"Pameran {number}",
            "organiser": "Pemko",
            "level": next(iter(ExhibitionLevel)),
            "starts_on": date(2016, 1, 10) + timedelta(days=90 * number),
            "ends_on": date(2016, 1, 13) + timedelta(days=90 * number),
            "place": "Siring",
            "city_budget": 10_000_000,
            "city_budget_answer": Answer.KNOWN,
        }
        for number in range(1, EXHIBITIONS + 1)
    ]
    session.execute(sa.insert(TABLES["exhibition"]), held)


def _live(
    happened: dict[str, list[dict[str, Any]]],
    chance: Random,
    by: list[int],
    row: int,
    person: int,
    start: date,
) -> None:
    def add(name: str, **values: Any) -> None:
        table = TABLES[name]
        if "client_key" in table.c:
            values["client_key"] = new_key()
        happened.setdefault(name, []).append(values)

    def day(after: int) -> date:
        return start + timedelta(days=after)

    consultant = by[row % len(by)]
    add("assignment", participation_id=row, consultant_id=consultant, starts_on=day(3))
    for number in range(VISITS):
        visit = (row - 1) * VISITS + number + 1
        approved = chance.random() < 0.9
        add(
            "visit",
            id=visit,
            consultant_id=consultant,
            held_on=day(10 + number * chance.randint(20, 60)),
            starts_at=hour(9),
            ends_at=hour(9 + chance.randint(1, 2), 30),
            mode=VisitMode.ON_SITE,
            outcome=VisitOutcome.MET,
            topics=[],
            advice="Catat penjualan setiap hari.",
            confirmation=Confirmation.SIGNATURE,
            state=VisitState.APPROVED if approved else VisitState.SENT,
            reviewed_by_id=by[0] if approved else None,
            reviewed_at=datetime.combine(day(14 + number * 60), hour(4), UTC) if approved else None,
        )
        add("visit_attendee", id=visit, visit_id=visit, participation_id=row, status_seen=Status.ACTIVE)
    for month in (0, 6, 18, 24):
        status = chance.choice(LIVES) if month else Status.ACTIVE
        sales = chance.randint(1, 40) * 250_000 if status is Status.ACTIVE else None
        add(
            "checkup",
            participation_id=row,
            round_month=month,
            as_of_date=day(30 * month + chance.randint(0, 20)),
            source=CheckupSource.VISIT,
            status=status,
            verification=chance.choice((1, 2, 2, 3)),
            sales_last_month=sales,
            sales_last_month_answer=Answer.KNOWN if sales else Answer.UNKNOWN,
            workers_permanent=chance.randint(0, 2),
            workers_permanent_answer=Answer.KNOWN,
            workers_temporary=0,
            workers_temporary_answer=Answer.KNOWN,
            recorded_by_id=consultant,
        )
    if chance.random() < 0.8:
        add(
            "aid",
            participation_id=row,
            kind=chance.choice(list(AidKind)),
            description="Alat",
            given_on=day(40),
        )
    if chance.random() < 0.6:
        add(
            "milestone",
            person_id=person,
            kind=MilestoneKind.NIB,
            state=MilestoneState.ATTAINED,
            attained_on=day(chance.randint(-50, 300)),
        )
    due = day(90)
    add(
        "action_item",
        participation_id=row,
        text="Membeli buku kas",
        owner=ActionOwner.PARTICIPANT,
        due_on=due,
        done_on=chance.choice((None, due, due + timedelta(days=5))),
    )
    if row % 20 == 7:
        _show(add, chance, row)


def _show(add: Any, chance: Random, row: int) -> None:
    sold = chance.choice((None, 500_000, 2_000_000))
    add(
        "exhibition_entry",
        id=row,
        exhibition_id=row % EXHIBITIONS + 1,
        participation_id=row,
        attendance=Attendance.PRESENT,
        direct_sales=sold,
        direct_sales_answer=Answer.KNOWN if sold else Answer.UNKNOWN,
    )


if __name__ == "__main__":
    build(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
