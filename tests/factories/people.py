"""Accounts, persons and their businesses."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from argon2 import PasswordHasher

from models.account import Account, RoleGrant
from models.agency import Agency
from models.business import Business, Ownership
from models.person import Consent, Person
from models.person_match import PersonMerge, PersonPair
from models.vocabulary import Answer, ConsentMethod, ConsentPurpose, Role, Sector, Sex
from tests.factories.keeping import id_of, keep, number

PASSWORD = "tiga jukung di muara"
MADE = "made here"  # unlike None, which means that the person has no NIK
NAMES = ("Aluh Contoh", "Udin Contoh", "Galuh Contoh", "Utuh Contoh", "Diyang Contoh", "Anang Contoh")


def account(role: Role | None = Role.OFFICER, agency: Agency | None = None, **values: Any) -> Account:
    """Holds `role` since 2015, or none; an officer keeps the lists of `agency`."""
    from tests.factories.programme import agency as some_agency

    n = number()
    given = {"login": f"akun{n}", "name": f"Akun Contoh {n}", "password_hash": _hashed(PASSWORD)} | values
    made = Account(**given)
    if role is not None:
        office = (agency or some_agency()) if role is Role.OFFICER else agency
        made.grants.append(
            RoleGrant(role=role, agency_id=office.id if office else None, starts_on=date(2015, 1, 1))
        )
    return keep(made)


def person(nik: str | None = MADE, **values: Any) -> Person:
    """With a NIK of its own; `nik=None` makes a provisional person."""
    n = number()
    given = {
        "name": f"{NAMES[n % len(NAMES)]} {n}",
        "sex": Sex.FEMALE,
        "birth_date": date(1990, 5, 17),
        "area_code": "63.71.01.1001",
        "phone": f"+62812000{n:05}",
    } | values
    given.setdefault("search_text", f"{given['name']} {given['phone'] or ''}".lower())
    made = Person(**given)
    made.keep_nik(_nik(n) if nik == MADE else nik)
    return keep(made)


def nik() -> str:
    """A well-formed NIK of a woman born on 17 May 1990, different at each call."""
    return _nik(number())


def consent(**values: Any) -> Consent:
    values["person_id"] = id_of(values, "person", person)
    given = {
        "purpose": ConsentPurpose.PROGRAMME,
        "method": ConsentMethod.WRITTEN,
        "given_on": date(2025, 1, 6),
    }
    return keep(Consent(**(given | values)))


def business(owner: Person | None = None, **values: Any) -> Business:
    given = {
        "name": f"Warung Contoh {number()}",
        "sector": next(iter(Sector)),
        "started_on": date(2024, 3, 1),
        "capital": 2_000_000,
        "capital_answer": Answer.KNOWN,
    } | values
    made = keep(Business(**given))
    if owner is not None:
        ownership(business=made, person=owner)
    return made


def ownership(**values: Any) -> Ownership:
    values["business_id"] = id_of(values, "business", business)
    values["person_id"] = id_of(values, "person", person)
    return keep(Ownership(**({"since": date(2024, 3, 1)} | values)))


def _nik(n: int) -> str:
    return f"637101570590{n % 9999 + 1:04}"


@cache
def _hashed(password: str) -> str:
    return PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(password)


def person_pair(**values: Any) -> PersonPair:
    values["first_id"] = id_of(values, "first", person)
    values["second_id"] = id_of(values, "second", person)
    return keep(PersonPair(**({"score": 12.0, "reasons": {"name": 8.0, "area": 2.5}} | values)))


def person_merge(**values: Any) -> PersonMerge:
    values["kept_id"] = id_of(values, "kept", person)
    values["merged_id"] = id_of(values, "merged", person)
    values["merged_by_id"] = id_of(values, "merged_by", account)
    return keep(PersonMerge(**({"reason": "KTP dilihat"} | values)))
