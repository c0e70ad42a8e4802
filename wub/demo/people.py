"""Who enrolled where: people, their businesses, groups of five, and those on two lists."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from random import Random

import sqlalchemy as sa
from sqlalchemy.orm import Session

from models import Area, Business, Cohort, Group, Ownership, Participation, Person
from models.person import searchable
from models.vocabulary import (
    Education,
    Funding,
    NibCheck,
    NikCheck,
    Premises,
    PriorOccupation,
    Route,
    Sector,
    Sex,
    YesNo,
)
from wub.demo import names
from wub.demo.lives import Life, live
from wub.demo.places import place_of

NOWHERE = "637199"  # an area code that was never given out
ON_TWO_LISTS = 0.055
WITHOUT_NIK = 0.015
GROUP_SIZE = 5


@dataclass
class Enrolment:
    """A participation with what is known only to the story."""

    participation: Participation
    person: Person
    business: Business
    cohort: Cohort
    life: Life


def enrol_everybody(
    session: Session, chance: Random, cohorts: list[Cohort], sizes: dict[tuple[int, str], int]
) -> list[Enrolment]:
    kelurahan = list(
        session.scalars(
            sa.select(Area.code).where(Area.level == 4, Area.code.startswith("63.71.")).order_by(Area.code)
        )
    )
    enrolled: list[Enrolment] = []
    serial = 0
    for cohort in cohorts:
        earlier = [
            one for one in enrolled if one.cohort.agency_id != cohort.agency_id and not one.person.provisional
        ]
        opened = date(cohort.year, chance.choice((2, 3, 4)), chance.randint(5, 25))
        members: list[Enrolment] = []
        taken: set[int] = set()
        for _ in range(sizes[cohort.year, cohort.agency.code]):
            known = chance.choice(earlier) if earlier and chance.random() < ON_TWO_LISTS else None
            if known is not None and known.person.id not in taken:
                taken.add(known.person.id)
                person, business, life = known.person, known.business, known.life
            else:
                serial += 1
                person, business, life = _newcomer(chance, serial, cohort, opened, chance.choice(kelurahan))
            members.append(Enrolment(_participation(chance, cohort, opened), person, business, cohort, life))
        _keep(session, members)
        _form_groups(session, members, opened, chance)
        enrolled += members
    return enrolled


def _keep(session: Session, members: list[Enrolment]) -> None:
    """People and businesses first, then whatever refers to them: a few large statements."""
    new = [one for one in members if one.person.id is None]
    session.add_all([thing for one in new for thing in (one.person, one.business)])
    session.flush()
    session.add_all([Ownership(business_id=one.business.id, person_id=one.person.id) for one in new])
    for one in members:
        one.participation.person_id = one.person.id
        one.participation.business_id = one.business.id
    session.add_all([one.participation for one in members])
    session.flush()


def _newcomer(
    chance: Random, serial: int, cohort: Cohort, opened: date, area: str
) -> tuple[Person, Business, Life]:
    sex = Sex.FEMALE if chance.random() < 0.64 else Sex.MALE
    born = date(cohort.year - chance.randint(19, 58), 1, 1) + timedelta(days=chance.randint(0, 364))
    person = Person(
        name=names.person_name(chance, sex),
        sex=sex,
        birth_date=born,
        address=f"Jalan Contoh {chance.randint(1, 40)} No. {chance.randint(1, 120)}",
        rt=f"{chance.randint(1, 30):03d}",
        rw=f"{chance.randint(1, 5):03d}",
        area_code=area,
        phone=f"+62812000{serial:05d}" if chance.random() < 0.9 else None,
        education=chance.choices(
            [Education.PRIMARY, Education.LOWER_SECONDARY, Education.UPPER_SECONDARY, Education.DIPLOMA],
            weights=[25, 27, 40, 8],
        )[0],
        prior_occupation=chance.choice(
            [
                PriorOccupation.UNEMPLOYED,
                PriorOccupation.LABOURER,
                PriorOccupation.HOUSEWIFE if sex is Sex.FEMALE else PriorOccupation.LABOURER,
                PriorOccupation.OTHER,
            ]
        ),
        nik_check=NikCheck.CARD_SEEN if chance.random() < 0.7 else NikCheck.NOT_YET,
        alive=YesNo.YES,
    )
    if chance.random() < WITHOUT_NIK:
        person.provisional_key = f"demo-{serial}"
    else:
        person.keep_nik(nik_of(born, sex is Sex.FEMALE, serial % 9999 + 1))
    sector = names.sector(chance)
    sold = names.product(chance, sector)
    life = live(chance, sector, cohort.agency.code)
    business = _business(chance, sector, sold, person, life, opened)
    person.search_text = searchable(person.name, [business.name], person.phone)
    return person, business, life


def nik_of(born: date, woman: bool, serial: int, slip: int = 0) -> str:
    """`slip`: how far the clerk was off in the day."""
    day = born.day + slip + (40 if woman else 0)
    return f"{NOWHERE}{day:02d}{born.month:02d}{born.year % 100:02d}{serial:04d}"


def _business(chance: Random, sector: Sector, sold: str, owner: Person, life: Life, opened: date) -> Business:
    name = names.business_name(chance, sold, owner.name)
    latitude, longitude = place_of(owner.area_code, name or owner.name) or (None, None)
    return Business(
        name=name,
        sector=sector,
        product=sold,
        started_on=opened + timedelta(days=chance.randint(-200, 120)),
        premises=chance.choices(
            [Premises.HOME, Premises.RENTED, Premises.MARKET, Premises.MOBILE], [60, 15, 15, 10]
        )[0],
        area_code=owner.area_code,
        latitude=latitude,
        longitude=longitude,
        nib_check=chance.choices([NibCheck.NONE, NibCheck.NOT_ASKED, NibCheck.CLAIMED], [70, 20, 10])[0],
        seasonal=YesNo.YES if life.seasonal else YesNo.NO,
        season_months=["ramadan"] if life.seasonal else [],
    )


def _participation(chance: Random, cohort: Cohort, opened: date) -> Participation:
    enrolled_on = opened + timedelta(days=chance.randint(0, 30))
    typed = datetime.combine(enrolled_on, datetime.min.time(), UTC) + timedelta(days=chance.randint(0, 6))
    return Participation(
        cohort_id=cohort.id,
        enrolled_on=enrolled_on,
        funding=Funding.CITY,
        route=chance.choices([Route.NOT_YET, Route.INFORMAL, Route.MICRO], weights=[55, 38, 7])[0],
        created_at=typed,
    )


def _form_groups(session: Session, members: list[Enrolment], opened: date, chance: Random) -> None:
    """Five people of one trade share tools and a shop; whoever is left over works alone."""
    number = 0
    for sector in Sector:
        trade = [one for one in members if one.business.sector is sector]
        for start in range(0, len(trade) - GROUP_SIZE + 1, GROUP_SIZE):
            five = trade[start : start + GROUP_SIZE]
            number += 1
            group = Group(
                cohort_id=five[0].cohort.id,
                name=names.group_name(chance, five[0].business.product or sector.label, number),
                sector=sector,
                area_code=five[0].person.area_code,
                formed_on=opened,
                rent_ends_on=opened + timedelta(days=420) if chance.random() < 0.4 else None,
            )
            session.add(group)
            session.flush()
            for one in five:
                one.participation.group_id = group.id
    session.flush()
