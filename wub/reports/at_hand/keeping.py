"""A standing taken apart and kept, so that each page reads the few parts that it shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from importlib.metadata import version
from typing import Any, NamedTuple

import sqlalchemy as sa

from models import KeptPart, KeptStanding
from models.base import db
from wub.reports.at_hand.unsettled import Unsettled
from wub.reports.plain import to_plain
from wub.reports.snapshots.packed import pack
from wub.reports.standing import Standing

MADE_BY = version("wub")
OLDER_KEPT = 1  # for those who are still reading it
REPORT, FIGURES = "report", "figures"
# Of these boards a page shows one scope: board → its field by scope code.
BY_SCOPE = {"areas": "by_scope", "mentoring": "bands", "traits": "by_scope"}


class Part(NamedTuple):
    name: str
    scope_code: str
    content: Any


class Made(NamedTuple):
    """What is kept of one computation."""

    standing: Standing
    unsettled: Unsettled
    seen_at: datetime
    through_entry: int
    seconds: float


def keep(made: Made) -> KeptStanding:
    """In the caller's transaction; the ones before it go, but for the last."""
    kept = KeptStanding(
        as_of=made.standing.as_of,
        seen_at=made.seen_at,
        through_entry=made.through_entry,
        seconds=made.seconds,
        made_by=MADE_BY,
    )
    db.session.add(kept)
    db.session.flush()
    rows = [
        {
            "standing_id": kept.id,
            "name": part.name,
            "scope_code": part.scope_code,
            "content": pack(to_plain(part.content)),
        }
        for part in (*parts(made.standing), *(Part(*one) for one in made.unsettled.lists()))
    ]
    db.session.execute(sa.insert(KeptPart), rows)
    forget(but=1 + OLDER_KEPT)
    return kept


def parts(standing: Standing) -> Iterator[Part]:
    yield Part(REPORT, "", standing.report)
    by_scope: dict[str, list[Any]] = defaultdict(list)
    for figure in standing.figures:
        by_scope[figure.scope.code].append(figure)
    for code, figures in by_scope.items():
        yield Part(FIGURES, code, figures)
    for name, board in standing.boards.items():
        if name not in BY_SCOPE:
            yield Part(name, "", board)
            continue
        yield Part(name, "", replace(board, **{BY_SCOPE[name]: {}}))
        for code, shown in getattr(board, BY_SCOPE[name]).items():
            yield Part(name, code, shown)


def forget(*, but: int = 0) -> None:
    """All that is kept, but for the newest so many."""
    older = db.session.scalars(sa.select(KeptStanding.id).order_by(KeptStanding.id.desc()).offset(but)).all()
    if older:
        db.session.execute(sa.delete(KeptPart).where(KeptPart.standing_id.in_(older)))
        db.session.execute(sa.delete(KeptStanding).where(KeptStanding.id.in_(older)))
