"""Accounts, their roles and the audit trail, as administrators list them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from models.account import Account, RoleGrant
from models.agency import Agency
from models.base import db
from models.vocabulary import N_, Role
from wub.clock import today
from wub.errors import NotFound
from wub.pages.paging import Key, Page, Place, page_of


@dataclass(frozen=True)
class AccountFilter:
    text: str = ""
    role: Role | None = None
    active: bool | None = None


@dataclass(frozen=True)
class GrantRow:
    """A role somebody has, had or will have, with the office and with who gave it."""

    id: int
    role: Role
    agency: str | None
    starts_on: date
    ends_on: date | None
    granted_by: str | None

    @property
    def holds(self) -> bool:
        return self.starts_on <= today() and (self.ends_on is None or today() <= self.ends_on)

    @property
    def is_over(self) -> bool:
        return self.ends_on is not None and self.ends_on < today()


def account_by_login(login: str) -> Account | None:
    return db.session.scalar(sa.select(Account).where(Account.login == login.strip().lower()))


def account_by_key(client_key: UUID) -> Account | None:
    return db.session.scalar(sa.select(Account).where(Account.client_key == client_key))


def account(account_id: int) -> Account:
    found = db.session.get(Account, account_id)
    if found is None:
        raise NotFound
    return found


def grant_of(account: Account, grant_id: int) -> RoleGrant:
    for grant in account.grants:
        if grant.id == grant_id:
            return grant
    raise NotFound


def accounts(wanted: AccountFilter, place: Place) -> Page:
    """By name."""
    query = sa.select(Account.id, Account.name, Account.login, Account.active)
    if wanted.text:
        said = f"%{_plain(wanted.text.lower())}%"
        query = query.where(
            sa.or_(
                sa.func.lower(Account.name).like(said, escape="\\"),
                Account.login.like(said, escape="\\"),
            )
        )
    if wanted.active is not None:
        query = query.where(Account.active.is_(wanted.active))
    if wanted.role is not None:
        query = query.where(Account.id.in_(_holders().where(RoleGrant.role == wanted.role)))
    return page_of(query, order=[Key(Account.name), Key(Account.id)], place=place)


def roles_today(accounts: Sequence[int]) -> dict[int, list[Role]]:
    """Of the accounts on a page, in one question."""
    query = _holders().add_columns(RoleGrant.role).where(RoleGrant.account_id.in_(accounts)).distinct()
    held: dict[int, list[Role]] = {}
    for account_id, role in db.session.execute(query.order_by(RoleGrant.role)):
        held.setdefault(account_id, []).append(role)
    return held


def grants(account: Account) -> list[GrantRow]:
    """Newest first."""
    giver = aliased(Account)
    query = (
        sa.select(
            RoleGrant.id,
            RoleGrant.role,
            Agency.short_name,
            RoleGrant.starts_on,
            RoleGrant.ends_on,
            giver.name,
        )
        .outerjoin(Agency, Agency.id == RoleGrant.agency_id)
        .outerjoin(giver, giver.id == RoleGrant.granted_by_id)
        .where(RoleGrant.account_id == account.id)
        .order_by(RoleGrant.starts_on.desc(), RoleGrant.id.desc())
    )
    return [GrantRow(*row) for row in db.session.execute(query)]


def agencies() -> list[tuple[int, str]]:
    """Offices to choose from."""
    query = sa.select(Agency.id, Agency.name).where(Agency.active).order_by(Agency.position, Agency.code)
    return [(row.id, row.name) for row in db.session.execute(query)]


def agency_by_code(code: str) -> Agency:
    found = db.session.scalar(sa.select(Agency).where(Agency.code == code.strip().upper()))
    if found is None:
        raise NotFound(N_("SKPD dengan kode %(code)s tidak ada. Periksa kodenya."), code=code)
    return found


def _holders() -> sa.Select[Any]:
    return sa.select(RoleGrant.account_id).where(
        RoleGrant.starts_on <= today(),
        sa.or_(RoleGrant.ends_on.is_(None), RoleGrant.ends_on >= today()),
    )


def _plain(text: str) -> str:
    """What people type means itself in LIKE."""
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
