"""Looking through the register for people who are there twice, and saying that two are not."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from models import Account, Person, PersonPair
from models.base import Base, db, utcnow
from models.vocabulary import PairState
from wub import audit
from wub.errors import expect_version
from wub.matching import queries
from wub.matching.blocks import find_pairs
from wub.matching.pair_queries import remember
from wub.matching.score import Entry, enough, nik_weight

CHUNK = 500


def look_for_pairs(*, by: Account | None = None) -> int:
    """Suggestions as of now; what was decided before stays decided. Returns how many wait for somebody."""
    everybody = queries.entries()
    least = enough(len(everybody))
    found: dict[tuple[int, int], dict[str, Any]] = {}
    for one, other, verdict in find_pairs(everybody):
        score, reasons = verdict.score, dict(verdict.reasons)
        if one.has_nik and other.has_nik:
            weight = _nik_weight(one, other)
            score, reasons["nik"] = score + weight, weight
        if score >= least:
            first, second = sorted((one.id, other.id))
            found[first, second] = {"score": round(score, 2), "reasons": reasons}
    _keep(found)
    waiting = db.session.scalar(
        sa.select(sa.func.count()).select_from(PersonPair).where(PersonPair.state == PairState.SUGGESTED)
    )
    audit.record("person:look-for-pairs", by=by, changes={"waiting": waiting})
    return waiting or 0


def suggest(one: int, other: int, score: float) -> None:
    """Two entries that an import thinks may be one person; what was decided of them before stays decided."""
    first, second = sorted((one, other))
    there = sa.select(PersonPair.id).where(PersonPair.first_id == first, PersonPair.second_id == second)
    if db.session.scalar(there) is None:
        db.session.add(PersonPair(first_id=first, second_id=second, score=score, state=PairState.SUGGESTED))
        db.session.flush()


def tell_apart(pair: PersonPair, note: str | None, *, version: int | None, by: Account) -> None:
    """Not the same person: remembered, and never suggested again."""
    expect_version(pair, version)
    remember(pair.first_id, pair.second_id, PairState.DIFFERENT, by=by, note=note)
    audit.record(
        "person:tell-apart", pair, by, changes={"people": [pair.first_id, pair.second_id]}, reason=note
    )


def _nik_weight(one: Entry, other: Entry) -> float:
    """Both numbers in clear, compared and forgotten: nobody is shown them."""
    said = [db.session.get_one(Person, entry.id).reveal_nik() for entry in (one, other)]
    return nik_weight(said[0] or "", said[1] or "")


def _keep(found: dict[tuple[int, int], dict[str, Any]]) -> None:
    columns = (PersonPair.id, PersonPair.first_id, PersonPair.second_id, PersonPair.state)
    there = {
        (first, second): (row, state) for row, first, second, state in db.session.execute(sa.select(*columns))
    }
    gone = [row for pair, (row, state) in there.items() if state is PairState.SUGGESTED and pair not in found]
    for start in range(0, len(gone), CHUNK):
        db.session.execute(sa.delete(PersonPair).where(PersonPair.id.in_(gone[start : start + CHUNK])))
    now = utcnow()
    fixed = {"state": PairState.SUGGESTED, "created_at": now, "updated_at": now, "version": 1}
    new = [
        {"first_id": first, "second_id": second, **said, **fixed}
        for (first, second), said in found.items()
        if (first, second) not in there
    ]
    if new:
        db.session.execute(sa.insert(Base.metadata.tables["person_pair"]), new)
