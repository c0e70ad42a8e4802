"""Exhibitions with what was really sold, and patron firms with what was really given."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from sqlalchemy.orm import Session

from models import (
    Agency,
    Agreement,
    BuyerContact,
    Exhibition,
    ExhibitionEntry,
    OrderFollowUp,
    Partner,
    Realisation,
)
from models.vocabulary import (
    AgreementScope,
    AgreementState,
    Answer,
    Attendance,
    BuyerType,
    Contribution,
    Curation,
    ExhibitionLevel,
    PartnerKind,
    UnableReason,
    YesNo,
)
from wub.demo.people import Enrolment

FAIRS = (
    ("Banjarmasin Sasirangan Festival", ExhibitionLevel.CITY, 3),
    ("Pasar Wadai Ramadan", ExhibitionLevel.CITY, 5),
    ("Kalsel Expo", ExhibitionLevel.PROVINCE, 8),
)
PARTNERS = (
    ("Minimarket Contoh Sejahtera", PartnerKind.RETAIL),
    ("Bank Contoh Daerah", PartnerKind.BANK),
    ("Yayasan Contoh Banua", PartnerKind.FOUNDATION),
    ("PT Contoh Pelabuhan", PartnerKind.STATE),
    ("PD Contoh Pasar", PartnerKind.CITY),
    ("CV Contoh Kemasan", PartnerKind.PRIVATE),
)
DONE = (
    (AgreementScope.MARKET, AgreementState.RUNNING, 200_000_000, 8),
    (AgreementScope.CAPITAL, AgreementState.RUNNING, 150_000_000, 15),
    (AgreementScope.TRAINING, AgreementState.FINISHED, 60_000_000, 12),
    (AgreementScope.TOOLS, AgreementState.STUCK, 120_000_000, 2),
    (AgreementScope.PREMISES, AgreementState.RUNNING, 40_000_000, 6),
    (AgreementScope.PACKAGING, AgreementState.SIGNED, 25_000_000, 0),
)


def hold_exhibitions(
    session: Session, chance: Random, enrolments: list[Enrolment], organiser: Agency
) -> None:
    for year in range(2017, 2024):
        name, level, month = FAIRS[year % len(FAIRS)]
        starts = date(year, month, chance.randint(3, 20))
        fair = Exhibition(
            name=f"{name} {year}",
            organiser=organiser.name,
            agency_id=organiser.id,
            level=level,
            starts_on=starts,
            ends_on=starts + timedelta(days=3),
            place="Siring Menara Pandang",
            city_budget=chance.randrange(60, 120) * 100_000,
            city_budget_answer=Answer.KNOWN,
            visitors=chance.randrange(800, 4000, 50) if year != 2021 else None,
            visitors_answer=Answer.KNOWN if year != 2021 else Answer.UNKNOWN,
        )
        session.add(fair)
        session.flush()
        eligible = [one for one in enrolments if one.participation.enrolled_on < starts]
        for one in chance.sample(eligible, 24):
            _stand(session, chance, fair, one)


def _stand(session: Session, chance: Random, fair: Exhibition, one: Enrolment) -> None:
    attendance = chance.choices([Attendance.PRESENT, Attendance.ABSENT], weights=[21, 3])[0]
    present = attendance is Attendance.PRESENT
    sold = chance.randrange(15, 90) * 10_000 if present and chance.random() < 0.9 else None
    entry = ExhibitionEntry(
        exhibition_id=fair.id,
        participation_id=one.participation.id,
        curation=Curation.PASSED,
        attendance=attendance,
        products=one.business.product,
        booth_days=4 if present else 0,
        direct_sales=sold,
        direct_sales_answer=Answer.KNOWN
        if sold is not None
        else Answer.UNKNOWN
        if present
        else Answer.NOT_ASKED,
    )
    session.add(entry)
    session.flush()
    for number in range(chance.choice((0, 1, 2, 3)) if present else 0):
        contact = BuyerContact(
            entry_id=entry.id,
            name=f"Pembeli contoh {entry.id}-{number + 1}",
            kind=chance.choice([BuyerType.PERSON, BuyerType.SHOP, BuyerType.HOTEL, BuyerType.OFFICE]),
        )
        session.add(contact)
        session.flush()
        reached = chance.random() < 0.7
        ordered = (
            chance.randrange(2, 30) * 50_000 if reached and chance.random() < 0.25 else 0 if reached else None
        )
        unable = reached and chance.random() < 0.08
        session.add(
            OrderFollowUp(
                contact_id=contact.id,
                after_days=30,
                asked_on=fair.ends_on + timedelta(days=30),
                reached=reached,
                order_value=ordered,
                order_value_answer=Answer.KNOWN if reached else Answer.UNKNOWN,
                unable_to_supply=YesNo.YES if unable else YesNo.NO if reached else YesNo.UNKNOWN,
                unable_reason=UnableReason.CAPACITY if unable else None,
            )
        )


def sign_partners(
    session: Session, chance: Random, enrolments: list[Enrolment], office: Agency, today: date
) -> None:
    for number, ((name, kind), (scope, state, pledged, given)) in enumerate(
        zip(PARTNERS, DONE, strict=True), start=1
    ):
        partner = Partner(name=name, kind=kind, contact_name="Bagian CSR")
        session.add(partner)
        session.flush()
        starts = date(today.year - 1, number, 5)
        agreement = Agreement(
            partner_id=partner.id,
            agency_id=office.id,
            number=f"PKS/{number:02d}/WUB/{starts.year}",
            signed_on=starts,
            starts_on=starts,
            ends_on=starts + timedelta(days=730),
            scopes=[scope.value],
            committed_value=pledged,
            committed_value_answer=Answer.KNOWN,
            contribution=Contribution.CASH if scope is AgreementScope.CAPITAL else Contribution.IN_KIND,
            planned_beneficiaries=20,
            state=state,
            also_city_budget=YesNo.YES if number == 5 else YesNo.NO,
        )
        session.add(agreement)
        session.flush()
        for one in chance.sample(enrolments, given):
            session.add(
                Realisation(
                    agreement_id=agreement.id,
                    realised_on=starts + timedelta(days=chance.randint(30, 300)),
                    kind=scope,
                    value=chance.randrange(30, 90) * 100_000,
                    value_answer=Answer.KNOWN,
                    participation_id=one.participation.id,
                    beneficiaries=1,
                )
            )
    session.flush()
