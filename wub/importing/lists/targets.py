"""Targets from a list: all come in as proposals, for a supervisor to approve."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from decimal import Decimal
from typing import Any

from imports import MAPPINGS, Kind
from imports.cells.text import key
from models import Target
from models.base import new_key
from models.vocabulary import ScopeLevel, TargetState, TargetType
from wub.importing.lists.named import Agencies, Standing
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
from wub.importing.reading import places
from wub.targets import choice_queries
from wub.targets.actions import TargetDraft, propose
from wub.targets.choice_queries import Measure
from wub.targets.values import read_value, suits

LABELS = {column.field: column.label for column in MAPPINGS[Kind.TARGETS].columns}
TELLING = (
    Target.indicator_version_id,
    Target.level,
    Target.agency_id,
    Target.cohort_year,
    Target.area_code,
    Target.type,
    Target.period_starts_on,
    Target.period_ends_on,
)


class TargetWriter(Writer):
    def __init__(self, context: Context) -> None:
        self.context = context
        self.agencies = Agencies(context)
        self.measures: dict[str, Measure] = {}
        for measure in choice_queries.measures():  # the newest definition of each comes first
            self.measures.setdefault(key(measure.code), measure)
            self.measures.setdefault(key(measure.name), measure)
        self.forget()

    def units(self, rows: Sequence[Row]) -> list[list[Row]]:
        return each_alone(rows)

    def look_up(self, rows: Sequence[Row]) -> None:
        """The same target as proposed goes before the same as approved."""
        drafts = []
        for row in rows:
            with suppress(Waits):
                drafts.append(_telling(self._draft(row)))
        self.proposed.look_up(drafts)
        self.approved.look_up(drafts)

    def forget(self) -> None:
        self.proposed = Standing(Target, TELLING, Target.state == TargetState.PROPOSED)
        self.approved = Standing(Target, TELLING, Target.state == TargetState.APPROVED)

    def write(self, unit: list[Row]) -> list[Verdict]:
        (row,) = unit
        draft = self._draft(row)
        telling = _telling(draft)
        standing = self.proposed.find(*telling) or self.approved.find(*telling)
        told = {"value": draft.value, "source_document": draft.source_document, "source": draft.source}
        otherwise = differing(standing, told, LABELS) if standing else []
        if standing is None or (otherwise and standing.state is TargetState.APPROVED):
            # What is approved is never changed by a list: the list proposes what shall replace it.
            made = propose(draft, key=new_key(), by=self.context.by, replaces=standing)
            self.proposed.note(made, *telling)
            return [_done(made)]
        return [_done(standing, otherwise, known=True)]

    def _draft(self, row: Row) -> TargetDraft:
        measure = self._measure(row)
        kind = row.get("type", measure.measured_as)
        if not suits(kind, measure.measured_as):
            raise Waits("target_type", "type", measure.measured_as.label)
        starts, ends = _period(row)
        agency_id = self.agencies.find(row) if row.get("agency") else None
        area_code = _area(row)
        return TargetDraft(
            indicator_version_id=measure.id,
            level=row.get("level") or _level(row, agency_id, area_code),
            agency_id=agency_id,
            cohort_year=row.get("cohort_year"),
            area_code=area_code,
            type=kind,
            value=_value(row, kind, measure),
            period_starts_on=starts,
            period_ends_on=ends,
            source=row.get("source"),
            source_document=row.get("source_document"),
            note=row.get("note"),
        )

    def _measure(self, row: Row) -> Measure:
        """By code ("I2", "I2 - nama"), or by the whole name."""
        said = key(row.get("indicator"))
        found = self.measures.get(said) or self.measures.get(said.partition(" ")[0])
        if found is None:
            raise Waits("indicator_unknown", "indicator")
        return found


def _telling(draft: TargetDraft) -> list[Any]:
    return [getattr(draft, column.key) for column in TELLING]


def _value(row: Row, kind: TargetType, measure: Measure) -> Decimal:
    try:
        return read_value(row.get("value"), kind, measure.measured_as)
    except ValueError as error:
        raise Waits("target_value", "value", str(error)) from error


def _period(row: Row) -> tuple[date, date]:
    starts, ends, year = row.get("starts_on"), row.get("ends_on"), row.get("year")
    if starts is None:
        starts = date(year, 1, 1)
    return starts, ends or date(year or starts.year, 12, 31)


def _level(row: Row, agency_id: int | None, area_code: str | None) -> ScopeLevel:
    if area_code is not None:
        return ScopeLevel.AREA
    if row.get("cohort_year") is not None:
        return ScopeLevel.COHORT
    return ScopeLevel.AGENCY if agency_id is not None else ScopeLevel.CITY


def _area(row: Row) -> str | None:
    village, district = row.get("kelurahan"), row.get("kecamatan")
    if village:
        place, troubles = places().find(village, district or "")
        if place is None or troubles:
            raise Waits("area_unknown", "kelurahan", troubles[0][1] if troubles else "")
        return place.code
    if district:
        name, troubles = places().district(district)
        if name is None:
            raise Waits("area_unknown", "kecamatan", troubles[0][1] if troubles else "")
        return next(code for code, official in places().districts.values() if official == name)
    return None


def _done(target: Target, otherwise: Sequence[str] = (), *, known: bool = False) -> Done:
    address: tuple[str, dict[str, Any]] = ("targets.target", {"target_id": target.id})
    return Done(record_of(target), known, list(otherwise), None, address)
