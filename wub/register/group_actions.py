"""Working groups: about five people of one intake who share tools and a shop."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from models.account import Account
from models.agency import Agency, Cohort
from models.base import db
from models.group import Group
from models.participation import Participation
from models.vocabulary import Sector
from wub.access.scope import sees_agency, sees_participation
from wub.errors import NotFound, expect_version
from wub.records import amend, keep_once


@dataclass(frozen=True)
class GroupDraft:
    name: str
    sector: Sector = Sector.NOT_ASKED
    address: str | None = None
    area_code: str | None = None
    formed_on: date | None = None
    rent_ends_on: date | None = None
    note: str | None = None


def form_group(draft: GroupDraft, cohort_id: int, *, key: UUID | None = None, by: Account) -> Group:
    ours = (
        sa.select(Cohort.id)
        .join(Agency, Agency.id == Cohort.agency_id)
        .where(Cohort.id == cohort_id, sees_agency(by))
    )
    if db.session.scalar(ours) is None:
        raise NotFound
    row = Group(**asdict(draft), cohort_id=cohort_id, client_key=key)
    return keep_once(row, by=by, action="group:form")


def change_group(group: Group, draft: GroupDraft, *, version: int | None, by: Account) -> None:
    amend(group, asdict(draft), version=version, by=by, action="group:change")


def set_members(
    group: Group, chosen: Collection[int], seen: Collection[int], *, version: int | None, by: Account
) -> None:
    """Of the enrolments `seen` on the page, the `chosen` belong to the group and the others do not.

    Whoever comes from another group of the intake is moved; those not on the page stay where they are.
    """
    expect_version(group, version)
    rows = db.session.scalars(
        sa.select(Participation)
        .where(
            Participation.id.in_(set(seen) | set(chosen)),
            Participation.cohort_id == group.cohort_id,
            sees_participation(by),
        )
        .order_by(Participation.id)
    )
    for row in rows:
        wanted = group.id if row.id in chosen else (None if row.group_id == group.id else row.group_id)
        if wanted != row.group_id:
            amend(row, {"group_id": wanted}, version=row.version, by=by, action="group:move")
