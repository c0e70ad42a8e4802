"""The review queue: which visits wait, with the questions about each, and who may answer for them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from typing import Any

import sqlalchemy as sa

from models.account import Account
from models.base import db
from models.visit import Visit, stands
from wub.pages.paging import Page, Place
from wub.visits import queries
from wub.visits.integrity import Flag, Sign
from wub.visits.integrity_queries import flags_of
from wub.visits.queries import VisitFilter
from wub.visits.sign_queries import may_show

MOST_PAGES = 20  # read for one page of visits with a sign, where most that may show it do not


@dataclass(frozen=True)
class Queue:
    page: Page
    flags: dict[int, list[Flag]] = field(default_factory=dict)


def queue(wanted: VisitFilter, sign: Sign | None, account: Account, *, place: Place) -> Queue:
    """What waits longest first. With a sign a page may be shorter than its size, never wrongly empty."""
    extra = [may_show(sign)] if sign else []
    for _attempt in range(MOST_PAGES):
        page = queries.visits(wanted, account, place=place, oldest=True, only=extra)
        flags = flags_of([row.id for row in page.rows])
        shown = [row for row in page.rows if sign is None or sign in {flag.sign for flag in flags[row.id]}]
        onward = page.previous if place.before else page.next
        if shown or onward is None:
            break
        place = replace(place, before=onward) if place.before else replace(place, after=onward)
    return Queue(replace(page, rows=shown), flags)


def waiting(account: Account) -> sa.Select[Any]:
    """For counting."""
    return sa.select(Visit.id).where(
        Visit.state.in_(queries.WAITING), queries.visible_to(account), stands(Visit)
    )


def seen(visit_ids: Iterable[int], account: Account) -> set[int]:
    """Those of them that the account may open."""
    query = sa.select(Visit.id).where(Visit.id.in_(set(visit_ids)), queries.visible_to(account))
    return set(db.session.scalars(query))


def chosen(visit_ids: Collection[int], account: Account) -> list[Visit]:
    """In the order of the queue."""
    query = sa.select(Visit).where(Visit.id.in_(visit_ids), queries.visible_to(account))
    return list(db.session.scalars(query.order_by(Visit.held_on, Visit.id)))


def times(visit_ids: Collection[int]) -> dict[int, Any]:
    """Day, hours, consultant and state, for naming a visit in a line."""
    columns: list[Any] = [Visit.id, Visit.held_on, Visit.starts_at, Visit.ends_at, Visit.state]
    query = (
        sa.select(*columns, Visit.version, Account.name.label("consultant"))
        .join(Account, Account.id == Visit.consultant_id)
        .where(Visit.id.in_(visit_ids))
    )
    return {row.id: row for row in db.session.execute(query)}
