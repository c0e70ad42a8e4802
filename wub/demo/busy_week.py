"""A week worth asking about: one training written down eleven times, and a few visits that raise a question.

Told from the story alone, without chance, so that nothing else of the city changes.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from models import Visit, VisitAttendee
from models.vocabulary import Confirmation, Status, Topic, VisitMode, VisitState
from wub.demo.mentoring import Mentored
from wub.demo.people import Enrolment

ATTENDED = 11
FRIDAY = 4
ENTERED_AFTER = timedelta(days=9)
HOURS = ((8, 0), (8, 0), (8, 30), (9, 0), (10, 0), (10, 30), (11, 0), (13, 0), (13, 0), (13, 30), (14, 0))
PROBLEM = "Kemasan dan label belum menarik pembeli, dan tanggal kedaluwarsa belum ditulis di bungkus"
ADVICE = (
    "Pelatihan kemasan di aula kelurahan: {name} mencoba dua kemasan, menghitung harga pokok per bungkus,"
    " lalu menulis label dengan nama usaha, berat bersih, dan tanggal kedaluwarsa"
)
SHOP = Decimal("-3.319400"), Decimal("114.590800")


def write_down(session: Session, mentored: list[Mentored], today: date) -> None:
    now: dict[int, list[Enrolment]] = defaultdict(list)
    for one, consultant_id, recent in mentored:
        if recent is not None:
            now[consultant_id].append(one)
    busiest, *others = sorted(now, key=lambda number: (-len(now[number]), number)) or [0]
    friday = _free_friday(session, busiest, today)
    for one, hour in zip(now[busiest][:ATTENDED], HOURS, strict=False):
        _training(session, one, busiest, friday, time(*hour), entered=friday + ENTERED_AFTER)
    for consultant_id in others[:1]:
        _questions(session, now[consultant_id], consultant_id, friday - timedelta(days=2))
    session.flush()


def _free_friday(session: Session, consultant_id: int, today: date) -> date:
    """The last one that can have been entered late and on which the consultant did nothing else."""
    took = set(session.scalars(sa.select(Visit.held_on).where(Visit.consultant_id == consultant_id)))
    last = today - ENTERED_AFTER
    friday = last - timedelta(days=(last.weekday() - FRIDAY) % 7)
    while friday in took:
        friday -= timedelta(days=7)
    return friday


def _training(
    session: Session, one: Enrolment, consultant_id: int, on: date, starts: time, *, entered: date
) -> None:
    visit = _visit(consultant_id, on, starts, 120, entered=entered, mode=VisitMode.OFFICE)
    visit.problem, visit.advice = PROBLEM, ADVICE.format(name=one.person.name.split()[0])
    visit.place, visit.topics = "Aula kelurahan", [Topic.PRODUCTION.value, Topic.MARKETING.value]
    _keep(session, visit, one)


def _questions(session: Session, people: list[Enrolment], consultant_id: int, on: date) -> None:
    """Far from the shop; too fast from there; short; nobody signed, and why."""
    latitude, longitude = SHOP
    far: dict[str, Any] = {"latitude": latitude + Decimal("0.014"), "longitude": longitude, "accuracy_m": 25}
    fast: dict[str, Any] = {"latitude": latitude + Decimal("0.120"), "longitude": longitude, "accuracy_m": 30}
    told: list[tuple[time, int, dict[str, Any]]] = [
        (time(9), 45, far | {"advice": "Bertemu di rumah ibunya karena toko sedang dicat ulang."}),
        (time(9, 50), 35, fast | {"advice": "Menata rak depan dan mencatat stok kain sasirangan."}),
        (time(13), 6, {"advice": "Singgah mengantar berkas PIRT yang sudah ditandatangani lurah."}),
        (
            time(14, 30),
            40,
            {
                "advice": "Membahas angsuran KUR dan pemisahan uang rumah dengan uang usaha.",
                "confirmation": Confirmation.NONE,
                "no_confirmation_reason": "Telepon peserta rusak",
                "explanation": "Telepon beliau jatuh ke sungai pagi itu. Besok saya minta tanda tangannya.",
            },
        ),
    ]
    for one, (starts, minutes, values) in zip(people, told, strict=False):
        visit = _visit(consultant_id, on, starts, minutes, entered=on + timedelta(days=1))
        for name, value in values.items():
            setattr(visit, name, value)
        if "latitude" in values:
            one.business.latitude, one.business.longitude = SHOP
        _keep(session, visit, one)


def _visit(
    consultant_id: int,
    on: date,
    starts: time,
    minutes: int,
    *,
    entered: date,
    mode: VisitMode = VisitMode.ON_SITE,
) -> Visit:
    ends = (datetime.combine(on, starts, UTC) + timedelta(minutes=minutes)).time()
    return Visit(
        consultant_id=consultant_id,
        held_on=on,
        starts_at=starts,
        ends_at=ends,
        mode=mode,
        topics=[Topic.FINANCE.value],
        confirmation=Confirmation.SIGNATURE,
        travel_minutes=20,
        state=VisitState.SENT,
        created_at=datetime.combine(entered, time(12), UTC),
    )


def _keep(session: Session, visit: Visit, one: Enrolment) -> None:
    session.add(visit)
    session.flush()
    session.add(
        VisitAttendee(visit_id=visit.id, participation_id=one.participation.id, status_seen=Status.ACTIVE)
    )
