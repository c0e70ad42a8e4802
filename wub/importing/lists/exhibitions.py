"""Stands from a list, with the exhibition that each belongs to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from imports import MAPPINGS, Kind
from imports.cells.text import key
from models import Exhibition, ExhibitionEntry, Participation, Person
from models.base import db, new_key
from models.vocabulary import Attendance, Curation
from wub.exhibitions import queries
from wub.exhibitions.actions import EntryDraft, ExhibitionDraft, enter, open_exhibition
from wub.importing.lists.named import Agencies
from wub.importing.lists.people import Enrolled, People
from wub.importing.lists.rows import (
    Context,
    Done,
    Row,
    Verdict,
    Waits,
    Writer,
    differing,
    each_alone,
    record_of,
)

LABELS = {column.field: column.label for column in MAPPINGS[Kind.EXHIBITIONS].columns}
READINGS = ("direct_sales", "units_sold", "orders_value", "own_cost")
COMPARED = ("curation", "attendance", "booth", "booth_days")
NEEDED = ("organiser", "level", "starts_on", "ends_on", "place")


class ExhibitionWriter(Writer):
    def __init__(self, context: Context) -> None:
        self.context = context
        self.people = People(context, Agencies(context))
        self.forget()

    def units(self, rows: Sequence[Row]) -> list[list[Row]]:
        self.people.learn(rows)
        return each_alone(rows)

    def by_itself(self, unit: list[Row]) -> bool:
        """Who is replaced may stand in a row above, and is marked as absent."""
        return any(row.get("substitute_for") for row in unit)

    def look_up(self, rows: Sequence[Row]) -> None:
        meant = {one.id for one in self.people.meant(rows)}
        self.stands = {
            (one.exhibition_id, one.participation_id): one
            for one in db.session.scalars(
                sa.select(ExhibitionEntry).where(ExhibitionEntry.participation_id.in_(meant))
            )
        }

    def forget(self) -> None:
        """All exhibitions are known, however their names are written: far fewer than stands."""
        seen = sa.select(Exhibition).where(queries.visible_to(self.context.by)).order_by(Exhibition.id)
        self.named: dict[str, list[Exhibition]] = defaultdict(list)
        for one in db.session.scalars(seen):
            self.named[key(one.name)].append(one)

    def write(self, unit: list[Row]) -> list[Verdict]:
        (row,) = unit
        one = self.people.find(row)
        exhibition = self._standing(row) or self._opened(row)
        standing = self.stands.get((exhibition.id, one.id))
        if standing is not None:
            told: dict[str, Any] = {name: row.get(name) for name in COMPARED}
            told |= {name: row.number(name) for name in READINGS}
            return [_done(standing, one, differing(standing, told, LABELS), known=True)]
        draft, by = self._draft(row, exhibition), self.context.by
        made = enter(exhibition, one.id, draft, key=new_key(), by=by, person_id=one.person_id)
        self.stands[exhibition.id, one.id] = made
        return [_done(made, one)]

    def _standing(self, row: Row) -> Exhibition | None:
        """By name and year; without a year, when only one has the name. Raises Waits when several fit."""
        fitting = self.named[key(row.get("exhibition"))]
        day = row.get("starts_on")
        year = day.year if day else row.get("exhibition_year")
        if year is not None:
            fitting = [one for one in fitting if one.starts_on.year == year]
        if day is not None and len(fitting) > 1:
            fitting = [one for one in fitting if one.starts_on == day]
        if len(fitting) > 1:
            raise Waits("exhibition_ambiguous", "exhibition", _listed(fitting))
        return fitting[0] if fitting else None

    def _opened(self, row: Row) -> Exhibition:
        if any(row.get(name) is None for name in NEEDED):
            raise Waits("exhibition_unknown", "exhibition")
        draft = ExhibitionDraft(
            name=row.get("exhibition"),
            organiser=row.get("organiser"),
            level=row.get("level"),
            starts_on=row.get("starts_on"),
            ends_on=row.get("ends_on"),
            place=row.get("place"),
            agency_id=self.context.agency.id,
        )
        opened = open_exhibition(draft, key=new_key(), by=self.context.by)
        self.named[key(opened.name)].append(opened)
        return opened

    def _draft(self, row: Row, exhibition: Exhibition) -> EntryDraft:
        attendance = row.get("attendance", Attendance.PLANNED)
        replaced = self._replaced(row, exhibition) if row.get("substitute_for") else None
        return EntryDraft(
            attendance=attendance,
            curation=row.get("curation", Curation.PROPOSED),
            substitute_for_id=replaced,
            booth=row.get("booth"),
            products=row.get("products"),
            booth_days=row.get("booth_days"),
            note=row.get("note"),
            **{name: row.number(name) for name in READINGS},
        )

    def _replaced(self, row: Row, exhibition: Exhibition) -> int:
        query = (
            sa.select(ExhibitionEntry.id, Person.name)
            .join(Participation, Participation.id == ExhibitionEntry.participation_id)
            .join(Person, Person.id == Participation.person_id)
            .where(ExhibitionEntry.exhibition_id == exhibition.id, queries.sees_entry(self.context.by))
        )
        wanted = key(row.get("substitute_for"))
        fitting = [number for number, name in db.session.execute(query) if key(name) == wanted]
        if len(fitting) != 1:
            raise Waits("substitute_unknown", "substitute_for")
        return int(fitting[0])


def _done(
    entry: ExhibitionEntry, one: Enrolled, otherwise: Sequence[str] = (), *, known: bool = False
) -> Done:
    address = ("exhibitions.entry", {"entry_id": entry.id})
    return Done(record_of(entry), known, list(otherwise), one.id, address)


def _listed(fitting: list[Exhibition]) -> str:
    return "; ".join(f"{one.name} ({one.starts_on:%d/%m/%Y})" for one in fitting[:4])
