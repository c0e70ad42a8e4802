"""The audit trail as administrators read it: newest first, one page after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

import sqlalchemy as sa

from models.account import Account
from models.audit import AuditEntry
from models.base import db
from wub.clock import WITA
from wub.pages.paging import Key, Page, Place, page_of

# Administrators read the trail without reading about participants: of other records only the names of the
# changed fields are shown.
OPEN_SUBJECTS = frozenset(
    {"account", "agency", "area", "cohort", "indicator", "price_index", "role_grant", "scheme", "target"}
)


@dataclass(frozen=True)
class TrailFilter:
    login: str = ""
    action: str = ""
    subject_type: str = ""
    subject_id: int | None = None
    since: date | None = None
    until: date | None = None


def entries(wanted: TrailFilter, place: Place) -> Page:
    query = (
        sa.select(
            AuditEntry.id,
            AuditEntry.at,
            Account.name.label("who"),
            AuditEntry.action,
            AuditEntry.subject_type,
            AuditEntry.subject_id,
            AuditEntry.changes,
            AuditEntry.reason,
            AuditEntry.address,
        )
        .outerjoin(Account, Account.id == AuditEntry.account_id)
        .where(*_conditions(wanted))
    )
    return page_of(query, order=[Key(AuditEntry.id, descending=True)], place=place)


def told(changes: dict[str, Any] | None, subject_type: str | None) -> list[tuple[str, str]]:
    """Field and what is shown of its change; nothing of records about people but the name."""
    open_to_administrators = subject_type in OPEN_SUBJECTS
    return [(name, _said(pair) if open_to_administrators else "") for name, pair in (changes or {}).items()]


def _said(pair: Any) -> str:
    if isinstance(pair, list) and len(pair) == 2:
        old, new = ("–" if value is None else str(value) for value in pair)
        return f"{old} → {new}"
    return str(pair)


def actions_recorded() -> Sequence[str]:
    """To choose from; an index holds them."""
    return db.session.scalars(sa.select(AuditEntry.action).distinct().order_by(AuditEntry.action)).all()


def _conditions(wanted: TrailFilter) -> list[sa.ColumnElement[bool]]:
    asked: list[sa.ColumnElement[bool]] = []
    if wanted.login:
        asked.append(Account.login == wanted.login.strip().lower())
    if wanted.action:
        asked.append(AuditEntry.action == wanted.action)
    if wanted.subject_type:
        asked.append(AuditEntry.subject_type == wanted.subject_type)
    if wanted.subject_id is not None:
        asked.append(AuditEntry.subject_id == wanted.subject_id)
    if wanted.since is not None:
        asked.append(AuditEntry.at >= _midnight(wanted.since))
    if wanted.until is not None:
        asked.append(AuditEntry.at < _midnight(wanted.until + timedelta(days=1)))
    return asked


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, WITA)
