"""Stands from a list, with the exhibition that each belongs to."""

from __future__ import annotations

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
from wub.importing.lists.named import Agencies, all_named
from wub.importing.lists.people import Enrolled, People
from wub.importing.lists.rows import Context, Done, Row, Verdict, Waits, differing, each_alone, record_of

LABELS = {column.field: column.label for column in MAPPINGS[Kind.EXHIBITIONS].columns}
READINGS = ("direct_sales", "units_sold", "orders_value", "own_cost")
COMPARED = ("curation", "attendance", "booth", "booth_days")
NEEDED = ("organiser", "level", "starts_on", "ends_on", "place")


class ExhibitionWriter:
    def __init__(self, context: Context) -> None:
        self.context = context
        self.people = People(context, Agencies(context))

    def units(self, rows: Sequence[Row]) -> list[list[Row]]:
        self.people.learn(rows)
        return each_alone(rows)

    def write(self, unit: list[Row]) -> list[Verdict]:
        (row,) = unit
        one = self.people.find(row)
        exhibition = self._standing(row) or self._opened(row)
        standing = db.session.scalar(
            sa.select(ExhibitionEntry).where(
                ExhibitionEntry.exhibition_id == exhibition.id, ExhibitionEntry.participation_id == one.id
            )
        )
        if standing is not None:
            told: dict[str, Any] = {name: row.get(name) for name in COMPARED}
            told |= {name: row.number(name) for name in READINGS}
            return [_done(standing, one, differing(standing, told, LABELS), known=True)]
        draft = self._draft(row, exhibition)
        return [_done(enter(exhibition, one.id, draft, key=new_key(), by=self.context.by), one)]

    def _standing(self, row: Row) -> Exhibition | None:
        """By name and year; without a year, when only one has the name. Raises Waits when several fit."""
        seen = queries.visible_to(self.context.by)
        fitting = all_named(Exhibition, Exhibition.name, row.get("exhibition"), seen)
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
        return open_exhibition(draft, key=new_key(), by=self.context.by)

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
