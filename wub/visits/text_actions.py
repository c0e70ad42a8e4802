"""Filing the words of a visit where alike ones are looked for, whoever writes the visit down."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy import event

from models.base import db
from models.likeness import TextBand
from models.visit import Visit
from wub.records import add_missing
from wub.visits.text_marks import bands_of, digest_of, words_of


def file_old_visits() -> int:
    """Those from before texts were compared; returns how many there were."""
    query = sa.select(Visit.id, Visit.problem, Visit.advice).where(Visit.text_digest.is_(None))
    filed = 0
    for visit_id, problem, advice in db.session.execute(query).all():
        digest = _file(db.session.connection(), problem, advice)
        if digest is not None:
            # Beside the visit's version and its trail: nobody changed what it says.
            one = sa.update(Visit.__table__).where(Visit.__table__.c.id == visit_id)  # type: ignore[arg-type]
            db.session.execute(one.values(text_digest=digest))
            filed += 1
    return filed


@event.listens_for(Visit, "before_insert")
@event.listens_for(Visit, "before_update")
def _file_words(_mapper: Any, connection: sa.Connection, visit: Visit) -> None:
    history = sa.inspect(visit).attrs
    if not sa.inspect(visit).persistent or any(
        history[name].history.has_changes() for name in ("problem", "advice")
    ):
        visit.text_digest = _file(connection, visit.problem, visit.advice)


def _file(connection: sa.Connection, problem: str | None, advice: str | None) -> int | None:
    words = words_of(problem, advice)
    if words is None:
        return None
    digest = digest_of(words)
    add_missing(connection, TextBand, [{"band": band, "digest": digest} for band in bands_of(words)])
    return digest
