"""The executing offices and the intakes by name, for headings and choices."""

from __future__ import annotations

from typing import NamedTuple

import sqlalchemy as sa

from models import Agency, Cohort, db


class Office(NamedTuple):
    code: str
    name: str
    short_name: str


def offices() -> list[Office]:
    """Those that take part now, and those whose intakes are still measured."""
    with_intakes = sa.select(Cohort.agency_id)
    rows = db.session.execute(
        sa.select(Agency.code, Agency.name, Agency.short_name)
        .where(sa.or_(Agency.active, Agency.id.in_(with_intakes)))
        .order_by(Agency.position, Agency.code)
    )
    return [Office(*row) for row in rows]


class Intake(NamedTuple):
    id: int
    agency: str
    year: int


def intakes() -> list[Intake]:
    """Cohorts by office and year; several schemes of one office and year are one intake in the figures."""
    rows = db.session.execute(
        sa.select(Cohort.id, Agency.code, Cohort.year)
        .join(Agency, Agency.id == Cohort.agency_id)
        .order_by(Cohort.year, Agency.position)
    )
    return [Intake(*row) for row in rows]


def office_names() -> dict[str, str]:
    """Code → short name."""
    return {office.code: office.short_name for office in offices()}
