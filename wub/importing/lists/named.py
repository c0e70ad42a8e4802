"""Offices, consultants and intakes as a list names them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Generic, TypeVar

import sqlalchemy as sa

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

    def numbers_of(self, rows: Iterable[Row]) -> Iterator[int]:
        """Everybody whom the rows may mean."""
        for said in {row.get("consultant") for row in rows}:
            yield from self._named(said)

    def _named(self, said: str) -> list[int]:
        found = self.by_login.get(said.casefold())
        return [found] if found is not None else self.by_name.get(key(said), [])

    def find(self, row: Row) -> Account:
        named = self._named(row.get("consultant"))
        if len(named) > 1:
            raise Waits("consultant_ambiguous", "consultant")
        if not named:
            raise Waits("consultant_unknown", "consultant")
        (number,) = named
        if number not in self._accounts:
            self._accounts[number] = db.session.get_one(Account, number)
        return self._accounts[number]


class Standing(Generic[Kept]):
    """Records of one kind by what tells them apart: that is read once, the records when rows mean them.

    `telling`: the columns; of several that are told the same, `find` gives the first.
    """

    def __init__(self, kind: type[Kept], telling: Sequence[Any], *conditions: sa.ColumnElement[bool]) -> None:
        self._kind = kind
        self._numbers: dict[tuple[Any, ...], int] = {}
        self._records: dict[int, Kept] = {}
        query = sa.select(kind.id, *telling).where(*conditions).order_by(kind.id)
        for number, *told in db.session.execute(query):
            self._numbers.setdefault(_plainly(told), number)

    def look_up(self, wanted: Iterable[Sequence[Any]]) -> None:
        """Of a portion of rows; those of the portion before are let go."""
        numbers = {self._numbers.get(_plainly(told)) for told in wanted} - {None}
        missing = numbers - self._records.keys()
        found = db.session.scalars(sa.select(self._kind).where(self._kind.id.in_(missing))) if missing else ()
        known = {number: one for number, one in self._records.items() if number in numbers}
        self._records = known | {one.id: one for one in found}

    def find(self, *told: Any) -> Kept | None:
        number = self._numbers.get(_plainly(told))
        if number is None:
            return None
        if number not in self._records:
            self._records[number] = db.session.get_one(self._kind, number)
        return self._records[number]

    def note(self, record: Kept, *told: Any) -> None:
        """Made since it was asked."""
        self._numbers.setdefault(_plainly(told), record.id)
        self._records[record.id] = record


def _plainly(told: Iterable[Any]) -> tuple[Any, ...]:
    """Text however it is written."""
    return tuple(key(one) if type(one) is str else one for one in told)


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
