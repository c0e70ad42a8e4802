"""What the forms and filters of the budget offer."""

from __future__ import annotations

import sqlalchemy as sa

from models.account import Account
from models.agency import Agency, Cohort, Scheme
from models.base import db
from wub.access.scope import sees_agency


def agencies(account: Account, also: int | None = None) -> list[tuple[int, str]]:
    """Active offices whose money the account writes down, and the one a line already names."""
    wanted = sa.or_(sa.and_(Agency.active, sees_agency(account)), Agency.id == also)
    query = sa.select(Agency.id, Agency.short_name).where(wanted).order_by(Agency.position, Agency.code)
    return [(number, name) for number, name in db.session.execute(query)]


def all_agencies() -> list[tuple[int, str]]:
    query = sa.select(Agency.id, Agency.short_name).order_by(Agency.position, Agency.code)
    return [(number, name) for number, name in db.session.execute(query)]


def cohorts(account: Account) -> list[tuple[int, str]]:
    """Intakes of those offices, newest first."""
    query = (
        sa.select(Cohort.id, Agency.short_name, Cohort.year, Scheme.code)
        .join(Agency, Agency.id == Cohort.agency_id)
        .join(Scheme, Scheme.id == Cohort.scheme_id)
        .where(sees_agency(account))
        .order_by(Cohort.year.desc(), Agency.position, Scheme.id)
    )
    return [
        (number, f"{agency} {year} ({scheme})") for number, agency, year, scheme in db.session.execute(query)
    ]
