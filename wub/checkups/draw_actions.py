"""Announcing a draw, drawing, and whose task each drawn checkup is."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from models.account import Account
from models.base import db
from models.recheck import DrawnCheckup, RecheckDraw
from wub import audit
from wub.checkups import draw_queries, drawing, refusals
from wub.checkups.draw_queries import Framed, Officers
from wub.clock import now, today
from wub.errors import NotFound, expect_version
from wub.records import amend, flush, keep_once

LONGEST = 366


@dataclass(frozen=True)
class DrawDraft:
    since: date
    until: date
    seed: str
    seed_source: str
    again_because: str | None = None


def announce(draft: DrawDraft, *, key: UUID, by: Account) -> RecheckDraw:
    """The seed stands before anybody draws; a period that was drawn before needs a reason."""
    if draft.until < draft.since:
        raise refusals.DrawEndsBeforeStart
    if (draft.until - draft.since).days >= LONGEST:
        raise refusals.DrawTooLong
    made = RecheckDraw(**asdict(draft), announced_by_id=by.id, client_key=key)
    with db.session.no_autoflush:
        before = [one for one in draw_queries.overlapping(draft.since, draft.until) if one.client_key != key]
    if before and not draft.again_because:
        raise refusals.DrawnBefore(f"{before[0].since:%d/%m/%Y}–{before[0].until:%d/%m/%Y}")
    return keep_once(
        made, by=by, action="recheck:announce", own=frozenset({"drawn_by_id", "drawn_at", "frame"})
    )


def draw(announced: RecheckDraw, *, version: int | None, by: Account) -> list[DrawnCheckup]:
    """Once, when the period is over; the list it drew from stays with it."""
    if announced.drawn_at is not None:
        raise refusals.DrawnAlready
    expect_version(announced, version)
    if announced.until >= today():
        raise refusals.PeriodRuns
    found = draw_queries.frame(announced.since, announced.until)
    if not found:
        raise refusals.NothingToDraw
    announced.drawn_at, announced.drawn_by_id = now(), by.id
    announced.frame = _by_recorder(found)
    chosen = drawing.draw(announced.seed, announced.frame)
    lines = _lines(announced, chosen, found)
    db.session.add_all(lines)
    flush()
    changes = {
        "seed": announced.seed,
        "list": [len(found), drawing.digest(announced.frame)],
        "drawn": [line.checkup_id for line in lines],
    }
    audit.record("recheck:draw", announced, by, changes=changes, reason=announced.again_because)
    return lines


def hand_out(announced: RecheckDraw, officers: Mapping[int, int | None], *, by: Account) -> int:
    """Line → officer. How many lines went to somebody else than before."""
    lines = draw_queries.lines_of(announced.id)
    rows = {row.id: row for row in draw_queries.drawn(draw_queries.DrawnFilter(announced.id), by)}
    able = Officers([row.participation_id for row in rows.values()])
    moved = 0
    for number, officer_id in officers.items():
        if number not in lines or number not in rows:
            raise NotFound
        row, line = rows[number], lines[number]
        if officer_id == line.officer_id:
            continue
        if officer_id is not None and officer_id not in dict(
            able.eligible(
                agency_id=row.agency_id,
                participation_id=row.participation_id,
                recorded_by_id=row.recorded_by_id,
            )
        ):
            raise refusals.NotIndependent
        moved += amend(line, {"officer_id": officer_id}, version=line.version, by=by, action="recheck:assign")
    return moved


def set_aside(line: DrawnCheckup, *, because: str | None, version: int | None, by: Account) -> None:
    """It could not be checked again; without a reason it waits again."""
    values = {"impossible_because": because or None, "impossible_on": today() if because else None}
    amend(line, values, version=version, by=by, action="recheck:set-aside", reason=because)


def _by_recorder(found: list[Framed]) -> dict[str, list[str]]:
    listed: dict[str, list[str]] = defaultdict(list)
    for one in sorted(found, key=lambda one: one.key):
        listed[one.recorder].append(one.key)
    return dict(listed)


def _lines(
    announced: RecheckDraw, chosen: Mapping[str, list[str]], found: list[Framed]
) -> list[DrawnCheckup]:
    """Each goes to whoever may check it and has the fewest of this draw."""
    of_key = {one.key: one for one in found}
    places = [(place, of_key[key]) for keys in chosen.values() for place, key in enumerate(keys, 1)]
    able = Officers([one.participation_id for _place, one in places])
    load: Counter[int] = Counter()
    lines = []
    for place, one in places:
        offered = able.eligible(
            agency_id=one.agency_id,
            participation_id=one.participation_id,
            recorded_by_id=one.recorded_by_id,
        )
        least = min(offered, key=lambda officer: load[officer[0]], default=None)
        if least is not None:
            load[least[0]] += 1
        lines.append(
            DrawnCheckup(
                draw_id=announced.id,
                checkup_id=one.id,
                position=place,
                officer_id=least[0] if least else None,
            )
        )
    return lines
