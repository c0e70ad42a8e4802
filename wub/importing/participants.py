"""Participant lists: persons, their businesses, enrolments and recalled baselines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from imports import ImportReading, RowReading, check_workbook
from imports.mappings.columns import Column
from imports.mappings.participants import COLUMNS
from imports.workbook import Workbook
from models import Account, ImportRun
from models.vocabulary import ImportKind
from wub import clock
from wub.access.permissions import Permission
from wub.importing import participants_undo
from wub.importing.kinds import At, Choices, Tick, Written, no_tick
from wub.importing.plan import Plan
from wub.importing.planning import Intake, plan_for
from wub.importing.reading import places
from wub.importing.writing import write


class Participants:
    kind = ImportKind.PARTICIPANTS
    permission = Permission.REGISTER_WRITE
    columns: Sequence[Column] = COLUMNS
    asks_year = True

    def name_of(self, row: RowReading) -> str:
        return row.values.name if row.values is not None else ""

    def read(self, book: Workbook, choices: Choices, tick: Tick = no_tick) -> ImportReading:
        return check_workbook(
            book, places=places(), today=clock.today(), mapping_override=choices.mapping, tick=tick
        )

    def plan(self, reading: ImportReading, intake: Intake, same: Mapping[At, int]) -> Plan:
        return plan_for(reading, intake, same)

    def bring_in(
        self,
        reading: ImportReading,
        run: ImportRun,
        intake: Intake,
        same: Mapping[At, int],
        by: Account | None,
        tick: Tick = no_tick,
    ) -> tuple[Plan, Written]:
        plan = self.plan(reading, intake, same)
        return plan, write(plan, run, intake.agency, by.id if by else None, tick)

    def template(self) -> bytes:
        from imports.templates import participant_template

        return participant_template()

    def obstacles(self, run: ImportRun) -> list[tuple[str, int]]:
        return participants_undo.obstacles(run)

    def take_out(self, run: ImportRun) -> dict[str, int]:
        return participants_undo.take_out(run)
