"""Two frozen days side by side: figures that moved, by how much, and why."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from models import Account, Agency, Checkup, Cohort, Participation, Person, Snapshot
from models.base import db
from wub.access.scope import sees_participation
from wub.reports.figures import Figure
from wub.reports.scopes import CITY, Scope
from wub.reports.snapshots.differences import Difference, Known, Move, differences
from wub.reports.snapshots.packed import standing_of, verdicts_of
from wub.reports.standing import Standing

MOST_SHOWN = 200  # people on one page


@dataclass(frozen=True)
class Pair:
    """One figure on both days; None where that day had none."""

    code: str
    before: Figure | None
    after: Figure | None
    why: Difference | None

    @property
    def moved(self) -> bool:
        return self._shown("as_of") != ()

    @property
    def only_details(self) -> bool:
        """The figure itself stays; what is told beside it has moved."""
        return self.moved and self._shown("as_of", "details") == ()

    def _shown(self, *apart: str) -> tuple[Any, ...]:
        """Both sides as the JSON tells them, apart from some of it; empty when they are the same."""
        told = [None if one is None else one.as_json() for one in (self.before, self.after)]
        before, after = (
            None if one is None else {name: value for name, value in one.items() if name not in apart}
            for one in told
        )
        return () if before == after else (before, after)


@dataclass(frozen=True)
class Comparison:
    before: Standing
    after: Standing
    scope: Scope
    pairs: list[Pair]


@dataclass(frozen=True)
class Moved:
    """A move with the name of the person, for those who may see it."""

    move: Move
    name: str
    listed: str  # year and office


def compare(before: Snapshot, after: Snapshot, scope: Scope = CITY) -> Comparison:
    was, now = standing_of(before), standing_of(after)
    told = differences(verdicts_of(before), verdicts_of(after), _known(before, after), scope)
    codes = list(dict.fromkeys([*was.report.definitions, *now.report.definitions]))
    pairs = [Pair(code, was.figure(code, scope), now.figure(code, scope), told.get(code)) for code in codes]
    return Comparison(was, now, scope, [pair for pair in pairs if pair.before or pair.after])


def people_of(difference: Difference, account: Account) -> tuple[list[Moved], int]:
    """At most so many of those whom the account may see, and how many it may see in all."""
    visible = _visible(account)
    mine = [move for move in difference.moves if move.participation_id in visible]
    shown = mine[:MOST_SHOWN]
    names = _names({move.person_id for move in shown})
    listed = _listed({move.participation_id for move in shown})
    moved = [Moved(one, names.get(one.person_id, "–"), listed[one.participation_id]) for one in shown]
    return moved, len(mine)


def _known(before: Snapshot, after: Snapshot) -> Known:
    earlier, later = sorted((before, after), key=lambda one: (one.known_until, one.id))
    checked = sa.select(Participation.person_id).join(Checkup, Checkup.participation_id == Participation.id)
    between = sa.or_(
        sa.and_(Checkup.created_at > earlier.known_until, Checkup.created_at <= later.known_until),
        sa.and_(Checkup.updated_at > earlier.known_until, Checkup.updated_at <= later.known_until),
        sa.and_(Checkup.as_of_date > earlier.as_of, Checkup.as_of_date <= later.as_of),
    )
    other = {
        code
        for code in before.definitions.keys() | after.definitions.keys()
        if before.definitions.get(code) != after.definitions.get(code)
    }
    return Known(frozenset(db.session.scalars(checked.where(between))), frozenset(other))


def _visible(account: Account) -> set[int]:
    """Participations that the account may see and that are still there."""
    return set(db.session.scalars(sa.select(Participation.id).where(sees_participation(account))))


def _listed(participations: Collection[int]) -> dict[int, str]:
    """Participation → on which list: year and office."""
    rows = (
        sa.select(Participation.id, Cohort.year, Agency.short_name)
        .join(Cohort, Cohort.id == Participation.cohort_id)
        .join(Agency, Agency.id == Cohort.agency_id)
        .where(Participation.id.in_(participations))
    )
    return {number: f"{year} {office}" for number, year, office in db.session.execute(rows)}


def _names(people: Collection[int]) -> dict[int, str]:
    found = sa.select(Person.id, Person.name).where(Person.id.in_(people))
    return {row.id: row.name for row in db.session.execute(found)}
