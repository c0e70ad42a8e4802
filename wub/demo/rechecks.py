"""A tenth of a busy month's checkups, drawn and mostly looked at again; and plans of those mentored now."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, date, datetime, timedelta
from random import Random
from uuid import NAMESPACE_OID, uuid5

import sqlalchemy as sa
from sqlalchemy.orm import Session

from models import Assignment, Checkup, DrawnCheckup, MentoringPlan, PlanTarget, RecheckDraw
from models.vocabulary import (
    Answer,
    CheckupSource,
    NeedLevel,
    PlanState,
    Reached,
    Status,
    Topic,
    Verification,
)
from wub.checkups import drawing
from wub.demo.cast import Cast

SEED = "2719"
NEEDS = (
    (Topic.FINANCE, NeedLevel.MUCH, "Pisahkan uang usaha dan uang rumah"),
    (Topic.MARKETING, NeedLevel.LITTLE, "Foto produk yang terang"),
    (Topic.INSTITUTION, NeedLevel.LITTLE, "NIB dan PIRT"),
)


def check_again(session: Session, chance: Random, cast: Cast) -> None:
    """Announced before its month was over; officers found most of them as they were told."""
    month = _last_busy_month(session)
    if month is None:
        return
    last = (month + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    rows = [one for one in _may_be_drawn(session) if month <= one.created_at.date() <= last]
    listed: dict[str, list[str]] = defaultdict(list)
    for number, one in enumerate(rows):
        one.client_key = uuid5(NAMESPACE_OID, f"wub-demo-{number}")  # else every city would draw others
        listed[str(one.recorded_by_id)].append(str(one.client_key))
    draw = RecheckDraw(
        since=month,
        until=last,
        seed=SEED,
        seed_source="Nomor berita acara rapat tim, dibacakan di rapat",
        announced_by_id=cast.supervisor.id,
        created_at=datetime(month.year, month.month, 2, 1, tzinfo=UTC),
        drawn_by_id=cast.supervisor.id,
        drawn_at=datetime(last.year, last.month, last.day, 1, tzinfo=UTC) + timedelta(days=1),
        frame={recorder: sorted(keys) for recorder, keys in listed.items()},
    )
    session.add(draw)
    session.flush()
    of_key = {str(one.client_key): one for one in rows}
    officer = cast.officers["DISPERDAGIN"].id
    # By key, because numbers of accounts differ from city to city.
    for keys in sorted(drawing.draw(SEED, listed).values()):
        for place, key in enumerate(keys, 1):
            first = of_key[key]
            by = cast.supervisor.id if first.recorded_by_id == officer else officer
            session.add(
                DrawnCheckup(
                    draw_id=draw.id,
                    checkup_id=first.id,
                    position=place,
                    officer_id=by,
                    created_at=draw.drawn_at,
                )
            )
            if chance.random() < 0.7:
                session.add(_again(chance, first, by))
    session.flush()


def plan_with_those_mentored(session: Session, chance: Random, today: date) -> None:
    running = sa.select(Assignment).where(Assignment.ends_on.is_(None)).order_by(Assignment.id)
    for one in session.scalars(running).all()[::2]:
        starts = today - timedelta(days=chance.randint(20, 90))
        plan = MentoringPlan(
            participation_id=one.participation_id,
            consultant_id=one.consultant_id,
            starts_on=starts,
            ends_on=starts + timedelta(days=180),
            needs_by_topic={
                topic.value: {"level": level.value, "words": said} for topic, level, said in NEEDS
            },
            problems="Catatan keuangan bercampur dengan uang rumah tangga.",
            targets="Penjualan bulan biasa; Buku kas terisi",
            participant_signed_on=starts,
            consultant_signed_on=starts,
            state=PlanState.AGREED,
        )
        session.add(plan)
        session.flush()
        sales = PlanTarget(
            plan_id=plan.id,
            what="Penjualan bulan biasa",
            amount="Rp3 juta",
            due_on=starts + timedelta(days=150),
        )
        book = PlanTarget(plan_id=plan.id, what="Buku kas terisi", amount="setiap hari")
        if chance.random() < 0.5:
            book.reached, book.judged_on = Reached.REACHED, today - timedelta(days=7)
        session.add_all([sales, book])
    session.flush()


def _may_be_drawn(session: Session) -> list[Checkup]:
    query = sa.select(Checkup).where(
        Checkup.recheck_of_id.is_(None),
        Checkup.reconstructed.is_(False),
        Checkup.verification <= int(Verification.SEEN),
        Checkup.status.not_in((Status.NOT_ASKED, Status.DIED)),
        Checkup.recorded_by_id.is_not(None),
    )
    return list(session.scalars(query.order_by(Checkup.id)))


def _last_busy_month(session: Session) -> date | None:
    found: dict[date, int] = defaultdict(int)
    for one in _may_be_drawn(session):
        found[one.created_at.date().replace(day=1)] += 1
    busy = max(found.values(), default=0) / 3
    return max((month for month, number in found.items() if number >= busy), default=None)


def _again(chance: Random, first: Checkup, officer_id: int) -> Checkup:
    same = chance.random() < 0.9
    sales = None
    if same and first.sales_last_month is not None:
        sales = first.sales_last_month * chance.choice((90, 100, 105, 130)) // 100
    on = first.created_at.date() + timedelta(days=chance.randint(35, 50))
    return Checkup(
        participation_id=first.participation_id,
        business_id=first.business_id,
        round_month=first.round_month,
        recheck_of_id=first.id,
        as_of_date=on,
        source=CheckupSource.VISIT,
        status=first.status if same else chance.choice([Status.ACTIVE, Status.EMPLOYED]),
        verification=int(Verification.OFFICER),
        sales_last_month=sales,
        sales_last_month_answer=Answer.UNKNOWN if sales is None else Answer.KNOWN,
        recorded_by_id=officer_id,
        created_at=datetime(on.year, on.month, on.day, 2, tzinfo=UTC),
    )
