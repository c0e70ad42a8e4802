"""What is missing in the register as it stands, and what waits for somebody: by office."""

from __future__ import annotations

from typing import NamedTuple

import sqlalchemy as sa

from models.vocabulary import Education, ImportState, PairState, Sector
from wub.reports.histories.asking import Moment, rows, table


class Missing(NamedTuple):
    """Rows of an office's lists, and in how many of them each thing is not recorded."""

    agency: str
    listed: int
    nik: int
    phone: int
    birth_date: int
    area: int
    education: int
    business: int
    sector: int
    baseline: int


class Waiting(NamedTuple):
    pairs: int  # suggestions that two entries are one person, undecided
    held_rows: int  # rows of imports that were held or rejected
    imports: int  # imports read but not yet committed


def missing(moment: Moment) -> tuple[Missing, ...]:
    """As filled in now: what stood in a field on a past day is not kept."""
    listed, person, business = table("participation"), table("person"), table("business")
    cohort, agency, checkup = table("cohort"), table("agency"), table("checkup")
    p, b = person.c, business.c
    measured = sa.exists().where(checkup.c.participation_id == listed.c.id, checkup.c.round_month == 0)
    absent = (
        p.nik_index.is_(None),
        p.phone.is_(None),
        p.birth_date.is_(None),
        p.area_code.is_(None),
        p.education == Education.NOT_ASKED,
        listed.c.business_id.is_(None),
        sa.or_(b.sector.is_(None), b.sector == Sector.NOT_ASKED),
        ~measured,
    )
    query = (
        sa.select(
            agency.c.code, sa.func.count(), *(sa.func.sum(sa.case((one, 1), else_=0)) for one in absent)
        )
        .select_from(listed)
        .join(person, p.id == listed.c.person_id)
        .join(cohort, cohort.c.id == listed.c.cohort_id)
        .join(agency, agency.c.id == cohort.c.agency_id)
        .join(business, b.id == listed.c.business_id, isouter=True)
        .where(listed.c.enrolled_on <= moment.as_of, *moment.recorded(listed))
        .group_by(agency.c.code, agency.c.position)
        .order_by(agency.c.position)
    )
    return tuple(Missing(code, *(int(number or 0) for number in numbers)) for code, *numbers in rows(query))


def waiting(moment: Moment) -> Waiting:
    pair, run, staged = table("person_pair"), table("import_run"), table("staged_row")
    open_pairs = sa.select(sa.func.count()).where(pair.c.state == PairState.SUGGESTED, *moment.recorded(pair))
    held = (
        sa.select(sa.func.count())
        .select_from(staged)
        .join(run, run.c.id == staged.c.import_run_id)
        .where(
            run.c.state == ImportState.COMMITTED,
            staged.c.outcome.in_(("held", "rejected")),
            *moment.recorded(run),
        )
    )
    staged_runs = sa.select(sa.func.count()).where(run.c.state == ImportState.STAGED, *moment.recorded(run))
    return Waiting(*(int(next(iter(rows(one)))[0]) for one in (open_pairs, held, staged_runs)))
