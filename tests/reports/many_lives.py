"""An invented city in which everything happens to somebody, the same at every run."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from random import Random

from models.reference import PriceIndex
from models.vocabulary import (
    Answer,
    Attendance,
    MilestoneKind,
    MilestoneState,
    RecordingBasis,
    Sector,
    Status,
    VisitState,
    YesNo,
)
from tests import factories
from tests.factories.keeping import keep
from wub.measurement.rounds import anniversary

OFFICES = ("DISPERDAGIN", "DISKOPUMKER")
ROUNDS = (0, 3, 6, 12, 18, 24, 36)
LIVES = (Status.ACTIVE,) * 6 + tuple(Status)


def build(people: int = 36, seed: int = 7) -> None:
    chance = Random(seed)
    for year in range(2017, 2022):
        for month in range(1, 13):
            value = Decimal(100) + (year - 2017) * 3 + Decimal(month) / 10
            keep(
                PriceIndex(
                    period=date(year, month, 1),
                    monthly=True,
                    base_year=2012,
                    place="Banjarmasin",
                    value=value,
                    source="BPS",
                )
            )
    consultants = [factories.mentoring.consultant() for _ in range(3)]
    known = []
    for number in range(people):
        office, year = OFFICES[number % 2], 2017 + number % 2
        nik = None if number % 17 == 0 else "made here"
        again = number % 9 == 5 and known
        person = chance.choice(known) if again else factories.person(nik=nik)
        cohort = factories.cohort(year, agency=factories.agency(office))
        if again and any(one is person for one in known[-2:]):
            continue
        known.append(person)
        _live(chance, person, cohort, chance.choice(consultants))
    _rest(chance)


def _live(chance, person, cohort, consultant):
    from models import Participation, db

    taken = db.session.query(Participation).filter_by(person_id=person.id, cohort_id=cohort.id).count()
    if taken:
        return
    start = date(cohort.year, chance.randint(1, 12), chance.randint(1, 28))
    seasonal = chance.random() < 0.1
    business = factories.business(
        owner=person,
        sector=chance.choice([Sector.FOOD, Sector.SERVICES, Sector.CRAFT]),
        started_on=start + timedelta(days=chance.choice([-200, 0, 60])),
        season_months=["ramadan", "1"] if seasonal else [],
    )
    row = factories.participation(person=person, cohort=cohort, enrolled_on=start, business=business)
    if chance.random() < 0.8:
        factories.assignment(participation=row, consultant=consultant, starts_on=start)
    first = None
    for month in ROUNDS:
        if chance.random() < 0.75:
            checkup = _checkup(chance, row, start, month)
            first = first or checkup
    if first is not None and chance.random() < 0.5:
        factories.drawn_checkup(checkup=first)
        factories.checkup(
            participation=row,
            recheck_of=first,
            as_of_date=first.as_of_date + timedelta(days=5),
            status=chance.choice([first.status, Status.ACTIVE]),
            verification=3,
        )
    _help(chance, row, consultant, start)


def _checkup(chance, row, start, month):
    told = [chance.choice([None, 0, chance.randint(1, 60) * 1_000_000]) for _ in range(3)]
    values = {}
    names = ("sales_typical_month", "sales_last_season", "owner_income")
    for name, value in zip(names, told, strict=True):
        values |= {name: value, f"{name}_answer": Answer.UNKNOWN if value is None else Answer.KNOWN}
    if chance.random() < 0.7:
        for name in ("workers_permanent", "workers_temporary"):
            values |= {name: chance.randint(0, 3), f"{name}_answer": Answer.KNOWN}
        values["temporary_hours_week"] = chance.choice([20, 40, None])
    day = anniversary(start, month) + timedelta(
        days=chance.randint(-70, 70) if month else chance.randint(0, 20)
    )
    status = Status.ACTIVE if month == 0 else chance.choice(LIVES)
    return factories.checkup(
        chance.choice([None, 0, 3_000_000, 5_000_000, 9_000_000]),
        participation=row,
        round_month=month,
        as_of_date=day,
        created_at=datetime.combine(day, time(4), UTC) + timedelta(days=chance.randint(0, 12)),
        status=status,
        closed_on=day - timedelta(days=9) if status is Status.CLOSED and chance.random() < 0.5 else None,
        verification=chance.choice([0, 1, 2, 2, 2, 3]),
        recording_basis=chance.choice(
            [RecordingBasis.BOOKS, RecordingBasis.MEMORY, RecordingBasis.NOT_ASKED]
        ),
        has_nib=chance.choice([YesNo.YES, YesNo.NO, YesNo.NOT_ASKED]),
        reconstructed=chance.random() < 0.05,
        **values,
    )


def _help(chance, row, consultant, start):
    reviewer = factories.account()
    for _ in range(chance.randint(0, 7)):
        state = chance.choice([VisitState.APPROVED, VisitState.APPROVED, VisitState.SENT, VisitState.DRAFT])
        day = start + timedelta(days=chance.randint(0, 500))
        reviewed = state is VisitState.APPROVED
        factories.visit(
            [row],
            consultant=consultant,
            held_on=day,
            ends_at=time(chance.randint(10, 12)),
            state=state,
            reviewed_by_id=reviewer.id if reviewed else None,
            reviewed_at=datetime.combine(day, time(6), UTC) + timedelta(days=3) if reviewed else None,
        )
    if chance.random() < 0.6:
        due = start + timedelta(days=90)
        done = chance.choice([None, due, due + timedelta(days=4)])
        factories.action_item(participation=row, due_on=due, done_on=done)
    if chance.random() < 0.7:
        factories.aid(
            participation=row,
            given_on=start + timedelta(days=30),
            rent_ends_on=start + timedelta(days=chance.choice([365, 600])),
        )
    for kind in (MilestoneKind.NIB, MilestoneKind.HALAL):
        if chance.random() < 0.6:
            _paper(chance, row, reviewer, start, kind)


def _paper(chance, row, reviewer, start, kind):
    state = chance.choice([MilestoneState.ATTAINED] * 4 + [MilestoneState.NOT_NEEDED])
    day = start + timedelta(days=chance.randint(-100, 300))
    verified = state is MilestoneState.ATTAINED and chance.random() < 0.7
    factories.milestone(
        participation=row,
        kind=kind,
        state=state,
        attained_on=day if state is MilestoneState.ATTAINED else None,
        valid_until=chance.choice([None, day + timedelta(days=200)]) if verified else None,
        verified_by_id=reviewer.id if verified else None,
        verified_on=day if verified else None,
    )


def _rest(chance):
    """Exhibitions, patron firms and money."""
    from models import Participation, db

    rows = db.session.query(Participation).order_by(Participation.id).all()
    for number, office in enumerate((*OFFICES, None)):
        held = factories.exhibition(
            agency=factories.agency(office or "DKP3"),
            starts_on=date(2018, 8, 14),
            ends_on=date(2018, 8, 17),
            city_budget=None if number == 2 else 8_000_000,
            city_budget_answer=Answer.NOT_ASKED if number == 2 else Answer.KNOWN,
        )
        for row in chance.sample(rows, 8):
            _stand(chance, held, row)
        pledge = None if number == 2 else 50_000_000
        agreed = factories.agreement(
            agency=factories.agency(office or "DKP3"),
            signed_on=date(2018, 1, 12),
            starts_on=date(2018, 1, 12),
            ends_on=None,
            committed_value=pledge,
            committed_value_answer=Answer.UNKNOWN if pledge is None else Answer.KNOWN,
        )
        for row in chance.sample(rows, 6):
            for day in chance.sample([date(2018, 3, 1), date(2019, 4, 1), date(2020, 1, 5)], 2):
                factories.realisation(agreement=agreed, participation=row, realised_on=day)
    for office in OFFICES:
        line = factories.budget_line(agency=factories.agency(office), year=2017)
        factories.spending(budget_line=line, spent_on=date(2017, 9, 1), amount=90_000_000)


def _stand(chance, held, row):
    sales = chance.choice([None, 1_500_000])
    stand = factories.exhibition_entry(
        exhibition=held,
        participation=row,
        attendance=chance.choice([Attendance.PRESENT, Attendance.PRESENT, Attendance.ABSENT]),
        direct_sales=sales,
        direct_sales_answer=Answer.UNKNOWN if sales is None else Answer.KNOWN,
    )
    for _ in range(chance.randint(0, 3)):
        contact = factories.buyer_contact(entry=stand)
        for days in chance.sample([30, 60, 90], chance.randint(0, 3)):
            value = chance.choice([None, 0, 700_000])
            factories.order_follow_up(
                contact=contact,
                after_days=days,
                asked_on=date(2018, 8, 17) + timedelta(days=days),
                order_value=value,
                order_value_answer=Answer.UNKNOWN if value is None else Answer.KNOWN,
            )
