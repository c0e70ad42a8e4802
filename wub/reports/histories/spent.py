"""What each intake cost: what was paid on the lines of its office and year."""

from __future__ import annotations

import sqlalchemy as sa

from wub.reports.histories.asking import Moment, rows, table


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
