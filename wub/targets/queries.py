"""Which targets an account sees; the list, and what stands beside one target."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from models.account import Account
from models.agency import Agency
from models.base import db
from models.indicator import Indicator, IndicatorVersion
from models.reference import Area
from models.target import Target
from models.vocabulary import Role, ScopeLevel, TargetState
from wub.access.scope import EVERYTHING, NOTHING, sees_whole_programme
from wub.clock import today
from wub.errors import NotFound
from wub.pages.paging import Key, Page, Place, Selected, page_of
from wub.targets.values import same_kind


@dataclass(frozen=True)
class TargetFilter:
    indicator_id: int | None = None
    level: ScopeLevel | None = None
    year: int | None = None
    agency_id: int | None = None
    state: TargetState | None = None


def visible_to(account: Account) -> sa.ColumnElement[bool]:
    """Condition on Target: promises are for all who read figures, proposals for those who make them."""
    day = today()
    if sees_whole_programme(account):
        return EVERYTHING
    if not account.active or not account.roles_on(day) & {Role.OFFICER, Role.EXECUTIVE}:
        return NOTHING
    own = Target.agency_id.in_(sorted(account.agencies_on(day)))
    return sa.or_(Target.state.not_in((TargetState.PROPOSED, TargetState.REFUSED)), own)


def visible(target_id: int, account: Account) -> Target:
    found = db.session.scalar(sa.select(Target).where(Target.id == target_id, visible_to(account)))
    if found is None:
        raise NotFound
    return found


def keeps_for(agency_id: int | None, account: Account) -> bool:
    """Whether the account may propose for that office; for the city and areas only supervisors may."""
    return sees_whole_programme(account) or agency_id in account.agencies_on(today())


def by_key(client_key: UUID) -> Target | None:
    return db.session.scalar(sa.select(Target).where(Target.client_key == client_key))


def found(wanted: TargetFilter, account: Account) -> Selected:
    columns: list[Any] = [Target.id, Target.level, Target.cohort_year, Target.type, Target.value]
    columns += [Target.period_starts_on, Target.period_ends_on, Target.source, Target.state, Target.version]
    columns += [Target.proposed_by_id, Target.source_document]
    columns += [Indicator.code, Indicator.name, IndicatorVersion.unit]
    columns += [IndicatorVersion.target_type.label("measured_as")]
    columns += [Agency.short_name.label("agency"), Area.name.label("area")]
    return (
        sa.select(*columns)
        .join(IndicatorVersion, IndicatorVersion.id == Target.indicator_version_id)
        .join(Indicator, Indicator.id == IndicatorVersion.indicator_id)
        .outerjoin(Agency, Agency.id == Target.agency_id)
        .outerjoin(Area, Area.code == Target.area_code)
        .where(visible_to(account), *_conditions(wanted))
    )


def targets(wanted: TargetFilter, account: Account, place: Place) -> Page:
    """By indicator; within it the newest period first, the city before its offices."""
    order = [
        Key(Indicator.position),
        Key(Target.period_starts_on, descending=True),
        Key(sa.case({level: at for at, level in enumerate(ScopeLevel)}, value=Target.level, else_=9)),
        Key(sa.func.coalesce(Agency.position, 0)),
        Key(Target.id),
    ]
    return page_of(found(wanted, account), order=order, place=place)


def proposals(account: Account, place: Place) -> Page:
    """What waits for a decision of this account: the proposals of others, oldest first."""
    others = sa.or_(Target.proposed_by_id.is_(None), Target.proposed_by_id != account.id)
    statement = found(TargetFilter(state=TargetState.PROPOSED), account)
    proposer = sa.select(Account.name).where(Account.id == Target.proposed_by_id).scalar_subquery()
    statement = statement.add_columns(proposer.label("proposer")).where(others)
    return page_of(statement, order=[Key(Target.id)], place=place)


def overtaken_by(target: Target) -> Sequence[Target]:
    """Approved ones that its approval ends: same indicator, scope and kind, or meant to be replaced."""
    same_indicator = sa.select(IndicatorVersion.id).where(
        IndicatorVersion.indicator_id
        == sa.select(IndicatorVersion.indicator_id)
        .where(IndicatorVersion.id == target.indicator_version_id)
        .scalar_subquery()
    )
    scope = (Target.agency_id, Target.cohort_year, Target.area_code)
    ours = (target.agency_id, target.cohort_year, target.area_code)
    contradicts = sa.and_(
        Target.indicator_version_id.in_(same_indicator),
        Target.level == target.level,
        Target.type.in_(same_kind(target.type)),
        *(
            column.is_(None) if value is None else column == value
            for column, value in zip(scope, ours, strict=True)
        ),
        Target.period_starts_on <= target.period_ends_on,
        Target.period_ends_on >= target.period_starts_on,
    )
    query = sa.select(Target).where(
        Target.id != target.id,
        Target.state == TargetState.APPROVED,
        sa.or_(contradicts, Target.id == target.replaces_id),
    )
    return db.session.scalars(query.order_by(Target.id)).all()


def version_of(target: Target) -> IndicatorVersion:
    return db.session.get_one(IndicatorVersion, target.indicator_version_id)


def indicator(indicator_id: int) -> Indicator:
    return db.session.get_one(Indicator, indicator_id)


def many_visible(target_ids: Sequence[int], account: Account) -> Sequence[Target]:
    query = sa.select(Target).where(Target.id.in_(target_ids), visible_to(account))
    return db.session.scalars(query.order_by(Target.id)).all()


def proposals_waiting(account: Account) -> int:
    """How many of the proposals the account sees it could decide on: not its own ones."""
    others = sa.or_(Target.proposed_by_id.is_(None), Target.proposed_by_id != account.id)
    query = sa.select(sa.func.count()).select_from(Target)
    waiting = query.where(Target.state == TargetState.PROPOSED, visible_to(account), others)
    return db.session.scalar(waiting) or 0


def versions_of(target: Target) -> Sequence[Target]:
    """Every target that stood, or was to stand, in its place: newest first, this one among them."""
    family, fresh = {target.id}, {target.id}
    while fresh:
        linked = sa.select(Target.id, Target.replaces_id, Target.replaced_by_id).where(
            sa.or_(Target.id.in_(fresh), Target.replaces_id.in_(fresh), Target.replaced_by_id.in_(fresh))
        )
        told = {number for row in db.session.execute(linked) for number in row if number is not None}
        fresh = told - family
        family |= fresh
    query = sa.select(Target).where(Target.id.in_(family))
    return db.session.scalars(query.order_by(Target.created_at.desc(), Target.id.desc())).all()


def account_name(account_id: int | None) -> str | None:
    return db.session.scalar(sa.select(Account.name).where(Account.id == account_id)) if account_id else None


def agency_name(agency_id: int | None) -> str | None:
    return (
        db.session.scalar(sa.select(Agency.short_name).where(Agency.id == agency_id)) if agency_id else None
    )


def area_name(code: str | None) -> str | None:
    return db.session.scalar(sa.select(Area.name).where(Area.code == code)) if code else None


def _conditions(wanted: TargetFilter) -> list[sa.ColumnElement[bool]]:
    asked: list[sa.ColumnElement[bool]] = []
    if wanted.indicator_id:
        asked.append(Indicator.id == wanted.indicator_id)
    if wanted.level:
        asked.append(Target.level == wanted.level)
    if wanted.year:
        asked.append(Target.period_starts_on <= date(wanted.year, 12, 31))
        asked.append(Target.period_ends_on >= date(wanted.year, 1, 1))
    if wanted.agency_id:
        asked.append(Target.agency_id == wanted.agency_id)
    if wanted.state:
        asked.append(Target.state == wanted.state)
    return asked
