"""What the city did and saw afterwards: consultants, visits, checkups, aid and licences."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any

from sqlalchemy.orm import Session

from models import Aid, Assignment, Checkup, Milestone
from models.vocabulary import (
    AidCondition,
    AidKind,
    Answer,
    CheckupSource,
    Funding,
    MilestoneKind,
    MilestoneState,
    Obstacle,
    RecordingBasis,
    Status,
    YesNo,
)
from wub.demo import busy_week
from wub.demo.cast import Cast
from wub.demo.lives import Sighting, sightings
from wub.demo.mentoring import Mentored, log_visits
from wub.demo.people import Enrolment

RUNNING = (Status.ACTIVE, Status.SEASONAL, Status.CHANGED)
STILL_MENTORED = 0.05  # of the last intake, so that consultants have people to visit today


def follow(session: Session, chance: Random, enrolments: list[Enrolment], cast: Cast, today: date) -> None:
    rows: list[Any] = []
    visited: list[Mentored] = []
    for one in enrolments:
        consultant = chance.choice(cast.consultants)
        starts = one.participation.enrolled_on
        mentored_now = one.cohort.year == 2020 and chance.random() < STILL_MENTORED
        if mentored_now:
            consultant = cast.consultants[chance.choice((0, 0, 1, 2))]
        rows.append(
            Assignment(
                participation_id=one.participation.id,
                consultant_id=consultant.id,
                starts_on=starts,
                ends_on=None if mentored_now else starts + timedelta(days=400),
            )
        )
        officer = cast.officers[one.cohort.agency.code]
        milestones = _milestones(chance, one, today, officer.id)
        rows += milestones
        nib_on = next((row.attained_on for row in milestones if row.kind is MilestoneKind.NIB), None)
        for seen in sightings(chance, one.life, one.cohort.agency.code, starts, today):
            by = consultant.id if seen.verification == 2 else officer.id
            rows.append(_checkup(chance, one, seen, by, nib_on))
        visited.append((one, consultant.id, today if mentored_now else None))
    session.add_all(rows)
    session.add_all(_aid(chance, enrolments))
    session.flush()
    log_visits(session, chance, visited)
    busy_week.write_down(session, visited, today)


def _known(value: int | None) -> Answer:
    return Answer.KNOWN if value is not None else Answer.UNKNOWN


def _checkup(
    chance: Random, one: Enrolment, seen: Sighting, recorded_by: int, nib_on: date | None
) -> Checkup:
    running = seen.status in RUNNING
    told = running and chance.random() < 0.94
    sales = (
        one.life.sales_at(seen.round_month, chance) if told else 0 if seen.status is Status.CLOSED else None
    )
    workers = chance.choices([0, 1, 2, 3], weights=[70, 18, 9, 3])[0] if running else None
    source = {0: CheckupSource.NEIGHBOUR, 1: CheckupSource.PHONE, 4: CheckupSource.DOCUMENT}
    return Checkup(
        participation_id=one.participation.id,
        business_id=one.business.id,
        round_month=seen.round_month,
        as_of_date=seen.on,
        source=source.get(seen.verification, CheckupSource.VISIT),
        status=seen.status,
        verification=seen.verification,
        attempts=3 if seen.status is Status.NOT_FOUND else 1,
        closed_on=seen.on - timedelta(days=chance.randint(5, 80)) if seen.status is Status.CLOSED else None,
        sales_last_month=sales,
        sales_last_month_answer=_known(sales),
        sales_typical_month=sales,
        sales_typical_month_answer=_known(sales),
        sales_last_season=sales if seen.status is Status.SEASONAL else None,
        sales_last_season_answer=_known(sales) if seen.status is Status.SEASONAL else Answer.NOT_ASKED,
        workers_permanent=workers,
        workers_permanent_answer=_known(workers),
        workers_temporary=None if workers is None else 0,
        workers_temporary_answer=_known(workers),
        recording_basis=chance.choice([RecordingBasis.MEMORY, RecordingBasis.RECEIPTS, RecordingBasis.BOOKS]),
        obstacle=chance.choice([Obstacle.CAPITAL, Obstacle.MARKETING, Obstacle.MATERIALS, Obstacle.NONE]),
        has_nib=_said_nib(seen, nib_on),
        reconstructed=seen.round_month == 0 and one.cohort.year <= 2017,
        recorded_by_id=recorded_by,
        created_at=datetime.combine(seen.on, time(9), UTC) + timedelta(days=chance.choice((0, 1, 2, 5, 20))),
    )


def _said_nib(seen: Sighting, nib_on: date | None) -> YesNo:
    """Asked of everybody who is met."""
    if seen.status not in RUNNING:
        return YesNo.NOT_ASKED
    return YesNo.YES if nib_on is not None and nib_on <= seen.on else YesNo.NO


def _milestones(chance: Random, one: Enrolment, today: date, officer_id: int) -> list[Milestone]:
    """An officer has seen two papers of three."""
    starts = one.participation.enrolled_on
    reached = {
        MilestoneKind.REGISTERED: starts,
        MilestoneKind.TRAINED: starts + timedelta(days=chance.randint(14, 60)),
    }
    later = {
        MilestoneKind.NIB: 0.3,
        MilestoneKind.PIRT: 0.12,
        MilestoneKind.HALAL: 0.06,
        MilestoneKind.QRIS: 0.15,
    }
    for kind, share in later.items():
        on = starts + timedelta(days=chance.randint(90, 900))
        if chance.random() < share and on < today:
            reached[kind] = on
    return [
        Milestone(
            person_id=one.person.id,
            participation_id=one.participation.id,
            business_id=one.business.id,
            kind=kind,
            state=MilestoneState.ATTAINED,
            attained_on=on,
            valid_until=on + timedelta(days=5 * 365) if kind is MilestoneKind.PIRT else None,
            verified_by_id=officer_id if on.day % 3 else None,
            verified_on=min(on + timedelta(days=14), today) if on.day % 3 else None,
        )
        for kind, on in reached.items()
    ]


def _aid(chance: Random, enrolments: list[Enrolment]) -> list[Aid]:
    """Tools for the group, or for whoever works alone; never cash."""
    given: list[Aid] = []
    handed: set[int] = set()
    for one in enrolments:
        group_id = one.participation.group_id
        if group_id is not None and group_id in handed:
            continue
        if group_id is not None:
            handed.add(group_id)
        value = chance.randrange(50, 70) * 100_000 * (5 if group_id else 1)
        on = one.participation.enrolled_on + timedelta(days=chance.randint(45, 120))
        given.append(
            Aid(
                participation_id=None if group_id else one.participation.id,
                group_id=group_id,
                kind=AidKind.TOOLS,
                description=f"Paket alat {(one.business.product or 'usaha').lower()}",
                value=value,
                value_answer=Answer.KNOWN,
                funding=Funding.CITY,
                given_on=on,
                bast_number=f"{len(given) + 1:04d}/{one.cohort.agency.code}/{one.cohort.year}",
                condition=chance.choices(
                    [
                        AidCondition.IN_USE,
                        AidCondition.IDLE,
                        AidCondition.BROKEN,
                        AidCondition.SOLD,
                        AidCondition.LOST,
                    ],
                    weights=[60, 18, 10, 8, 4],
                )[0],
                condition_seen_on=on + timedelta(days=400),
            )
        )
    return given
