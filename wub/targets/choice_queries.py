"""What the forms and filters of targets offer."""

from __future__ import annotations

from typing import NamedTuple

import sqlalchemy as sa

from models.account import Account
from models.agency import Agency
from models.base import db
from models.indicator import Indicator, IndicatorVersion
from models.reference import Area
from models.vocabulary import TargetType
from wub.access.scope import sees_agency

CITY = "63.71"


class Measure(NamedTuple):
    """A definition of an indicator, as a choice."""

    id: int
    code: str
    name: str
    version: int
    measured_as: TargetType


def measures() -> list[Measure]:
    """All definitions, the newest of each indicator first."""
    query = (
        sa.select(IndicatorVersion.id, Indicator.code, Indicator.name, IndicatorVersion.number,
                  IndicatorVersion.target_type)
        .join(Indicator, Indicator.id == IndicatorVersion.indicator_id)
        .order_by(Indicator.position, IndicatorVersion.number.desc())
    )  # fmt: skip
    return [Measure(*row) for row in db.session.execute(query)]


def indicators() -> list[tuple[int, str, str]]:
    """Id, code and name."""
    query = sa.select(Indicator.id, Indicator.code, Indicator.name).order_by(Indicator.position)
    return [(number, code, name) for number, code, name in db.session.execute(query)]


def agencies(account: Account, also: int | None = None) -> list[tuple[int, str]]:
    """Active offices the account proposes for, and the one a record already names."""
    wanted = sa.or_(sa.and_(Agency.active, sees_agency(account)), Agency.id == also)
    query = sa.select(Agency.id, Agency.short_name).where(wanted).order_by(Agency.position, Agency.code)
    return [(number, name) for number, name in db.session.execute(query)]


def all_agencies() -> list[tuple[int, str]]:
    query = sa.select(Agency.id, Agency.short_name).order_by(Agency.position, Agency.code)
    return [(number, name) for number, name in db.session.execute(query)]


def areas() -> list[tuple[str, str]]:
    """Kecamatan and kelurahan of the city, each kecamatan before its kelurahan."""
    above = sa.orm.aliased(Area)
    query = (
        sa.select(Area.code, Area.name, Area.level, above.name)
        .join(above, above.code == Area.parent_code)
        .where(sa.or_(Area.parent_code == CITY, above.parent_code == CITY))
        .order_by(Area.code)
    )
    return [
        (code, f"Kecamatan {name}" if level == 3 else f"{name} ({district})")
        for code, name, level, district in db.session.execute(query)
    ]
