"""What became of promises, from the trail: postponed how often and why, done and opened again by whom."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import NamedTuple

import sqlalchemy as sa

from models.account import Account
from models.audit import AuditEntry
from models.base import db
from models.plan import ActionItem
from wub.clock import day_of


class Step(NamedTuple):
    at: datetime
    action: str
    by: str | None
    reason: str | None
    due_before: date | None
    due_after: date | None

    @property
    def day(self) -> date:
        return day_of(self.at)

    @property
    def postpones(self) -> bool:
        before, after = self.due_before, self.due_after
        return before is not None and (after is None or after > before)


def history(items: Collection[int]) -> dict[int, list[Step]]:
    """Item → its steps, the first first; of items that the account was found to see."""
    if not items:
        return {}
    query = (
        sa.select(
            *(AuditEntry.subject_id, AuditEntry.at, AuditEntry.action),
            *(Account.name, AuditEntry.reason, AuditEntry.changes),
        )
        .outerjoin(Account, Account.id == AuditEntry.account_id)
        .where(AuditEntry.subject_type == ActionItem.__tablename__, AuditEntry.subject_id.in_(items))
        .order_by(AuditEntry.at, AuditEntry.id)
    )
    found: dict[int, list[Step]] = {}
    for number, at, action, by, reason, changes in db.session.execute(query):
        before, after = (changes or {}).get("due_on", (None, None))
        step = Step(at, action.partition(":")[2], by, reason, _day(before), _day(after))
        found.setdefault(number or 0, []).append(step)
    return found


def postponed(items: Collection[int]) -> dict[int, int]:
    """Item → how often its day was put off."""
    return {
        number: times
        for number, steps in history(items).items()
        if (times := sum(step.postpones for step in steps))
    }


def _day(said: object) -> date | None:
    return date.fromisoformat(said) if isinstance(said, str) else None
