"""Which agreements and realisations an account sees; the lists; pledged against realised."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, TypeVar

import sqlalchemy as sa

from models.account import Account
from models.agency import Agency
from models.base import db
from models.group import Group
from models.participation import Participation
from models.partner import Agreement, Partner, Realisation
from models.vocabulary import AgreementState, PartnerKind, Role, YesNo
from wub.access.scope import EVERYTHING, NOTHING, sees_participation, sees_whole_programme
from wub.clock import today
from wub.errors import NotFound
from wub.pages.paging import Key, Page, Place, page_of
from wub.register.queries import sees_group

Row = TypeVar("Row")

WARN_DAYS = 90
# An agreement in these states still binds somebody; only then is its end worth a warning.
RUNNING = (AgreementState.SIGNED, AgreementState.RUNNING, AgreementState.STUCK)


def visible_to(account: Account) -> sa.ColumnElement[bool]:
    """Condition on Agreement: officers and supervisors see all, because firms deal with the whole city."""
    return EVERYTHING if _reads(account) else NOTHING


def sees_partner(account: Account) -> sa.ColumnElement[bool]:
    return EVERYTHING if _reads(account) else NOTHING


def keeps(account: Account) -> sa.ColumnElement[bool]:
    """Condition on Agreement: the account's own office signed it."""
    if sees_whole_programme(account):
        return EVERYTHING
    return Agreement.agency_id.in_(sorted(account.agencies_on(today())))


def sees_realisation(account: Account) -> sa.ColumnElement[bool]:
    """Condition on Realisation: of an agreement in view, to nobody named or to somebody in scope."""
    if sees_whole_programme(account):
        return EVERYTHING
    people = sa.select(Participation.id).where(sees_participation(account))
    groups = sa.select(Group.id).where(sees_group(account))
    return sa.and_(
        Realisation.agreement_id.in_(sa.select(Agreement.id).where(visible_to(account))),
        sa.or_(Realisation.participation_id.is_(None), Realisation.participation_id.in_(people)),
        sa.or_(Realisation.group_id.is_(None), Realisation.group_id.in_(groups)),
    )


def keeps_realisation(account: Account) -> sa.ColumnElement[bool]:
    """An office records what its own participants received, whoever signed."""
    own = sa.select(Participation.id).where(sees_participation(account))
    signed = sa.select(Agreement.id).where(keeps(account))
    return sa.or_(Realisation.agreement_id.in_(signed), Realisation.participation_id.in_(own))


def partner(partner_id: int, account: Account) -> Partner:
    query = sa.select(Partner).where(Partner.id == partner_id, sees_partner(account))
    return _found(db.session.scalar(query))


def agreement(agreement_id: int, account: Account) -> Agreement:
    query = sa.select(Agreement).where(Agreement.id == agreement_id, visible_to(account))
    return _found(db.session.scalar(query))


def realisation(realisation_id: int, account: Account) -> Realisation:
    query = sa.select(Realisation).where(Realisation.id == realisation_id, sees_realisation(account))
    return _found(db.session.scalar(query))


@dataclass(frozen=True)
class PartnerFilter:
    text: str = ""
    kind: PartnerKind | None = None


@dataclass(frozen=True)
class AgreementFilter:
    text: str = ""
    state: AgreementState | None = None
    agency_id: int | None = None
    partner_id: int | None = None
    ending: bool = False
    empty: bool = False
    conflict: bool = False


def partners(wanted: PartnerFilter, account: Account, place: Place) -> Page:
    agreements = (
        sa.select(sa.func.count(Agreement.id))
        .where(Agreement.partner_id == Partner.id)
        .correlate(Partner)
        .scalar_subquery()
    )
    query = sa.select(
        Partner.id, Partner.name, Partner.kind, Partner.contact_name, Partner.contact_phone,
        agreements.label("agreements"),
    ).where(sees_partner(account), *_words(Partner.name, wanted.text))  # fmt: skip
    if wanted.kind:
        query = query.where(Partner.kind == wanted.kind)
    return page_of(query, order=[Key(Partner.name), Key(Partner.id)], place=place)


def agreements(wanted: AgreementFilter, account: Account, place: Place) -> Page:
    """Those that end first come first; without an end last."""
    given = sa.select(sa.func.sum(Realisation.value)).where(Realisation.agreement_id == Agreement.id)
    rows = sa.select(sa.func.count(Realisation.id)).where(Realisation.agreement_id == Agreement.id)
    columns: list[Any] = [Agreement.id, Agreement.number, Agreement.state, Agreement.starts_on]
    columns += [Agreement.ends_on, Agreement.committed_value, Agreement.committed_value_answer]
    columns += [Partner.name.label("partner"), Agency.short_name.label("agency")]
    columns += [in_conflict().label("conflict")]
    query = (
        sa.select(
            *columns,
            given.correlate(Agreement).scalar_subquery().label("realised"),
            rows.correlate(Agreement).scalar_subquery().label("realisations"),
        )
        .join(Partner, Partner.id == Agreement.partner_id)
        .outerjoin(Agency, Agency.id == Agreement.agency_id)
        .where(visible_to(account), *_conditions(wanted))
    )
    order = [Key(Agreement.ends_on, nullable=True), Key(Agreement.id)]
    return page_of(query, order=order, place=place)


def in_conflict() -> sa.ColumnElement[bool]:
    """The same support is paid by the city too, as said of the agreement or of one of its realisations."""
    paid_twice = sa.exists().where(
        Realisation.agreement_id == Agreement.id, Realisation.also_city_budget == YesNo.YES
    )
    return sa.or_(Agreement.also_city_budget == YesNo.YES, paid_twice.correlate(Agreement))


def is_in_conflict(agreement_id: int) -> bool:
    query = sa.select(Agreement.id).where(Agreement.id == agreement_id, in_conflict())
    return db.session.scalar(query) is not None


def ends_soon(ends_on: date | None, state: AgreementState) -> bool:
    if ends_on is None or state not in RUNNING:
        return False
    return ends_on <= today() + timedelta(days=WARN_DAYS)


def partner_choices(account: Account) -> list[tuple[int, str]]:
    query = sa.select(Partner.id, Partner.name).where(sees_partner(account)).order_by(Partner.name)
    return [(number, name) for number, name in db.session.execute(query)]


def _conditions(wanted: AgreementFilter) -> list[sa.ColumnElement[bool]]:
    asked = _words(Agreement.number + " " + Partner.name, wanted.text)
    if wanted.state:
        asked.append(Agreement.state == wanted.state)
    if wanted.agency_id:
        asked.append(Agreement.agency_id == wanted.agency_id)
    if wanted.partner_id:
        asked.append(Agreement.partner_id == wanted.partner_id)
    if wanted.ending:
        asked += [
            Agreement.state.in_(RUNNING),
            Agreement.ends_on <= today() + timedelta(days=WARN_DAYS),
        ]
    if wanted.empty:
        asked.append(Agreement.id.not_in(sa.select(Realisation.agreement_id)))
    if wanted.conflict:
        asked.append(in_conflict())
    return asked


def _words(column: Any, text: str) -> list[sa.ColumnElement[bool]]:
    words = text.lower().split()[:5]
    return [sa.func.lower(column).contains(word, autoescape=True) for word in words]


def _reads(account: Account) -> bool:
    return account.active and bool(account.roles_on(today()) & {Role.SUPERVISOR, Role.OFFICER})


def _found(record: Row | None) -> Row:
    if record is None:
        raise NotFound
    return record
