"""Some of those on two lists were typed anew by the second office, with a slip: two entries of one person."""

from __future__ import annotations

from random import Random

from sqlalchemy.orm import Session

from models import Business, Ownership, Person
from models.person import searchable
from models.vocabulary import NikCheck, Sex
from wub.demo.people import Enrolment, nik_of

EVERY = 9  # of the second enrolments
_OTHER_SPELLINGS = (
    ("Muhammad", "M."), ("Ahmad", "Achmad"), ("Noor", "Nor"), ("Nur", "Noor"), ("Siti", "St."), ("Hj. ", ""),
    ("H. ", ""), ("Rahmah", "Rachmah"), ("Zainal", "Jainal"), ("Fitri", "Pitri"), ("yah", "iah"), ("i", "y"),
)  # fmt: skip


def write_some_again(session: Session, chance: Random, enrolments: list[Enrolment]) -> None:
    met: set[int] = set()
    second = []
    for one in enrolments:
        if one.person.id in met:
            second.append(one)
        met.add(one.person.id)
    for one in second[::EVERY]:
        known, trade = one.person, one.business
        one.person = _written_again(chance, known)
        one.business = Business(
            name=trade.name,
            sector=trade.sector,
            product=trade.product,
            started_on=trade.started_on,
            premises=trade.premises,
            area_code=trade.area_code,
            nib_check=trade.nib_check,
            seasonal=trade.seasonal,
            season_months=list(trade.season_months),
        )
        one.person.search_text = searchable(one.person.name, [trade.name], one.person.phone)
        session.add_all([one.person, one.business])
        session.flush()
        session.add(Ownership(business_id=one.business.id, person_id=one.person.id))
        one.participation.person_id, one.participation.business_id = one.person.id, one.business.id
    session.flush()


def _written_again(chance: Random, known: Person) -> Person:
    again = Person(
        name=_spelt_otherwise(known.name),
        sex=known.sex,
        birth_date=known.birth_date,
        address=known.address,
        rt=known.rt,
        rw=known.rw,
        area_code=known.area_code,
        phone=known.phone if chance.random() < 0.7 else None,
        education=known.education,
        prior_occupation=known.prior_occupation,
        nik_check=NikCheck.NOT_YET,
        alive=known.alive,
    )
    if known.birth_date is None or chance.random() < 0.4:
        again.provisional_key = f"demo-{known.id}-lagi"  # that list had no NIK
    else:
        serial = int((known.reveal_nik() or "")[-4:])
        born = known.birth_date
        again.keep_nik(nik_of(born, known.sex is Sex.FEMALE, serial, slip=1 if born.day % 10 < 8 else -1))
    return again


def _spelt_otherwise(name: str) -> str:
    for written, otherwise in _OTHER_SPELLINGS:
        if written in name:
            return name.replace(written, otherwise, 1).strip()
    return name
