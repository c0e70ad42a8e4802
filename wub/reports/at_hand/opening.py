"""The newest kept standing, read part by part as a page asks for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from threading import Lock
from typing import Any, NamedTuple

import sqlalchemy as sa
from flask import current_app

from models import KeptPart, KeptStanding
from models.base import db
from wub.reports.at_hand.keeping import BY_SCOPE, FIGURES, MADE_BY, REPORT
from wub.reports.boards import BOARDS
from wub.reports.figures import Figure
from wub.reports.plain import from_plain
from wub.reports.scopes import CITY, Scope
from wub.reports.snapshots.packed import unpack
from wub.reports.standing import Standing


class Kept(NamedTuple):
    """What the list of kept standings tells of one."""

    id: int
    as_of: date
    seen_at: datetime
    through_entry: int
    seconds: float


def newest() -> Kept | None:
    """Of this version of the application: another one's boards may say something else."""
    row = KeptStanding
    ask = sa.select(row.id, row.as_of, row.seen_at, row.through_entry, row.seconds)
    found = db.session.execute(ask.where(row.made_by == MADE_BY).order_by(row.id.desc()).limit(1)).first()
    return None if found is None else Kept(*found)


class Parts:
    """Of one kept standing. Each part is read and unpacked once in this process, and never changes."""

    def __init__(self, standing_id: int) -> None:
        self.standing_id = standing_id
        self._read: dict[tuple[str, str], Any] = {}

    def get(self, name: str, scope_code: str = "") -> Any:
        """None where nothing was kept of the scope."""
        key = name, scope_code
        if key not in self._read:
            content = db.session.scalar(
                sa.select(KeptPart.content).where(
                    KeptPart.standing_id == self.standing_id,
                    KeptPart.name == name,
                    KeptPart.scope_code == scope_code,
                )
            )
            self._read[key] = None if content is None else from_plain(unpack(content))
        return self._read[key]

    @cached_property
    def scopes(self) -> dict[str, list[str]]:
        """Name → the codes of the scopes of which something is kept."""
        rows = db.session.execute(
            sa.select(KeptPart.name, KeptPart.scope_code)
            .where(KeptPart.standing_id == self.standing_id)
            .order_by(KeptPart.name, KeptPart.scope_code)
        )
        found: dict[str, list[str]] = {}
        for name, code in rows:
            found.setdefault(name, []).append(code)
        return found


class ByScope(Mapping[str, Any]):
    """What a board says of each scope, by its code."""

    def __init__(self, parts: Parts, name: str) -> None:
        self._parts, self._name = parts, name

    def __getitem__(self, code: str) -> Any:
        found = self._parts.get(self._name, code)
        if found is None:
            raise KeyError(code)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(code for code in self._parts.scopes.get(self._name, ()) if code)

    def __len__(self) -> int:
        return sum(1 for _code in self)


class Boards(Mapping[str, Any]):
    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def __getitem__(self, name: str) -> Any:
        whole = self._parts.get(name)
        if name not in BY_SCOPE:
            return whole
        return replace(whole, **{BY_SCOPE[name]: ByScope(self._parts, name)})

    def __iter__(self) -> Iterator[str]:
        return iter(BOARDS)

    def __len__(self) -> int:
        return len(BOARDS)


class Figures(Sequence[Figure]):
    """All of them, scope by scope; read when somebody goes through them."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    @cached_property
    def _all(self) -> list[Figure]:
        lines = self._parts.get(REPORT).lines
        return [one for line in lines for one in self._parts.get(FIGURES, line.scope.code)]

    def __getitem__(self, place: Any) -> Any:
        return self._all[place]

    def __len__(self) -> int:
        return len(self._all)


@dataclass(frozen=True, kw_only=True)
class AtHand(Standing):
    """The same as a standing that was just computed; what nobody looks at is never read."""

    parts: Parts
    kept: Kept

    def figure(self, code: str, scope: Scope = CITY) -> Figure | None:
        figures: list[Figure] = self.parts.get(FIGURES, scope.code) or []
        return next((one for one in figures if one.indicator == code), None)

    @property
    def kept_at(self) -> datetime:
        return self.kept.seen_at


def at_hand(kept: Kept) -> AtHand:
    """Opened once for the process: it holds the last two, as long as somebody may be reading them."""
    opened: Opened = current_app.extensions.setdefault("wub.at_hand", Opened())
    return opened.of(kept)


class Opened:
    def __init__(self) -> None:
        self._parts: dict[int, Parts] = {}
        self._lock = Lock()

    def of(self, kept: Kept) -> AtHand:
        with self._lock:
            parts = self._parts.setdefault(kept.id, Parts(kept.id))
            for older in sorted(self._parts)[:-2]:
                del self._parts[older]
        report, figures = parts.get(REPORT), Figures(parts)
        return AtHand(report=report, figures=figures, boards=Boards(parts), parts=parts, kept=kept)
