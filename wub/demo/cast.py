"""One sign-in for each role; the names say the office, not a person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Session

from models import Account, Agency, RoleGrant
from models.vocabulary import Role
from wub.access.passwords import hash_of

PASSWORD = "sungai-martapura"  # noqa: S105  printed for everybody; a demo holds invented people only
CONSULTANTS = 12


@dataclass(frozen=True)
class SignIn:
    role: Role
    login: str
    password: str = PASSWORD


SIGN_INS = (
    SignIn(Role.EXECUTIVE, "walikota"),
    SignIn(Role.SUPERVISOR, "penyelia"),
    SignIn(Role.OFFICER, "petugas.disperdagin"),
    SignIn(Role.CONSULTANT, "konsultan1"),
    SignIn(Role.ADMINISTRATOR, "admin"),
)


@dataclass(frozen=True)
class Cast:
    administrator: Account
    supervisor: Account
    officers: dict[str, Account]
    consultants: list[Account]


def sign_up(session: Session, today: date) -> Cast:
    password_hash = hash_of(PASSWORD)

    def account(login: str, name: str, role: Role, agency: Agency | None = None) -> Account:
        one = Account(login=login, name=name, password_hash=password_hash)
        if role is Role.CONSULTANT:
            one.contract_starts_on, one.contract_ends_on = date(2016, 1, 1), date(today.year + 1, 12, 31)
        session.add(one)
        session.flush()
        session.add(
            RoleGrant(
                account_id=one.id,
                role=role,
                agency_id=agency.id if agency else None,
                starts_on=date(2016, 1, 1),
            )
        )
        return one

    agencies = session.scalars(sa.select(Agency).order_by(Agency.position)).all()
    cast = Cast(
        administrator=account("admin", "Administrator WUB", Role.ADMINISTRATOR),
        supervisor=account("penyelia", "Penyelia Program WUB", Role.SUPERVISOR),
        officers={
            agency.code: account(
                f"petugas.{agency.code.lower()}", f"Petugas {agency.short_name}", Role.OFFICER, agency
            )
            for agency in agencies
        },
        consultants=[
            account(f"konsultan{number}", f"Konsultan Pendamping {number}", Role.CONSULTANT)
            for number in range(1, CONSULTANTS + 1)
        ],
    )
    account("penyelia2", "Penyelia Kedua Program WUB", Role.SUPERVISOR)  # nobody approves an own proposal
    account("walikota", "Kantor Wali Kota", Role.EXECUTIVE)
    session.flush()
    return cast
