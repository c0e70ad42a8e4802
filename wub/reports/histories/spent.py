"""The lines of the budget, and what each intake cost: what was paid on those of its office and year."""

from __future__ import annotations

from typing import NamedTuple

import sqlalchemy as sa

from wub.reports.histories.asking import Moment, rows, table


class Planned(NamedTuple):
    """One line of the budget, and what was paid on it until the day."""

    agency: str
    year: int
    code: str
    name: str
    amount: int
    spent: int | None  # None: no payment is recorded


def planned(moment: Moment) -> tuple[Planned, ...]:
    line, paid, agency = (table(name) for name in ("budget_line", "spending", "agency"))
    until = sa.and_(
        paid.c.budget_line_id == line.c.id, paid.c.spent_on <= moment.as_of, *moment.recorded(paid)
    )
    query = (
        sa.select(
            agency.c.code,
            line.c.year,
            line.c.activity_code,
            line.c.name,
            line.c.amount,
            sa.func.sum(paid.c.amount),
        )
        .select_from(line)
        .join(agency, agency.c.id == line.c.agency_id)
        .join(paid, until, isouter=True)
        .where(line.c.year <= moment.as_of.year, *moment.recorded(line))
        .group_by(line.c.id, agency.c.code, agency.c.position)
        .order_by(line.c.year, agency.c.position, line.c.activity_code)
    )
    return tuple(
        Planned(code, year, activity, name, int(amount), None if paid_so_far is None else int(paid_so_far))
        for code, year, activity, name, amount, paid_so_far in rows(query)
    )


def spent(moment: Moment) -> dict[tuple[str, int], int]:
    """(Office, intake year) → rupiah; an intake without any payment is not in it: its cost is not known.

    A line that names an intake belongs to it; any other to its office's intake of the budget year.
    """
    line, paid, agency, cohort = (table(name) for name in ("budget_line", "spending", "agency", "cohort"))
    office = sa.func.coalesce(cohort.c.agency_id, line.c.agency_id)
    year = sa.func.coalesce(cohort.c.year, line.c.year)
    query = (
        sa.select(agency.c.code, year, sa.func.sum(paid.c.amount))
        .select_from(paid)
        .join(line, line.c.id == paid.c.budget_line_id)
        .join(cohort, cohort.c.id == line.c.cohort_id, isouter=True)
        .join(agency, agency.c.id == office)
        .where(paid.c.spent_on <= moment.as_of, *moment.recorded(paid))
        .group_by(agency.c.code, year)
    )
    return {(code, of_year): int(amount) for code, of_year, amount in rows(query)}
