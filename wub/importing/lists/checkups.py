"""Checkups from a list: what became of each business, with the level of proof that its source allows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, TypeAlias

import sqlalchemy as sa

from imports import MAPPINGS, Kind
from models import Checkup
from models.base import db, new_key
from models.checkup import MEASURED
from models.vocabulary import CheckupSource, Obstacle, RecordingBasis, Status, Verification, YesNo
from wub.checkups.actions import CheckupDraft, record_checkup
from wub.checkups.ground_queries import Ground
from wub.importing.lists.named import Agencies
from wub.importing.lists.people import Enrolled, People
from wub.importing.lists.rows import Context, Done, Row, Verdict, Writer, differing, each_alone, record_of

LABELS = {column.field: column.label for column in MAPPINGS[Kind.CHECKUPS].columns}
COMPARED = ("status", "closed_on", "verification", "recording_basis", "has_nib", "obstacle", *MEASURED)


Same: TypeAlias = tuple[int, int, date, CheckupSource]  # participation, round, day


class CheckupWriter(Writer):
    def __init__(self, context: Context) -> None:
        self.context = context
        self.people = People(context, Agencies(context))

    def units(self, rows: Sequence[Row]) -> list[list[Row]]:
        self.people.learn(rows)
        return each_alone(rows)

    def look_up(self, rows: Sequence[Row]) -> None:
        meant = {one.id for one in self.people.meant(rows)}
        self.ground = Ground(meant, self.context.by, self.context.by)
        days = {row.get("as_of_date") for row in rows}
        query = sa.select(Checkup).where(Checkup.participation_id.in_(meant), Checkup.as_of_date.in_(days))
        self.standing: dict[Same, Checkup] = {}
        for one in db.session.scalars(query.order_by(Checkup.id)):
            self._stands(one)

    def forget(self) -> None:
        """Whatever is known is looked up for each portion of rows."""

    def write(self, unit: list[Row]) -> list[Verdict]:
        (row,) = unit
        one = self.people.find(row)
        source = row.get("source", CheckupSource.OUTSIDE_LIST)
        standing = self.standing.get((one.id, row.get("round_month"), row.get("as_of_date"), source))
        if standing is not None:
            told: dict[str, Any] = {name: row.get(name) for name in COMPARED}
            return [_done(standing, one, differing(standing, told, LABELS), known=True)]
        draft = self._draft(row, one, source)
        made = record_checkup(draft, key=new_key(), by=self.context.by, ground=self.ground)
        self._stands(made)
        return [_done(made, one)]

    def _stands(self, one: Checkup) -> None:
        self.standing.setdefault((one.participation_id, one.round_month, one.as_of_date, one.source), one)

    def _draft(self, row: Row, one: Enrolled, source: CheckupSource) -> CheckupDraft:
        status: Status = row.get("status")
        closed_on = row.get("closed_on")
        return CheckupDraft(
            participation_id=one.id,
            business_id=one.business_id,
            round_month=row.get("round_month"),
            as_of_date=row.get("as_of_date"),
            source=source,
            status=status,
            verification=row.get("verification", int(Verification.TOLD)),
            closed_on=closed_on,
            closed_on_unknown=status is Status.CLOSED and closed_on is None,
            attempts=row.get("attempts", 1),
            refused=row.get("refused") is YesNo.YES,
            measured={name: row.number(name) for name in MEASURED},
            temporary_hours_week=row.get("temporary_hours_week"),
            recording_basis=row.get("recording_basis", RecordingBasis.NOT_ASKED),
            has_nib=row.get("has_nib", YesNo.NOT_ASKED),
            digital_channels=tuple(code.value for code in row.get("digital_channels", ())),
            finance_sources=tuple(code.value for code in row.get("finance_sources", ())),
            obstacle=row.get("obstacle", Obstacle.NOT_ASKED),
            outlier_note=row.get("outlier_note"),
            outlier_confirmed=bool(row.get("outlier_note")),
            reconstructed=row.get("reconstructed") is YesNo.YES,
            note=row.get("note"),
        )


def _done(checkup: Checkup, one: Enrolled, otherwise: Sequence[str] = (), *, known: bool = False) -> Done:
    address = ("checkups.checkup", {"checkup_id": checkup.id})
    return Done(record_of(checkup), known, list(otherwise), one.id, address)
