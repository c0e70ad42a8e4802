"""What may be chosen from in forms and filters, as (value, words) pairs."""

from __future__ import annotations

import sqlalchemy as sa

from models.account import Account, RoleGrant
from models.agency import Agency, Cohort, Scheme
from models.base import db
from models.business import Business, Ownership
from models.group import Group
from models.reference import Area, BusinessClass
from models.vocabulary import Role
from wub.access.scope import sees_agency
from wub.clock import today
from wub.register.class_search import BusinessClassTitle
from wub.register.queries import sees_group

CITY = "63.71"


def agencies(account: Account) -> list[tuple[int, str]]:
    """Offices whose lists the account keeps."""
    query = sa.select(Agency.id, Agency.short_name).where(Agency.active, sees_agency(account))
    return _pairs(query.order_by(Agency.position, Agency.code))


def all_agencies() -> list[tuple[int, str]]:
    return _pairs(sa.select(Agency.id, Agency.short_name).order_by(Agency.position, Agency.code))


def schemes() -> list[tuple[int, str]]:
    return _pairs(sa.select(Scheme.id, Scheme.name).where(Scheme.active).order_by(Scheme.id))


def years() -> list[int]:
    """Intake years there are, newest first."""
    return list(db.session.scalars(sa.select(Cohort.year).distinct().order_by(Cohort.year.desc())))


def cohorts(account: Account) -> list[tuple[int, str]]:
    """Intakes of the account's offices, newest first."""
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


def groups_of(cohort_id: int, account: Account) -> list[tuple[int, str]]:
    query = sa.select(Group.id, Group.name).where(Group.cohort_id == cohort_id, sees_group(account))
    return _pairs(query.order_by(Group.name))


def businesses_of(person_id: int) -> list[tuple[int, str]]:
    """What the person owns or owned, by name, product or sector."""
    query = (
        sa.select(Business.id, sa.func.coalesce(Business.name, Business.product), Business.sector)
        .join(Ownership, Ownership.business_id == Business.id)
        .where(Ownership.person_id == person_id)
        .order_by(Business.id)
    )
    return [(number, name or sector.label) for number, name, sector in db.session.execute(query)]


def consultants() -> list[tuple[int, str]]:
    """Those who hold the role today."""
    holders = sa.select(RoleGrant.account_id).where(
        RoleGrant.role == Role.CONSULTANT,
        RoleGrant.starts_on <= today(),
        sa.or_(RoleGrant.ends_on.is_(None), RoleGrant.ends_on >= today()),
    )
    query = sa.select(Account.id, Account.name).where(Account.id.in_(holders), Account.active)
    return _pairs(query.order_by(Account.name))


def districts() -> list[tuple[str, str]]:
    """Kecamatan of the city."""
    query = sa.select(Area.code, Area.name).where(Area.parent_code == CITY)
    return [(code, name) for code, name in db.session.execute(query.order_by(Area.code))]


def areas(also: str | None = None) -> list[tuple[str, str]]:
    """Kelurahan of the city with their kecamatan, and one more that a record already names."""
    district = sa.orm.aliased(Area)
    query = sa.select(Area.code, Area.name, district.name).outerjoin(
        district, district.code == Area.parent_code
    )
    inside = query.where(district.parent_code == CITY).order_by(district.code, Area.name)
    found = [(code, f"{name} ({above})") for code, name, above in db.session.execute(inside)]
    if also and also not in dict(found):
        other = db.session.execute(query.where(Area.code == also)).all()
        found += [(code, f"{name} ({above})" if above else name) for code, name, above in other]
    return found


def area_name(code: str | None) -> str | None:
    """Kelurahan and kecamatan in words."""
    district = sa.orm.aliased(Area)
    query = (
        sa.select(Area.name, district.name)
        .outerjoin(district, district.code == Area.parent_code)
        .where(Area.code == code)
    )
    found = db.session.execute(query).one_or_none() if code else None
    return ", ".join(part for part in found if part) if found else None


def business_class(code: str | None, edition: int | None) -> str | None:
    """Title of a KBLI class."""
    if not code or not edition:
        return None
    return db.session.scalar(
        sa.select(BusinessClass.title).where(BusinessClass.code == code, BusinessClass.edition == edition)
    )


def business_classes() -> list[BusinessClassTitle]:
    """All of the newest edition, by code."""
    newest = sa.select(sa.func.max(BusinessClass.edition)).scalar_subquery()
    query = sa.select(BusinessClass.code, BusinessClass.edition, BusinessClass.title)
    found = db.session.execute(query.where(BusinessClass.edition == newest).order_by(BusinessClass.code))
    return [BusinessClassTitle(*row) for row in found]


def account_name(account_id: int | None) -> str | None:
    return db.session.scalar(sa.select(Account.name).where(Account.id == account_id)) if account_id else None


def _pairs(query: sa.Select[int, str]) -> list[tuple[int, str]]:
    return [(number, name) for number, name in db.session.execute(query)]
