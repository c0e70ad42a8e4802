"""The plan of an import against the register as it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from imports import ImportReading, RowReading, SheetReading
from imports.collecting import no_collection
from models import Account, Agency
from wub import clock
from wub.importing.known import identities_of, known_in_register
from wub.importing.plan import Plan, make_plan


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
            for row in sheet.rows
        )


def plan_for(reading: ImportReading, intake: Intake, same: Mapping[bytes, int] | None = None) -> Plan:
    """`same`: identity of a row → the person whom the officer said it is."""
    with no_collection():
        return _plan(reading, intake, same)


def _plan(reading: ImportReading, intake: Intake, same: Mapping[bytes, int] | None) -> Plan:
    found = identities_of(reading, intake.agency.code)
    known = known_in_register(reading, found, intake.agency.id, same)
    return make_plan(
        reading,
        identities=found,
        known=known.people,
        is_enrolled=lambda person, year: (person, year) in known.enrolled,
        year_of=intake.year_of,
    )
