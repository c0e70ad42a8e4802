"""Offices, consultants and intakes as a list names them."""

from __future__ import annotations

from collections import defaultdict
from typing import TypeVar

import sqlalchemy as sa
from sqlalchemy.orm import InstrumentedAttribute

from imports.cells.text import key
from models import Account, Agency, Cohort, RoleGrant, Scheme
from models.base import Recorded, db
from models.vocabulary import Role
from wub.access.scope import sees_agency
from wub.importing.lists.rows import Context, Row, Waits

Kept = TypeVar("Kept", bound=Recorded)


class Agencies:
    """Offices whose lists the account keeps, by code or name."""

    def __init__(self, context: Context) -> None:
        self.names: dict[str, int] = {}
        for office in db.session.scalars(sa.select(Agency).where(sees_agency(context.by))):
            for name in (office.code, office.short_name, office.name):
                self.names[key(name)] = office.id

    def find(self, row: Row, field: str = "agency") -> int:
        """Raises Waits when the name is none of theirs."""
        found = self.names.get(key(row.get(field)))
        if found is None:
            raise Waits("agency_unknown", field)
        return found


class Consultants:
    """Everybody who holds or held the role, by login or exact name."""

    def __init__(self) -> None:
        held = sa.select(RoleGrant.account_id).where(RoleGrant.role == Role.CONSULTANT)
        self.by_login: dict[str, int] = {}
        self.by_name: dict[str, list[int]] = defaultdict(list)
        for number, login, name in db.session.execute(
            sa.select(Account.id, Account.login, Account.name).where(Account.id.in_(held))
        ):
            self.by_login[login.casefold()] = number
            self.by_name[key(name)].append(number)
        self._accounts: dict[int, Account] = {}  # held, so that each is loaded once

    def find(self, row: Row) -> Account:
        said = row.get("consultant")
        found = self.by_login.get(said.casefold())
        named = [found] if found is not None else self.by_name.get(key(said), [])
        if len(named) > 1:
            raise Waits("consultant_ambiguous", "consultant")
        if not named:
            raise Waits("consultant_unknown", "consultant")
        (number,) = named
        if number not in self._accounts:
            self._accounts[number] = db.session.get_one(Account, number)
        return self._accounts[number]


def all_named(
    kind: type[Kept], name: InstrumentedAttribute[str], said: str, *conditions: sa.ColumnElement[bool]
) -> list[Kept]:
    """Records of that name, however it is written; only names are read to find them."""
    wanted = key(said)
    found = db.session.execute(sa.select(kind.id, name).where(*conditions)).all()
    return [db.session.get_one(kind, number) for number, named in found if key(named) == wanted]


def cohort_of(agency_id: int, year: int) -> int:
    """The intake of that office and year, of the first scheme if there are several."""
    query = (
        sa.select(Cohort.id)
        .join(Scheme, Scheme.id == Cohort.scheme_id)
        .where(Cohort.agency_id == agency_id, Cohort.year == year)
        .order_by(Scheme.id)
        .limit(1)
    )
    found = db.session.scalar(query)
    if found is None:
        raise Waits("cohort_unknown", "cohort_year")
    return found
