"""Which budget lines an account sees; the lists, and planned against spent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import sqlalchemy as sa

from models.account import Account
from models.agency import Agency, Cohort
from models.base import db
from models.budget import BudgetLine, Spending
from models.vocabulary import Funding, Role
from wub.access.scope import EVERYTHING, NOTHING, sees_whole_programme
from wub.clock import today
from wub.errors import NotFound
from wub.pages.paging import Key, Page, Place, Selected, page_of

Rows = Sequence[sa.Row[*tuple[Any, ...]]]


@dataclass(frozen=True)
class BudgetFilter:
    text: str = ""
    year: int | None = None
    agency_id: int | None = None
    funding: Funding | None = None


class OfficeTotal(NamedTuple):
    """What one office planned and spent on all its lines."""

    agency_id: int
    agency: str
    lines: int
    amount: int
    spent: int


def visible_to(account: Account) -> sa.ColumnElement[bool]:
    """Condition on BudgetLine: supervisor all, officer those of his offices; others read totals only."""
    if sees_whole_programme(account):
        return EVERYTHING
    return BudgetLine.agency_id.in_(sorted(account.agencies_on(today()))) if account.active else NOTHING


def adds_up_for(account: Account) -> sa.ColumnElement[bool]:
    """Condition on BudgetLine: lines whose sum the account reads."""
    reads_all = account.active and Role.EXECUTIVE in account.roles_on(today())
    return EVERYTHING if reads_all else visible_to(account)


def visible(line_id: int, account: Account) -> BudgetLine:
    found = db.session.scalar(sa.select(BudgetLine).where(BudgetLine.id == line_id, visible_to(account)))
    if found is None:
        raise NotFound
    return found


def spending(spending_id: int, account: Account) -> Spending:
    found = db.session.scalar(
        sa.select(Spending)
        .join(BudgetLine, BudgetLine.id == Spending.budget_line_id)
        .where(Spending.id == spending_id, visible_to(account))
    )
    if found is None:
        raise NotFound
    return found


def keeps_for(agency_id: int, account: Account) -> bool:
    return sees_whole_programme(account) or agency_id in account.agencies_on(today())


def found(wanted: BudgetFilter, account: Account) -> Selected:
    columns: list[Any] = [BudgetLine.id, BudgetLine.year, BudgetLine.activity_code, BudgetLine.name]
    columns += [BudgetLine.amount, BudgetLine.funding, Agency.short_name.label("agency")]
    spent = (
        sa.select(_total(Spending.amount))
        .where(Spending.budget_line_id == BudgetLine.id)
        .correlate(BudgetLine)
        .scalar_subquery()
    )
    return (
        sa.select(*columns, spent.label("spent"))
        .join(Agency, Agency.id == BudgetLine.agency_id)
        .where(visible_to(account), *_conditions(wanted))
    )


def lines(wanted: BudgetFilter, account: Account, place: Place) -> Page:
    """Newest year first, offices as the city orders them, by activity."""
    order = [
        Key(BudgetLine.year, descending=True),
        Key(Agency.position),
        Key(BudgetLine.activity_code),
        Key(BudgetLine.id),
    ]
    return page_of(found(wanted, account), order=order, place=place)


def totals(wanted: BudgetFilter, account: Account) -> list[OfficeTotal]:
    """Of each office that has a line, added up by the database."""
    chosen = (adds_up_for(account), *_conditions(wanted))
    spent = (
        sa.select(BudgetLine.agency_id, _total(Spending.amount).label("spent"))
        .join(Spending, Spending.budget_line_id == BudgetLine.id)
        .where(*chosen)
        .group_by(BudgetLine.agency_id)
        .subquery()
    )
    planned = (
        sa.select(
            BudgetLine.agency_id,
            sa.func.count().label("lines"),
            _total(BudgetLine.amount).label("amount"),
        )
        .where(*chosen)
        .group_by(BudgetLine.agency_id)
        .subquery()
    )
    query = (
        sa.select(Agency.id, Agency.short_name, planned.c.lines, planned.c.amount)
        .add_columns(sa.func.coalesce(spent.c.spent, 0))
        .join(planned, planned.c.agency_id == Agency.id)
        .outerjoin(spent, spent.c.agency_id == Agency.id)
        .order_by(Agency.position, Agency.code)
    )
    return [OfficeTotal(*row) for row in db.session.execute(query)]


def years(account: Account) -> list[int]:
    """Years with a line, newest first."""
    query = sa.select(BudgetLine.year).where(adds_up_for(account)).distinct()
    return list(db.session.scalars(query.order_by(BudgetLine.year.desc())))


def spendings(line_id: int) -> Rows:
    """Of a line the account sees, newest first."""
    columns: list[Any] = [Spending.id, Spending.spent_on, Spending.amount]
    columns += [Spending.sp2d_number, Spending.description]
    query = sa.select(*columns).where(Spending.budget_line_id == line_id)
    return db.session.execute(query.order_by(Spending.spent_on.desc(), Spending.id.desc())).all()


def spent(line_id: int) -> int:
    return (
        db.session.scalar(sa.select(_total(Spending.amount)).where(Spending.budget_line_id == line_id)) or 0
    )


def spent_in_years(line_id: int) -> set[int]:
    days = db.session.scalars(sa.select(Spending.spent_on).where(Spending.budget_line_id == line_id))
    return {day.year for day in days}


def agency_name(agency_id: int) -> str:
    return db.session.scalars(sa.select(Agency.name).where(Agency.id == agency_id)).one()


def cohort(cohort_id: int | None) -> Cohort | None:
    return db.session.get(Cohort, cohort_id) if cohort_id else None


def _total(column: Any) -> sa.ColumnElement[int]:
    """PostgreSQL adds big integers up to a decimal; rupiah are whole."""
    return sa.cast(sa.func.coalesce(sa.func.sum(column), 0), sa.BigInteger)


def _conditions(wanted: BudgetFilter) -> list[sa.ColumnElement[bool]]:
    asked: list[sa.ColumnElement[bool]] = []
    for word in wanted.text.lower().split()[:5]:
        words = sa.func.lower(BudgetLine.activity_code + " " + BudgetLine.name)
        asked.append(words.contains(word, autoescape=True))
    if wanted.year:
        asked.append(BudgetLine.year == wanted.year)
    if wanted.agency_id:
        asked.append(BudgetLine.agency_id == wanted.agency_id)
    if wanted.funding:
        asked.append(BudgetLine.funding == wanted.funding)
    return asked
