"""The areas as one table: the city, each kecamatan with its kelurahan, and those whose area is not known."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from enum import StrEnum
from typing import NamedTuple

from wub.measurement.rates import FEWEST_FOR_A_RATE, FEWEST_FOR_A_VERDICT
from wub.reports.boards.areas import NOWHERE, OUTSIDE, Areas, Living
from wub.reports.scopes import CITY, CITY_CODE
from wub.reports.small_cells import FEWEST, Sum, hidden_cells


class Level(StrEnum):
    CITY = "city"
    DISTRICT = "district"
    VILLAGE = "village"
    REST = "rest"  # of a kecamatan: the kelurahan is not recorded
    OUTSIDE = OUTSIDE
    NOWHERE = NOWHERE


class Share(NamedTuple):
    """None where a count is hidden, and of fewer than five people; `few`: of fewer than ten."""

    worst: float | None
    best: float | None
    few: bool


class AreaRow(NamedTuple):
    """A count that is hidden is None; zero is nobody."""

    code: str
    name: str
    level: Level
    parent: str | None
    people: int | None  # each once
    provisional: int | None  # of them, those without a NIK
    n: int | None  # month 12 has passed
    success: int | None
    failure: int | None
    unknown: int | None
    closed: int | None

    @property
    def success_share(self) -> Share:
        """Worst: everybody unknown counted as failed."""
        if self.success is None or self.unknown is None:
            return self._share(None, None)
        return self._share(self.success, self.success + self.unknown)

    @property
    def unknown_share(self) -> Share:
        return self._share(self.unknown, self.unknown)

    @property
    def closed_share(self) -> Share:
        """At least and at most: everybody unknown may have closed too."""
        if self.closed is None or self.unknown is None:
            return self._share(None, None)
        return self._share(self.closed, self.closed + self.unknown)

    def _share(self, worst: int | None, best: int | None) -> Share:
        if self.n is None or worst is None or best is None or self.n < FEWEST_FOR_A_RATE:
            return Share(None, None, self.n is not None and self.n < FEWEST_FOR_A_RATE)
        return Share(worst / self.n, best / self.n, self.n < FEWEST_FOR_A_VERDICT)


COUNTS = ("people", "provisional", "n", "success", "failure", "unknown", "closed")
SPLIT = ("success", "failure", "unknown")  # of n
PROTECTED = ("people", "n", *SPLIT, "closed")
EARLY = "early"  # month 12 still to come: people less n, so it is told with them


def area_rows(board: Areas, scope_code: str = CITY_CODE, *, protected: bool) -> list[AreaRow]:
    """In the order of a table. `protected`: small counts, and those that would give them away, are hidden.

    Counts of one scope protect nothing against those of another, so a protected table is of the city alone.
    """
    if protected and scope_code != CITY.code:
        raise ValueError("offices and intakes beside the city would give hidden counts away")
    rows = _rows(board, scope_code)
    return _protected(rows) if protected else rows


def _rows(board: Areas, scope_code: str) -> list[AreaRow]:
    living = board.by_scope.get(scope_code, {})
    rows: list[AreaRow] = []
    whole = Living()
    for district in board.districts:
        parts = [
            _row(code, name, Level.VILLAGE, district.code, living.get(code, Living()))
            for code, name in district.villages
        ]
        together = _added(living.get(code, Living()) for code, _name in district.villages)
        if district.code in living:
            rest = living[district.code]
            parts.append(_row(f"{district.code}-", district.name, Level.REST, district.code, rest))
            together = together.plus(rest)
        rows += [_row(district.code, district.name, Level.DISTRICT, CITY_CODE, together), *parts]
        whole = whole.plus(together)
    for level in (Level.OUTSIDE, Level.NOWHERE):
        if level.value in living:
            rows.append(_row(level.value, "", level, CITY_CODE, living[level.value]))
            whole = whole.plus(living[level.value])
    return [_row(CITY_CODE, "", Level.CITY, None, whole), *rows]


def _added(parts: Iterable[Living]) -> Living:
    whole = Living()
    for part in parts:
        whole = whole.plus(part)
    return whole


def _row(code: str, name: str, level: Level, parent: str | None, living: Living) -> AreaRow:
    due = living.due
    people = living.people + living.provisional
    counts = (people, living.provisional, due.n, due.success, due.failure, due.unknown, living.closed)
    return AreaRow(code, name, level, parent, *counts)


def _protected(rows: list[AreaRow]) -> list[AreaRow]:
    """Who has no NIK is not told at all: so few of them live anywhere that it would hide the rest.

    Likewise the people of each area, while fewer than five of the whole city wait for their month 12: beside
    those measured they would tell where these few live, and no neighbour is left to hide them among.
    """
    few_wait = 0 < _counted(rows[0])[EARLY] < FEWEST
    untold = {"people", EARLY} if few_wait else set()
    cells: dict[Hashable, int] = {
        (row.code, name): count for row in rows for name, count in _counted(row).items() if name not in untold
    }
    columns = [name for name in (*PROTECTED, EARLY) if name not in untold]
    sums = [
        Sum((row.code, name), tuple((part.code, name) for part in rows if part.parent == row.code))
        for row in rows
        for name in columns
        if row.level in (Level.CITY, Level.DISTRICT)
    ]
    for row in rows:
        sums.append(Sum((row.code, "n"), tuple((row.code, name) for name in SPLIT)))
        if not few_wait:
            sums.append(Sum((row.code, "people"), ((row.code, "n"), (row.code, EARLY))))
    city = [(CITY_CODE, name) for name in columns]  # Angka dan hasil tells the city
    hidden = hidden_cells(cells, sums, told_elsewhere=city)
    if few_wait:
        hidden |= {(row.code, "people") for row in rows if row.level is not Level.CITY}
    return [
        row._replace(provisional=None)._replace(
            **{name: None for name in PROTECTED if (row.code, name) in hidden}  # type: ignore[arg-type]
        )
        for row in rows
    ]


def _counted(row: AreaRow) -> dict[str, int]:
    found = {name: int(getattr(row, name)) for name in PROTECTED}
    return found | {EARLY: found["people"] - found["n"]}
