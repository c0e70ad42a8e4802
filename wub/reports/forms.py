"""What the address asks for: an intake year, an office, a day. Nonsense is passed over, not punished."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from werkzeug.datastructures import MultiDict

from wub.clock import today
from wub.pages.asked import whole
from wub.reports.scopes import Scope

EARLIEST = date(2000, 1, 1)


@dataclass(frozen=True)
class Question:
    scope: Scope
    as_of: date
    snapshot: int | None = None  # answered by a frozen day; `as_of` is of no account then
    kept_at: datetime | None = None  # answered by what was computed then for today

    @property
    def query(self) -> dict[str, str]:
        """The same question as a query string; what is usual is left out."""
        newest = self.snapshot is not None or self.kept_at is not None or self.as_of == today()
        asked = {
            "tahun": None if self.scope.year is None else str(self.scope.year),
            "skpd": self.scope.agency,
            "tanggal": None if newest else self.as_of.isoformat(),
            "potret": None if self.snapshot is None else str(self.snapshot),
        }
        return {name: value for name, value in asked.items() if value}

    @property
    def about_office(self) -> Scope:
        """What belongs to no intake is told of the office."""
        return Scope(self.scope.agency)

    def about(self, scope: Scope) -> dict[str, str]:
        """The query string of another scope on the same day, or in the same snapshot."""
        return replace(self, scope=scope).query


def question(args: MultiDict[str, str]) -> Question:
    """Days to come are answered as of today: nothing is known of them."""
    agency = args.get("skpd") or None
    year = args.get("tahun", type=whole)
    as_of = args.get("tanggal", type=_day) or today()
    return Question(Scope(agency, year), min(as_of, today()), args.get("potret", type=whole))


def whole_number(args: MultiDict[str, str], name: str) -> int | None:
    return args.get(name, type=whole)


def _day(text: str) -> date:
    """Days before any such programme are a slip of the pen, and no calendar goes before the year 1."""
    day = date.fromisoformat(text)
    if day < EARLIEST:
        raise ValueError(text)
    return day
