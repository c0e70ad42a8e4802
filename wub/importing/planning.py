"""The plan of an import against the register as it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from imports import ImportReading, RowReading, SheetReading
from imports.collecting import no_collection
from models import Account, Agency
from wub import clock
from wub.importing.known import identity, known_in_register
from wub.importing.plan import Decision, Plan, codes_of, settle, takeable


@dataclass(frozen=True)
class Intake:
    """Whose list it is; `year` None: what the sheet or the row says, else this year (`assumed_year`).

    `by`: whose scope counts in lists that make no people; None acts for the office alone. `home`: whether the
    office was said, so that names are looked for among its own participants first.
    """

    agency: Agency
    year: int | None = None
    by: Account | None = None
    home: bool = True

    def year_of(self, sheet: SheetReading, row: RowReading) -> int:
        said = row.values.cohort_year if row.values is not None else None
        return said or self.year or sheet.year or clock.today().year

    def assumes_year(self, reading: ImportReading) -> bool:
        return any(
            row.values is not None and not (row.values.cohort_year or self.year or sheet.year)
            for sheet in reading.sheets
            if not (self.year or sheet.year)
            for row in sheet.rows
        )


def plan_for(
    reading: ImportReading, intake: Intake, same: Mapping[tuple[str, int], int] | None = None
) -> Plan:
    """`same`: (sheet, row) → the person whom the officer said it is."""
    with no_collection():
        decisions = list(_undecided(reading, intake))
        told = same or {}
        who = {one.identity: told[one.at] for one in decisions if one.at in told} if told else {}
        known = known_in_register(decisions, intake.agency.id, who)
        return settle(
            decisions,
            [sheet.rows for sheet in reading.sheets],
            known.people,
            lambda person, year: (person, year) in known.enrolled,
            (sheet.sheet for sheet in reading.sheets),
        )


def _undecided(reading: ImportReading, intake: Intake) -> Iterator[Decision]:
    for sheet in reading.sheets:
        for row in sheet.rows:
            one = Decision(sheet.sheet, row.row, row.outcome, codes=codes_of(row))
            if takeable(row) and (found := identity(row, intake.agency.code)) is not None:
                one.identity, one.year = found, intake.year_of(sheet, row)
            yield one
