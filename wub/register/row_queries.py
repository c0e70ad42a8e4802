"""What the list shows beside each name: businesses, intakes, latest status, consultants; one query each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import sqlalchemy as sa

from models.account import Account
from models.agency import Agency, Cohort
from models.base import db
from models.business import Business, Ownership
from models.participation import Assignment, Participation
from models.person import Person
from models.vocabulary import Sector, Status
from wub.access.scope import sees_participation
from wub.clock import today
from wub.register.people_queries import latest_status


class Intake(NamedTuple):
    agency: str
    year: int


@dataclass
class Beside:
    """Of one person on a list page."""

    businesses: list[tuple[str | None, Sector]] = field(default_factory=list)
    intakes: list[Intake] = field(default_factory=list)
    consultants: list[str] = field(default_factory=list)
    status: Status | None = None


def beside(person_ids: Sequence[int], account: Account) -> dict[int, Beside]:
    found: dict[int, Beside] = defaultdict(Beside)
    if not person_ids:
        return found
    for number, name, sector in db.session.execute(_businesses(person_ids)):
        found[number].businesses.append((name, sector))
    for number, agency, year in db.session.execute(_intakes(person_ids, account)):
        found[number].intakes.append(Intake(agency, year))
    for number, name in db.session.execute(_consultants(person_ids, account)):
        found[number].consultants.append(name)
    statuses = sa.select(Person.id, latest_status(account)).where(Person.id.in_(person_ids))
    for number, status in db.session.execute(statuses):
        found[number].status = status
    return found


def _businesses(person_ids: Sequence[int]) -> sa.Select[int, str | None, Sector]:
    """Those still owned, by name or else by what they sell."""
    return (
        sa.select(Ownership.person_id, sa.func.coalesce(Business.name, Business.product), Business.sector)
        .join(Business, Business.id == Ownership.business_id)
        .where(
            Ownership.person_id.in_(person_ids),
            sa.or_(Ownership.until.is_(None), Ownership.until >= today()),
        )
        .order_by(Business.closed_on.is_not(None), Business.id)
    )


def _intakes(person_ids: Sequence[int], account: Account) -> sa.Select[int, str, int]:
    return (
        sa.select(Participation.person_id, Agency.short_name, Cohort.year)
        .join(Cohort, Cohort.id == Participation.cohort_id)
        .join(Agency, Agency.id == Cohort.agency_id)
        .where(Participation.person_id.in_(person_ids), sees_participation(account))
        .order_by(Cohort.year, Agency.position)
    )


def _consultants(person_ids: Sequence[int], account: Account) -> sa.Select[int, str]:
    return (
        sa.select(Participation.person_id, Account.name)
        .join(Assignment, Assignment.participation_id == Participation.id)
        .join(Account, Account.id == Assignment.consultant_id)
        .where(
            Participation.person_id.in_(person_ids),
            sees_participation(account),
            Assignment.starts_on <= today(),
            sa.or_(Assignment.ends_on.is_(None), Assignment.ends_on >= today()),
        )
        .order_by(Account.name)
        .distinct()
    )
